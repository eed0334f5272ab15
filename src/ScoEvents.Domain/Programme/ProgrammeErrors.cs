using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>The refusals of the programme.</summary>
public static class ProgrammeErrors
{
    /// <summary>Code of <see cref="RoomOverlap"/>.</summary>
    public const string RoomOverlapCode = "programme.room-overlap";

    /// <summary>The session has no title.</summary>
    public static Error TitleMissing() => Error.Invalid("Title", "programme.title-missing");

    /// <summary>A form of the title is too long.</summary>
    public static Error TitleTooLong() => Error.Invalid("Title", "programme.title-too-long", Session.MaxTitleLength);

    /// <summary>A form of the abstract is too long.</summary>
    public static Error AbstractTooLong() => Error.Invalid("Abstract", "programme.abstract-too-long", Session.MaxAbstractLength);

    /// <summary>The session ends before or when it starts.</summary>
    public static Error EndNotAfterStart() => Error.Invalid("EndsAt", "programme.end-not-after-start");

    /// <summary>The session is shorter or longer than <see cref="Slot.MinMinutes"/> to <see cref="Slot.MaxMinutes"/>.</summary>
    public static Error DurationOutOfRange() => Error.Invalid("EndsAt", "programme.duration-out-of-range", Slot.MinMinutes, Slot.MaxMinutes);

    /// <summary>The session lies outside the days of the event.</summary>
    public static Error OutsideEvent() => Error.Invalid("Day", "programme.outside-event");

    /// <summary>The clocks of the place skip the time.</summary>
    public static Error TimeSkipped(string field) => Error.Invalid(field, "programme.time-skipped");

    /// <summary>The room is not one of the event's.</summary>
    public static Error RoomUnknown() => Error.Invalid("RoomId", "programme.room-unknown");

    /// <summary>Another session has the room at that time.</summary>
    /// <param name="room">The room's name.</param>
    /// <param name="other">The other session's title; empty where it belongs to an event that the actor may not see.</param>
    public static Error RoomOverlap(LocalizedText room, LocalizedText other) =>
        new(ErrorKind.Refused, other.IsEmpty ? "programme.room-taken" : RoomOverlapCode, "RoomId") { Arguments = [room, other] };

    /// <summary>A speaker is named who does not belong to the event.</summary>
    public static Error SpeakerUnknown() => Error.Invalid("Speakers", "programme.speaker-unknown");

    /// <summary>The same person is named twice in one session.</summary>
    public static Error SpeakerTwice() => Error.Invalid("Speakers", "programme.speaker-twice");

    /// <summary>A part of the floor is shorter than a minute or longer than <see cref="SessionSpeaker.MaxMinutes"/>.</summary>
    public static Error MinutesOutOfRange() => Error.Invalid("Speakers", "programme.minutes-out-of-range", SessionSpeaker.MaxMinutes);

    /// <summary>The speakers' parts do not fit the session.</summary>
    /// <param name="minutes">All parts together.</param>
    /// <param name="length">The session, in minutes.</param>
    public static Error FloorTooLong(int minutes, int length) => Error.Invalid("Speakers", "programme.floor-too-long", minutes, length);

    /// <summary>The items of the agenda do not fit the session.</summary>
    /// <param name="minutes">All items together.</param>
    /// <param name="length">The session, in minutes.</param>
    public static Error ItemsTooLong(int minutes, int length) => Error.Invalid("AgendaItems", "programme.items-too-long", minutes, length);

    /// <summary>The session was withdrawn or cancelled, so it has no place and time.</summary>
    public static Error SessionOff() => Error.Refused("programme.session-off");

    /// <summary>There is no session with a place and time to publish.</summary>
    public static Error NothingToPublish() => Error.Refused("programme.nothing-to-publish");

    /// <summary>Conflicts block the release.</summary>
    /// <param name="count">How many.</param>
    public static Error ConflictsBlock(int count) => Error.Refused("programme.conflicts-block", count);
}
