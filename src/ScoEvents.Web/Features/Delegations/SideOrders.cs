using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>How an address names the alphabet that orders sides.</summary>
internal static class SideOrders
{
    /// <summary>Value of <c>order</c> for the English alphabet; the Russian one is the rule of pages and not named.</summary>
    public const string English = "en";

    /// <summary>The same for the Russian alphabet, where it would not be taken unasked.</summary>
    public const string Russian = "ru";

    public static ProtocolAlphabet Of(string? order) => order == English ? ProtocolAlphabet.English : ProtocolAlphabet.Russian;

    /// <summary>The alphabet that an address chooses; null where it leaves that to the language of the document.</summary>
    public static ProtocolAlphabet? Chosen(string? order) => order switch
    {
        English => ProtocolAlphabet.English,
        Russian => ProtocolAlphabet.Russian,
        _ => null,
    };
}
