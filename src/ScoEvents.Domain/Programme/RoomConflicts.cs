using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Programme;

/// <summary>Sessions in rooms that do not suit them.</summary>
internal static class RoomConflicts
{
    /// <param name="session">A scheduled session.</param>
    /// <param name="facts">The rooms.</param>
    public static IEnumerable<Conflict> Of(PlannedSession session, ProgrammeFacts facts)
    {
        var rooms = session.Rooms.Where(facts.Rooms.ContainsKey).Select(id => (Id: id, Room: facts.Rooms[id])).ToList();
        if (rooms.Count == 0)
        {
            return [];
        }

        // A session in all rooms at once is about none of them.
        Guid? one = rooms.Count == 1 ? rooms[0].Id : null;
        return Closed(session, rooms, facts)
            .Concat(TooSmall(session, rooms, one))
            .Concat(WithoutBooths(session, rooms, one))
            .Concat(NotCleared(session, rooms));
    }

    private static IEnumerable<Conflict> Closed(PlannedSession session, List<(Guid Id, PlannedRoom Room)> rooms, ProgrammeFacts facts) => facts.Zone is not { } zone
        ? []
        : rooms.Where(room => !RoomHours.Allow(room.Room.Hours, zone, session.During!.Value))
            .Select(room => ConflictFinder.Found(ConflictKind.RoomOutsideHours, session, subject: room.Id));

    // Several rooms hold together what they hold each; where one of them is not known, neither is the sum.
    private static IEnumerable<Conflict> TooSmall(PlannedSession session, List<(Guid Id, PlannedRoom Room)> rooms, Guid? one)
    {
        var capacities = rooms.ConvertAll(room => room.Room.CapacityIn(session.Layout));
        if (session.Expected is { } expected && !capacities.Contains(null) && capacities.Sum() is { } capacity && capacity < expected)
        {
            yield return ConflictFinder.Found(ConflictKind.RoomTooSmall, session, subject: one) with { Wanted = expected, Given = capacity };
        }
    }

    // Of several rooms the one with the most booths is where people listen.
    private static IEnumerable<Conflict> WithoutBooths(PlannedSession session, List<(Guid Id, PlannedRoom Room)> rooms, Guid? one)
    {
        var (wanted, booths) = (session.Languages.Distinct().Count(), rooms.Max(room => room.Room.Booths));
        if (booths < wanted)
        {
            yield return ConflictFinder.Found(ConflictKind.BoothsMissing, session, subject: one) with { Wanted = wanted, Given = booths };
        }
    }

    private static IEnumerable<Conflict> NotCleared(PlannedSession session, List<(Guid Id, PlannedRoom Room)> rooms) => rooms
        .Where(room => room.Room.Clearance < session.Classification)
        .Select(room => ConflictFinder.Found(ConflictKind.RoomClearance, session, subject: room.Id) with
        {
            Wanted = (int)session.Classification,
            Given = (int)room.Room.Clearance!.Value,
        });
}
