using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;

namespace ScoEvents.Domain.Outcomes;

/// <summary>A side of an event's roster with what is known of its presence.</summary>
/// <param name="SideId">The side.</param>
/// <param name="Capacity">Its standing on the event's first day, or guest, or what an organisation came as.</param>
/// <param name="Rank">Place in protocol order; the order in which sides are named.</param>
/// <param name="Attendance">What is known, or null for nothing.</param>
public sealed record AttendingSide(Guid SideId, Capacity Capacity, int Rank, Attendance? Attendance)
{
    /// <summary>Whether it took part, in the room or by line.</summary>
    public bool TookPart => Attendance is Events.Attendance.Present or Events.Attendance.PresentOnline;

    /// <summary>Whether it is known not to have taken part.</summary>
    public bool WasAbsent => Attendance is Events.Attendance.Absent;
}

/// <summary>In which form the presence of a group is said.</summary>
public enum AttendanceWording
{
    /// <summary>Every side of the group took part.</summary>
    All,

    /// <summary>Every side of the group took part but the absent ones, which are the fewer.</summary>
    AllExcept,

    /// <summary>Of the group only the present ones took part, which are the fewer.</summary>
    Only,

    /// <summary>No side of the group took part.</summary>
    None,

    /// <summary>It is known of some sides of the group: who took part and who did not is said of these alone.</summary>
    Partial,

    /// <summary>It is known of no side of the group.</summary>
    Unknown,
}

/// <summary>The presence of one group at one event.</summary>
/// <param name="Capacity">The group.</param>
/// <param name="Form">How it is said.</param>
/// <param name="Present">Who took part, in protocol order.</param>
/// <param name="Absent">Who is known not to have, in protocol order.</param>
/// <param name="Unknown">Of whom it is not known, in protocol order.</param>
/// <remarks>Domain rules 1, 3 and 4. An invitation and an answer say what was meant to be, not what was: they settle nothing.</remarks>
public sealed record AttendanceStatement(
    Capacity Capacity, AttendanceWording Form, IReadOnlyList<AttendingSide> Present, IReadOnlyList<AttendingSide> Absent, IReadOnlyList<AttendingSide> Unknown)
{
    /// <summary>One statement for each group that has a side, members first.</summary>
    /// <param name="sides">Everybody who held a status on the event's first day, and whoever else took part or was invited; each once.</param>
    public static IReadOnlyList<AttendanceStatement> Of(IEnumerable<AttendingSide> sides) =>
    [
        .. sides.GroupBy(side => side.Capacity).OrderBy(group => group.Key).Select(group => Of(group.Key, [.. group.OrderBy(side => side.Rank)])),
    ];

    private static AttendanceStatement Of(Capacity capacity, List<AttendingSide> group)
    {
        var present = group.FindAll(side => side.TookPart);
        var absent = group.FindAll(side => side.WasAbsent);
        var unknown = group.FindAll(side => !side.TookPart && !side.WasAbsent);
        var form = (present.Count, absent.Count, unknown.Count) switch
        {
            (0, 0, _) => AttendanceWording.Unknown,
            // "All except" and "only" speak of everybody, so they need to know of everybody.
            (_, _, > 0) => AttendanceWording.Partial,
            (_, 0, _) => AttendanceWording.All,
            (0, _, _) => AttendanceWording.None,
            var (here, away, _) => away <= here ? AttendanceWording.AllExcept : AttendanceWording.Only,
        };
        return new AttendanceStatement(capacity, form, present, absent, unknown);
    }
}
