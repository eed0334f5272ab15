using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>Whether a badge opens a door. The device at the door asks the same questions in the same order from what it has loaded; the portal asks them again from what is true.</summary>
public static class CheckInRules
{
    /// <summary>Why the badge does not open the door, or null where it does. Refused: <c>check-in.other-event</c>, <c>check-in.revoked</c>, <c>check-in.replaced</c>, <c>check-in.too-early</c>, <c>check-in.too-late</c>, <c>check-in.wrong-zone</c>.</summary>
    /// <param name="badge">What the badge says; its signature was checked before.</param>
    /// <param name="door">Where it was shown.</param>
    /// <param name="revokedAt">When it was taken back, or null.</param>
    /// <param name="at">When it was shown, by the portal's clock.</param>
    /// <param name="isReplaced">Whether its bearer has another badge by now, which is valid.</param>
    /// <remarks>A badge that was taken back after it was shown does not make the admission wrong in hindsight.</remarks>
    public static Error? Judge(BadgePayload badge, Door door, DateTimeOffset? revokedAt, DateTimeOffset at, bool isReplaced = false)
    {
        ArgumentNullException.ThrowIfNull(badge);
        ArgumentNullException.ThrowIfNull(door);
        if (badge.EventId != door.EventId)
        {
            return CheckInErrors.OtherEvent();
        }

        if (revokedAt <= at)
        {
            return isReplaced ? CheckInErrors.Replaced() : CheckInErrors.Revoked();
        }

        if (at < badge.ValidFrom || at < door.Days.Start)
        {
            return CheckInErrors.TooEarly();
        }

        if (at >= badge.ValidUntil || at >= door.Days.End)
        {
            return CheckInErrors.TooLate();
        }

        return door.ZoneId is { } zone && !badge.Zones.Contains(BadgePayload.ZoneMark(zone)) ? CheckInErrors.WrongZone() : null;
    }
}

/// <summary>Where a badge is shown.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Days">From the first midnight of the event to the one after its last day, at its place.</param>
/// <param name="ZoneId">The zone behind the door, or null for the entrance, which every badge of the event opens.</param>
public sealed record Door(Guid EventId, TimeInterval Days, Guid? ZoneId);
