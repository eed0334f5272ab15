using FluentValidation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>How an event is put off.</summary>
public sealed class PostponeForm
{
    /// <summary>Why, as everybody reads it.</summary>
    public LocalizedTextInput Notice { get; set; } = new();

    /// <summary>Whether the new days are known.</summary>
    public bool HasNewDays { get; set; } = true;

    /// <summary>The new first day; the event lasts as many days as before.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Row version of the event that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>How an event that was put off is taken up again.</summary>
public sealed class ResumeForm
{
    /// <summary>The first day; null for the one that it has.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Row version of the event that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>How an event is called off.</summary>
public sealed class CancelForm
{
    /// <summary>Why, as everybody reads it; asked where anybody but its staff knows of the event.</summary>
    public LocalizedTextInput Notice { get; set; } = new();

    /// <summary>Row version of the event that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>What of an event comes into its clone.</summary>
public sealed class CloneForm
{
    public LocalizedTextInput Title { get; set; } = new();

    public DateOnly? StartsOn { get; set; }

    /// <summary>Whether it becomes an edition of a series.</summary>
    public bool IsEdition { get; set; } = true;

    /// <summary>Name of the series; asked where the event is in none yet.</summary>
    public LocalizedTextInput SeriesName { get; set; } = new();

    /// <summary>Number of the new edition; a series that starts with it has the cloned event as the one before.</summary>
    public int? Edition { get; set; }

    public bool Parties { get; set; } = true;

    public bool Rooms { get; set; } = true;

    public bool Sessions { get; set; } = true;

    public bool Speakers { get; set; } = true;

    public bool Tracks { get; set; } = true;

    public bool Teams { get; set; } = true;

    public bool Settings { get; set; } = true;

    public bool Invitees { get; set; } = true;
}

/// <summary>Which template is put into an empty programme, and where.</summary>
public sealed class TemplateForm
{
    public TemplateKind? Template { get; set; }

    /// <summary>Room of what is not for all rooms; null leaves every session in the tray.</summary>
    public Guid? RoomId { get; set; }
}

/// <summary>Checks <see cref="PostponeForm"/>.</summary>
public sealed class PostponeFormValidator : FormRules<PostponeForm>
{
    public PostponeFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Notice).SetValidator(NoticeRules.Of(speech, isRequired: true));
        Refuse(RuleFor(form => form.StartsOn).NotNull(), "required").When(form => form.HasNewDays);
        Refuse(RuleFor(form => form.StartsOn).Must(NoticeRules.IsPlausible), "event.day-out-of-range").When(form => form.HasNewDays);
    }
}

/// <summary>Checks <see cref="ResumeForm"/>.</summary>
public sealed class ResumeFormValidator : FormRules<ResumeForm>
{
    public ResumeFormValidator(ErrorSpeech speech)
        : base(speech) => Refuse(RuleFor(form => form.StartsOn).Must(NoticeRules.IsPlausible), "event.day-out-of-range");
}

/// <summary>Checks <see cref="CancelForm"/>; whether a notice is needed depends on the event.</summary>
public sealed class CancelFormValidator : FormRules<CancelForm>
{
    public CancelFormValidator(ErrorSpeech speech)
        : base(speech) => RuleFor(form => form.Notice).SetValidator(NoticeRules.Of(speech, isRequired: false));
}

/// <summary>Checks <see cref="CloneForm"/>; whether the series needs a name depends on the event.</summary>
public sealed class CloneFormValidator : FormRules<CloneForm>
{
    public CloneFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Title).SetValidator(new LocalizedTextRules(speech, ScoEvent.MaxTitleLength, "event.title-too-long", "event.title-missing"));
        Refuse(RuleFor(form => form.StartsOn).NotNull(), "required");
        Refuse(RuleFor(form => form.StartsOn).Must(NoticeRules.IsPlausible), "event.day-out-of-range");
        RuleFor(form => form.SeriesName).SetValidator(new LocalizedTextRules(speech, EventSeries.MaxNameLength, "series.name-too-long")).When(form => form.IsEdition);
        Refuse(RuleFor(form => form.Edition).NotNull(), "required").When(form => form.IsEdition);
        Refuse(RuleFor(form => form.Edition).InclusiveBetween(1, ScoEvent.MaxEdition), "series.edition-out-of-range", ScoEvent.MaxEdition).When(form => form.IsEdition);
    }
}

/// <summary>Checks <see cref="TemplateForm"/>.</summary>
public sealed class TemplateFormValidator : FormRules<TemplateForm>
{
    public TemplateFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Template).NotNull(), "required");
        Refuse(RuleFor(form => form.Template).IsInEnum(), "choice");
    }
}

/// <summary>What the forms of whole events share.</summary>
internal static class NoticeRules
{
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    public static LocalizedTextRules Of(ErrorSpeech speech, bool isRequired) =>
        new(speech, ScoEvent.MaxNoticeLength, "event.notice-too-long", isRequired ? "event.notice-missing" : null, allowLineBreaks: true);

    /// <summary>Whether a day is one on which an event can be planned; an empty one is another rule's affair.</summary>
    public static bool IsPlausible(DateOnly? day) => day is null or { Year: >= FirstYear and <= LastYear };
}
