using FluentValidation;
using FluentValidation.Results;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What a focal point says of a person. Names of fields are those of comments and refusals.</summary>
public sealed class DelegateForm
{
    /// <summary>Part in the delegation.</summary>
    public DelegationRole? Role { get; set; }

    /// <summary>Whether the person stands in reserve; for a new person only.</summary>
    public bool IsReserve { get; set; }

    /// <summary>Latin script, as in the passport.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Latin script, as in the passport.</summary>
    public string? GivenNames { get; set; }

    /// <summary>The whole name in its own script, or blank.</summary>
    public string? NativeName { get; set; }

    /// <summary>Form of address, or null.</summary>
    public FormOfAddress? FormOfAddress { get; set; }

    /// <summary>What the person is.</summary>
    public LocalizedTextInput Function { get; set; } = new();

    /// <summary>The body the person works for, or blank.</summary>
    public LocalizedTextInput Body { get; set; } = new();

    /// <summary>Attendee category, or null.</summary>
    public AttendeeCategory? Category { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The state whose national the person is, or null.</summary>
    public Guid? Nationality { get; set; }

    /// <summary>The passport's number as typed; blank keeps the one that is there.</summary>
    public string? Passport { get; set; }

    /// <summary>The state that issued the passport, or null.</summary>
    public Guid? PassportState { get; set; }

    /// <summary>Last day of the passport's validity, or null.</summary>
    public DateOnly? PassportExpiry { get; set; }

    // Not kept in drafts: a picture is quickly chosen again.
    /// <summary>An uploaded picture; null keeps the one that is there.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public byte[]? Photo { get; set; }

    /// <summary>Takes away the picture that is there.</summary>
    public bool RemovesPhoto { get; set; }

    /// <summary>Whether a visa support letter is needed.</summary>
    public bool Visa { get; set; }

    /// <summary>The mission where the visa is asked for, or blank.</summary>
    public string? VisaPost { get; set; }

    /// <summary>Day of arrival at the place, or null.</summary>
    public DateOnly? ArrivesOn { get; set; }

    /// <summary>Time of arrival at the place, or null.</summary>
    public TimeOnly? ArrivesAt { get; set; }

    /// <summary>How the person arrives, or blank.</summary>
    public string? Arrival { get; set; }

    /// <summary>Day of departure at the place, or null.</summary>
    public DateOnly? DepartsOn { get; set; }

    /// <summary>Time of departure at the place, or null.</summary>
    public TimeOnly? DepartsAt { get; set; }

    /// <summary>How the person leaves, or blank.</summary>
    public string? Departure { get; set; }

    /// <summary>Where the person stays, or blank.</summary>
    public string? Accommodation { get; set; }

    /// <summary>What the person eats or does not, or blank.</summary>
    public string? Diet { get; set; }

    /// <summary>What the person needs to take part, or blank.</summary>
    public string? AccessNeeds { get; set; }

    /// <summary>Languages the person speaks, codes of ISO 639.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Whether the person consents to what is kept.</summary>
    public bool Consent { get; set; }

    /// <summary>Version of the person that the focal point saw; 0 for a new one.</summary>
    public uint Version { get; set; }

    /// <summary>A form filled with what is kept of a person; the passport's number stays out of it.</summary>
    /// <param name="person">Who.</param>
    /// <param name="zone">Zone of the event; null where it is not known, and times are then shown in UTC.</param>
    public static DelegateForm Of(DelegateDetails person, EventZone? zone)
    {
        var (arrives, departs) = (Local(person.Stay.ArrivesAt, zone), Local(person.Stay.DepartsAt, zone));
        return new DelegateForm
        {
            Role = person.Role,
            IsReserve = person.IsReserve,
            FamilyName = person.FamilyName,
            GivenNames = person.GivenNames,
            NativeName = person.NativeName,
            FormOfAddress = person.FormOfAddress,
            Function = person.Function.ToInput(),
            Body = person.Body.ToInput(),
            Category = person.Category,
            Email = person.Email,
            Nationality = person.NationalityId,
            PassportState = person.PassportStateId,
            PassportExpiry = person.PassportExpiresOn,
            Visa = person.Stay.NeedsVisa,
            VisaPost = person.Stay.VisaPost,
            ArrivesOn = arrives is { } arrival ? DateOnly.FromDateTime(arrival) : null,
            ArrivesAt = arrives is { } arrivalTime ? TimeOnly.FromDateTime(arrivalTime) : null,
            Arrival = person.Stay.Arrival,
            DepartsOn = departs is { } departure ? DateOnly.FromDateTime(departure) : null,
            DepartsAt = departs is { } departureTime ? TimeOnly.FromDateTime(departureTime) : null,
            Departure = person.Stay.Departure,
            Accommodation = person.Stay.Accommodation,
            Diet = person.Stay.Diet,
            AccessNeeds = person.Stay.AccessNeeds,
            Languages = [.. person.Languages],
            Consent = person.HasConsent,
            Version = person.Version,
        };
    }

    /// <summary>What the form says, in the words of the domain.</summary>
    /// <param name="passport">The encrypted number; null keeps the one that is there.</param>
    /// <param name="id">Id of a new person; null for one that is there.</param>
    /// <param name="zone">Zone of the event; null where it is not known, and times then count as UTC.</param>
    /// <param name="consentAt">When consent was given, if the form says that it was.</param>
    internal DelegateFacts ToFacts(ProtectedText? passport, Guid? id = null, EventZone? zone = null, DateTimeOffset? consentAt = null) => new(
        Role ?? DelegationRole.Member, FamilyName ?? "", GivenNames ?? "", NativeName, Function.ToText(), Body.ToText(), Email ?? "", passport, id)
    {
        FormOfAddress = FormOfAddress,
        Category = Category,
        NationalityId = Nationality,
        PassportStateId = PassportState,
        PassportExpiresOn = PassportExpiry,
        Languages = [.. Languages],
        ConsentAt = Consent ? consentAt : null,
        IsReserve = IsReserve,
        Stay = new DelegateStay
        {
            NeedsVisa = Visa,
            VisaPost = Visa ? Clean(VisaPost) : null,
            ArrivesAt = Instant(ArrivesOn, ArrivesAt, zone),
            Arrival = Clean(Arrival),
            DepartsAt = Instant(DepartsOn, DepartsAt, zone),
            Departure = Clean(Departure),
            Accommodation = Clean(Accommodation),
            Diet = Clean(Diet),
            AccessNeeds = Clean(AccessNeeds),
        },
    };

    private static DateTime? Local(DateTimeOffset? instant, EventZone? zone) => instant is { } known ? zone?.ToLocal(known) ?? known.UtcDateTime : null;

    private static string? Clean(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private static DateTimeOffset? Instant(DateOnly? day, TimeOnly? time, EventZone? zone) => (day, time) switch
    {
        ({ } known, { } hour) => zone is null ? new DateTimeOffset(known.ToDateTime(hour), TimeSpan.Zero) : zone.ToInstant(known, hour),
        _ => null,
    };
}

/// <summary>Checks <see cref="DelegateForm"/>, beside the fields of the page and in the service.</summary>
public sealed class DelegateFormValidator : FormRules<DelegateForm>
{
    private readonly ErrorSpeech _speech;

    /// <summary>Takes the words of refusals.</summary>
    public DelegateFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        _speech = speech;
        Refuse(RuleFor(form => form.Role).Must(role => role is { } chosen && Enum.IsDefined(chosen)), "required");
        Refuse(RuleFor(form => form.FormOfAddress).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Category).IsInEnum(), "choice");
        // An instant needs both.
        Refuse(RuleFor(form => form.ArrivesAt).Must((form, time) => time is not null || form.ArrivesOn is null), "required");
        Refuse(RuleFor(form => form.ArrivesOn).Must((form, day) => day is not null || form.ArrivesAt is null), "required");
        Refuse(RuleFor(form => form.DepartsAt).Must((form, time) => time is not null || form.DepartsOn is null), "required");
        Refuse(RuleFor(form => form.DepartsOn).Must((form, day) => day is not null || form.DepartsAt is null), "required");
        // The rules are the entity's own; here they only find their fields.
        RuleFor(form => form).Custom((form, context) => Add(context, Delegate.Check(form.ToFacts(null)).Select(error => error.At(FieldOf(form, error)))));
        RuleFor(form => form).Custom((form, context) =>
        {
            if (!string.IsNullOrWhiteSpace(form.Passport))
            {
                Add(context, PassportNumber.Parse(form.Passport).Errors);
            }
        });
    }

    private static string FieldOf(DelegateForm form, Error error) => error.Field switch
    {
        nameof(DelegateForm.Function) => Part(nameof(DelegateForm.Function), form.Function),
        nameof(DelegateForm.Body) => Part(nameof(DelegateForm.Body), form.Body),
        _ => error.Field!,
    };

    // A refusal of a text in several languages stands at the language that it is about, and at the first that is asked for where nothing was written.
    private static string Part(string field, LocalizedTextInput input)
    {
        var wrong = PortalLanguages.All.FirstOrDefault(language => PlainText.Clean(input[language.Code]).Length > Delegate.MaxTextLength || PlainText.HasForbiddenCharacters(input[language.Code]))
            ?? PortalLanguages.All.FirstOrDefault(language => !string.IsNullOrWhiteSpace(input[language.Code]));
        var code = wrong?.Code ?? Domain.Shared.Languages.English;
        return $"{field}.{char.ToUpperInvariant(code[0])}{code[1..]}";
    }

    private void Add(ValidationContext<DelegateForm> context, IEnumerable<Error> errors)
    {
        foreach (var error in errors)
        {
            context.AddFailure(new ValidationFailure(error.Field, _speech.Say(error)) { ErrorCode = error.Code, CustomState = error.Arguments.ToArray() });
        }
    }
}
