using System.Globalization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Addresses of what belongs to a programme beside its sessions.</summary>
public static class ProgrammeRoutes
{
    public static string Tracks(Guid eventId) => $"{PortalRoutes.StaffProgramme(eventId)}/tracks";

    public static string Document(Guid eventId, Guid versionId) => $"{PortalRoutes.StaffEvent(eventId)}/documents/{versionId}";

    /// <summary>The people of an event; what is not asked for is left out.</summary>
    public static string Speakers(Guid eventId, string? text = null, int page = 1)
    {
        var query = new List<string>();
        if (!string.IsNullOrWhiteSpace(text))
        {
            query.Add($"text={Uri.EscapeDataString(text.Trim())}");
        }

        if (page > 1)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        }

        var address = $"{PortalRoutes.StaffProgramme(eventId)}/speakers";
        return query.Count == 0 ? address : $"{address}?{string.Join('&', query)}";
    }
}
