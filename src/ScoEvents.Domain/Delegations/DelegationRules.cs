using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>What an organiser sets for the delegations of an event; see <see cref="DelegationSettings"/> for the meaning of each part.</summary>
public sealed record DelegationRules
{
    /// <summary>The most limits, and the most zones.</summary>
    public const int MaxRules = 40;

    /// <summary>The longest name of a zone, in UTF-16 units.</summary>
    public const int MaxZoneLength = 80;

    /// <summary>Limits beside the invitation's own.</summary>
    public IReadOnlyList<QuotaRule> Quotas { get; init; } = [];

    /// <summary>Which fields are asked for.</summary>
    public IReadOnlyList<FieldRule> Fields { get; init; } = [];

    /// <summary>Areas that a badge may open.</summary>
    public IReadOnlyList<AccessZone> Zones { get; init; } = [];

    /// <summary>Languages in which function and body are asked for.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Day by which sides shall answer, or null.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Last day on which persons are registered, or null.</summary>
    public DateOnly? RegisterBy { get; init; }

    /// <summary>Day on which passport data and photographs are purged, or null.</summary>
    public DateOnly? PurgeOn { get; init; }

    /// <summary>What cannot be accepted, each beside its field.</summary>
    internal IEnumerable<Error> Check()
    {
        if (Quotas.Count > MaxRules || Zones.Count > MaxRules)
        {
            yield return Error.Invalid(Quotas.Count > MaxRules ? nameof(Quotas) : nameof(Zones), "settings.too-many", MaxRules);
        }

        foreach (var (rule, index) in Quotas.Select((rule, index) => (rule, index)))
        {
            if (rule.Places is < 0 or > ScoEvent.MaxDelegationQuota)
            {
                yield return Error.Invalid($"{nameof(Quotas)}[{index}].Places", "settings.places", ScoEvent.MaxDelegationQuota);
            }
            else if (Quotas.Take(index).Any(other => (other.Kind, other.Capacity, other.Role) == (rule.Kind, rule.Capacity, rule.Role)))
            {
                yield return Error.Invalid($"{nameof(Quotas)}[{index}].Places", "settings.quota-twice");
            }
        }

        foreach (var (zone, index) in Zones.Select((zone, index) => (zone, index)))
        {
            if (zone.Name.IsEmpty || zone.Name.LongestLength > MaxZoneLength || zone.Name.HasForbiddenCharacters())
            {
                yield return Error.Invalid($"{nameof(Zones)}[{index}].Name", "settings.zone-name", MaxZoneLength);
            }
        }

        if (Languages.Any(language => !Shared.Languages.IsKnown(language)))
        {
            yield return Error.Invalid(nameof(Languages), "choice");
        }

        if (RegisterBy < AnswerBy)
        {
            yield return Error.Invalid(nameof(RegisterBy), "settings.register-before-answer");
        }
    }
}
