using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>What can be done to an event as a whole.</summary>
public enum EventAct
{
    /// <summary>Make it public.</summary>
    Announce,

    /// <summary>Let delegations register.</summary>
    OpenRegistration,

    /// <summary>End the registration.</summary>
    CloseRegistration,

    /// <summary>Say that it takes place now.</summary>
    Begin,

    /// <summary>Say that it is over.</summary>
    Conclude,

    /// <summary>Keep it for the record.</summary>
    Archive,

    /// <summary>Put it off.</summary>
    Postpone,

    /// <summary>Take it up again after it was put off.</summary>
    Resume,

    /// <summary>Call it off for good.</summary>
    Cancel,
}

/// <summary>From which status each act leads on.</summary>
/// <remarks>The order of the statuses is that of the domain page: Draft, Announced, Invited, RegistrationOpen, RegistrationClosed, InProgress, Concluded, Archived; Postponed and Cancelled stand beside it.</remarks>
public static class EventLife
{
    /// <summary>Whether the act is possible in a status; what is public already is not announced again.</summary>
    public static bool Allows(this EventStatus status, EventAct act) => act switch
    {
        EventAct.Announce => status is EventStatus.Draft || IsAhead(status),
        EventAct.OpenRegistration => status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationClosed,
        EventAct.CloseRegistration => status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen,
        EventAct.Begin => status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen or EventStatus.RegistrationClosed,
        EventAct.Conclude => status is EventStatus.InProgress,
        EventAct.Archive => status is EventStatus.Concluded,
        EventAct.Postpone => IsAhead(status) || status is EventStatus.InProgress or EventStatus.Postponed,
        EventAct.Resume => status is EventStatus.Postponed,
        EventAct.Cancel => IsAhead(status) || status is EventStatus.Draft or EventStatus.InProgress or EventStatus.Postponed,
    };

    /// <summary>Why an act is refused in a status.</summary>
    public static Error Refusal(EventAct act) => act switch
    {
        EventAct.Announce => Error.Refused("event.cannot-announce"),
        EventAct.OpenRegistration => Error.Refused("event.cannot-open-registration"),
        EventAct.CloseRegistration => Error.Refused("event.cannot-close-registration"),
        EventAct.Begin => Error.Refused("event.cannot-begin"),
        EventAct.Conclude => Error.Refused("event.cannot-conclude"),
        EventAct.Archive => Error.Refused("event.cannot-archive"),
        EventAct.Postpone => Error.Refused("event.cannot-postpone"),
        EventAct.Resume => Error.Refused("event.not-postponed"),
        EventAct.Cancel => Error.Refused("event.cannot-cancel"),
    };

    private static bool IsAhead(EventStatus status) =>
        status is EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen or EventStatus.RegistrationClosed;
}

/// <summary>The life of an event as a whole: from step to step, put off, taken up again, called off, and on to the next edition.</summary>
public sealed partial class ScoEvent
{
    /// <summary>The longest form of a notice, in UTF-16 units.</summary>
    public const int MaxNoticeLength = 2_000;

    /// <summary>The highest number of an edition.</summary>
    public const int MaxEdition = 999;

    /// <summary>Whether it was put off and no new days are known: the days that it keeps are those it had.</summary>
    public bool IsToBeDated => Status == EventStatus.Postponed && FormerStartsOn == StartsOn;

    /// <summary>Takes one of the plain steps. Refused: <c>event.closed</c>, <c>event.before-first-day</c>, and as <see cref="EventLife.Refusal"/>.</summary>
    /// <param name="act">One of <see cref="EventAct.Announce"/> to <see cref="EventAct.Archive"/>.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The act needs more than a word: postpone, resume or cancel.</exception>
    public Result Take(EventAct act, DateTimeOffset now)
    {
        var status = act switch
        {
            EventAct.Announce => EventStatus.Announced,
            EventAct.OpenRegistration => EventStatus.RegistrationOpen,
            EventAct.CloseRegistration => EventStatus.RegistrationClosed,
            EventAct.Begin => EventStatus.InProgress,
            EventAct.Conclude => EventStatus.Concluded,
            EventAct.Archive => EventStatus.Archived,
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "This act has a method of its own."),
        };
        if (Refusal(act) is { } refused)
        {
            return refused;
        }

        if (act == EventAct.Begin && Span is { } span && now < span.Start)
        {
            return Error.Refused("event.before-first-day");
        }

        if (act == EventAct.Announce)
        {
            // Sides can be invited to an event that the public never hears of; to announce it takes it no step back.
            return Announce(now);
        }

        (Status, ModifiedAt) = (status, now);
        return Result.Success;
    }

    /// <summary>Puts the event off, to other days of the same number or to days that are not known yet; it keeps the days it had and the status to return to. Refused: <c>event.closed</c>, <c>event.cannot-postpone</c>, <c>event.notice-missing</c>, <c>event.notice-too-long</c>, <c>characters</c>, <c>event.same-days</c>.</summary>
    /// <param name="notice">Why, as the public reads it, in at least one language.</param>
    /// <param name="startsOn">The new first day, or null while it is not known.</param>
    /// <param name="now">UTC.</param>
    public Result Postpone(LocalizedText notice, DateOnly? startsOn, DateTimeOffset now)
    {
        if ((Refusal(EventAct.Postpone) ?? NoticeError(notice, isRequired: true)) is { } refused)
        {
            return refused;
        }

        if (startsOn == StartsOn)
        {
            return Error.Invalid("StartsOn", "event.same-days");
        }

        if (Status != EventStatus.Postponed)
        {
            // What was taking place has begun for nobody any more; registration has to be opened anew.
            StatusBefore = Status == EventStatus.InProgress ? EventStatus.RegistrationClosed : Status;
            (FormerStartsOn, FormerEndsOn) = (StartsOn, EndsOn);
        }

        MoveDays(startsOn);
        (Status, Notice, NoticeAt, ModifiedAt) = (EventStatus.Postponed, notice, now, now);
        return Result.Success;
    }

    /// <summary>Takes the event up again, in the status that it had; the notice is taken down, the former days stay. Refused: <c>event.closed</c>, <c>event.not-postponed</c>.</summary>
    /// <param name="startsOn">The new first day; null for the days that it has.</param>
    /// <param name="now">UTC.</param>
    public Result Resume(DateOnly? startsOn, DateTimeOffset now)
    {
        if (Refusal(EventAct.Resume) is { } refused)
        {
            return refused;
        }

        MoveDays(startsOn);
        if (FormerStartsOn == StartsOn)
        {
            (FormerStartsOn, FormerEndsOn) = (null, null);
        }

        (Status, StatusBefore) = (StatusBefore ?? EventStatus.Announced, null);
        (Notice, NoticeAt, ModifiedAt) = (LocalizedText.Empty, null, now);
        return Result.Success;
    }

    /// <summary>Calls the event off for good; nothing of it can be changed afterwards. Refused: <c>event.closed</c>, <c>event.cannot-cancel</c>, <c>event.notice-missing</c> where anybody knows of it but its staff, <c>event.notice-too-long</c>, <c>characters</c>.</summary>
    /// <param name="notice">Why, as the public reads it.</param>
    /// <param name="now">UTC.</param>
    public Result Cancel(LocalizedText notice, DateTimeOffset now)
    {
        if ((Refusal(EventAct.Cancel) ?? NoticeError(notice, isRequired: Status != EventStatus.Draft)) is { } refused)
        {
            return refused;
        }

        (Status, StatusBefore) = (EventStatus.Cancelled, null);
        (Notice, NoticeAt, ModifiedAt) = (notice, now, now);
        return Result.Success;
    }

    /// <summary>Makes it an edition of a series, also when it is over. Refused: <c>series.edition-out-of-range</c>, <c>series.already</c> where it is one of another.</summary>
    /// <param name="seriesId">The series.</param>
    /// <param name="edition">Its number, 1 to <see cref="MaxEdition"/>.</param>
    /// <param name="now">UTC.</param>
    public Result Join(Guid seriesId, int edition, DateTimeOffset now)
    {
        if (edition is < 1 or > MaxEdition)
        {
            return Error.Invalid("Edition", "series.edition-out-of-range", MaxEdition);
        }

        if (SeriesId is { } other && other != seriesId)
        {
            return Error.Refused("series.already");
        }

        (SeriesId, Edition, ModifiedAt) = (seriesId, edition, now);
        return Result.Success;
    }

    /// <summary>Starts the draft of another event that is what this one is, on as many days. Refused as <see cref="Describe"/>.</summary>
    /// <param name="slug">Its name in addresses.</param>
    /// <param name="title">Its title.</param>
    /// <param name="startsOn">Its first day.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="InvalidOperationException">This is the record of a source document, which no secretariat plans.</exception>
    public Result<ScoEvent> Clone(string slug, LocalizedText title, DateOnly startsOn, DateTimeOffset now)
    {
        if (SecretariatId is not { } secretariat || StartsOn is not { } first || EndsOn is not { } last)
        {
            throw new InvalidOperationException("Only an event that was planned here can be cloned.");
        }

        var facts = new EventFacts(Type, Format, title, startsOn, startsOn.AddDays(last.DayNumber - first.DayNumber), TimeZone!, City, CountryId, DelegationQuota);
        var cloned = Plan(secretariat, slug, facts, now);
        if (cloned.IsSuccess)
        {
            cloned.Value.ClonedFromId = Id;
        }

        return cloned;
    }

    private Error? Refusal(EventAct act) => IsClosed
        ? Error.Refused("event.closed")
        : Status.Allows(act) && !(act == EventAct.Announce && IsPublic) ? null : EventLife.Refusal(act);

    private void MoveDays(DateOnly? startsOn)
    {
        if (startsOn is { } day && StartsOn is { } first && EndsOn is { } last)
        {
            (StartsOn, EndsOn) = (day, day.AddDays(last.DayNumber - first.DayNumber));
        }
    }

    private static Error? NoticeError(LocalizedText notice, bool isRequired)
    {
        if (notice.IsEmpty)
        {
            return isRequired ? Error.Invalid("Notice", "event.notice-missing") : null;
        }

        if (notice.LongestLength > MaxNoticeLength)
        {
            return Error.Invalid("Notice", "event.notice-too-long", MaxNoticeLength);
        }

        return notice.HasForbiddenCharacters(allowLineBreaks: true) ? Error.Characters("Notice") : null;
    }
}
