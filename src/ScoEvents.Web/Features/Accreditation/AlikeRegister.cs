using System.Collections.Concurrent;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Keeps for each event, on this node, who may be registered twice: names are taken apart once and compared when they change, not at every look at the queue.</summary>
/// <remarks>Holds names of persons in memory and nowhere else; the events that were asked for least lately are let go.</remarks>
public sealed partial class AlikeRegister
{
    private const int MaxEvents = 16;

    // What a reader waits for at most; a whole event that nobody looked at before is compared beside the page, which shows what is known so far.
    private const int AtOnce = 20;
    private const int Slice = 20;

    // With pauses that grow fourfold, about half a minute in all; after that the next look at the event begins anew.
    private const int MaxTries = 6;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);
    private readonly ConcurrentDictionary<Guid, Shelf> _shelves = new();
    private readonly ILogger<AlikeRegister> _logger;
    private readonly Action<AlikePersons, int> _compare;
    private long _uses;

    /// <summary>A register that has seen nobody yet.</summary>
    /// <param name="logger">Hears of faults.</param>
    /// <param name="compare">How some of the persons are compared; null for <see cref="AlikePersons.Compare"/>, which a test can have fail.</param>
    public AlikeRegister(ILogger<AlikeRegister> logger, Action<AlikePersons, int>? compare = null) =>
        (_logger, _compare) = (logger, compare ?? (static (persons, most) => persons.Compare(most)));

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
            shelf.Show(persons);
            // While it is caught up with after a fault, pages show what is known and do not run into the same fault.
            if (!shelf.IsCatchingUp)
            {
                _ = TryCompare(eventId, shelf, AtOnce);
                if (shelf.Persons.IsBehind)
                {
                    shelf.IsCatchingUp = true;
                    _ = Task.Run(() => CatchUpAsync(eventId, shelf));
                }
            }

            return ask(shelf.Persons);
        }
    }

    // In slices with a pause between them: a lock is not fair, and a reader must not wait for the whole.
    private async Task CatchUpAsync(Guid eventId, Shelf shelf)
    {
        var (pause, failures) = (_pause, 0);
        for (var isBehind = true; isBehind;)
        {
            await Task.Delay(pause);
            lock (shelf)
            {
                (pause, failures) = TryCompare(eventId, shelf, Slice) ? (_pause, failures) : (pause * 4, failures + 1);
                isBehind = shelf.IsCatchingUp = shelf.Persons.IsBehind && failures < MaxTries;
            }
        }
    }

    /// <summary>Compares some; after a fault that nobody foresaw, which is logged, everybody is taken note of anew and is to be compared again.</summary>
    private bool TryCompare(Guid eventId, Shelf shelf, int most)
    {
        try
        {
            _compare(shelf.Persons, most);
            return true;
        }
        catch (Exception exception)
        {
            // Nobody waits for the task beside the page, so nobody else would hear of it; and a queue without pairs is better than no queue.
            LogFailed(_logger, exception, eventId);
            shelf.Forget();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Persons of the event {EventId} could not be compared for a reason that the portal does not know; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid eventId);

    private sealed class Shelf
    {
        private IReadOnlyCollection<PersonTrace> _traces = [];

        public AlikePersons Persons { get; private set; } = new();

        public long UsedAt { get; set; }

        public bool IsCatchingUp { get; set; }

        public void Show(IReadOnlyCollection<PersonTrace> traces)
        {
            _traces = traces;
            Persons.Update(traces);
        }

        // A comparison that broke off may have left one of a pair knowing of the other.
        public void Forget()
        {
            Persons = new AlikePersons();
            Persons.Update(_traces);
        }
    }
}
