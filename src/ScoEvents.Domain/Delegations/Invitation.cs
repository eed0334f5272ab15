using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Delegations;

/// <summary>The invitation of one side to one event, in a capacity.</summary>
public sealed class Invitation
{
    private Invitation()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side; once an event.</summary>
    public Guid SideId { get; private set; }

    /// <summary>In what capacity it is invited.</summary>
    public Capacity Capacity { get; private set; }

    /// <summary>How far it is.</summary>
    public InvitationStatus Status { get; private set; }

    /// <summary>Persons the delegation may have, from 1.</summary>
    public int Quota { get; private set; }

    /// <summary>When it was sent out, UTC.</summary>
    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>When the side answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answered for the side.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes an invitation and sends it out.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="capacity">See <see cref="CapacityOf"/>.</param>
    /// <param name="quota">Persons, from 1.</param>
    /// <param name="now">UTC.</param>
    public static Invitation Issue(Guid eventId, Guid sideId, Capacity capacity, int quota, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        SideId = sideId,
        Capacity = capacity,
        Quota = Math.Max(1, quota),
        Status = InvitationStatus.Issued,
        IssuedAt = now,
    };

    /// <summary>The capacity of a state: its status on the event's first day, or guest where it has none.</summary>
    public static Capacity CapacityOf(StateStatus? status) => status switch
    {
        StateStatus.Member => Capacity.Member,
        StateStatus.Observer => Capacity.Observer,
        StateStatus.DialoguePartner => Capacity.DialoguePartner,
        StateStatus.Partner => Capacity.Partner,
        null => Capacity.Guest,
    };

    /// <summary>Whether the side can say yes or no now.</summary>
    public bool IsAnswerable => Status is InvitationStatus.Issued or InvitationStatus.Delivered or InvitationStatus.NoReply or InvitationStatus.Declined;

    /// <summary>Whether the side can say no now; a side that accepted can still decline.</summary>
    public bool IsDeclinable => IsAnswerable && Status != InvitationStatus.Declined || Status == InvitationStatus.Accepted;

    /// <summary>The side comes: makes its delegation. Refused: <c>invitation.not-answerable</c>.</summary>
    public Result<Delegation> Accept(Guid answeredBy, DateTimeOffset now)
    {
        if (!IsAnswerable)
        {
            return DelegationErrors.NotAnswerable();
        }

        (Status, AnsweredAt, AnsweredBy) = (InvitationStatus.Accepted, now, answeredBy);
        return Delegation.Of(this);
    }

    /// <summary>The side does not come. Refused: <c>invitation.not-answerable</c>.</summary>
    public Result Decline(Guid answeredBy, DateTimeOffset now)
    {
        if (!IsDeclinable)
        {
            return DelegationErrors.NotAnswerable();
        }

        (Status, AnsweredAt, AnsweredBy) = (InvitationStatus.Declined, now, answeredBy);
        return Result.Success;
    }

    /// <summary>Takes the invitation back. Refused: <c>invitation.not-answerable</c>.</summary>
    public Result Withdraw()
    {
        if (Status == InvitationStatus.Withdrawn)
        {
            return DelegationErrors.NotAnswerable();
        }

        Status = InvitationStatus.Withdrawn;
        return Result.Success;
    }
}
