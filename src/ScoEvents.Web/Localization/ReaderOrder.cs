using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Localization;

/// <summary>The order of people and titles as a reader expects it: the collation of the language (ICU), Chinese by pinyin, capitals no matter.</summary>
/// <remarks>
/// Names in other scripts come where the language's collation puts them, so that a list of mixed scripts has one order too. What compares equal keeps its order in a stable sort;
/// lists add the identity for that. Sides have the protocol order instead, see <see cref="Domain.Delegations.ProtocolOrder"/>.
/// </remarks>
public static class ReaderOrder
{
    private static readonly Dictionary<string, StringComparer> _orders = PortalLanguages.All.ToDictionary(
        language => language.Code, language => StringComparer.Create(language.Culture, CompareOptions.IgnoreCase));

    /// <summary>The order for a reader of a language; that of English for one that the portal does not know.</summary>
    public static StringComparer In(string? language) => _orders[Languages.IsKnown(language) ? language! : Languages.English];

    /// <summary>The order for the reader of the current request or circuit.</summary>
    public static StringComparer Current => In(PortalLanguages.Current.Code);
}
