namespace ScoEvents.Domain.Delegations;

/// <summary>What an event still wants to know of a person before the person is handed in.</summary>
public static class DelegateRequirements
{
    /// <summary>Name of the field of the function, which every person has and an event may want in several languages.</summary>
    public const string Function = nameof(Delegate.Function);

    /// <summary>The fields that are missing, by the names that comments and forms use; empty where the person is complete.</summary>
    /// <param name="settings">What the event asks for.</param>
    /// <param name="person">Who.</param>
    /// <param name="hasPhoto">Whether there is a photograph.</param>
    public static IReadOnlyList<string> Missing(DelegationSettings settings, Delegate person, bool hasPhoto)
    {
        var missing = Enum.GetValues<DelegateField>()
            .Where(field => settings.NeedOf(field, person.Role) == FieldNeed.Required && IsEmpty(field, person, hasPhoto))
            .Select(field => field.ToString()).ToList();
        if (person.Function.Missing(settings.Languages).Count > 0)
        {
            missing.Insert(0, Function);
        }

        if (!person.Body.IsEmpty && person.Body.Missing(settings.Languages).Count > 0)
        {
            missing.Add(nameof(DelegateField.Body));
        }

        return missing;
    }

    private static bool IsEmpty(DelegateField field, Delegate person, bool hasPhoto) => field switch
    {
        DelegateField.NativeName => person.NativeName is null,
        DelegateField.FormOfAddress => person.FormOfAddress is null,
        DelegateField.Body => person.Body.IsEmpty,
        DelegateField.Category => person.Category is null,
        DelegateField.Nationality => person.NationalityId is null,
        DelegateField.Photo => !hasPhoto,
        DelegateField.Passport => person.Passport.Envelope.Length == 0,
        DelegateField.PassportState => person.PassportStateId is null,
        DelegateField.PassportExpiry => person.PassportExpiresOn is null,
        DelegateField.Visa => person.Stay.NeedsVisa && string.IsNullOrWhiteSpace(person.Stay.VisaPost),
        DelegateField.Arrival => person.Stay.ArrivesAt is null,
        DelegateField.Departure => person.Stay.DepartsAt is null,
        DelegateField.Accommodation => string.IsNullOrWhiteSpace(person.Stay.Accommodation),
        DelegateField.Diet => string.IsNullOrWhiteSpace(person.Stay.Diet),
        DelegateField.AccessNeeds => string.IsNullOrWhiteSpace(person.Stay.AccessNeeds),
        DelegateField.Languages => person.Languages.Count == 0,
        DelegateField.Consent => person.ConsentAt is null,
    };
}
