using System.Globalization;
using System.Resources;
using Radzen;

namespace ScoEvents.Web.Localization;

/// <summary>The words that Radzen's components say by themselves, under Radzen's own keys.</summary>
public sealed class RadzenTexts;

/// <summary>Gives Radzen's components the reader's language in one place, instead of a parameter at each of them.</summary>
public sealed class RadzenWords : ILocalizer
{
    private static readonly ResourceManager _texts = new(typeof(RadzenTexts));

    /// <summary>The words for a key of Radzen's; null for a component that the portal does not use.</summary>
    public string? Get(string key, CultureInfo culture) => _texts.GetString(key, culture);
}
