namespace ScoEvents.Domain.Delegations;

/// <summary>Finds what an event needs of a person and the side has not said yet.</summary>
public static class MissingFields
{
    /// <summary>The required fields that are empty, in the order of <see cref="DelegateField"/>.</summary>
    /// <param name="person">Who.</param>
    /// <param name="settings">What the event needs.</param>
    /// <param name="hasPhoto">Whether there is a photograph.</param>
    public static IReadOnlyList<DelegateField> Of(Delegate person, DelegationSettings settings, bool hasPhoto)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. Enum.GetValues<DelegateField>()
                .Where(field => settings.NeedOf(field, person.Role) == FieldNeed.Required && IsEmpty(field, person, hasPhoto)),
        ];
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
