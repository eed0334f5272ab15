using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Import;

/// <summary>Reads the draft with which a file is compared, in a fixed number of commands.</summary>
internal static class ImportDrafts
{
    /// <summary>Reads it untracked.</summary>
    /// <param name="context">Opened for the actor.</param>
    /// <param name="eventId">An event of a secretariat.</param>
    /// <param name="venueId">Where missing rooms are looked for and made; null for a new venue.</param>
    /// <param name="span">The time in which other events' use of the rooms is of interest; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<ImportDraft> ReadAsync(ScoEventsDbContext context, Guid eventId, Guid? venueId, TimeInterval? span, CancellationToken cancellationToken)
    {
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        var rooms = await RoomsAsync(context, planned, venueId, cancellationToken);
        var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == eventId).OrderBy(track => track.Position).ThenBy(track => track.Id).ToListAsync(cancellationToken);
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        var sessions = await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .Include(session => session.Slot).Include(session => session.Speakers).AsSplitQuery()
            .OrderBy(session => session.Id)
            .ToListAsync(cancellationToken);
        var busy = span is null ? [] : await BusyAsync(context, eventId, [.. rooms.Select(room => room.Id)], span.Value, cancellationToken);
        var target = new ImportTarget(
            eventId,
            planned.Status == EventStatus.Draft && sessions.Count == 0,
            planned is { StartsOn: { } first, EndsOn: { } last } ? (first, last) : null,
            planned.TimeZone);
        return new ImportDraft(
            target,
            rooms,
            [.. tracks.Select(track => new DraftedTrack(track.Id, track.Name, track.Color))],
            [.. speakers.Select(speaker => new DraftedPerson(speaker.Id, speaker.ExternalId, speaker.Name, speaker.Biography))],
            [.. sessions.Select(Drafted)],
            busy,
            Fingerprint(target, rooms, tracks, speakers, sessions));
    }

    private static async Task<IReadOnlyList<DraftedRoom>> RoomsAsync(ScoEventsDbContext context, ScoEvent planned, Guid? venueId, CancellationToken cancellationToken)
    {
        var positions = planned.Rooms.ToDictionary(room => room.RoomId, room => room.Position);
        var used = positions.Keys.ToList();
        // A session of the event may stand in a room that the event no longer has.
        var rooms = await context.Rooms.AsNoTracking()
            .Where(room => used.Contains(room.Id)
                || room.VenueId == venueId
                || context.Slots.Any(slot => slot.EventId == planned.Id && slot.Rooms.Any(taken => taken.RoomId == room.Id)))
            .Select(room => new { room.Id, room.VenueId, room.Name })
            .ToListAsync(cancellationToken);
        return [.. rooms.OrderBy(room => positions.GetValueOrDefault(room.Id, int.MaxValue)).ThenBy(room => room.Id)
            .Select(room => new DraftedRoom(room.Id, room.VenueId, room.Name, positions.ContainsKey(room.Id)))];
    }

    private static async Task<IReadOnlyList<BusyRoom>> BusyAsync(
        ScoEventsDbContext context, Guid eventId, List<Guid> roomIds, TimeInterval span, CancellationToken cancellationToken)
    {
        var (from, to) = (span.Start, span.End);
        return await context.Slots.AsNoTracking().Where(slot => slot.EventId != eventId && slot.StartsAt < to && from < slot.EndsAt)
            .SelectMany(slot => slot.Rooms)
            .Where(room => roomIds.Contains(room.RoomId))
            .Select(room => new BusyRoom(room.RoomId, new TimeInterval(room.StartsAt, room.EndsAt)))
            .ToListAsync(cancellationToken);
    }

    private static DraftedSession Drafted(Session session) => new(
        session.Id,
        session.ExternalId,
        session.Type,
        session.Title,
        session.Abstract,
        session.TrackId,
        session.IsOff,
        session.Slot is { } slot ? new DraftedSlot(slot.RoomId, [.. slot.Rooms.Select(room => room.RoomId)], slot.During) : null,
        session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault(),
        [.. session.Speakers.Where(person => person.Role == SpeakerRole.Speaker).Select(person => person.SpeakerId)]);

    // Everything that the planner sees of the event itself. Row versions stand for what rows hold.
    private static string Fingerprint(
        ImportTarget target, IReadOnlyList<DraftedRoom> rooms, List<Track> tracks, List<Speaker> speakers, List<Session> sessions)
    {
        var seen = new StringBuilder();
        seen.Append(CultureInfo.InvariantCulture, $"{target.Id} {target.MayTakeDays} {target.Days} {target.TimeZone}\n");
        rooms.ToList().ForEach(room => seen.Append(CultureInfo.InvariantCulture, $"room {room.Id} {room.IsUsed}\n"));
        tracks.ForEach(track => seen.Append(CultureInfo.InvariantCulture, $"track {track.Id} {track.Version}\n"));
        speakers.ForEach(speaker => seen.Append(CultureInfo.InvariantCulture, $"speaker {speaker.Id} {speaker.Version}\n"));
        foreach (var session in sessions)
        {
            seen.Append(CultureInfo.InvariantCulture, $"session {session.Id} {session.Version} {session.Slot?.RoomId} {session.Slot?.StartsAt.UtcTicks} {session.Slot?.EndsAt.UtcTicks}");
            seen.AppendJoin(' ', session.Speakers.Select(person => person.SpeakerId)).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())));
    }
}
