using FluentValidation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Translations;

/// <summary>What an organiser may set of an event's languages.</summary>
public sealed class EventLanguagesForm
{
    /// <summary>In which texts are wanted.</summary>
    public List<string> Wanted { get; set; } = [];

    /// <summary>Which stand in for a missing one, first choice first.</summary>
    public List<string> Fallback { get; set; } = [.. Languages.All];

    /// <summary>Row version of the event that the form was read at.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="EventLanguagesForm"/>.</summary>
public sealed class EventLanguagesFormValidator : FormRules<EventLanguagesForm>
{
    public EventLanguagesFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Wanted).Must(languages => languages.Count > 0), "event.language-missing");
        Refuse(RuleFor(form => form.Wanted).Must(languages => languages.TrueForAll(Languages.IsKnown)), "event.language-unknown");
        Refuse(RuleFor(form => form.Fallback).Must(languages => languages.TrueForAll(Languages.IsKnown)), "event.language-unknown");
        Refuse(RuleFor(form => form.Fallback).Must(languages => languages.Distinct().Count() == languages.Count), "event.language-twice");
    }
}

/// <summary>One language of one text, written in the list of what is missing.</summary>
public sealed class TranslationForm
{
    public TextKind Kind { get; set; }

    /// <summary>What the text belongs to.</summary>
    public Guid Id { get; set; }

    /// <summary>Its place among several of the kind in one.</summary>
    public int Index { get; set; }

    public string Language { get; set; } = "";

    public string? Text { get; set; }

    /// <summary>Row version of what the text belongs to, as it was read.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="TranslationForm"/>; length and characters are checked by the rules of what the text belongs to.</summary>
public sealed class TranslationFormValidator : FormRules<TranslationForm>
{
    public TranslationFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Kind).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Language).Must(Languages.IsKnown), "event.language-unknown");
        Refuse(RuleFor(form => form.Text).NotEmpty(), "required");
    }
}
