using System.Collections.Concurrent;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Keeps for each event, on this node, who may be registered twice: names are taken apart once and compared when they change, not at every look at the queue.</summary>
/// <remarks>Holds names of persons in memory and nowhere else; the events that were asked for least lately are let go.</remarks>
public sealed class AlikeRegister
{
    private const int MaxEvents = 16;

    // What a reader waits for at most; a whole event that nobody looked at before is compared beside the page, which shows what is known so far.
    private const int AtOnce = 20;
    private const int Slice = 20;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);
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
            shelf.Persons.Compare(AtOnce);
            if (shelf.Persons.IsBehind && !shelf.IsCatchingUp)
            {
                shelf.IsCatchingUp = true;
                _ = Task.Run(() => CatchUpAsync(shelf));
            }

            return ask(shelf.Persons);
        }
    }

    // In slices with a pause between them: a lock is not fair, and a reader must not wait for the whole.
    private static async Task CatchUpAsync(Shelf shelf)
    {
        for (var isBehind = true; isBehind;)
        {
            await Task.Delay(_pause);
            lock (shelf)
            {
                shelf.Persons.Compare(Slice);
                isBehind = shelf.IsCatchingUp = shelf.Persons.IsBehind;
            }
        }
    }

    private sealed class Shelf
    {
        public AlikePersons Persons { get; } = new();

        public long UsedAt { get; set; }

        public bool IsCatchingUp { get; set; }
    }
}
