using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Programme;

/// <summary>Everything that <see cref="ConflictFinder"/> looks at: the sessions of an event, and what it knows of its rooms, people and rules.</summary>
public sealed record ProgrammeFacts
{
    /// <summary>All sessions of the event, the withdrawn and cancelled ones included; those are passed over.</summary>
    public IReadOnlyCollection<PlannedSession> Sessions { get; init; } = [];

    /// <summary>The stretch in which they may lie, or null where it is not known.</summary>
    public TimeInterval? Span { get; init; }

    /// <summary>The zone of the place, by whose clock rooms are booked; null where it is not known, and then no room is closed.</summary>
    public EventZone? Zone { get; init; }

    /// <summary>The rooms by identity; of a room that is missing here nothing is known.</summary>
    public IReadOnlyDictionary<Guid, PlannedRoom> Rooms { get; init; } = new Dictionary<Guid, PlannedRoom>();

    /// <summary>Languages of the teams of interpreters, by team.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<string>> Teams { get; init; } = new Dictionary<Guid, IReadOnlyList<string>>();

    /// <summary>When speakers, heads of delegation and teams of interpreters cannot be there.</summary>
    public IReadOnlyCollection<Absence> Absences { get; init; } = [];

    /// <summary>How severe the event takes each kind; see <see cref="ConflictSeverities.Of"/>.</summary>
    public IReadOnlyDictionary<ConflictKind, ConflictSeverity> Severities { get; init; } = new Dictionary<ConflictKind, ConflictSeverity>();

    /// <summary>How long people are on their way between buildings.</summary>
    public TravelRules Travel { get; init; } = TravelRules.None;

    /// <summary>Languages in which every title must exist.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>A session as the finder looks at it.</summary>
public sealed record PlannedSession
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>What happens in it.</summary>
    public SessionType Type { get; init; } = SessionType.ThematicSession;

    /// <summary>Who may attend.</summary>
    public SessionAccess Access { get; init; } = SessionAccess.DelegationsOnly;

    /// <summary>How far it is.</summary>
    public SessionState State { get; init; } = SessionState.Confirmed;

    /// <summary>How far what is said in it may travel.</summary>
    public Classification Classification { get; init; } = Classification.Clear;

    /// <summary>The title, of which only the languages matter.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    /// <summary>The rooms that it occupies; several where it takes all rooms of the event at once; empty while it is unscheduled.</summary>
    public IReadOnlyList<Guid> Rooms { get; init; } = [];

    /// <summary>When, or null while it is unscheduled.</summary>
    public TimeInterval? During { get; init; }

    /// <summary>Who presides, or null.</summary>
    public Guid? Chair { get; init; }

    /// <summary>Everybody who has a part in it; the chair may be named here or not.</summary>
    public IReadOnlyCollection<Guid> People { get; init; } = [];

    /// <summary>The teams that interpret it.</summary>
    public IReadOnlyCollection<Guid> Teams { get; init; } = [];

    /// <summary>Languages into which it is interpreted.</summary>
    public IReadOnlyCollection<string> Languages { get; init; } = [];

    /// <summary>Persons that are expected, or null where that is not known.</summary>
    public int? Expected { get; init; }

    /// <summary>How the room is furnished, or null where that does not matter.</summary>
    public RoomLayout? Layout { get; init; }

    /// <summary>Whether it will take place, as far as is known.</summary>
    public bool IsLive => State is not (SessionState.Withdrawn or SessionState.Cancelled);

    /// <summary>Whether somebody has the floor in it, so that it needs a chair and a confirmation.</summary>
    public bool HasFloor => Type is not (SessionType.Break or SessionType.GroupPhoto or SessionType.Reception or SessionType.Exhibition);

    /// <summary>Whether every head of delegation is expected in it.</summary>
    public bool NeedsHeads => Access == SessionAccess.HeadsOnly || Type == SessionType.RestrictedMeeting;

    /// <summary>Whether somebody is expected in it: as chair or speaker, as a head where heads meet, or to interpret.</summary>
    public bool Needs(AvailabilitySubject kind, Guid subjectId) => kind switch
    {
        AvailabilitySubject.Speaker => Chair == subjectId || People.Contains(subjectId),
        AvailabilitySubject.Head => NeedsHeads,
        AvailabilitySubject.InterpreterTeam => Teams.Contains(subjectId),
    };
}

/// <summary>A room as the finder looks at it.</summary>
/// <param name="VenueId">The building.</param>
/// <param name="Capacity">Persons it holds at most, or null where it is not known.</param>
/// <param name="CapacityByLayout">Persons it holds in a layout, where that is known.</param>
/// <param name="Hours">When it can be booked; empty for always.</param>
/// <param name="Booths">Interpretation booths.</param>
/// <param name="Clearance">The strictest classification that may be spoken of in it, or null for any.</param>
public sealed record PlannedRoom(
    Guid VenueId, int? Capacity, IReadOnlyDictionary<RoomLayout, int> CapacityByLayout, IReadOnlyList<BookableHours> Hours, int Booths, Classification? Clearance)
{
    /// <summary>Persons it holds in a layout: what is known of the layout, else what it holds at most; null where neither is known.</summary>
    public int? CapacityIn(RoomLayout? layout) => layout is { } known && CapacityByLayout.TryGetValue(known, out var persons) ? persons : Capacity;
}

/// <summary>A stretch in which somebody cannot be there.</summary>
/// <param name="Kind">Who the subject is.</param>
/// <param name="SubjectId">The speaker, the side of the head, or the team.</param>
/// <param name="During">The stretch.</param>
public sealed record Absence(AvailabilitySubject Kind, Guid SubjectId, TimeInterval During);

/// <summary>How long people are on their way between buildings.</summary>
/// <param name="Minutes">Between any two that are not listed, 0 to 240.</param>
/// <param name="Times">Pairs of buildings with times of their own, whichever is named first.</param>
public sealed record TravelRules(int Minutes, IReadOnlyCollection<TravelTime> Times)
{
    /// <summary>Nobody needs any time.</summary>
    public static TravelRules None { get; } = new(0, []);
}
