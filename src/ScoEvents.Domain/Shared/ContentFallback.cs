namespace ScoEvents.Domain.Shared;

/// <summary>The order in which languages stand in for each other while the texts of one event are read, as the event says it.</summary>
/// <remarks>
/// It goes with the flow of execution, like the culture: whoever answers for an event sets it once, and every
/// <see cref="LocalizedText"/> that is read meanwhile follows it. Outside, the order of <see cref="Languages.All"/> holds.
/// </remarks>
public sealed class ContentFallback
{
    private static readonly AsyncLocal<ContentFallback?> _current = new();

    private IReadOnlyList<string> _order = [];

    /// <summary>The languages named first; empty where nobody said.</summary>
    public static IReadOnlyList<string> Order => _current.Value?._order ?? [];

    /// <summary>Lets what flows on from here follow this object's order, now and after it changes: for a circuit, which goes from event to event.</summary>
    public void Enter() => _current.Value = this;

    /// <summary>Changes the order for everything that follows this object.</summary>
    /// <param name="order">Languages of the portal, first choice first; empty for the portal's own order.</param>
    public void Follow(IReadOnlyList<string> order) => _order = order;

    /// <summary>Reads with an order until the result is disposed.</summary>
    /// <param name="order">Languages of the portal, first choice first; empty for the portal's own order.</param>
    public static IDisposable Use(IReadOnlyList<string> order)
    {
        var before = _current.Value;
        _current.Value = new ContentFallback { _order = order };
        return new Return(before);
    }

    private sealed class Return(ContentFallback? before) : IDisposable
    {
        public void Dispose() => _current.Value = before;
    }
}
