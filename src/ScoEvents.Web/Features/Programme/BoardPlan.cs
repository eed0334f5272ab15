using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Where a card goes by what a person does to it: drawn by minutes of the wall clock, meant in universal time.</summary>
/// <remarks>Nothing here asks whether a place is free, except where a person asks for the next free one; the service does.</remarks>
public sealed class BoardPlan(TimetableDraft draft)
{
    private const int FirstMinute = 9 * 60;

    /// <summary>How long a session is when it first gets a place, in minutes.</summary>
    public static int UsualMinutes(SessionType type) => type switch
    {
        SessionType.Break or SessionType.OpeningCeremony or SessionType.Closing or SessionType.PressConference => 30,
        SessionType.GroupPhoto => 15,
        SessionType.Plenary or SessionType.HandsOn or SessionType.ExercisePhase or SessionType.Reception => 90,
        SessionType.ThematicSession or SessionType.Panel or SessionType.RoundTable or SessionType.RestrictedMeeting or SessionType.SideEvent
            or SessionType.Exhibition or SessionType.Signing => 60,
    };

    /// <summary>Into a column at a minute of a day, as long as it is.</summary>
    /// <param name="session">The session.</param>
    /// <param name="day">The day.</param>
    /// <param name="lane">Index of a room, or <see cref="TimetableDraft.AllRooms"/>.</param>
    /// <param name="minute">Minutes from midnight.</param>
    public Result<SessionPlace> At(TimetableSession session, DateOnly day, int lane, int minute) =>
        Placed(lane, ScheduleTimes.Starting(Zone, day, minute, DurationOf(session)));

    /// <summary>From one minute of a day to another, where it is.</summary>
    public Result<SessionPlace> Between(TimetableSession session, DateOnly day, int start, int end) =>
        Placed(LaneOf(session), ScheduleTimes.Between(Zone, day, start, end));

    /// <summary>To the same times of another day; without a place, to the first free one of that day.</summary>
    public Result<SessionPlace> OnDay(TimetableSession session, DateOnly day) => session.Slot is { } slot
        ? Placed(LaneOf(session), ScheduleTimes.OnOtherDay(Zone, slot.Place.During, day.DayNumber - slot.Day.DayNumber))
        : FirstFree(session, day);

    /// <summary>So many minutes later or, below zero, earlier.</summary>
    public Result<SessionPlace> Later(TimetableSession session, int minutes)
    {
        var slot = session.Slot!;
        return At(session, slot.Day, LaneOf(session), slot.StartMinute(slot.Day) + minutes);
    }

    /// <summary>Ends, or begins, so many minutes later or earlier.</summary>
    public Result<SessionPlace> Longer(TimetableSession session, int minutes, bool atStart)
    {
        var slot = session.Slot!;
        var (start, end) = (slot.StartMinute(slot.Day), slot.EndMinute(slot.Day));
        return atStart ? Between(session, slot.Day, start + minutes, end) : Between(session, slot.Day, start, end + minutes);
    }

    /// <summary>To the column beside; the column before the first room is that of all rooms. Null where there is none.</summary>
    public SessionPlace? Beside(TimetableSession session, int columns)
    {
        var lane = LaneOf(session) + columns;
        return lane >= TimetableDraft.AllRooms && lane < draft.Rooms.Count(room => room.IsUsed)
            ? new SessionPlace(RoomOf(lane), session.Slot!.Place.During)
            : null;
    }

    /// <summary>To the next time in the same column, later or earlier, at which nothing is in the way. Null where there is none on the day.</summary>
    public Result<SessionPlace>? NextFree(TimetableSession session, int step)
    {
        var slot = session.Slot!;
        var minutes = (int)DurationOf(session).TotalMinutes;
        var busy = Busy(session, slot.Day, LaneOf(session));
        for (var start = slot.StartMinute(slot.Day) + step; start >= 0 && start + minutes <= ScheduleTimes.MinutesOfDay;)
        {
            if (busy.FirstOrDefault(other => other.Start < start + minutes && start < other.End) is not { } other)
            {
                return At(session, slot.Day, LaneOf(session), start);
            }

            start = step > 0 ? other.End : other.Start - minutes;
        }

        return null;
    }

    /// <summary>To the next column in which nothing is in the way at its time. Null where there is none.</summary>
    public SessionPlace? NextFreeBeside(TimetableSession session, int columns)
    {
        var slot = session.Slot!;
        var (start, end) = (slot.StartMinute(slot.Day), slot.EndMinute(slot.Day));
        for (var step = columns; Beside(session, step) is { } place; step += columns)
        {
            if (!Busy(session, slot.Day, LaneOf(session) + step).Any(other => other.Start < end && start < other.End))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>To the earliest time of a day, from nine in the morning, at which a room has nothing in the way. Refused: <c>schedule.no-rooms</c>, <c>schedule.no-free-time</c>.</summary>
    public Result<SessionPlace> FirstFree(TimetableSession session, DateOnly day)
    {
        var rooms = draft.Rooms.Count(room => room.IsUsed);
        if (rooms == 0)
        {
            return ScheduleErrors.NoRooms();
        }

        var minutes = (int)DurationOf(session).TotalMinutes;
        var found = Enumerable.Range(0, rooms)
            .Select(lane => (lane, start: Busy(session, day, lane).Aggregate(FirstMinute, (start, other) => other.Start < start + minutes && start < other.End ? other.End : start)))
            .Where(gap => gap.start + minutes <= ScheduleTimes.MinutesOfDay)
            .OrderBy(gap => gap.start).ThenBy(gap => gap.lane)
            .ToList();
        return found.Count == 0 ? ScheduleErrors.NoFreeTime(session.Title) : At(session, day, found[0].lane, found[0].start);
    }

    private EventZone Zone => draft.Zone ?? throw new InvalidOperationException("Sessions are placed in events whose zone is known.");

    private int LaneOf(TimetableSession session) => draft.LaneOf(session.Slot!.Place.RoomId);

    private Guid? RoomOf(int lane) => lane == TimetableDraft.AllRooms ? null : draft.Rooms[lane].Id;

    private Result<SessionPlace> Placed(int lane, Result<TimeInterval> during) =>
        during.IsSuccess ? new SessionPlace(RoomOf(lane), during.Value) : Result<SessionPlace>.Fail(during.Errors);

    private static TimeSpan DurationOf(TimetableSession session) =>
        session.Slot?.Place.During.Duration ?? TimeSpan.FromMinutes(UsualMinutes(session.Type));

    private List<Taken> Busy(TimetableSession session, DateOnly day, int lane) =>
    [
        .. draft.Sessions
            .Where(other => other.Id != session.Id && other.Slot is { } slot
                && (lane == TimetableDraft.AllRooms || slot.Place.RoomId is null || draft.LaneOf(slot.Place.RoomId) == lane))
            .Select(other => new Taken(other.Slot!.StartMinute(day), other.Slot.EndMinute(day)))
            .Where(taken => taken.End > 0 && taken.Start < ScheduleTimes.MinutesOfDay)
            .OrderBy(taken => taken.Start),
    ];

    private sealed record Taken(int Start, int End);
}
