using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Why sessions were not moved; each names the session, and what stands in its way.</summary>
public static class ScheduleErrors
{
    /// <summary>Code of <see cref="RoomOverlap"/>.</summary>
    public const string RoomOverlapCode = "schedule.room-overlap";

    /// <summary>Somebody else changed the session since it was seen.</summary>
    public static Error Stale(LocalizedText title) => Error.Stale("schedule.stale") with { Arguments = [title] };

    /// <summary>The session was deleted.</summary>
    public static Error Gone() => Error.NotFound("schedule.gone");

    /// <summary>The session was withdrawn or cancelled.</summary>
    public static Error SessionOff(LocalizedText title) => Error.Refused("schedule.session-off", title);

    /// <summary>The session has no place and time that could be changed.</summary>
    public static Error NotScheduled(LocalizedText title) => Error.Refused("schedule.not-scheduled", title);

    /// <summary>The session would lie outside the days of the event.</summary>
    public static Error OutsideEvent(LocalizedText title) => Error.Refused("schedule.outside-event", title);

    /// <summary>The room is none of the event's.</summary>
    public static Error RoomUnknown(LocalizedText title) => Error.Refused("schedule.room-unknown", title);

    /// <summary>The event has no rooms.</summary>
    public static Error NoRooms() => Error.Refused("schedule.no-rooms");

    /// <summary>No room of the event is free for so long on the day.</summary>
    public static Error NoFreeTime(LocalizedText title) => Error.Refused("schedule.no-free-time", title);

    /// <summary>Another session has the room at that time.</summary>
    /// <param name="title">The session that was to be moved.</param>
    /// <param name="room">The room's name.</param>
    /// <param name="other">The other session's title; empty where it belongs to an event that the actor may not see.</param>
    public static Error RoomOverlap(LocalizedText title, LocalizedText room, LocalizedText other) => other.IsEmpty
        ? Error.Refused("schedule.room-taken", title, room)
        : Error.Refused(RoomOverlapCode, title, room, other);

    /// <summary>A chair or speaker has a part in another session at that time.</summary>
    public static Error PersonBusy(LocalizedText title, LocalizedText person, LocalizedText other) => Error.Refused("schedule.person-busy", title, person, other);

    /// <summary>A team of interpreters works in another session at that time.</summary>
    public static Error TeamBusy(LocalizedText title, string team, LocalizedText other) => Error.Refused("schedule.team-busy", title, team, other);

    /// <summary>The day to copy has no sessions.</summary>
    public static Error NothingToCopy() => Error.Refused("schedule.nothing-to-copy");

    /// <summary>More sessions at once than are moved in one go.</summary>
    public static Error TooMany(int limit) => Error.Refused("schedule.too-many", limit);
}
