using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Outcomes;

/// <summary>What is known of a side at an event, from its invitation, a source, or a record of the day.</summary>
/// <param name="SideId">The side; once.</param>
/// <param name="Capacity">In what capacity it was invited or stated; null where nothing says so.</param>
/// <param name="Rank">Place in protocol order, for sides that are no state.</param>
/// <param name="Attendance">What is recorded, or null.</param>
public sealed record KnownSide(Guid SideId, Capacity? Capacity, int Rank, Attendance? Attendance);

/// <summary>Everybody of whom an event's attendance speaks: who held a status on its first day, and whoever else is known there.</summary>
/// <remarks>Domain rules 1, 3 and 4.</remarks>
public static class AttendanceRoster
{
    /// <summary>One line for each side.</summary>
    /// <param name="states">All states, by the side each is.</param>
    /// <param name="day">First day of the event; null where it is not known, and then the roster is what was stated.</param>
    /// <param name="known">The sides of which something is known.</param>
    public static IReadOnlyList<AttendingSide> Of(IReadOnlyDictionary<Guid, State> states, DateOnly? day, IReadOnlyCollection<KnownSide> known)
    {
        var bySide = known.ToDictionary(side => side.SideId);
        var roster = new List<AttendingSide>();
        if (day is { } first)
        {
            roster.AddRange(states
                .Where(pair => pair.Value.StatusOn(first) is not null)
                .Select(pair => new AttendingSide(
                    pair.Key, Invitation.CapacityOf(pair.Value.StatusOn(first)), pair.Value.ProtocolRankRussian, bySide.GetValueOrDefault(pair.Key)?.Attendance)));
        }

        var listed = roster.Select(side => side.SideId).ToHashSet();
        roster.AddRange(known.Where(side => !listed.Contains(side.SideId)).Select(side => new AttendingSide(
            side.SideId, side.Capacity ?? Capacity.Guest, states.TryGetValue(side.SideId, out var state) ? state.ProtocolRankRussian : side.Rank, side.Attendance)));
        return [.. roster.OrderBy(side => side.Capacity).ThenBy(side => side.Rank)];
    }
}

/// <summary>What attendance the portal proposes by what it has seen; a person decides.</summary>
public static class AttendanceProposal
{
    /// <summary>Of a side as a whole.</summary>
    /// <param name="answer">Where its invitation stands; null where it was not invited.</param>
    /// <param name="hasArrived">Whether somebody of it was let in.</param>
    /// <param name="isOver">Whether the last day has passed and people were let in at the door at all, so that who was not seen there was not there.</param>
    /// <returns>Null where nothing can be proposed.</returns>
    public static Attendance? OfSide(InvitationStatus? answer, bool hasArrived, bool isOver) => (answer, hasArrived) switch
    {
        (_, true) => Attendance.Present,
        (null or InvitationStatus.Draft or InvitationStatus.Withdrawn, _) => null,
        _ when isOver => Attendance.Absent,
        (InvitationStatus.Accepted, _) => Attendance.Confirmed,
        _ => Attendance.Invited,
    };

    /// <summary>Of a person who is accredited.</summary>
    public static Attendance OfPerson(bool hasArrived, bool isOver) =>
        hasArrived ? Attendance.Present : isOver ? Attendance.Absent : Attendance.Confirmed;
}
