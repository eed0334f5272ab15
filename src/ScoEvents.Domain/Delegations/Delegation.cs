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

    /// <summary>Those who were not taken out, the reserve included.</summary>
    public IEnumerable<Delegate> Live => _delegates.Where(person => person.IsLive);

    /// <summary>Those who have a place: they come, and not only in reserve.</summary>
    public IEnumerable<Delegate> Coming => _delegates.Where(person => person.IsComing);

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
        var registered = Coming.Count();
        if (quota < registered)
        {
            return DelegationErrors.QuotaBelowRegistered(registered);
        }

        Quota = quota;
        return Result.Success;
    }

    /// <summary>Registers a person, in a place or in reserve. Refused: <c>delegation.quota-reached</c>, <c>delegation.role-quota-reached</c>, <c>delegation.seats-taken</c>, <c>delegation.reserve-full</c>, <c>delegation.second-head</c>, and what <see cref="Delegate.Describe"/> refuses.</summary>
    /// <param name="facts">Who.</param>
    /// <param name="now">UTC.</param>
    /// <param name="limits">The event's limits for this side; null for none beside the own quota.</param>
    public Result<Delegate> Register(DelegateFacts facts, DateTimeOffset now, DelegationLimits? limits = null)
    {
        if (facts.IsReserve)
        {
            return Live.Count(person => person.IsReserve) >= Quota ? DelegationErrors.ReserveFull(Quota) : Add(facts, now);
        }

        return Admits(facts.Role, limits, except: null) is { } refused ? refused : Add(facts, now);
    }

    /// <summary>Changes a person; a place is neither won nor lost by it. Refused: <c>not-found</c>, <c>delegation.second-head</c>, <c>delegation.role-quota-reached</c>, <c>delegation.seats-taken</c>, and what <see cref="Delegate.Describe"/> refuses.</summary>
    public Result Correct(Guid delegateId, DelegateFacts facts, DateTimeOffset now, DelegationLimits? limits = null)
    {
        if (Find(delegateId) is not { } known)
        {
            return Error.NotFound();
        }

        if (!known.IsReserve && facts.Role != known.Role && Admits(facts.Role, limits, known) is { } refused)
        {
            return refused;
        }

        return known.Describe(facts with { IsReserve = known.IsReserve }, now);
    }

    /// <summary>Takes a person out; the place is free again. Refused: <c>not-found</c>.</summary>
    public Result Withdraw(Guid delegateId, DateTimeOffset now)
    {
        if (Find(delegateId) is not { } known)
        {
            return Error.NotFound();
        }

        known.Withdraw(now);
        return Result.Success;
    }

    /// <summary>Gives a place to a person of the reserve. Refused: <c>not-found</c>, <c>delegation.not-in-reserve</c>, and the limits of <see cref="Register"/>.</summary>
    public Result Promote(Guid delegateId, DateTimeOffset now, DelegationLimits? limits = null)
    {
        if (Find(delegateId) is not { } known)
        {
            return Error.NotFound();
        }

        if (!known.IsReserve)
        {
            return DelegationErrors.NotInReserve();
        }

        if (Admits(known.Role, limits, known) is { } refused)
        {
            return refused;
        }

        known.Promote(now);
        return Result.Success;
    }

    /// <summary>A person leaves, so that another may come instead. Refused: <c>not-found</c>.</summary>
    /// <returns>The place that is to be filled at once.</returns>
    /// <remarks>The place is left and filled by two saves of one transaction: the index of single heads counts after each row.</remarks>
    public Result<Vacancy> Vacate(Guid delegateId, DateTimeOffset now)
    {
        if (Find(delegateId) is not { } leaving)
        {
            return Error.NotFound();
        }

        leaving.Withdraw(now);
        return new Vacancy(leaving.Id, leaving.Role, leaving.IsReserve);
    }

    /// <summary>A new person takes place and role of the one who left, whatever role the facts name. Refused as <see cref="Delegate.Describe"/>.</summary>
    public Result<Delegate> Fill(Vacancy place, DelegateFacts facts, DateTimeOffset now)
    {
        var added = Add(facts with { Role = place.Role, IsReserve = place.IsReserve }, now);
        if (added.IsSuccess)
        {
            added.Value.TakePlace(place, now);
        }

        return added;
    }

    /// <summary>A person of the reserve takes place and role of the one who left. Refused: <c>not-found</c>, <c>delegation.not-in-reserve</c>.</summary>
    public Result<Delegate> Fill(Vacancy place, Guid reserveId, DateTimeOffset now)
    {
        if (Find(reserveId) is not { } known)
        {
            return Error.NotFound();
        }

        if (!known.IsReserve)
        {
            return DelegationErrors.NotInReserve();
        }

        known.TakePlace(place, now);
        return known;
    }

    /// <summary>Whether one more person may come in a role; null where it may.</summary>
    /// <param name="role">The role.</param>
    /// <param name="limits">The event's limits for this side.</param>
    /// <param name="except">Somebody who is not counted, because it is about that person.</param>
    private Error? Admits(DelegationRole role, DelegationLimits? limits, Delegate? except)
    {
        var others = Coming.Where(person => person != except).Select(person => person.Role).ToList();
        if (others.Count >= Quota)
        {
            return DelegationErrors.QuotaReached(Quota);
        }

        if (role == DelegationRole.Head && others.Contains(DelegationRole.Head))
        {
            return DelegationErrors.SecondHead();
        }

        return limits?.Refuse(role, others);
    }

    private Delegate? Find(Guid delegateId) => _delegates.Find(person => person.Id == delegateId && person.IsLive);

    private Result<Delegate> Add(DelegateFacts facts, DateTimeOffset now)
    {
        var registered = Delegate.Create(this, facts, now);
        if (registered.IsSuccess)
        {
            _delegates.Add(registered.Value);
        }

        return registered;
    }
}

/// <summary>A place in a delegation that somebody left, to be filled at once.</summary>
/// <param name="LeftById">Who left.</param>
/// <param name="Role">The role that comes with it.</param>
/// <param name="IsReserve">Whether it is a place in reserve.</param>
public sealed record Vacancy(Guid LeftById, DelegationRole Role, bool IsReserve);
