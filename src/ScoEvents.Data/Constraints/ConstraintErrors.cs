using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Data.Constraints;

/// <summary>What a refusal by PostgreSQL means in the words of the domain.</summary>
/// <remarks>Services check every rule before they save; a constraint speaks only where another writer was faster.</remarks>
public static class ConstraintErrors
{
    /// <summary>No two slots of a room overlap, whatever events they belong to.</summary>
    public const string SlotRoomOverlap = "slots_no_room_overlap";

    /// <summary>No two sessions of a release overlap in a room.</summary>
    public const string ReleaseRoomOverlap = "released_sessions_no_room_overlap";

    /// <summary>No room, person or team is in two places at once in a release.</summary>
    public const string ReleaseBookingOverlap = "released_bookings_no_overlap";

    /// <summary>An edition number is given once a series.</summary>
    public const string EditionOnce = "events_edition_once";

    /// <summary>A revision of a language of a document is given once.</summary>
    public const string DocumentRevision = "document_versions_revision_once";

    /// <summary>A delegation has one live head.</summary>
    public const string OneHead = "delegates_one_head";

    /// <summary>A side is invited once to an event.</summary>
    public const string InvitedOnce = "invitations_side_once";

    /// <summary>A release number is given once an event.</summary>
    public const string ReleaseNumber = "releases_number_once";

    /// <summary>An event has one text of each kind of note in a language.</summary>
    public const string NoteTemplateOnce = "note_templates_once";

    /// <summary>A preset's name is given once an event.</summary>
    public const string PresetName = "export_presets_name_once";

    /// <summary>A link gives one grant.</summary>
    public const string GrantLinkOnce = "grants_link_once";

    /// <summary>A link gives one office.</summary>
    public const string FocalPointLinkOnce = "focal_points_link_once";

    /// <summary>A mail address has one account.</summary>
    public const string UserName = "user_name_index";

    /// <summary>Attendance of a side, a person, at an event or in a session, is recorded once.</summary>
    public const string AttendanceOnce = "attendance_records_once";

    /// <summary>A list's number is given once an event.</summary>
    public const string ListNumber = "participant_snapshots_number_once";

    /// <summary>An event has one set of rules for delegations.</summary>
    public const string DelegationSettingsOnce = "pk_delegation_settings";

    /// <summary>A person keeps one draft of a delegate.</summary>
    public const string DelegateDraftOnce = "delegate_drafts_once";

    /// <summary>An address belongs to one event.</summary>
    public const string EventSlug = "events_slug";

    /// <summary>The domain's error for what a save was refused for; null where the failure is none of the portal's rules and must be thrown on.</summary>
    public static Error? From(DbUpdateException exception) => exception switch
    {
        DbUpdateConcurrencyException => Error.Stale(),
        { InnerException: PostgresException refused } => refused.ConstraintName switch
        {
            SlotRoomOverlap or ReleaseRoomOverlap => ProgrammeErrors.RoomOverlap(LocalizedText.Empty, LocalizedText.Empty),
            ReleaseBookingOverlap => ProgrammeErrors.ConflictsBlock(1),
            EditionOnce => Error.Invalid("Edition", "series.edition-taken"),
            OneHead => DelegationErrors.SecondHead(),
            InvitedOnce => DelegationErrors.InvitedAlready(),
            PresetName => Error.Invalid("Name", "exports.preset-name-taken"),
            GrantLinkOnce or FocalPointLinkOnce => FocalPointErrors.LinkUsed(),
            UserName => FocalPointErrors.AccountExists(),
            ReleaseNumber or DocumentRevision or AttendanceOnce or ListNumber or NoteTemplateOnce or DelegationSettingsOnce or DelegateDraftOnce => Error.Stale(),
            _ => null,
        },
        _ => null,
    };

    /// <summary>Saves, and turns a refusal by one of the portal's own constraints or a stale row into the domain's error.</summary>
    /// <exception cref="DbUpdateException">The save failed for any other reason.</exception>
    public static async Task<Result> TrySaveAsync(this ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateException exception) when (From(exception) is not null)
        {
            return From(exception)!;
        }
    }
}
