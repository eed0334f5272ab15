using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>The refusals of accreditation, badges and check-in.</summary>
public static class AccreditationErrors
{
    /// <summary>The one state cannot follow the other.</summary>
    public static Error Move(AccreditationState from, AccreditationState to) => Error.Refused("accreditation.move", from.ToString(), to.ToString());

    /// <summary>Somebody else is looking at the case; it has to be taken over first.</summary>
    public static Error AnotherReviewer() => Error.Refused("accreditation.another-reviewer");

    /// <summary>The answer of the vetting authority stands against admission.</summary>
    public static Error VettingBars(Vetting vetting) => Error.Refused("accreditation.vetting-bars", vetting.ToString());

    /// <summary>Nothing is asked of the vetting authority for a person in this state.</summary>
    public static Error VettingClosed(AccreditationState state) => Error.Refused("accreditation.vetting-closed", state.ToString());

    /// <summary>The person stands in reserve; the side calls the person in first.</summary>
    public static Error InReserve() => Error.Refused("accreditation.in-reserve");

    /// <summary>Fields that the event needs of the person are empty.</summary>
    public static Error FieldsMissing(IEnumerable<string> missing) => Error.Refused("accreditation.fields-missing", string.Join(' ', missing));
}
