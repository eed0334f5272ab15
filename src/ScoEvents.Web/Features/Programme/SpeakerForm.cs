using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a person who chairs or speaks.</summary>
public sealed class SpeakerForm
{
    public LocalizedTextInput Name { get; set; } = new();

    public LocalizedTextInput Function { get; set; } = new();

    public LocalizedTextInput Biography { get; set; } = new();

    /// <summary>The side the person speaks for, or null.</summary>
    public Guid? SideId { get; set; }

    /// <summary>Where notices go, or null.</summary>
    public string? Email { get; set; }

    /// <summary>Language of notices.</summary>
    public string? Language { get; set; } = Languages.English;

    /// <summary>Row version that the form was read at; 0 for a new person.</summary>
    public uint Version { get; set; }

    /// <summary>Who the person is, as the domain takes it.</summary>
    public SpeakerFacts Facts() => new(SideId, Name.ToText(), Function.ToText()) { Biography = Biography.ToText(), Email = Email, Language = Language ?? "" };
}

/// <summary>What holds for every <see cref="SpeakerForm"/>, whatever is in the database.</summary>
public sealed class SpeakerFormValidator : FormRules<SpeakerForm>
{
    public SpeakerFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Speaker.MaxTextLength, "speaker.name-too-long", "speaker.name-missing"));
        RuleFor(form => form.Function).SetValidator(new LocalizedTextRules(speech, Speaker.MaxTextLength, "speaker.function-too-long"));
        RuleFor(form => form.Biography).SetValidator(new LocalizedTextRules(speech, Speaker.MaxBiographyLength, "speaker.biography-too-long", allowLineBreaks: true));
        Refuse(RuleFor(form => form.Email).Must(email => Speaker.IsEmail(email) || string.IsNullOrWhiteSpace(email)), "speaker.email");
        Refuse(RuleFor(form => form.Language).Must(Languages.IsKnown), "choice");
    }
}
