using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of an interpreter team.</summary>
public sealed class InterpretersForm
{
    public string? Name { get; set; }

    /// <summary>Codes of the languages between which it interprets.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Row version that was read.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="InterpretersForm"/>, whatever is in the database.</summary>
public sealed class InterpretersFormValidator : FormRules<InterpretersForm>
{
    public InterpretersFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length > 0), "interpreters.name-missing");
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length <= InterpreterTeam.MaxNameLength), "interpreters.name-too-long", InterpreterTeam.MaxNameLength);
        Refuse(RuleFor(form => form.Name).Must(name => !PlainText.HasForbiddenCharacters(name)), "characters");
        Refuse(RuleFor(form => form.Languages).NotEmpty(), "interpreters.languages-missing");
        Refuse(RuleFor(form => form.Languages).Must(languages => languages.TrueForAll(InterpretationLanguages.IsKnown)), "programme.language-unknown");
    }
}
