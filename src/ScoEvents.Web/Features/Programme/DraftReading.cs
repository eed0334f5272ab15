using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The whole draft of a programme as it stands in the database, read in a fixed number of commands.</summary>
/// <param name="Event">The event, with its rooms.</param>
/// <param name="Rooms">The rooms of the event and of its sessions, with the name of their venue.</param>
/// <param name="Sessions">All sessions, with slots and speakers.</param>
/// <param name="Speakers">All speakers of the event.</param>
/// <param name="Sides">Names of the speakers' sides on the event's first day.</param>
internal sealed record DraftReading(
    ScoEvent Event, IReadOnlyDictionary<Guid, DraftRoom> Rooms, IReadOnlyList<Session> Sessions, IReadOnlyList<Speaker> Speakers, IReadOnlyDictionary<Guid, SideName> Sides)
{
    /// <summary>The tracks of the event, in their order.</summary>
    public IReadOnlyList<Track> Tracks { get; init; } = [];

    /// <summary>What the sessions are held against.</summary>
    public required DraftChecks Checks { get; init; }

    /// <summary>Reads it untracked.</summary>
    public static async Task<DraftReading> OfAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        (await OfAllAsync(context, [eventId], cancellationToken)).Single();

    /// <summary>Reads those of several events untracked, in as many commands as that of one; in no particular order.</summary>
    public static async Task<IReadOnlyList<DraftReading>> OfAllAsync(ScoEventsDbContext context, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellationToken)
    {
        var events = await context.Events.AsNoTracking().Include(row => row.Rooms).Where(row => eventIds.Contains(row.Id)).ToListAsync(cancellationToken);
        var sessions = (await context.Sessions.AsNoTracking().Where(session => eventIds.Contains(session.EventId))
            .Include(session => session.Slot).Include(session => session.Speakers).Include(session => session.Interpreters).AsSplitQuery()
            .ToListAsync(cancellationToken))
            .ToLookup(session => session.EventId);
        var speakers = (await context.Speakers.AsNoTracking().Where(speaker => eventIds.Contains(speaker.EventId)).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken))
            .ToLookup(speaker => speaker.EventId);
        var tracks = (await context.Tracks.AsNoTracking().Where(track => eventIds.Contains(track.EventId)).OrderBy(track => track.Position).ToListAsync(cancellationToken))
            .ToLookup(track => track.EventId);
        var roomIds = events.ToDictionary(
            planned => planned.Id,
            planned => planned.Rooms.Select(room => room.RoomId).Concat(sessions[planned.Id].SelectMany(session => session.Slot?.Rooms ?? []).Select(room => room.RoomId)).ToHashSet());
        var allRooms = roomIds.Values.SelectMany(ids => ids).Distinct().ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => allRooms.Contains(room.Id))
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new { Room = room, Venue = venue.Name })
            .ToDictionaryAsync(row => row.Room.Id, cancellationToken);
        var checks = await DraftChecks.OfAllAsync(
            context, [.. events.Select(planned => planned.Id)], id => roomIds[id].Where(rooms.ContainsKey).ToDictionary(room => room, room => rooms[room].Room), cancellationToken);
        var sides = await context.SidesOverTimeAsync(
            [
                .. speakers.SelectMany(ofEvent => ofEvent).Where(speaker => speaker.SideId is not null).Select(speaker => speaker.SideId!.Value)
                    .Concat(checks.Values.SelectMany(check => check.Absences).Where(absence => absence.SubjectKind == AvailabilitySubject.Head).Select(absence => absence.SubjectId)).Distinct(),
            ],
            cancellationToken);
        return
        [
            .. events.Select(planned => new DraftReading(
                planned,
                checks[planned.Id].Rooms.ToDictionary(room => room.Key, room => new DraftRoom(room.Key, room.Value.Name, rooms[room.Key].Venue, room.Value.Capacity)),
                [.. sessions[planned.Id]], [.. speakers[planned.Id]], sides.ToDictionary(side => side.Key, side => side.Value(planned.StartsOn)))
            {
                Tracks = [.. tracks[planned.Id]],
                Checks = checks[planned.Id],
            }),
        ];
    }

    /// <summary>The scheduled sessions as readers of a release will see them.</summary>
    public IReadOnlyList<FrozenSession> Freeze()
    {
        var positions = Event.Rooms.ToDictionary(room => room.RoomId, room => room.Position);
        var people = Speakers.ToDictionary(speaker => speaker.Id);
        var tracks = Tracks.ToDictionary(track => track.Id);
        return [.. Sessions.Where(session => session.Slot is not null).Select(session => Freeze(session, session.Slot!, positions, people, tracks))];
    }

    private FrozenSession Freeze(
        Session session, Slot slot, Dictionary<Guid, int> positions, Dictionary<Guid, Speaker> people, Dictionary<Guid, Track> tracks)
    {
        var room = slot.RoomId is { } roomId ? Rooms[roomId] : null;
        return new FrozenSession(
            session.Id, session.Type, session.Access, session.Title, session.Abstract,
            slot.RoomId, room?.Name ?? LocalizedText.Empty, room is null ? 0 : positions.GetValueOrDefault(room.Id), slot.During,
            [.. session.Speakers.OrderBy(person => person.Role).ThenBy(person => person.Order).Select(person => Freeze(people[person.SpeakerId], person))])
        {
            Classification = session.Classification,
            Rooms = [.. slot.Rooms.Select(taken => taken.RoomId)],
            VenueName = room?.Venue ?? LocalizedText.Empty,
            Track = session.TrackId is { } trackId && tracks.TryGetValue(trackId, out var track) ? new FrozenTrack(track.Id, track.Name, track.Color) : null,
            InterpretedInto = session.InterpretedInto,
            AgendaItems = session.AgendaItems,
            InterpreterTeams = [.. session.Interpreters.Select(team => team.TeamId)],
        };
    }

    private FrozenSpeaker Freeze(Speaker speaker, SessionSpeaker part)
    {
        var side = speaker.SideId is { } sideId ? Sides[sideId] : null;
        return new FrozenSpeaker(speaker.Id, part.Role, speaker.Name, speaker.Function, side?.Name ?? LocalizedText.Empty)
        {
            Minutes = part.Minutes,
            SideId = speaker.SideId,
            SideCode = side?.Code,
            Biography = speaker.Biography,
        };
    }
}
