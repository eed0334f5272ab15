using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>The refusals of accreditation, badges and check-in.</summary>
public static class AccreditationErrors
{
    /// <summary>The one state cannot follow the other.</summary>
    public static Error Move(AccreditationState from, AccreditationState to) => Error.Refused("accreditation.move", from.ToString(), to.ToString());
}
