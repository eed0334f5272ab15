using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>Why a door stays shut. The codes are also what a device at the door shows in the guard's language.</summary>
public static class CheckInErrors
{
    /// <summary>What was scanned is no badge of this portal, or is damaged.</summary>
    public static Error Unreadable() => Error.Refused("check-in.unreadable");

    /// <summary>The code was not signed by this portal: changed, or made by somebody else.</summary>
    public static Error Forged() => Error.Refused("check-in.forged");

    /// <summary>A badge of another event.</summary>
    public static Error OtherEvent() => Error.Refused("check-in.other-event");

    /// <summary>The badge was taken back.</summary>
    public static Error Revoked() => Error.Refused("check-in.revoked");

    /// <summary>The badge was taken back, and its bearer has another that is valid.</summary>
    public static Error Replaced() => Error.Refused("check-in.replaced");

    /// <summary>The badge, or the event, has not begun.</summary>
    public static Error TooEarly() => Error.Refused("check-in.too-early");

    /// <summary>The badge, or the event, is over.</summary>
    public static Error TooLate() => Error.Refused("check-in.too-late");

    /// <summary>The badge does not open this zone.</summary>
    public static Error WrongZone() => Error.Refused("check-in.wrong-zone");

    /// <summary>There is no such badge, or the person has none that is valid.</summary>
    public static Error Unknown() => Error.Refused("check-in.unknown");

    /// <summary>Every code that a device must have words for, in the order in which the rules are asked.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. new[] { Unreadable(), Forged(), OtherEvent(), Unknown(), Revoked(), Replaced(), TooEarly(), TooLate(), WrongZone() }.Select(error => error.Code),
    ];
}
