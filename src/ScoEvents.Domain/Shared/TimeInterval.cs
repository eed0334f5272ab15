namespace ScoEvents.Domain.Shared;

/// <summary>A half-open stretch of time: <paramref name="Start"/> belongs to it, <paramref name="End"/> does not.</summary>
/// <param name="Start">The first instant, UTC.</param>
/// <param name="End">The first instant after it, UTC; after <paramref name="Start"/>.</param>
public readonly record struct TimeInterval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>How long it lasts; positive.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Whether the two share at least one instant; stretches that only touch do not.</summary>
    public bool Overlaps(TimeInterval other) => Start < other.End && other.Start < End;

    /// <summary>Whether the other lies wholly within this one.</summary>
    public bool Contains(TimeInterval other) => Start <= other.Start && other.End <= End;

    /// <summary>The same time in as few stretches as it takes, in order and apart from each other; those that touch become one.</summary>
    public static IReadOnlyList<TimeInterval> Union(IEnumerable<TimeInterval> stretches)
    {
        var union = new List<TimeInterval>();
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            if (union.Count > 0 && stretch.Start <= union[^1].End)
            {
                union[^1] = union[^1] with { End = stretch.End > union[^1].End ? stretch.End : union[^1].End };
            }
            else
            {
                union.Add(stretch);
            }
        }

        return union;
    }
}
