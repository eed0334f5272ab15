using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>The limits of an event that hold for one side, beside the quota of its invitation.</summary>
/// <param name="Rules">Those that fit the side's capacity; of several that fit a person each holds.</param>
public sealed record DelegationLimits(IReadOnlyList<QuotaRule> Rules)
{
    /// <summary>The most persons with a seat at the table, or null where nobody limited them.</summary>
    public int? Seats => Rules.Where(rule => rule is { Kind: QuotaKind.Seats, Role: null }).Select(rule => (int?)rule.Places).Min();

    /// <summary>The most persons in a role, or null where nobody limited them.</summary>
    public int? PlacesIn(DelegationRole role) => Rules.Where(rule => rule.Kind == QuotaKind.Persons && rule.Role == role).Select(rule => (int?)rule.Places).Min();

    /// <summary>The most persons whatever their role, or null where only the invitation limits them.</summary>
    public int? Persons => Rules.Where(rule => rule is { Kind: QuotaKind.Persons, Role: null }).Select(rule => (int?)rule.Places).Min();

    /// <summary>Whether one more may come in a role: null where it may, else <c>delegation.quota-reached</c>, <c>delegation.role-quota-reached</c> or <c>delegation.seats-taken</c>.</summary>
    /// <param name="role">The role of the one more.</param>
    /// <param name="others">The roles of all others who have a place.</param>
    public Error? Refuse(DelegationRole role, IReadOnlyCollection<DelegationRole> others)
    {
        foreach (var rule in Rules.Where(rule => Counts(rule, role)))
        {
            if (others.Count(other => Counts(rule, other)) >= rule.Places)
            {
                return rule switch
                {
                    { Kind: QuotaKind.Seats } => DelegationErrors.SeatsTaken(rule.Places),
                    { Role: not null } => DelegationErrors.RoleQuotaReached(rule.Places),
                    _ => DelegationErrors.QuotaReached(rule.Places),
                };
            }
        }

        return null;
    }

    private static bool Counts(QuotaRule rule, DelegationRole role) => (rule.Role is null || rule.Role == role) && (rule.Kind == QuotaKind.Persons || role.HasSeat());
}
