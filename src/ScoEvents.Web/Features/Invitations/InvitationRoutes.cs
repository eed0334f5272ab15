using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Addresses of the pages and files of an event's invitations.</summary>
public static class InvitationRoutes
{
    /// <summary>All invitations; a shelf or a capacity narrows them.</summary>
    public static string Overview(Guid eventId, DeskShelf shelf = DeskShelf.All, Capacity? capacity = null)
    {
        var query = new List<string>();
        if (shelf != DeskShelf.All)
        {
            query.Add($"show={shelf}");
        }

        if (capacity is { } known)
        {
            query.Add($"capacity={known}");
        }

        return PortalRoutes.StaffEventInvitations(eventId) + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    /// <summary>One invitation.</summary>
    public static string Invitation(Guid eventId, Guid invitationId) => $"{PortalRoutes.StaffEventInvitations(eventId)}/{invitationId}";

    /// <summary>What reminders would say; of chosen invitations, or of all.</summary>
    public static string Reminders(Guid eventId, IEnumerable<Guid>? chosen = null) =>
        $"{PortalRoutes.StaffEventInvitations(eventId)}/reminders" + (chosen is null ? "" : "?of=" + string.Join(',', chosen.Select(id => id.ToString("N"))));

    /// <summary>The notes that are out.</summary>
    public static string Notes(Guid eventId) => DelegationRoutes.Notes(eventId);

    /// <summary>The texts of notes.</summary>
    public static string Texts(Guid eventId, NoteKind? kind = null, string? language = null) =>
        $"{PortalRoutes.StaffEventInvitations(eventId)}/texts" + (kind is null ? "" : $"?kind={kind}&language={language}");

    /// <summary>One note as a file: pdf or docx.</summary>
    public static string NoteFile(Guid eventId, Guid noteId, string format) => $"{PortalRoutes.StaffEvent(eventId)}/notes/{noteId}.{format}";

    /// <summary>All notes as one file: pdf or zip.</summary>
    public static string NoteFiles(Guid eventId, string format) => $"{PortalRoutes.StaffEvent(eventId)}/notes.{format}";
}

/// <summary>Parts of the overview.</summary>
public enum DeskShelf
{
    /// <summary>Every invitation.</summary>
    All,

    /// <summary>Proposed and not sent.</summary>
    Draft,

    /// <summary>Standing, without a note of invitation.</summary>
    NoNote,

    /// <summary>Sent out, not known to have arrived.</summary>
    Issued,

    /// <summary>Known to have arrived.</summary>
    Delivered,

    /// <summary>The side comes.</summary>
    Accepted,

    /// <summary>The side does not come.</summary>
    Declined,

    /// <summary>No reply.</summary>
    NoReply,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>The side owes something.</summary>
    Owing,
}

/// <summary>Which invitation is on which shelf.</summary>
public static class DeskShelves
{
    /// <summary>Whether an invitation stands on a shelf.</summary>
    public static bool Holds(this DeskShelf shelf, DeskRow row) => shelf switch
    {
        DeskShelf.All => true,
        DeskShelf.NoNote => row.WantsNote,
        DeskShelf.Owing => row.Missing.Count > 0,
        _ => row.Status.ToString() == shelf.ToString(),
    };
}
