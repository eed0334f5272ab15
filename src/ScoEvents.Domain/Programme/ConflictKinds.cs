namespace ScoEvents.Domain.Programme;

/// <summary>What is wrong between sessions, or in one.</summary>
public enum ConflictKind
{
    /// <summary>Two sessions are in one room at once.</summary>
    RoomOverlap,

    /// <summary>A session is in a room when the room cannot be booked.</summary>
    RoomOutsideHours,

    /// <summary>A session lies outside the days of the event.</summary>
    OutsideEvent,

    /// <summary>A chair or speaker is in two places at once.</summary>
    PersonInTwoPlaces,

    /// <summary>A team of interpreters is in two places at once.</summary>
    InterpretersInTwoPlaces,

    /// <summary>A chair, speaker, head of delegation or team of interpreters cannot be there.</summary>
    PersonUnavailable,

    /// <summary>A chair, speaker or team of interpreters has too little time to get from one building to another.</summary>
    TravelBuffer,

    /// <summary>More persons are expected than the room holds.</summary>
    RoomTooSmall,

    /// <summary>The room has fewer booths than languages of interpretation are wanted.</summary>
    BoothsMissing,

    /// <summary>No assigned team of interpreters speaks a language into which the session is interpreted.</summary>
    InterpretersMissing,

    /// <summary>The session is classified more strictly than what may be spoken of in the room.</summary>
    RoomClearance,

    /// <summary>A session that has a floor has no chair.</summary>
    ChairMissing,

    /// <summary>A session that has a floor is placed but not confirmed.</summary>
    Unconfirmed,

    /// <summary>A title lacks a language that the event wants.</summary>
    Untranslated,

    /// <summary>A session has no place and time, so it is not published.</summary>
    Unscheduled,
}

/// <summary>What a conflict does to a release; a later value is milder.</summary>
public enum ConflictSeverity
{
    /// <summary>It prevents it.</summary>
    Block,

    /// <summary>It prevents it until somebody says, with a reason, that it may stand.</summary>
    Acknowledge,

    /// <summary>It is shown.</summary>
    Warn,

    /// <summary>It is not looked for.</summary>
    Ignore,
}

/// <summary>How severe each kind of conflict is.</summary>
public static class ConflictSeverities
{
    /// <summary>The severity of each kind where an event has not chosen another.</summary>
    /// <remarks>What would be wrong on the day itself must be seen by somebody; what is only unfinished is shown.</remarks>
    public static ConflictSeverity Default(ConflictKind kind) => kind switch
    {
        ConflictKind.RoomOverlap or ConflictKind.PersonInTwoPlaces or ConflictKind.InterpretersInTwoPlaces => ConflictSeverity.Block,
        ConflictKind.OutsideEvent or ConflictKind.RoomClearance => ConflictSeverity.Block,
        ConflictKind.RoomOutsideHours or ConflictKind.PersonUnavailable or ConflictKind.TravelBuffer => ConflictSeverity.Acknowledge,
        ConflictKind.RoomTooSmall or ConflictKind.BoothsMissing => ConflictSeverity.Acknowledge,
        ConflictKind.InterpretersMissing or ConflictKind.ChairMissing or ConflictKind.Unconfirmed => ConflictSeverity.Warn,
        ConflictKind.Untranslated or ConflictKind.Unscheduled => ConflictSeverity.Warn,
    };

    /// <summary>Whether the kind always blocks, whatever an event chooses: PostgreSQL refuses such a release.</summary>
    public static bool IsFixed(ConflictKind kind) =>
        kind is ConflictKind.RoomOverlap or ConflictKind.PersonInTwoPlaces or ConflictKind.InterpretersInTwoPlaces;

    /// <summary>The severity of a kind for an event.</summary>
    /// <param name="chosen">What the event has chosen; a kind that is missing has its <see cref="Default"/>, a fixed one always.</param>
    /// <param name="kind">The kind.</param>
    public static ConflictSeverity Of(IReadOnlyDictionary<ConflictKind, ConflictSeverity> chosen, ConflictKind kind) =>
        !IsFixed(kind) && chosen.TryGetValue(kind, out var severity) ? severity : Default(kind);
}
