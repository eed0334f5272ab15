using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using AttendanceState = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>What doors and programme tell of one session: who was behind its door while it went on, and which sides have the floor.</summary>
/// <remarks>
/// The doors of a session are those of the zones in which its rooms lie. Where no zone has rooms, the entrance of the event stands
/// for it, unless other sessions go on at the same time: then nobody knows who was where.
/// </remarks>
internal sealed class SessionSigns
{
    private readonly SessionAccess _access;
    private readonly HashSet<Guid> _floor;
    private readonly HashSet<Guid> _seen;
    private readonly HashSet<Guid> _seenSides;
    private readonly SessionSeen _session;

    private SessionSigns(SessionAccess access, HashSet<Guid> floor, IReadOnlyCollection<(Guid Person, Guid Side)> seen, bool isOver)
    {
        (_access, _floor) = (access, floor);
        (_seen, _seenSides) = ([.. seen.Select(one => one.Person)], [.. seen.Select(one => one.Side)]);
        _session = new SessionSeen(isOver, seen.Count > 0);
    }

    public AttendanceState? Of(Guid sideId, Capacity capacity, AttendanceState? atEvent)
    {
        var hasFloor = _floor.Contains(sideId);
        return SessionAttendanceProposal.OfSide(
            new SideInSession(atEvent, SessionAttendanceProposal.IsExpected(_access, capacity, hasFloor), _seenSides.Contains(sideId), hasFloor), _session);
    }

    public AttendanceState? OfPerson(Guid personId, Guid sideId, Capacity capacity, AttendanceState atEvent) => SessionAttendanceProposal.OfPerson(
        atEvent, _seen.Contains(personId), SessionAttendanceProposal.IsExpected(_access, capacity, _floor.Contains(sideId)), _session);

    /// <summary>Reads the signs of a session of the event; five SQL commands.</summary>
    public static async Task<SessionSigns> ReadAsync(
        ScoEventsDbContext context, Guid eventId, Guid sessionId, EventZone? zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = await context.Sessions.AsNoTracking().Include(found => found.Speakers).SingleAsync(found => found.Id == sessionId && found.EventId == eventId, cancellationToken);
        var speakers = session.Speakers.Select(speaker => speaker.SpeakerId).ToList();
        var floor = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId && speakers.Contains(speaker.Id) && speaker.SideId != null)
            .Select(speaker => speaker.SideId!.Value).ToListAsync(cancellationToken);
        var slots = await context.Slots.AsNoTracking().Include(slot => slot.Rooms).Where(slot => slot.EventId == eventId).ToListAsync(cancellationToken);
        var zones = await context.DelegationSettings.AsNoTracking().Where(settings => settings.EventId == eventId).Select(settings => settings.Zones).SingleOrDefaultAsync(cancellationToken) ?? [];
        var passages = await context.CheckIns.AsNoTracking()
            .Where(scan => scan.EventId == eventId && scan.Outcome == CheckInOutcome.Admitted && scan.DelegateId != null && scan.SideId != null)
            .Select(scan => new Seen(scan.DelegateId!.Value, scan.SideId!.Value, scan.ZoneId, new Passage(scan.ScannedAt, scan.Direction))).ToListAsync(cancellationToken);

        var own = slots.Find(slot => slot.SessionId == sessionId);
        return new SessionSigns(
            session.Access, [.. floor], own is null || session.IsOff ? [] : [.. BehindDoors(own, slots, zones, passages, zone)], own is not null && !session.IsOff && own.EndsAt <= now);
    }

    private static IEnumerable<(Guid Person, Guid Side)> BehindDoors(
        Slot own, List<Slot> slots, IReadOnlyList<AccessZone> zones, List<Seen> passages, EventZone? zone)
    {
        var rooms = own.Rooms.Select(room => room.RoomId).ToHashSet();
        var doors = zones.Where(found => found.Rooms.Any(rooms.Contains)).Select(found => (Guid?)found.Id).ToHashSet();
        if (doors.Count == 0 && !slots.Exists(slot => slot.SessionId != own.SessionId && slot.During.Overlaps(own.During)))
        {
            doors.Add(null);
        }

        return passages.Where(seen => doors.Contains(seen.Zone)).GroupBy(seen => (seen.Person, seen.Side, seen.Zone))
            .Where(person => Presence.WasInside(person.Select(seen => seen.Passage), own.During, EndOfDay))
            .Select(person => (person.Key.Person, person.Key.Side)).Distinct();

        DateTimeOffset EndOfDay(DateTimeOffset at) => zone is null
            ? new DateTimeOffset(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero)
            : zone.StartOfDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone.Rules).DateTime).AddDays(1));
    }

    private sealed record Seen(Guid Person, Guid Side, Guid? Zone, Passage Passage);
}
