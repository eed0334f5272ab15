using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>How delegations to an event are made up and registered; an event without settings has the defaults.</summary>
public sealed partial class DelegationSettings
{
    private DelegationSettings()
    {
    }

    /// <summary>The event; one row each.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Limits beside the invitation's own quota; of several that fit a person each holds.</summary>
    public IReadOnlyList<QuotaRule> Quotas { get; private set; } = [];

    /// <summary>Which fields are asked for, where that differs from the defaults.</summary>
    public IReadOnlyList<FieldRule> Fields { get; private set; } = [];

    /// <summary>Day by which sides shall answer, or null for none.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>Last day on which persons are registered, or null while registration is open.</summary>
    public DateOnly? RegisterBy { get; private set; }

    /// <summary>Areas that a badge may open.</summary>
    public IReadOnlyList<AccessZone> Zones { get; private set; } = [];

    /// <summary>Day on which passport data and photographs are purged, or null while nobody set one.</summary>
    public DateOnly? PurgeOn { get; private set; }

    /// <summary>Languages in which function and body are asked for; empty asks for English alone.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>The defaults for an event.</summary>
    public static DelegationSettings For(Guid eventId) => new() { EventId = eventId };

    /// <summary>Changes the rules; who is registered already stays. Refused: <c>settings.places</c> at <c>Quotas</c>, <c>settings.quota-twice</c>, <c>settings.zone-name</c> and <c>settings.too-many</c> at <c>Zones</c>, <c>choice</c>, <c>settings.register-before-answer</c>.</summary>
    public Result Change(DelegationRules rules)
    {
        var errors = new List<Error>(rules.Check());
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (Quotas, Zones, Languages) = ([.. rules.Quotas], [.. rules.Zones], [.. rules.Languages]);
        // What is as by default needs no rule.
        Fields = [.. rules.Fields.Where(rule => rule.Role is not null || rule.Need != DelegateFields.DefaultNeed(rule.Field))];
        (AnswerBy, RegisterBy, PurgeOn) = (rules.AnswerBy, rules.RegisterBy, rules.PurgeOn);
        return Result.Success;
    }

    /// <summary>How much a field is wanted of a person: the rule for the role, else the rule for all roles, else the default.</summary>
    public FieldNeed NeedOf(DelegateField field, DelegationRole role) => DelegateFields.NeedOf(Fields, field, role);

    /// <summary>The facts without what the event does not ask for of the role: what nobody asked for is not kept.</summary>
    public DelegateFacts Keep(DelegateFacts facts)
    {
        bool Asks(DelegateField field) => NeedOf(field, facts.Role) != FieldNeed.Hidden;
        var (stay, none) = (facts.Stay, DelegateStay.Unknown);
        return facts with
        {
            NativeName = Asks(DelegateField.NativeName) ? facts.NativeName : null,
            FormOfAddress = Asks(DelegateField.FormOfAddress) ? facts.FormOfAddress : null,
            Body = Asks(DelegateField.Body) ? facts.Body : LocalizedText.Empty,
            Category = Asks(DelegateField.Category) ? facts.Category : null,
            NationalityId = Asks(DelegateField.Nationality) ? facts.NationalityId : null,
            Passport = Asks(DelegateField.Passport) ? facts.Passport : null,
            PassportStateId = Asks(DelegateField.PassportState) ? facts.PassportStateId : null,
            PassportExpiresOn = Asks(DelegateField.PassportExpiry) ? facts.PassportExpiresOn : null,
            Languages = Asks(DelegateField.Languages) ? facts.Languages : [],
            ConsentAt = Asks(DelegateField.Consent) ? facts.ConsentAt : null,
            Stay = stay with
            {
                NeedsVisa = Asks(DelegateField.Visa) && stay.NeedsVisa,
                VisaPost = Asks(DelegateField.Visa) ? stay.VisaPost : none.VisaPost,
                ArrivesAt = Asks(DelegateField.Arrival) ? stay.ArrivesAt : none.ArrivesAt,
                Arrival = Asks(DelegateField.Arrival) ? stay.Arrival : none.Arrival,
                DepartsAt = Asks(DelegateField.Departure) ? stay.DepartsAt : none.DepartsAt,
                Departure = Asks(DelegateField.Departure) ? stay.Departure : none.Departure,
                Accommodation = Asks(DelegateField.Accommodation) ? stay.Accommodation : none.Accommodation,
                Diet = Asks(DelegateField.Diet) ? stay.Diet : none.Diet,
                AccessNeeds = Asks(DelegateField.AccessNeeds) ? stay.AccessNeeds : none.AccessNeeds,
            },
        };
    }

    /// <summary>The limits for sides in a capacity.</summary>
    public DelegationLimits LimitsFor(Capacity capacity) => new([.. Quotas.Where(rule => rule.Capacity is null || rule.Capacity == capacity)]);

    /// <summary>The languages in which function and body are asked for; at least one.</summary>
    public IReadOnlyList<string> WantedLanguages => Languages.Count > 0 ? Languages : [Shared.Languages.English];

    /// <summary>The zones that a role may enter.</summary>
    public IEnumerable<AccessZone> ZonesOf(DelegationRole role) => Zones.Where(zone => zone.Roles.Count == 0 || zone.Roles.Contains(role));
}

/// <summary>What a limit counts.</summary>
public enum QuotaKind
{
    /// <summary>Persons who come, the reserve left out.</summary>
    Persons,

    /// <summary>Persons with a seat at the table.</summary>
    Seats,
}

/// <summary>A limit for the delegation of each side it fits.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Capacity">Sides in this capacity only; null for all.</param>
/// <param name="Role">Persons in this role only; null for all.</param>
/// <param name="Places">The most, from 0.</param>
public sealed record QuotaRule(QuotaKind Kind, Capacity? Capacity, DelegationRole? Role, int Places);

/// <summary>How much a field is wanted.</summary>
public enum FieldNeed
{
    /// <summary>Not asked for.</summary>
    Hidden,

    /// <summary>May stay empty.</summary>
    Optional,

    /// <summary>Must be filled in before the person is submitted.</summary>
    Required,
}

/// <summary>The fields of a delegate that an event may ask for, or not.</summary>
public enum DelegateField
{
    /// <summary>The whole name in its own script.</summary>
    NativeName,

    /// <summary>Form of address.</summary>
    FormOfAddress,

    /// <summary>The body the person works for.</summary>
    Body,

    /// <summary>Attendee category.</summary>
    Category,

    /// <summary>Nationality.</summary>
    Nationality,

    /// <summary>Photograph.</summary>
    Photo,

    /// <summary>Number of the passport.</summary>
    Passport,

    /// <summary>State that issued the passport.</summary>
    PassportState,

    /// <summary>Last day of the passport's validity.</summary>
    PassportExpiry,

    /// <summary>Whether a visa is needed, and where it is asked for.</summary>
    Visa,

    /// <summary>When and how the person arrives.</summary>
    Arrival,

    /// <summary>When and how the person leaves.</summary>
    Departure,

    /// <summary>Where the person stays.</summary>
    Accommodation,

    /// <summary>What the person eats or does not.</summary>
    Diet,

    /// <summary>What the person needs to take part.</summary>
    AccessNeeds,

    /// <summary>Languages the person speaks.</summary>
    Languages,

    /// <summary>Consent of the person to what is kept.</summary>
    Consent,
}

/// <summary>What an event asks for unless its settings say otherwise.</summary>
public static class DelegateFields
{
    /// <summary>The passport's number is required, all else may stay empty.</summary>
    public static FieldNeed DefaultNeed(DelegateField field) => field == DelegateField.Passport ? FieldNeed.Required : FieldNeed.Optional;

    /// <summary>How much a field is wanted of a person: the rule for the role, else the rule for all roles, else the default.</summary>
    public static FieldNeed NeedOf(IReadOnlyList<FieldRule> rules, DelegateField field, DelegationRole role) =>
        rules.FirstOrDefault(rule => rule.Field == field && rule.Role == role)?.Need
        ?? rules.FirstOrDefault(rule => rule.Field == field && rule.Role is null)?.Need
        ?? DefaultNeed(field);
}

/// <summary>How much a field is wanted at an event.</summary>
/// <param name="Field">The field.</param>
/// <param name="Role">Of persons in this role only; null for all roles without a rule of their own.</param>
/// <param name="Need">How much.</param>
public sealed record FieldRule(DelegateField Field, DelegationRole? Role, FieldNeed Need);

/// <summary>An area that a badge may open.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Roles">Who may enter; empty for everybody with a badge.</param>
public sealed record AccessZone(Guid Id, LocalizedText Name, IReadOnlyList<DelegationRole> Roles)
{
    /// <summary>Rooms of the event behind its door, so that who went in there is known to have been in a session; empty where nobody said.</summary>
    public IReadOnlyList<Guid> Rooms { get; init; } = [];
}
