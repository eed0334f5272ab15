using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>The refusals of invitations, delegations and delegates.</summary>
public static class DelegationErrors
{
    /// <summary>Code of <see cref="QuotaReached"/>.</summary>
    public const string QuotaReachedCode = "delegation.quota-reached";

    /// <summary>Code of <see cref="SecondHead"/>.</summary>
    public const string SecondHeadCode = "delegation.second-head";

    /// <summary>The delegation has all the persons it may have.</summary>
    public static Error QuotaReached(int quota) => Error.Refused(QuotaReachedCode, quota);

    /// <summary>The delegation has a head already.</summary>
    public static Error SecondHead() => new(ErrorKind.Refused, SecondHeadCode, "Role");

    /// <summary>Persons of the side cannot be registered or changed (any more).</summary>
    public static Error RegistrationClosed() => Error.Refused("delegation.registration-closed");

    /// <summary>The invitation was not accepted, so there is no delegation to register.</summary>
    public static Error NotAccepted() => Error.Refused("delegation.not-accepted");

    /// <summary>The invitation cannot be answered in its state.</summary>
    public static Error NotAnswerable() => Error.Refused("invitation.not-answerable");

    /// <summary>The invitation was not sent out, or was taken back.</summary>
    public static Error NotSent() => Error.Refused("invitation.not-sent");

    /// <summary>The side has an invitation to the event already.</summary>
    public static Error InvitedAlready() => Error.Refused("invitation.already");

    /// <summary>No side has the chosen status on the event's first day.</summary>
    public static Error NobodyToInvite() => Error.Refused("invitation.nobody");

    /// <summary>More persons are registered than the wanted quota allows.</summary>
    public static Error QuotaBelowRegistered(int registered) => Error.Invalid("Quota", "invitation.quota-below-registered", registered);

    /// <summary>The side cannot say no while persons of it are registered; they are withdrawn first.</summary>
    public static Error PersonsRegistered(int registered) => Error.Refused("invitation.persons-registered", registered);
}
