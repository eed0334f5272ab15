using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.UiKit;

/// <summary>What was done last on this circuit and can still be taken back; the next such act takes its place.</summary>
public sealed class UndoShelf
{
    /// <summary>How long an act can be taken back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    /// <summary>Raised when there is another offer or none any more.</summary>
    public event Action? Changed;

    /// <summary>The act that can be taken back now, or null.</summary>
    public UndoOffer? Current { get; private set; }

    /// <summary>Offers to take an act back.</summary>
    /// <param name="name">What is gone, as the person knows it.</param>
    /// <param name="address">The page on which it will stand again.</param>
    /// <param name="restore">Brings it back through the service; refused as the service refuses.</param>
    public void Offer(string name, string address, Func<Actor, CancellationToken, Task<Result>> restore) => Put(new UndoOffer(name, address, restore));

    /// <summary>Withdraws the offer, if it still stands, and hands it out: nothing is taken back twice.</summary>
    public UndoOffer? Take()
    {
        var offer = Current;
        Put(null);
        return offer;
    }

    private void Put(UndoOffer? offer)
    {
        Current = offer;
        Changed?.Invoke();
    }
}

/// <summary>An act that can be taken back.</summary>
public sealed record UndoOffer(string Name, string Address, Func<Actor, CancellationToken, Task<Result>> RestoreAsync);
