namespace ScoEvents.Domain.Delegations;

/// <summary>What a side says of a person, by the names that forms, comments of reviewers and refusals share.</summary>
public static class PersonFields
{
    /// <summary>The function, which every person has and an event may want in several languages.</summary>
    public const string Function = nameof(Delegate.Function);

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        nameof(Delegate.Role), nameof(DelegateField.FormOfAddress), nameof(Delegate.FamilyName), nameof(Delegate.GivenNames), nameof(DelegateField.NativeName), Function,
        nameof(DelegateField.Body), nameof(Delegate.Email), nameof(DelegateField.Category), nameof(DelegateField.Nationality), nameof(DelegateField.PassportState),
        nameof(DelegateField.Passport), nameof(DelegateField.PassportExpiry), nameof(DelegateField.Photo), nameof(DelegateField.Visa), nameof(DelegateField.Arrival),
        nameof(DelegateField.Departure), nameof(DelegateField.Accommodation), nameof(DelegateField.Diet), nameof(DelegateField.AccessNeeds), nameof(DelegateField.Languages),
        nameof(DelegateField.Consent),
    ];

    /// <summary>Whether a name is one of them.</summary>
    public static bool IsKnown(string? name) => name is not null && All.Contains(name);
}
