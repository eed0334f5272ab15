using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>Copies the parts of an event into its next edition; sessions that were withdrawn or cancelled stay behind.</summary>
internal sealed class EditionCopy(ScoEvent source, ScoEvent next, CloneForm parts, DateTimeOffset now)
{
    private Dictionary<Guid, Guid> _speakers = [];
    private Dictionary<Guid, Guid> _tracks = [];
    private Dictionary<Guid, Guid> _teams = [];

    /// <summary>How many sessions came along.</summary>
    public int Sessions { get; private set; }

    /// <summary>Copies what is wanted into the context; nothing is saved yet.</summary>
    /// <param name="context">Of the transaction.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SlotsMoved> CopyAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        next.SpeakAs(source);
        if (parts.Parties)
        {
            foreach (var role in source.Parties.GroupBy(party => party.Role))
            {
                next.SetParties(role.Key, [.. role.OrderBy(party => party.Position).Select(party => party.SideId)]);
            }
        }

        if (parts.Rooms)
        {
            foreach (var room in source.Rooms.OrderBy(room => room.Position))
            {
                next.UseRoom(room.RoomId, now);
            }
        }

        await CopyPeopleAsync(context, cancellationToken);
        if (parts.Settings && await context.ProgrammeSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.EventId == source.Id, cancellationToken) is { } strict)
        {
            context.ProgrammeSettings.Add(strict.CopyTo(next.Id));
        }

        return parts.Sessions ? await CopySessionsAsync(context, cancellationToken) : SlotsMoved.None;
    }

    private async Task CopyPeopleAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        if (parts.Speakers)
        {
            var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == source.Id).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
            _speakers = Add(context, speakers.Select(speaker => (speaker.Id, speaker.CopyTo(next.Id))), copy => copy.Id);
        }

        if (parts.Tracks)
        {
            var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == source.Id).OrderBy(track => track.Position).ToListAsync(cancellationToken);
            _tracks = Add(context, tracks.Select(track => (track.Id, track.CopyTo(next.Id))), copy => copy.Id);
        }

        if (parts.Teams)
        {
            var teams = await context.InterpreterTeams.AsNoTracking().Where(team => team.EventId == source.Id).OrderBy(team => team.Id).ToListAsync(cancellationToken);
            _teams = Add(context, teams.Select(team => (team.Id, team.CopyTo(next.Id))), copy => copy.Id);
        }
    }

    private static Dictionary<Guid, Guid> Add<T>(ScoEventsDbContext context, IEnumerable<(Guid Id, T Copy)> copies, Func<T, Guid> id)
        where T : class
    {
        var copied = copies.ToList();
        context.AddRange(copied.Select(pair => pair.Copy));
        return copied.ToDictionary(pair => pair.Id, pair => id(pair.Copy));
    }

    private async Task<SlotsMoved> CopySessionsAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var sessions = await context.Sessions.AsNoTracking()
            .Include(session => session.Slot).Include(session => session.Speakers).Include(session => session.Interpreters).AsSplitQuery()
            .Where(session => session.EventId == source.Id && session.State != SessionState.Withdrawn && session.State != SessionState.Cancelled)
            .OrderBy(session => session.Position).ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);
        var copies = sessions.Select(session => (session, copy: Copy(session))).ToList();
        context.Sessions.AddRange(copies.Select(pair => pair.copy));
        Sessions = copies.Count;
        return parts.Rooms ? await PlaceAsync(context, [.. copies.Where(pair => pair.session.Slot is not null)], cancellationToken) : SlotsMoved.None;
    }

    private Session Copy(Session session)
    {
        var facts = new SessionFacts(session.Type, session.Access, session.Title, session.Abstract)
        {
            Classification = session.Classification,
            TrackId = Mapped(_tracks, session.TrackId),
            ExpectedAttendance = session.ExpectedAttendance,
            Layout = session.Layout,
            InterpretedInto = session.InterpretedInto,
            AgendaItems = [.. session.AgendaItems.Select(item => item with { SpeakerId = Mapped(_speakers, item.SpeakerId) })],
            Notes = session.Notes,
        };
        var copy = Session.Draft(next.Id, facts, session.Position, now).Value;
        var chair = session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => Mapped(_speakers, person.SpeakerId)).FirstOrDefault();
        var floor = session.Speakers.Where(person => person.Role == SpeakerRole.Speaker && _speakers.ContainsKey(person.SpeakerId))
            .Select(person => new FloorPart(_speakers[person.SpeakerId], person.Minutes));
        _ = copy.SetSpeakers(chair, [.. floor], now);
        copy.SetInterpreters([.. session.Interpreters.Select(team => Mapped(_teams, team.TeamId)).OfType<Guid>()], now);
        return copy;
    }

    private async Task<SlotsMoved> PlaceAsync(ScoEventsDbContext context, IReadOnlyList<(Session Session, Session Copy)> placed, CancellationToken cancellationToken)
    {
        var zone = EventZone.Find(next.TimeZone)!;
        var shift = new ClockShift(zone, zone, next.StartsOn!.Value.DayNumber - source.StartsOn!.Value.DayNumber);
        var moves = placed.Select(pair => (pair.Session, pair.Copy, During: shift.Of(pair.Session.Slot!.During)))
            .OrderBy(move => move.Session.Slot!.StartsAt).ThenBy(move => move.Session.Id).ToList();
        var rooms = await RoomBookings.OfOthersAsync(context, next, [.. moves.Where(move => move.During is not null).Select(move => move.During!.Value)], cancellationToken);
        var left = moves.Select(move => SlotMoves.Place(move.Copy, move.During, next.PlaceOf(move.Session.Slot!.RoomId), next, rooms, now)).OfType<LeftOver>().ToList();
        return new SlotsMoved(moves.Count - left.Count, left);
    }

    private static Guid? Mapped(Dictionary<Guid, Guid> copies, Guid? id) => id is { } known && copies.TryGetValue(known, out var copy) ? copy : null;
}
