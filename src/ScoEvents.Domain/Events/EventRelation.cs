namespace ScoEvents.Domain.Events;

/// <summary>Two events that a source document names together, such as one held before or on the margins of the other.</summary>
public sealed class EventRelation
{
    private EventRelation()
    {
    }

    /// <summary>Relates one event to another.</summary>
    public EventRelation(Guid eventId, Guid relatedId)
    {
        EventId = eventId;
        RelatedId = relatedId;
    }

    /// <summary>The event whose source names the other.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The event that is named.</summary>
    public Guid RelatedId { get; private set; }
}
