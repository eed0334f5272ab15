namespace ScoEvents.Domain.Delegations;

/// <summary>Finds what an event needs of a person and the side has not said yet: the one rule for handing a person in and for admitting the person.</summary>
public static class MissingFields
{
    /// <summary>The required fields that are empty or lack a language, by the names and in the order of <see cref="PersonFields.All"/>.</summary>
    /// <param name="person">Who.</param>
    /// <param name="settings">What the event needs.</param>
    /// <param name="hasPhoto">Whether there is a photograph.</param>
    public static IReadOnlyList<string> Of(Delegate person, DelegationSettings settings, bool hasPhoto)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(settings);
        var missing = Enum.GetValues<DelegateField>()
            .Where(field => settings.NeedOf(field, person.Role) == FieldNeed.Required && IsEmpty(field, person, hasPhoto)).Select(field => field.ToString()).ToHashSet();
        if (person.Function.Missing(settings.Languages).Count > 0)
        {
            missing.Add(PersonFields.Function);
        }

        // A body may be asked for and stay empty; whoever names one names it in all languages.
        if (!person.Body.IsEmpty && person.Body.Missing(settings.Languages).Count > 0)
        {
            missing.Add(nameof(DelegateField.Body));
        }

        return [.. PersonFields.All.Where(missing.Contains)];
    }

    // A purge empties passport data and photograph of persons who were admitted long before.
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
        DelegateField.Visa => person.Stay is { NeedsVisa: true, VisaPost: null },
        DelegateField.Arrival => person.Stay.ArrivesAt is null,
        DelegateField.Departure => person.Stay.DepartsAt is null,
        DelegateField.Accommodation => person.Stay.Accommodation is null,
        DelegateField.Diet => person.Stay.Diet is null,
        DelegateField.AccessNeeds => person.Stay.AccessNeeds is null,
        DelegateField.Languages => person.Languages.Count == 0,
        DelegateField.Consent => person.ConsentAt is null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
