using FluentValidation;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a session. Day, room, start and end are given together, or none of them: then it is unscheduled.</summary>
public sealed class SessionForm
{
    public SessionType? Type { get; set; }

    public SessionAccess? Access { get; set; } = SessionAccess.DelegationsOnly;

    /// <summary>How far it may travel; null follows <see cref="Access"/>.</summary>
    public Classification? Classification { get; set; }

    public LocalizedTextInput Title { get; set; } = new();

    public LocalizedTextInput Abstract { get; set; } = new();

    public Guid? TrackId { get; set; }

    public int? ExpectedAttendance { get; set; }

    public RoomLayout? Layout { get; set; }

    /// <summary>The day it starts, in the event's zone.</summary>
    public DateOnly? Day { get; set; }

    public Guid? RoomId { get; set; }

    /// <summary>Whether it takes all rooms of the event at once; <see cref="RoomId"/> then says nothing.</summary>
    public bool AllRooms { get; set; }

    /// <summary>Local time in the event's zone.</summary>
    public TimeOnly? StartsAt { get; set; }

    /// <summary>Local time in the event's zone; midnight is the end of the day on which the session starts.</summary>
    public TimeOnly? EndsAt { get; set; }

    /// <summary>Whether the end is on the day after <see cref="Day"/>; makes no difference at midnight, which lies between the two.</summary>
    public bool EndsNextDay { get; set; }

    public Guid? ChairId { get; set; }

    /// <summary>In the order of the floor.</summary>
    public List<FloorPartForm> Speakers { get; set; } = [];

    /// <summary>Numbered by their order.</summary>
    public List<AgendaItemForm> AgendaItems { get; set; } = [];

    /// <summary>Codes of the languages into which it is interpreted.</summary>
    public List<string> InterpretedInto { get; set; } = [];

    public List<Guid> InterpreterTeams { get; set; } = [];

    /// <summary>Read only by those who prepare the event.</summary>
    public string? Notes { get; set; }

    /// <summary>Row version that the form was read at; 0 for a new session.</summary>
    public uint Version { get; set; }

    /// <summary>Whether it says anything of a place or time.</summary>
    public bool HasSlot => Day is not null || RoomId is not null || AllRooms || StartsAt is not null || EndsAt is not null;

    /// <summary>The classification that holds.</summary>
    public Classification MarkedAs => Facts().MarkedAs;

    /// <summary>Whether everybody may come but what is said must not travel: the public then learns only that it takes place.</summary>
    public bool IsOpenButMarked => Access is SessionAccess.Open && MarkedAs > Domain.Documents.Classification.Clear;

    /// <summary>The content as the domain takes it.</summary>
    public SessionFacts Facts() => new(Type ?? default, Access ?? default, Title.ToText(), Abstract.ToText())
    {
        Classification = Classification,
        TrackId = TrackId,
        ExpectedAttendance = ExpectedAttendance,
        Layout = Layout,
        InterpretedInto = InterpretedInto,
        AgendaItems = [.. AgendaItems.Select(item => new AgendaItem(item.Title.ToText(), item.SpeakerId, item.Minutes))],
        Notes = Notes,
    };

    /// <summary>A copy that can be changed without changing this one.</summary>
    public SessionForm Copy() => new()
    {
        Type = Type,
        Access = Access,
        Classification = Classification,
        Title = Title.ToText().ToInput(),
        Abstract = Abstract.ToText().ToInput(),
        TrackId = TrackId,
        ExpectedAttendance = ExpectedAttendance,
        Layout = Layout,
        Day = Day,
        RoomId = RoomId,
        AllRooms = AllRooms,
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        EndsNextDay = EndsNextDay,
        ChairId = ChairId,
        Speakers = [.. Speakers.Select(part => new FloorPartForm { SpeakerId = part.SpeakerId, Minutes = part.Minutes })],
        AgendaItems = [.. AgendaItems.Select(item => new AgendaItemForm { Title = item.Title.ToText().ToInput(), SpeakerId = item.SpeakerId, Minutes = item.Minutes })],
        InterpretedInto = [.. InterpretedInto],
        InterpreterTeams = [.. InterpreterTeams],
        Notes = Notes,
        Version = Version,
    };
}

/// <summary>A speaker's part of the floor.</summary>
public sealed class FloorPartForm
{
    public Guid SpeakerId { get; set; }

    /// <summary>Null where no limit is set.</summary>
    public int? Minutes { get; set; }

    public static implicit operator FloorPartForm(Guid speakerId) => new() { SpeakerId = speakerId };
}

/// <summary>One item of a session's agenda.</summary>
public sealed class AgendaItemForm
{
    public LocalizedTextInput Title { get; set; } = new();

    /// <summary>Who introduces it, or null.</summary>
    public Guid? SpeakerId { get; set; }

    public int? Minutes { get; set; }
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
        Refuse(RuleFor(form => form.Classification).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Layout).IsInEnum(), "choice");
        RuleFor(form => form.Title).SetValidator(new LocalizedTextRules(speech, Session.MaxTitleLength, "programme.title-too-long", "programme.title-missing"));
        RuleFor(form => form.Abstract).SetValidator(new LocalizedTextRules(speech, Session.MaxAbstractLength, "programme.abstract-too-long", allowLineBreaks: true));
        Refuse(RuleFor(form => form.ExpectedAttendance).InclusiveBetween(1, Session.MaxExpected), "programme.expected-out-of-range", Session.MaxExpected);
        Refuse(RuleFor(form => form.Notes).Must(notes => PlainText.Clean(notes).Length <= Session.MaxNotesLength), "programme.notes-too-long", Session.MaxNotesLength);
        Refuse(RuleFor(form => form.Notes).Must(notes => !PlainText.HasForbiddenCharacters(notes, allowLineBreaks: true)), "characters");
        Refuse(RuleFor(form => form.InterpretedInto).Must(languages => languages.TrueForAll(InterpretationLanguages.IsKnown)), "programme.language-unknown");
        AddPlaceRules();
        Refuse(RuleFor(form => form.Speakers).Must(speakers => speakers.DistinctBy(part => part.SpeakerId).Count() == speakers.Count), "programme.speaker-twice");
        Refuse(RuleFor(form => form.Speakers).Must(speakers => speakers.TrueForAll(part => part.Minutes is null or (>= 1 and <= SessionSpeaker.MaxMinutes))),
            "programme.minutes-out-of-range", SessionSpeaker.MaxMinutes);
        RuleForEach(form => form.AgendaItems).SetValidator(new AgendaItemRules(speech));
    }

    private void AddPlaceRules()
    {
        Refuse(RuleFor(form => form.Day).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.RoomId).NotNull(), "required").When(form => form is { HasSlot: true, AllRooms: false });
        Refuse(RuleFor(form => form.StartsAt).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.EndsAt).NotNull(), "required").When(form => form.HasSlot);
        Refuse(RuleFor(form => form.EndsAt).Must((form, end) => form.EndsNextDay || end == TimeOnly.MinValue || end > form.StartsAt), "programme.end-not-after-start")
            .When(form => form is { StartsAt: not null, EndsAt: not null });
    }

    private sealed class AgendaItemRules : FormRules<AgendaItemForm>
    {
        public AgendaItemRules(ErrorSpeech speech)
            : base(speech)
        {
            RuleFor(item => item.Title).SetValidator(new LocalizedTextRules(speech, Session.MaxTitleLength, "programme.item-title-too-long", "programme.item-title-missing"));
            Refuse(RuleFor(item => item.Minutes).InclusiveBetween(1, SessionSpeaker.MaxMinutes), "programme.item-minutes-out-of-range", SessionSpeaker.MaxMinutes);
        }
    }
}
