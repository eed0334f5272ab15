using System.ComponentModel;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>An event that the token's user works for.</summary>
public sealed record StaffEventItem(
    Guid Id, LocalizedText Title, EventType Type, EventStatus Status, DatesItem Dates, int Sessions, int Scheduled,
    [property: Description("Number of the latest release; 0 before the first.")] int Releases);

/// <summary>A session of a draft in a list.</summary>
public sealed record DraftSessionItem(
    Guid Id, LocalizedText Title, SessionType Type, SessionState State, Classification Classification,
    [property: Description("Null while it has no place and time.")] DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    [property: Description("The room; null where it takes all rooms or has no place.")] Guid? RoomId,
    bool AllRooms,
    [property: Description("Its version, for If-Match.")] string Tag,
    string Href);

/// <summary>A session of a draft.</summary>
public sealed record DraftSessionResource(
    Guid Id, SessionState State,
    [property: Description("What can be changed; to be sent back whole.")] SessionBody Session);

/// <summary>What was made or changed.</summary>
public sealed record WrittenResource(Guid Id, [property: Description("Its address in this interface.")] string Href);

/// <summary>What can be said of a session; what is left out is emptied.</summary>
public sealed class SessionBody
{
    public required SessionType? Type { get; init; }

    [Description("Who may attend; delegations where it is left out.")]
    public SessionAccess? Access { get; init; } = SessionAccess.DelegationsOnly;

    [Description("How far it may travel; follows access where it is null.")]
    public Classification? Classification { get; init; }

    public required LocalizedTextInput Title { get; init; }

    public LocalizedTextInput? Abstract { get; init; }

    public Guid? TrackId { get; init; }

    public int? ExpectedAttendance { get; init; }

    public RoomLayout? Layout { get; init; }

    [Description("Where and when; null for a session that has no place yet.")]
    public SessionPlaceBody? Place { get; init; }

    public Guid? ChairId { get; init; }

    [Description("In the order of the floor.")]
    public IReadOnlyList<FloorPartBody>? Speakers { get; init; }

    public IReadOnlyList<AgendaItemBody>? AgendaItems { get; init; }

    [Description("Codes of languages.")]
    public IReadOnlyList<string>? InterpretedInto { get; init; }

    public IReadOnlyList<Guid>? InterpreterTeams { get; init; }

    [Description("Read only by those who prepare the event.")]
    public string? Notes { get; init; }
}

/// <summary>Where and when a session takes place, by the clock of the place.</summary>
public sealed class SessionPlaceBody
{
    public DateOnly? Day { get; init; }

    [Description("A room of the event; null together with allRooms.")]
    public Guid? RoomId { get; init; }

    public bool AllRooms { get; init; }

    public TimeOnly? StartsAt { get; init; }

    [Description("00:00:00 is the end of the day.")]
    public TimeOnly? EndsAt { get; init; }

    [Description("Whether it ends on the day after.")]
    public bool EndsNextDay { get; init; }
}

/// <summary>A speaker's part of the floor.</summary>
public sealed class FloorPartBody
{
    public required Guid SpeakerId { get; init; }

    public int? Minutes { get; init; }
}

/// <summary>One item of a session's agenda.</summary>
public sealed class AgendaItemBody
{
    public required LocalizedTextInput Title { get; init; }

    public Guid? SpeakerId { get; init; }

    public int? Minutes { get; init; }
}
