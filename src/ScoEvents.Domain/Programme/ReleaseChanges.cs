namespace ScoEvents.Domain.Programme;

/// <summary>What readers of a release find different from the one before.</summary>
/// <param name="New">Sessions that were not in it, or were cancelled in it.</param>
/// <param name="Moved">Sessions in another room or at another time.</param>
/// <param name="Changed">Sessions in their old place with another text, access or people.</param>
/// <param name="Cancelled">Sessions that are in the programme no more.</param>
public sealed record ReleaseChanges(
    IReadOnlyList<ReleasedSession> New, IReadOnlyList<ReleasedSession> Moved, IReadOnlyList<ReleasedSession> Changed, IReadOnlyList<ReleasedSession> Cancelled)
{
    /// <summary>Whether readers find nothing different.</summary>
    public bool IsEmpty => New.Count + Moved.Count + Changed.Count + Cancelled.Count == 0;

    /// <summary>Compares a release with the one before it.</summary>
    /// <param name="previous">The release before, or null for the first.</param>
    /// <param name="next">The release that follows it directly, made or about to be made.</param>
    public static ReleaseChanges Between(Release? previous, Release next)
    {
        var before = previous?.Sessions.ToDictionary(session => session.SessionId) ?? [];
        var found = next.Sessions
            .Select(session => (session, old: before.GetValueOrDefault(session.SessionId)))
            .Where(pair => pair.old is null || pair.old.Sequence != pair.session.Sequence)
            .OrderBy(pair => pair.session.StartsAt)
            .ToLookup(pair => KindOf(pair.old, pair.session), pair => pair.session);
        return new ReleaseChanges([.. found[Kind.New]], [.. found[Kind.Moved]], [.. found[Kind.Changed]], [.. found[Kind.Cancelled]]);
    }

    private static Kind KindOf(ReleasedSession? old, ReleasedSession session) => (old, session) switch
    {
        (_, { IsCancelled: true }) => Kind.Cancelled,
        (null or { IsCancelled: true }, _) => Kind.New,
        _ when old.RoomId != session.RoomId || old.StartsAt != session.StartsAt || old.EndsAt != session.EndsAt => Kind.Moved,
        _ => Kind.Changed,
    };

    private enum Kind
    {
        New,
        Moved,
        Changed,
        Cancelled,
    }
}
