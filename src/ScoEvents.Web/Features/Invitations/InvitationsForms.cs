using FluentValidation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Which invitations somebody chose.</summary>
public sealed class ChosenInvitations
{
    /// <summary>The most that can be chosen at once.</summary>
    public const int Most = 500;

    /// <summary>The invitations.</summary>
    public IList<Guid> InvitationIds { get; set; } = [];
}

/// <summary>Checks <see cref="ChosenInvitations"/>.</summary>
public sealed class ChosenInvitationsValidator : FormRules<ChosenInvitations>
{
    /// <summary>Takes the words of refusals.</summary>
    public ChosenInvitationsValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.InvitationIds).Must(ids => ids.Count > 0), "invitation.nobody");
        Refuse(RuleFor(form => form.InvitationIds).Must(ids => ids.Count <= ChosenInvitations.Most), "not-found");
    }
}

/// <summary>The text of an event's notes of one kind in one language.</summary>
public sealed class NoteTemplateForm
{
    /// <summary>Which notes.</summary>
    public NoteKind Kind { get; set; }

    /// <summary>Their language.</summary>
    public string Language { get; set; } = "";

    /// <summary>The text.</summary>
    public string Body { get; set; } = "";

    /// <summary>Version that the organiser saw; 0 where the event had no text of its own.</summary>
    public uint Version { get; set; }
}

/// <summary>Checks <see cref="NoteTemplateForm"/>, beside the field of the page and in the service.</summary>
public sealed class NoteTemplateFormValidator : FormRules<NoteTemplateForm>
{
    /// <summary>Takes the words of refusals.</summary>
    public NoteTemplateFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Kind).IsInEnum(), "not-found");
        Refuse(RuleFor(form => form.Language).Must(Domain.Shared.Languages.IsKnown), "note.language-unknown");
    }
}

/// <summary>A day to answer by.</summary>
public sealed class DeadlineForm
{
    /// <summary>The day, or null for none.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>Version that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>What an organiser keeps of one invitation: its day to answer by and its language.</summary>
public sealed class InvitationForm
{
    /// <summary>The side's own day to answer by, or null for the event's.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>The language in which it is written to, or null for the side's usual one.</summary>
    public string? Language { get; set; }

    /// <summary>Version that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>An answer that a side gave outside the portal.</summary>
public sealed class AnswerForm
{
    /// <summary>Whether it comes; null while nobody chose.</summary>
    public bool? IsComing { get; set; }

    /// <summary>What it said with it.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Version that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>Checks <see cref="AnswerForm"/>, beside the fields of the page and in the service.</summary>
public sealed class AnswerFormValidator : FormRules<AnswerForm>
{
    /// <summary>Takes the words of refusals.</summary>
    public AnswerFormValidator(ErrorSpeech speech)
        : base(speech) => Refuse(RuleFor(form => form.IsComing).NotNull(), "invitation.answer-missing");
}
