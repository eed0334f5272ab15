using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a session. Day, room, start and end are given together, or none of them: then it is unscheduled.</summary>
public sealed class SessionForm
{
    public SessionType? Type { get; set; }

    public SessionAccess? Access { get; set; } = SessionAccess.DelegationsOnly;

    public LocalizedTextInput Title { get; set; } = new();

    public LocalizedTextInput Abstract { get; set; } = new();

    /// <summary>The day it starts, in the event's zone.</summary>
    public DateOnly? Day { get; set; }

    public Guid? RoomId { get; set; }

    /// <summary>Local time in the event's zone.</summary>
    public TimeOnly? StartsAt { get; set; }

    /// <summary>Local time in the event's zone; midnight is the end of the day on which the session starts.</summary>
    public TimeOnly? EndsAt { get; set; }

    /// <summary>Whether the end is on the day after <see cref="Day"/>; makes no difference at midnight, which lies between the two.</summary>
    public bool EndsNextDay { get; set; }

    public Guid? ChairId { get; set; }

    /// <summary>In the order of the floor.</summary>
    public List<Guid> Speakers { get; set; } = [];

    /// <summary>Row version that the form was read at; 0 for a new session.</summary>
    public uint Version { get; set; }

    /// <summary>Whether it says anything of a place or time.</summary>
    public bool HasSlot => Day is not null || RoomId is not null || StartsAt is not null || EndsAt is not null;
}

/// <summary>What holds for every <see cref="SessionForm"/>, whatever is in the database.</summary>
public sealed class SessionFormValidator : FormRules<SessionForm>
{
    public SessionFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Type).NotNull(), "required");
        Refuse(RuleFor(form => form.Type).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Access).NotNull(), "required");
        Refuse(RuleFor(form => form.Access).IsInEnum(), "choice");
        RuleFor(form => form.Title).SetValidator(new LocalizedTextRules(speech, Session.MaxTitleLength, "programme.title-too-long", "programme.title-missing"));
        RuleFor(form => form.Abstract).SetValidator(new LocalizedTextRules(speech, Session.MaxAbstractLength, "programme.abstract-too-long", allowLineBreaks: true));
        Refuse(RuleFor(form => form.Day).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.RoomId).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.StartsAt).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.EndsAt).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.EndsAt).Must((form, end) => form.EndsNextDay || end == TimeOnly.MinValue || end > form.StartsAt), "programme.end-not-after-start")
            .When(form => form is { StartsAt: not null, EndsAt: not null });
        Refuse(RuleFor(form => form.Speakers).Must(speakers => speakers.Distinct().Count() == speakers.Count), "programme.speaker-twice");
    }
}
