using FluentValidation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>What an organiser may set of an event.</summary>
public sealed class EventForm
{
    /// <summary>The secretariat that plans it; asked for a new event, never changed afterwards.</summary>
    public Guid? SecretariatId { get; set; }

    public EventType? Type { get; set; }

    public EventFormat? Format { get; set; } = EventFormat.InPerson;

    public LocalizedTextInput Title { get; set; } = new();

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public LocalizedTextInput City { get; set; } = new();

    public Guid? CountryId { get; set; }

    public string? TimeZone { get; set; }

    public int? DelegationQuota { get; set; } = 12;

    /// <summary>Side of the state that receives, or null.</summary>
    public Guid? HostSideId { get; set; }

    /// <summary>Sides that run it jointly, in their order.</summary>
    public List<Guid> CoOrganisers { get; set; } = [];

    /// <summary>Sides under whose authority it is held, in their order.</summary>
    public List<Guid> Auspices { get; set; } = [];

    /// <summary>Sides that supply content, in their order.</summary>
    public List<Guid> KnowledgePartners { get; set; } = [];

    /// <summary>What becomes of the placed sessions where the first day changes; asked only then.</summary>
    public DatesChoice? DatesChoice { get; set; }

    /// <summary>What stays of the placed sessions' times where the zone changes; asked only then.</summary>
    public ZoneChoice? ZoneChoice { get; set; }

    /// <summary>Row version that the form was read at; 0 for a new event.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="EventForm"/>, whatever is in the database.</summary>
public sealed class EventFormValidator : FormRules<EventForm>
{
    public EventFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Type).NotNull(), "required");
        Refuse(RuleFor(form => form.Type).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Format).NotNull(), "required");
        Refuse(RuleFor(form => form.Format).IsInEnum(), "choice");
        RuleFor(form => form.Title).SetValidator(new LocalizedTextRules(speech, ScoEvent.MaxTitleLength, "event.title-too-long", "event.title-missing"));
        Refuse(RuleFor(form => form.StartsOn).NotNull(), "required");
        Refuse(RuleFor(form => form.EndsOn).NotNull(), "required");
        Refuse(RuleFor(form => form.EndsOn).Must((form, last) => last >= form.StartsOn), "event.end-before-start")
            .When(form => form is { StartsOn: not null, EndsOn: not null });
        Refuse(RuleFor(form => form.EndsOn).Must((form, last) => last!.Value.DayNumber - form.StartsOn!.Value.DayNumber < EventDates.MaxDays), "event.too-long", EventDates.MaxDays)
            .When(form => form is { StartsOn: not null, EndsOn: not null });
        RuleFor(form => form.City).SetValidator(new LocalizedTextRules(speech, ScoEvent.MaxCityLength, "event.city-too-long"));
        Refuse(RuleFor(form => form.City.En).Must((form, _) => !form.City.ToText().IsEmpty), "event.city-missing").When(form => form.Format is not EventFormat.Online);
        Refuse(RuleFor(form => form.TimeZone).NotEmpty(), "required");
        Refuse(RuleFor(form => form.TimeZone).Must(zone => EventZone.Find(zone) is not null), "event.zone-unknown").When(form => !string.IsNullOrEmpty(form.TimeZone));
        Refuse(RuleFor(form => form.DatesChoice).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.ZoneChoice).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.DelegationQuota).NotNull(), "required");
        Refuse(RuleFor(form => form.DelegationQuota).InclusiveBetween(1, ScoEvent.MaxDelegationQuota), "event.quota-out-of-range", ScoEvent.MaxDelegationQuota);
    }
}
