using System.Collections.Concurrent;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Keeps for each event, on this node, who may be registered twice: names are taken apart once and compared when they change, not at every look at the queue.</summary>
/// <remarks>Holds names of persons in memory and nowhere else; the events that were asked for least lately are let go.</remarks>
public sealed class AlikeRegister
{
    private const int MaxEvents = 16;
    private readonly ConcurrentDictionary<Guid, Shelf> _shelves = new();
    private long _uses;

    /// <summary>Brings an event's persons up to date and asks about them; one reader of an event at a time.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="persons">All its persons who can still come, as the asker may see them.</param>
    /// <param name="ask">The question; runs under a lock, so it is short and keeps nothing.</param>
    public T Ask<T>(Guid eventId, IReadOnlyCollection<PersonTrace> persons, Func<AlikePersons, T> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var shelf = _shelves.GetOrAdd(eventId, _ => new Shelf());
        shelf.UsedAt = Interlocked.Increment(ref _uses);
        if (_shelves.Count > MaxEvents)
        {
            _shelves.TryRemove(_shelves.MinBy(known => known.Value.UsedAt));
        }

        lock (shelf)
        {
            shelf.Persons.Update(persons);
            return ask(shelf.Persons);
        }
    }

    private sealed class Shelf
    {
        public AlikePersons Persons { get; } = new();

        public long UsedAt { get; set; }
    }
}
