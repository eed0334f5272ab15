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

    /// <summary>The delegation has all the persons it may have in the role.</summary>
    public static Error RoleQuotaReached(int places) => new(ErrorKind.Refused, "delegation.role-quota-reached", "Role") { Arguments = [places] };

    /// <summary>All seats at the table are taken; security, support and press need none.</summary>
    public static Error SeatsTaken(int places) => new(ErrorKind.Refused, "delegation.seats-taken", "Role") { Arguments = [places] };

    /// <summary>As many persons stand in reserve as may come.</summary>
    public static Error ReserveFull(int places) => Error.Refused("delegation.reserve-full", places);

    /// <summary>The person has a place already.</summary>
    public static Error NotInReserve() => Error.Refused("delegation.not-in-reserve");

    /// <summary>The last day of registration is over; who is registered can still be corrected, exchanged and taken out.</summary>
    public static Error DeadlinePassed(DateOnly lastDay) => Error.Refused("delegation.deadline-passed", lastDay);

    /// <summary>A delegation is handed in with its head.</summary>
    public static Error NoHead() => Error.Refused("delegation.no-head");

    /// <summary>There is nobody who could be handed in.</summary>
    public static Error NothingToSubmit() => Error.Refused("delegation.nothing-to-submit");

    /// <summary>Code of <see cref="Incomplete"/>.</summary>
    public const string IncompleteCode = "delegate.incomplete";

    /// <summary>Fields are missing that the event wants before a person is handed in; their names follow name and number in the arguments.</summary>
    public static Error Incomplete(string name, IReadOnlyList<string> fields) => Error.Refused(IncompleteCode, [name, fields.Count, .. fields]);

    /// <summary>Name, papers and part of the person are being reviewed or were admitted; only travel and stay can be changed.</summary>
    public static Error UnderReview() => Error.Refused("delegate.under-review");
}
