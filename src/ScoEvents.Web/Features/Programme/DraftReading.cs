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
    public static async Task<DraftReading> OfAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        var sessions = await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .Include(session => session.Slot).Include(session => session.Speakers).Include(session => session.Interpreters).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == eventId).OrderBy(track => track.Position).ToListAsync(cancellationToken);
        var roomIds = planned.Rooms.Select(room => room.RoomId).Concat(sessions.SelectMany(session => session.Slot?.Rooms ?? []).Select(room => room.RoomId)).Distinct().ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => roomIds.Contains(room.Id))
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new { Room = room, Venue = venue.Name })
            .ToDictionaryAsync(row => row.Room.Id, cancellationToken);
        var checks = await DraftChecks.OfAsync(context, eventId, rooms.ToDictionary(row => row.Key, row => row.Value.Room), cancellationToken);
        var sides = await context.SideNamesAsync(
            [
                .. speakers.Where(speaker => speaker.SideId is not null).Select(speaker => speaker.SideId!.Value)
                    .Concat(checks.Absences.Where(absence => absence.SubjectKind == AvailabilitySubject.Head).Select(absence => absence.SubjectId)).Distinct(),
            ],
            planned.StartsOn, cancellationToken);
        var columns = rooms.ToDictionary(row => row.Key, row => new DraftRoom(row.Key, row.Value.Room.Name, row.Value.Venue, row.Value.Room.Capacity));
        return new DraftReading(planned, columns, sessions, speakers, sides) { Tracks = tracks, Checks = checks };
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
