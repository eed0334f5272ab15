using FluentValidation;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Import;

/// <summary>What an organiser chooses for what a file does not say.</summary>
public sealed class ImportForm
{
    /// <summary>Who may attend new sessions.</summary>
    public SessionAccess? Access { get; set; } = SessionAccess.DelegationsOnly;

    /// <summary>How new sessions are marked.</summary>
    public Classification? Classification { get; set; } = Domain.Documents.Classification.Amber;

    /// <summary>What sessions are whose kind the file names in unknown words, or not at all.</summary>
    public SessionType? Type { get; set; } = SessionType.ThematicSession;

    /// <summary>Where rooms are made that the event does not have; null for a new venue.</summary>
    public Guid? VenueId { get; set; }

    /// <summary>Name of the new venue.</summary>
    public LocalizedTextInput VenueName { get; set; } = new();

    /// <summary>Whether the event takes its days, and its zone where the file names one, from the file.</summary>
    public bool TakesDays { get; set; }

    /// <summary>Whether new sessions count as confirmed; otherwise they are drafts.</summary>
    public bool AreConfirmed { get; set; } = true;

    /// <summary>Whether the times of the file are the clock of the event's place, whatever zone the file is in.</summary>
    public bool KeepsClock { get; set; }
}

/// <summary>The same once it was checked; a plan keeps it until it is carried out.</summary>
public sealed record ImportChoices(
    SessionAccess Access, Classification Classification, SessionType Type, Guid? VenueId, LocalizedText VenueName, bool TakesDays, bool AreConfirmed, bool KeepsClock);

/// <summary>What holds for every <see cref="ImportForm"/>, whatever is in the file.</summary>
public sealed class ImportFormValidator : FormRules<ImportForm>
{
    public ImportFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Access).NotNull(), "required");
        Refuse(RuleFor(form => form.Access).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Classification).NotNull(), "required");
        Refuse(RuleFor(form => form.Classification).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Type).NotNull(), "required");
        Refuse(RuleFor(form => form.Type).IsInEnum(), "choice");
        RuleFor(form => form.VenueName).SetValidator(new LocalizedTextRules(speech, Venue.MaxNameLength, "venue.name-too-long"));
    }
}
