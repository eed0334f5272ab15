using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Exports;

/// <summary>The whole agenda of one release or of the draft, in all its languages and before anything is hidden from its reader.</summary>
/// <param name="EventModifiedAt">When the event or its programme last changed, UTC; its title and place stand in the file too.</param>
/// <param name="Sessions">Those that have a time, by start and room.</param>
public sealed record AgendaSource(
    Guid EventId, string Slug, LocalizedText Title, EventStatus Status, EventDates Dates, EventZone Zone, PublicPlace Place,
    IReadOnlyList<PublicParty> Parties, bool IsPublic, DateTimeOffset EventModifiedAt, AgendaEdition Edition, IReadOnlyList<AgendaSession> Sessions)
{
    /// <summary>Languages that stand in for the reader's, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>Which state of the programme it is.</summary>
/// <param name="ReleaseId">The release; null for the draft.</param>
/// <param name="Number">Of the release, or of the latest one before the draft; 0 for none.</param>
/// <param name="Name">Of the release, or null.</param>
/// <param name="At">When it was published, or when the draft was read; UTC.</param>
public sealed record AgendaEdition(Guid? ReleaseId, int Number, string? Name, DateTimeOffset At)
{
    public bool IsDraft => ReleaseId is null;
}

/// <summary>A session with everything that may be printed of it.</summary>
public sealed record AgendaSession
{
    public required Guid Id { get; init; }
    public required SessionType Type { get; init; }
    public required SessionAccess Access { get; init; }
    public required Classification Classification { get; init; }
    public required LocalizedText Title { get; init; }
    public required LocalizedText Abstract { get; init; }
    public required Guid? RoomId { get; init; }
    public required LocalizedText RoomName { get; init; }
    public required int RoomPosition { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required IReadOnlyList<FrozenSpeaker> People { get; init; }
    public required FrozenTrack? Track { get; init; }
    public required IReadOnlyList<string> InterpretedInto { get; init; }
    public required IReadOnlyList<AgendaItem> Items { get; init; }
    public bool IsCancelled { get; init; }
    public int Sequence { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>As a release shows it.</summary>
    public static AgendaSession Of(ReleasedSession session) => new()
    {
        Id = session.SessionId,
        Type = session.Type,
        Access = session.Access,
        Classification = session.Classification,
        Title = session.Title,
        Abstract = session.Abstract,
        RoomId = session.RoomId,
        RoomName = session.RoomName,
        RoomPosition = session.RoomPosition,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        People = session.People,
        Track = session.Track,
        InterpretedInto = session.InterpretedInto,
        Items = session.AgendaItems,
        IsCancelled = session.IsCancelled,
        Sequence = session.Sequence,
        ChangedAt = session.ChangedAt,
    };

    /// <summary>As the next release would show it.</summary>
    public static AgendaSession Of(FrozenSession session, DateTimeOffset now) => new()
    {
        Id = session.SessionId,
        Type = session.Type,
        Access = session.Access,
        Classification = session.Classification,
        Title = session.Title,
        Abstract = session.Abstract,
        RoomId = session.RoomId,
        RoomName = session.RoomName,
        RoomPosition = session.RoomPosition,
        StartsAt = session.During.Start,
        EndsAt = session.During.End,
        People = session.People,
        Track = session.Track,
        InterpretedInto = session.InterpretedInto,
        Items = session.AgendaItems,
        ChangedAt = now,
    };
}
