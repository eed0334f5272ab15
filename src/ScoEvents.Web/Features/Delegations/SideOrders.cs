using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>How an address names the alphabet that orders sides.</summary>
internal static class SideOrders
{
    /// <summary>Value of <c>order</c> for the English alphabet; the Russian one is the rule and not named.</summary>
    public const string English = "en";

    public static ProtocolAlphabet Of(string? order) => order == English ? ProtocolAlphabet.English : ProtocolAlphabet.Russian;
}
