using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>The persons one side sends to one event.</summary>
/// <remarks>Quota and single head also hold between two writers: the service locks the delegation's row, and the database has a unique index on live heads.</remarks>
public sealed class Delegation
{
    private readonly List<Delegate> _delegates = [];

    private Delegation()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The invitation it answers; at most one delegation each.</summary>
    public Guid InvitationId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>Persons it may have, from 1.</summary>
    public int Quota { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Everybody ever registered, the withdrawn included.</summary>
    public IReadOnlyList<Delegate> Delegates => _delegates;

    /// <summary>Those who come.</summary>
    public IEnumerable<Delegate> Live => _delegates.Where(person => person.IsLive);

    internal static Delegation Of(Invitation invitation) => new()
    {
        Id = Guid.CreateVersion7(),
        InvitationId = invitation.Id,
        EventId = invitation.EventId,
        SideId = invitation.SideId,
        Quota = invitation.Quota,
    };

    /// <summary>Changes how many persons it may have. Refused: <c>invitation.quota-below-registered</c>.</summary>
    /// <param name="quota">Persons, from 1; the invitation checked the bounds.</param>
    internal Result ChangeQuota(int quota)
    {
        var registered = Live.Count();
        if (quota < registered)
        {
            return DelegationErrors.QuotaBelowRegistered(registered);
        }

        Quota = quota;
        return Result.Success;
    }

    /// <summary>Registers a person. Refused: <c>delegation.quota-reached</c>, <c>delegation.second-head</c>, and what <see cref="Delegate.Describe"/> refuses.</summary>
    /// <param name="facts">Who.</param>
    /// <param name="now">UTC.</param>
    public Result<Delegate> Register(DelegateFacts facts, DateTimeOffset now)
    {
        if (Live.Count() >= Quota)
        {
            return DelegationErrors.QuotaReached(Quota);
        }

        if (facts.Role == DelegationRole.Head && Live.Any(person => person.Role == DelegationRole.Head))
        {
            return DelegationErrors.SecondHead();
        }

        var registered = Delegate.Create(this, facts, now);
        if (registered.IsSuccess)
        {
            _delegates.Add(registered.Value);
        }

        return registered;
    }

    /// <summary>Changes a person. Refused: <c>not-found</c>, <c>delegation.second-head</c>, and what <see cref="Delegate.Describe"/> refuses.</summary>
    public Result Correct(Guid delegateId, DelegateFacts facts, DateTimeOffset now)
    {
        if (_delegates.Find(person => person.Id == delegateId && person.IsLive) is not { } known)
        {
            return Error.NotFound();
        }

        return facts.Role == DelegationRole.Head && Live.Any(person => person.Role == DelegationRole.Head && person.Id != delegateId)
            ? DelegationErrors.SecondHead()
            : known.Describe(facts, now);
    }

    /// <summary>Takes a person out; the place is free again. Refused: <c>not-found</c>.</summary>
    public Result Withdraw(Guid delegateId, DateTimeOffset now)
    {
        if (_delegates.Find(person => person.Id == delegateId && person.IsLive) is not { } known)
        {
            return Error.NotFound();
        }

        known.Withdraw(now);
        return Result.Success;
    }
}
