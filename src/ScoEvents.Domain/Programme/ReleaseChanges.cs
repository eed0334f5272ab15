namespace ScoEvents.Domain.Programme;

/// <summary>How a session differs between two programmes.</summary>
public enum SessionChangeKind
{
    /// <summary>It is in the later programme only.</summary>
    New,

    /// <summary>It is in another room or at another time.</summary>
    Moved,

    /// <summary>It is in its old place and differs otherwise.</summary>
    Changed,

    /// <summary>It is in the earlier programme only.</summary>
    Cancelled,
}

/// <summary>A part of a session that readers can find different, in the order in which they are told.</summary>
public enum SessionPart
{
    /// <summary>Start or end.</summary>
    Time,

    /// <summary>The room, or what it and its building are called.</summary>
    Room,

    /// <summary>The title, in any language.</summary>
    Title,

    /// <summary>What happens in it.</summary>
    Type,

    /// <summary>Who may attend.</summary>
    Access,

    /// <summary>How far it may travel.</summary>
    Classification,

    /// <summary>The track, or what it is called.</summary>
    Track,

    /// <summary>Who presides.</summary>
    Chair,

    /// <summary>Who speaks, in what order, how long.</summary>
    Speakers,

    /// <summary>Languages into which it is interpreted.</summary>
    Interpretation,

    /// <summary>Items of the agenda.</summary>
    AgendaItems,

    /// <summary>What it is about, in any language.</summary>
    Abstract,
}

/// <summary>One session that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">As it stands in the earlier programme; null where it is new.</param>
/// <param name="After">As it stands in the later programme; null where it is cancelled.</param>
/// <param name="Parts">What differs; empty where it is new or cancelled.</param>
public sealed record SessionChange(SessionChangeKind Kind, ReleasedSession? Before, ReleasedSession? After, IReadOnlyList<SessionPart> Parts)
{
    /// <summary>The session as readers know it last.</summary>
    public ReleasedSession Session => After ?? Before!;
}

/// <summary>What readers of one programme find different from another: of any two, not only of neighbours.</summary>
/// <param name="All">Every session that differs, by start.</param>
public sealed record ReleaseChanges(IReadOnlyList<SessionChange> All)
{
    /// <summary>Nothing differs.</summary>
    public static ReleaseChanges None { get; } = new([]);

    /// <summary>Sessions that were not in it, or were cancelled in it.</summary>
    public IReadOnlyList<SessionChange> New => Of(SessionChangeKind.New);

    /// <summary>Sessions in another room or at another time.</summary>
    public IReadOnlyList<SessionChange> Moved => Of(SessionChangeKind.Moved);

    /// <summary>Sessions in their old place with another text, marking or people.</summary>
    public IReadOnlyList<SessionChange> Changed => Of(SessionChangeKind.Changed);

    /// <summary>Sessions that are in the programme no more.</summary>
    public IReadOnlyList<SessionChange> Cancelled => Of(SessionChangeKind.Cancelled);

    /// <summary>Whether readers find nothing different.</summary>
    public bool IsEmpty => All.Count == 0;

    /// <summary>The sessions that differ in one way.</summary>
    public IReadOnlyList<SessionChange> Of(SessionChangeKind kind) => [.. All.Where(change => change.Kind == kind)];

    /// <summary>Compares two releases of an event.</summary>
    /// <param name="earlier">Null for a programme without a session, as before the first release.</param>
    /// <param name="later">Any other release; it may also be the older of the two.</param>
    public static ReleaseChanges Between(Release? earlier, Release later) => Between(earlier?.Sessions ?? [], later.Sessions);

    /// <summary>Compares two programmes, or those parts of them that somebody may read.</summary>
    /// <param name="earlier">Sessions of one programme; those that are cancelled in it count as not there.</param>
    /// <param name="later">Sessions of the other.</param>
    public static ReleaseChanges Between(IEnumerable<ReleasedSession> earlier, IEnumerable<ReleasedSession> later)
    {
        var before = earlier.Where(session => !session.IsCancelled).ToDictionary(session => session.SessionId);
        var after = later.Where(session => !session.IsCancelled).ToDictionary(session => session.SessionId);
        var found = after.Values.Select(session => Compare(before.GetValueOrDefault(session.SessionId), session))
            .Concat(before.Values.Where(session => !after.ContainsKey(session.SessionId)).Select(gone => new SessionChange(SessionChangeKind.Cancelled, gone, null, [])))
            .OfType<SessionChange>()
            .OrderBy(change => change.Session.StartsAt).ThenBy(change => change.Session.RoomPosition).ThenBy(change => change.Session.SessionId);
        return new ReleaseChanges([.. found]);
    }

    private static SessionChange? Compare(ReleasedSession? before, ReleasedSession after)
    {
        if (before is null)
        {
            return new SessionChange(SessionChangeKind.New, null, after, []);
        }

        var parts = PartsOf(before, after).ToList();
        return parts.Count == 0 ? null : new SessionChange(HasMoved(before, after) ? SessionChangeKind.Moved : SessionChangeKind.Changed, before, after, parts);
    }

    // A room that is called differently is where it was.
    private static bool HasMoved(ReleasedSession before, ReleasedSession after) =>
        before.RoomId != after.RoomId || before.StartsAt != after.StartsAt || before.EndsAt != after.EndsAt;

    private static IEnumerable<SessionPart> PartsOf(ReleasedSession before, ReleasedSession after) => Enum.GetValues<SessionPart>().Where(part => part switch
    {
        SessionPart.Time => before.StartsAt != after.StartsAt || before.EndsAt != after.EndsAt,
        SessionPart.Room => before.RoomId != after.RoomId || !before.RoomName.Equals(after.RoomName) || !before.VenueName.Equals(after.VenueName),
        SessionPart.Title => !before.Title.Equals(after.Title),
        SessionPart.Type => before.Type != after.Type,
        SessionPart.Access => before.Access != after.Access,
        SessionPart.Classification => before.Classification != after.Classification,
        SessionPart.Track => before.Track != after.Track,
        SessionPart.Chair => !In(before, SpeakerRole.Chair).SequenceEqual(In(after, SpeakerRole.Chair)),
        SessionPart.Speakers => !In(before, SpeakerRole.Speaker).SequenceEqual(In(after, SpeakerRole.Speaker)),
        SessionPart.Interpretation => !before.InterpretedInto.SequenceEqual(after.InterpretedInto),
        SessionPart.AgendaItems => !before.AgendaItems.SequenceEqual(after.AgendaItems),
        SessionPart.Abstract => !before.Abstract.Equals(after.Abstract),
    });

    private static IEnumerable<FrozenSpeaker> In(ReleasedSession session, SpeakerRole role) => session.People.Where(person => person.Role == role);
}
