using System.ComponentModel;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api.Resources;

/// <summary>A published programme.</summary>
public sealed record ReleaseResource(
    Guid Id,
    [property: Description("From 1, without gaps.")] int Number,
    string? Name,
    string? Note,
    DateTimeOffset PublishedAt,
    [property: Description("Address of its sessions in this interface.")] string Sessions);

/// <summary>A session as a release published it; of one that is not for everybody only type and time.</summary>
public sealed record SessionResource(
    Guid Id,
    [property: Description("Number of the release it stands in.")] int Release,
    SessionType Type,
    SessionAccess Access,
    [property: Description("Whether only type and time are public.")] bool IsClosed,
    [property: Description("Whether a later release took it out.")] bool IsCancelled,
    LocalizedText Title,
    LocalizedText Abstract,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    RoomItem? Room,
    [property: Description("Whether it takes all rooms at once.")] bool AllRooms,
    TrackItem? Track,
    [property: Description("Chair and speakers in the order of the floor.")] IReadOnlyList<SessionPersonItem> People,
    IReadOnlyList<AgendaItemItem> AgendaItems,
    [property: Description("Languages into which it is interpreted.")] IReadOnlyList<string> InterpretedInto,
    [property: Description("Grows with every change that was published.")] int Sequence,
    [property: Description("When the release that last changed it was published, UTC.")] DateTimeOffset ChangedAt);

/// <summary>A room by the name it had at the time.</summary>
public sealed record RoomItem(Guid Id, LocalizedText Name, LocalizedText Venue);

/// <summary>A track by the name it had at the time.</summary>
public sealed record TrackItem(Guid Id, LocalizedText Name);

/// <summary>A person with a part in a session.</summary>
public sealed record SessionPersonItem(Guid Id, SpeakerRole Role, LocalizedText Name, LocalizedText Function, LocalizedText Side, string? SideCode, int? Minutes);

/// <summary>An item of a session's agenda.</summary>
public sealed record AgendaItemItem(LocalizedText Title, Guid? SpeakerId, int? Minutes);

/// <summary>A person of a release, with the public sessions that he or she takes part in.</summary>
public sealed record SpeakerResource(
    Guid Id, LocalizedText Name, LocalizedText Function, LocalizedText Side,
    [property: Description("ISO 3166-1 alpha-2 code of the side where it is a state.")] string? SideCode,
    LocalizedText Biography,
    IReadOnlyList<SpeakerPartItem> Sessions);

/// <summary>A part of a person in a session.</summary>
public sealed record SpeakerPartItem(Guid SessionId, SpeakerRole Role);
