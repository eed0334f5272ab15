using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Delegations;

/// <summary>The invitation of one side to one event, in a capacity.</summary>
public sealed partial class Invitation
{
    // The reference data give every body of the SCO a key that begins with the organisation's own.
    private const string ScoKey = "sco";

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

    /// <summary>Day by which the side shall answer, or null for the event's own.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>Language in which the side is written to, or null where nobody chose one.</summary>
    public string? Language { get; private set; }

    /// <summary>When it is known to have arrived, UTC; null while it is not.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Who noted that; null while nobody did.</summary>
    public Guid? DeliveredBy { get; private set; }

    /// <summary>When the side was last reminded, UTC; null while it was not.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>What the side says with its answer, or null.</summary>
    public string? AnswerRemark { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes an invitation and sends it out.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="capacity">See <see cref="CapacityOf(StateStatus?)"/>.</param>
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

    /// <summary>Notes that a side may be invited; only those who invite see it, and nothing is sent out before <see cref="Reissue"/>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="capacity">See <see cref="CapacityOf(StateStatus?)"/>.</param>
    /// <param name="quota">Persons, from 1.</param>
    public static Invitation Propose(Guid eventId, Guid sideId, Capacity capacity, int quota) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        SideId = sideId,
        Capacity = capacity,
        Quota = Math.Max(1, quota),
        Status = InvitationStatus.Draft,
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

    /// <summary>The capacity of an organisation: body of the SCO, international organisation, or guest where it belongs to one state.</summary>
    public static Capacity CapacityOf(Organisation organisation) => organisation switch
    {
        { Key: ScoKey } => Capacity.SCOBody,
        _ when organisation.Key.StartsWith(ScoKey + "-", StringComparison.Ordinal) => Capacity.SCOBody,
        { StateId: null } => Capacity.InternationalOrganisation,
        _ => Capacity.Guest,
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

    /// <summary>The side does not come. Refused: <c>invitation.not-answerable</c>, <c>invitation.persons-registered</c>.</summary>
    /// <param name="answeredBy">Who says so for the side.</param>
    /// <param name="now">UTC.</param>
    /// <param name="registered">Persons of its delegation who come at this moment; none may be left.</param>
    public Result Decline(Guid answeredBy, DateTimeOffset now, int registered = 0)
    {
        if (!IsDeclinable)
        {
            return DelegationErrors.NotAnswerable();
        }

        if (registered > 0)
        {
            return DelegationErrors.PersonsRegistered(registered);
        }

        (Status, AnsweredAt, AnsweredBy) = (InvitationStatus.Declined, now, answeredBy);
        return Result.Success;
    }

    /// <summary>Changes how many persons the side may send, and with it its delegation. Refused: <c>invitation.not-answerable</c> for one that was taken back, <c>event.quota-out-of-range</c>, <c>invitation.quota-below-registered</c>.</summary>
    /// <param name="quota">Persons, 1 to <see cref="ScoEvent.MaxDelegationQuota"/>.</param>
    /// <param name="delegation">The delegation with its persons; null while there is none.</param>
    public Result ChangeQuota(int quota, Delegation? delegation)
    {
        if (Status == InvitationStatus.Withdrawn)
        {
            return DelegationErrors.NotAnswerable();
        }

        if (quota is < 1 or > ScoEvent.MaxDelegationQuota)
        {
            return Error.Invalid(nameof(Quota), "event.quota-out-of-range", ScoEvent.MaxDelegationQuota);
        }

        if (delegation?.ChangeQuota(quota) is { IsSuccess: false } refused)
        {
            return refused;
        }

        Quota = quota;
        return Result.Success;
    }

    /// <summary>Sends out what was proposed, or anew what was taken back; capacity is that of the day, the quota stays. Refused: <c>invitation.already</c> where it stands.</summary>
    /// <param name="capacity">See <see cref="CapacityOf(StateStatus?)"/>.</param>
    /// <param name="now">UTC.</param>
    public Result Reissue(Capacity capacity, DateTimeOffset now)
    {
        if (Status is not (InvitationStatus.Draft or InvitationStatus.Withdrawn))
        {
            return DelegationErrors.InvitedAlready();
        }

        (Status, Capacity, IssuedAt, AnsweredAt, AnsweredBy) = (InvitationStatus.Issued, capacity, now, null, null);
        (DeliveredAt, DeliveredBy, RemindedAt, AnswerRemark) = (null, null, null, null);
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
