using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a track.</summary>
public sealed class TrackForm
{
    public LocalizedTextInput Name { get; set; } = new();

    public TrackColor? Color { get; set; } = TrackColor.Blue;

    /// <summary>Row version that the form was read at; 0 for a new track.</summary>
    public uint Version { get; set; }
}

/// <summary>What holds for every <see cref="TrackForm"/>, whatever is in the database.</summary>
public sealed class TrackFormValidator : FormRules<TrackForm>
{
    public TrackFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Track.MaxNameLength, "track.name-too-long", "track.name-missing"));
        Refuse(RuleFor(form => form.Color).NotNull(), "required");
        Refuse(RuleFor(form => form.Color).IsInEnum(), "choice");
    }
}
