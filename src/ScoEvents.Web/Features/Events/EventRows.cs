using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Events;

/// <summary>Row locks that keep what two organisers do at once apart, and the message that tells every node of a change.</summary>
/// <remarks>Always in the order event, venue, room, so that no two writers wait for each other. A lock lasts until its transaction ends.</remarks>
internal static class EventRows
{
    /// <summary>The channel on which every node listens; the payload is <c>event:</c> and the event's id.</summary>
    public const string Channel = "scoevents";

    /// <summary>Makes others who change the event or its rooms, place a session, or publish, wait.</summary>
    public static Task LockEventAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT FROM events WHERE id = {eventId} FOR UPDATE", cancellationToken);

    /// <summary>Lets others place sessions too, but makes those wait who take rooms away or publish.</summary>
    public static Task ShareEventAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT FROM events WHERE id = {eventId} FOR SHARE", cancellationToken);

    /// <summary>Makes others who add a room to the venue wait.</summary>
    public static Task LockVenueAsync(this ScoEventsDbContext context, Guid venueId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT FROM venues WHERE id = {venueId} FOR NO KEY UPDATE", cancellationToken);

    /// <summary>Makes others who place a session in the room wait, of whatever event.</summary>
    /// <remarks>Without it two writers can each wait for the other inside the exclusion constraint, and PostgreSQL ends one as a deadlock only after a second.</remarks>
    public static Task LockRoomAsync(this ScoEventsDbContext context, Guid roomId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT FROM rooms WHERE id = {roomId} FOR NO KEY UPDATE", cancellationToken);

    /// <summary>Tells every node, once the transaction is committed, that what the public reads of the event is out of date.</summary>
    public static Task AnnounceChangeAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var payload = $"event:{eventId}";
        return context.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {payload})", cancellationToken);
    }
}
