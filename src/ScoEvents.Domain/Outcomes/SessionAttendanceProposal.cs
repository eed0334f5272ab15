using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Domain.Outcomes;

/// <summary>What the portal has seen of a side in one session.</summary>
/// <param name="AtEvent">Its attendance at the event as a whole: recorded, else proposed; null where nothing is known.</param>
/// <param name="IsExpected">Whether the session is for it; see <see cref="SessionAttendanceProposal.IsExpected"/>.</param>
/// <param name="WasSeen">Whether somebody of it was behind the session's door while the session went on.</param>
/// <param name="HasFloor">Whether somebody of it chairs or speaks in the session.</param>
public sealed record SideInSession(Attendance? AtEvent, bool IsExpected, bool WasSeen, bool HasFloor);

/// <summary>What the portal has seen of a session as a whole.</summary>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="IsCounted">Whether anybody was seen behind its door at all, so that who was not seen there was not in the room.</param>
public sealed record SessionSeen(bool IsOver, bool IsCounted);

/// <summary>What attendance in a session the portal proposes by what it has seen; a person decides.</summary>
public static class SessionAttendanceProposal
{
    /// <summary>Whether a session is for a side at all.</summary>
    /// <param name="access">Whom the session is for.</param>
    /// <param name="capacity">In what capacity the side takes part.</param>
    /// <param name="hasFloor">Whether somebody of it chairs or speaks there.</param>
    public static bool IsExpected(SessionAccess access, Capacity capacity, bool hasFloor) => access switch
    {
        SessionAccess.MembersOnly => capacity == Capacity.Member || hasFloor,
        SessionAccess.NamedPersons => hasFloor,
        _ => true,
    };

    /// <summary>Of a side: present where it was seen, or took the floor and was at the event; else as it is at the event, once the session is over.</summary>
    /// <returns>Null where nothing can be proposed.</returns>
    public static Attendance? OfSide(SideInSession side, SessionSeen session)
    {
        ArgumentNullException.ThrowIfNull(side);
        ArgumentNullException.ThrowIfNull(session);
        return side switch
        {
            { WasSeen: true } => Attendance.Present,
            { IsExpected: false } => null,
            { AtEvent: Attendance.Absent or null } => side.AtEvent,
            { AtEvent: Attendance.Invited or Attendance.Confirmed } => side.AtEvent,
            // Of those who came, it is open until the session is over whether they come to it.
            _ when !session.IsOver => Attendance.Confirmed,
            { HasFloor: true } => side.AtEvent,
            { AtEvent: Attendance.PresentOnline } => Attendance.PresentOnline,
            _ => session.IsCounted ? Attendance.Absent : Attendance.Present,
        };
    }

    /// <summary>Of a person who is accredited.</summary>
    /// <param name="atEvent">The person's attendance at the event as a whole: recorded, else proposed.</param>
    /// <param name="wasSeen">Whether the person was behind the session's door.</param>
    /// <param name="isExpected">Whether the session is for the person's side.</param>
    /// <param name="session">What was seen of the session.</param>
    /// <returns>Null where nothing can be proposed: without a door of the session nobody knows which persons of a side went in.</returns>
    public static Attendance? OfPerson(Attendance atEvent, bool wasSeen, bool isExpected, SessionSeen session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (wasSeen, isExpected, atEvent) switch
        {
            (true, _, _) => Attendance.Present,
            (_, false, _) => null,
            (_, _, Attendance.Absent) => Attendance.Absent,
            _ when !session.IsOver => Attendance.Confirmed,
            (_, _, Attendance.PresentOnline) => Attendance.PresentOnline,
            _ => session.IsCounted ? Attendance.Absent : null,
        };
    }
}
