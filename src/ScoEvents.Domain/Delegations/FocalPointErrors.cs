using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>The refusals of focal points, their links and their mandates.</summary>
public static class FocalPointErrors
{
    /// <summary>There is no such link.</summary>
    public static Error LinkUnknown() => Error.NotFound("focal-link.unknown");

    /// <summary>The link was used.</summary>
    public static Error LinkUsed() => Error.Refused("focal-link.used");

    /// <summary>The link was taken back.</summary>
    public static Error LinkRevoked() => Error.Refused("focal-link.revoked");

    /// <summary>The link's time is over.</summary>
    public static Error LinkExpired() => Error.Refused("focal-link.expired");

    /// <summary>The link was sent to another address than that of who uses it.</summary>
    public static Error OtherPerson() => Error.Refused("focal-link.other-person");

    /// <summary>The side's invitation was taken back, so there is nothing to speak in.</summary>
    public static Error InvitationWithdrawn() => Error.Refused("focal-link.invitation-withdrawn");

    /// <summary>Somebody with this address has an account, and signs in.</summary>
    public static Error AccountExists() => Error.Refused("focal-link.account-exists");

    /// <summary>The person speaks for the side in this event already.</summary>
    public static Error AlreadyFocalPoint() => Error.Refused("focal-point.already");

    /// <summary>A link to this address waits to be used.</summary>
    public static Error AlreadyInvited() => Error.Invalid("Email", "focal-point.already-invited");

    /// <summary>The office is for all events of the side; an administrator ends it.</summary>
    public static Error OfAllEvents() => Error.Refused("focal-point.of-all-events");

    /// <summary>A letter is a PDF, JPEG or PNG.</summary>
    public static Error MandateType() => Error.Invalid("File", "mandate.type");

    /// <summary>A letter is too large.</summary>
    public static Error MandateTooLarge() => Error.Invalid("File", "mandate.too-large", MandateLetter.MaxSize / 1024 / 1024);

    /// <summary>So many letters of a side are kept and no more.</summary>
    public static Error TooManyMandates(int most) => Error.Refused("mandate.too-many", most);
}
