using System.Globalization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Exports;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Addresses of lists of participants and of their files.</summary>
public static class ParticipantRoutes
{
    public static string Lists(Guid eventId) => DelegationRoutes.Lists(eventId);

    public static string List(Guid eventId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Lists(eventId)}/{number}");

    /// <summary>How one list differs from another; null for <paramref name="to"/> is what would be issued now.</summary>
    public static string Difference(Guid eventId, int from, int? to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Lists(eventId)}/difference?from={from}") + (to is { } number ? string.Create(CultureInfo.InvariantCulture, $"&to={number}") : "");

    /// <summary>A list as a file.</summary>
    public static string File(Guid eventId, int number, ExportFormat format, string language, ProtocolAlphabet? alphabet) =>
        $"{List(eventId, number)}/file?format={format.Extension()}&language={language}{Order(alphabet)}";

    /// <summary>A difference as a file.</summary>
    public static string DifferenceFile(Guid eventId, int from, int to, ExportFormat format, string language, ProtocolAlphabet? alphabet) =>
        string.Create(CultureInfo.InvariantCulture, $"{Lists(eventId)}/difference/file?from={from}&to={to}") + $"&format={format.Extension()}&language={language}{Order(alphabet)}";

    // Where the host chose none, a file follows the practice, and its address need not say so.
    private static string Order(ProtocolAlphabet? alphabet) => alphabet switch
    {
        ProtocolAlphabet.English => $"&order={SideOrders.English}",
        ProtocolAlphabet.Russian => $"&order={SideOrders.Russian}",
        _ => "",
    };
}
