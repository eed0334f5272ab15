using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Domain.Accreditation;

/// <summary>What stands against the admission of a person beside the state of the case.</summary>
public static class ApprovalRules
{
    /// <summary>Why the person cannot be admitted yet, or null. Refused: <c>accreditation.in-reserve</c>, <c>accreditation.fields-missing</c>.</summary>
    /// <param name="person">Who.</param>
    /// <param name="settings">What the event needs of persons.</param>
    /// <param name="hasPhoto">Whether there is a photograph.</param>
    public static Error? Check(Delegate person, DelegationSettings settings, bool hasPhoto)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(settings);
        if (person.IsReserve)
        {
            return AccreditationErrors.InReserve();
        }

        var missing = MissingFields.Of(person, settings, hasPhoto);
        return missing.Count > 0 ? AccreditationErrors.FieldsMissing(missing) : null;
    }
}
