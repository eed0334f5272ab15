using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Programme;

/// <summary>A part of an event's programme: the content, wherever and whenever it takes place.</summary>
public sealed class Session
{
    /// <summary>The longest form of a title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The longest form of an abstract, in UTF-16 units.</summary>
    public const int MaxAbstractLength = 4_000;

    /// <summary>The longest internal notes, in UTF-16 units.</summary>
    public const int MaxNotesLength = 4_000;

    /// <summary>The largest number of people that can be expected.</summary>
    public const int MaxExpected = 20_000;

    /// <summary>The longest identity given by an imported file, in characters.</summary>
    public const int MaxExternalIdLength = 200;

    /// <summary>The most speakers of one session.</summary>
    public const int MaxSpeakers = 100;

    /// <summary>The most items of one agenda.</summary>
    public const int MaxItems = 100;

    private readonly List<SessionSpeaker> _speakers = [];
    private readonly List<SessionInterpreter> _interpreters = [];

    private Session()
    {
    }

    /// <summary>Identity; also the stable identity of the session in calendars and exchange files.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What happens in it.</summary>
    public SessionType Type { get; private set; }

    /// <summary>Who may attend.</summary>
    public SessionAccess Access { get; private set; }

    /// <summary>The title in at least one language.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>What it is about, or empty.</summary>
    public LocalizedText Abstract { get; private set; } = LocalizedText.Empty;

    /// <summary>How far what is said and shown in it may travel.</summary>
    public Classification Classification { get; private set; }

    /// <summary>How certain it is.</summary>
    public SessionState State { get; private set; }

    /// <summary>The track, or null.</summary>
    public Guid? TrackId { get; private set; }

    /// <summary>How many people are expected, 1 to <see cref="MaxExpected"/>, or null where nobody has said.</summary>
    public int? ExpectedAttendance { get; private set; }

    /// <summary>How its room has to be furnished, or null for any way.</summary>
    public RoomLayout? Layout { get; private set; }

    /// <summary>Languages into which it is interpreted, codes of <see cref="InterpretationLanguages"/> in the order chosen.</summary>
    public IReadOnlyList<string> InterpretedInto { get; private set; } = [];

    /// <summary>Items of its agenda, numbered by their order from 1.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems { get; private set; } = [];

    /// <summary>What only those who prepare the event read, or null.</summary>
    public string? Notes { get; private set; }

    /// <summary>Its identity in the file it was imported from, once an event, or null.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The place and time in the draft, or null while it is unscheduled.</summary>
    public Slot? Slot { get; private set; }

    /// <summary>Order among unscheduled sessions, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>When it, its slot or its speakers last changed, UTC.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>The chair and the speakers in the order of the floor.</summary>
    public IReadOnlyList<SessionSpeaker> Speakers => [.. _speakers.OrderBy(speaker => speaker.Role).ThenBy(speaker => speaker.Order)];

    /// <summary>The teams that interpret it.</summary>
    public IReadOnlyList<SessionInterpreter> Interpreters => _interpreters;

    /// <summary>Whether it takes no place and time: it was withdrawn or cancelled.</summary>
    public bool IsOff => State is SessionState.Withdrawn or SessionState.Cancelled;

    /// <summary>Drafts a session. Refused as <see cref="Describe"/>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="position">Order among unscheduled sessions, from 0.</param>
    /// <param name="now">UTC.</param>
    /// <param name="identity">The identity it had before it was deleted, or in a file that it returns from; null for a new one.</param>
    public static Result<Session> Draft(Guid eventId, SessionFacts facts, int position, DateTimeOffset now, SessionIdentity? identity = null)
    {
        var session = new Session { Id = identity?.Id ?? Guid.CreateVersion7(), EventId = eventId, Position = position, ExternalId = identity?.ExternalId };
        var described = session.Describe(facts, now);
        return described.IsSuccess ? session : Result<Session>.Fail(described.Errors);
    }

    /// <summary>Changes the content. Refused: <c>programme.title-missing</c>, <c>programme.title-too-long</c>, <c>programme.abstract-too-long</c>, <c>programme.expected-out-of-range</c>, <c>programme.notes-too-long</c>, <c>programme.language-unknown</c>, <c>programme.item-title-missing</c>, <c>programme.item-title-too-long</c>, <c>programme.item-minutes-out-of-range</c>, <c>programme.too-many-items</c>, <c>characters</c>.</summary>
    public Result Describe(SessionFacts facts, DateTimeOffset now)
    {
        var errors = new List<Error>();
        if (facts.Title.IsEmpty)
        {
            errors.Add(ProgrammeErrors.TitleMissing());
        }
        else if (facts.Title.LongestLength > MaxTitleLength)
        {
            errors.Add(ProgrammeErrors.TitleTooLong());
        }
        else if (facts.Title.HasForbiddenCharacters())
        {
            errors.Add(Error.Characters("Title"));
        }

        if (facts.Abstract.LongestLength > MaxAbstractLength)
        {
            errors.Add(ProgrammeErrors.AbstractTooLong());
        }
        else if (facts.Abstract.HasForbiddenCharacters(allowLineBreaks: true))
        {
            errors.Add(Error.Characters("Abstract"));
        }

        if (facts.ExpectedAttendance is < 1 or > MaxExpected)
        {
            errors.Add(Error.Invalid("ExpectedAttendance", "programme.expected-out-of-range", MaxExpected));
        }

        var notes = PlainText.Clean(facts.Notes);
        if (notes.Length > MaxNotesLength)
        {
            errors.Add(Error.Invalid("Notes", "programme.notes-too-long", MaxNotesLength));
        }
        else if (PlainText.HasForbiddenCharacters(notes, allowLineBreaks: true))
        {
            errors.Add(Error.Characters("Notes"));
        }

        if (!facts.InterpretedInto.All(InterpretationLanguages.IsKnown))
        {
            errors.Add(Error.Invalid("InterpretedInto", "programme.language-unknown"));
        }

        if (facts.AgendaItems.Count > MaxItems)
        {
            errors.Add(Error.Invalid("AgendaItems", "programme.too-many-items", MaxItems));
        }

        errors.AddRange(facts.AgendaItems.SelectMany((item, index) => item.Errors($"AgendaItems[{index}]")));
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (Type, Access, Title, Abstract) = (facts.Type, facts.Access, facts.Title, facts.Abstract);
        (Classification, TrackId, ExpectedAttendance, Layout) = (facts.MarkedAs, facts.TrackId, facts.ExpectedAttendance, facts.Layout);
        (InterpretedInto, AgendaItems) = ([.. facts.InterpretedInto.Distinct()], [.. facts.AgendaItems]);
        (Notes, ModifiedAt) = (notes.Length == 0 ? null : notes, now);
        return Result.Success;
    }

    /// <summary>Puts the session into a room, or all rooms, and a time, or moves it there. Refused: <c>programme.session-off</c>, <c>programme.end-not-after-start</c>, <c>programme.duration-out-of-range</c>, <c>programme.outside-event</c>, <c>programme.floor-too-long</c>, <c>programme.items-too-long</c>.</summary>
    /// <param name="place">One of the event's rooms, or all of them.</param>
    /// <param name="during">When.</param>
    /// <param name="span">The stretch in which the event's sessions may lie.</param>
    /// <param name="now">UTC.</param>
    public Result MoveTo(SlotPlace place, TimeInterval during, TimeInterval span, DateTimeOffset now)
    {
        if (IsOff)
        {
            return ProgrammeErrors.SessionOff();
        }

        if (during.Duration.TotalMinutes is < Slot.MinMinutes or > Slot.MaxMinutes)
        {
            return during.End <= during.Start ? ProgrammeErrors.EndNotAfterStart() : ProgrammeErrors.DurationOutOfRange();
        }

        if (!span.Contains(during))
        {
            return ProgrammeErrors.OutsideEvent();
        }

        if (FitsInto((int)during.Duration.TotalMinutes) is { } tooLong)
        {
            return tooLong;
        }

        if (Slot is null)
        {
            Slot = new Slot(Id, EventId, place, during);
        }
        else
        {
            Slot.MoveTo(place, during);
        }

        ModifiedAt = now;
        return Result.Success;
    }

    /// <summary>Takes the session out of the timetable; it stays among the unscheduled ones.</summary>
    public void Unschedule(DateTimeOffset now)
    {
        Slot = null;
        ModifiedAt = now;
    }

    /// <summary>Says that it is only an idea again.</summary>
    public void BackToDraft(DateTimeOffset now) => (State, ModifiedAt) = (SessionState.Draft, now);

    /// <summary>Says that it was proposed, and by whom it is held is agreed with nobody yet.</summary>
    public void Nominate(DateTimeOffset now) => (State, ModifiedAt) = (SessionState.Nominated, now);

    /// <summary>Says that it takes place as planned.</summary>
    public void Confirm(DateTimeOffset now) => (State, ModifiedAt) = (SessionState.Confirmed, now);

    /// <summary>Says that those who proposed it took it back; frees its place and time.</summary>
    public void Withdraw(DateTimeOffset now) => (State, Slot, ModifiedAt) = (SessionState.Withdrawn, null, now);

    /// <summary>Says that the organizer called it off; frees its place and time.</summary>
    public void Cancel(DateTimeOffset now) => (State, Slot, ModifiedAt) = (SessionState.Cancelled, null, now);

    /// <summary>Makes the interpreting teams exactly those given.</summary>
    public void SetInterpreters(IReadOnlyCollection<Guid> teamIds, DateTimeOffset now)
    {
        var wanted = teamIds.ToHashSet();
        if (wanted.SetEquals(_interpreters.Select(team => team.TeamId)))
        {
            return;
        }

        _interpreters.RemoveAll(team => !wanted.Contains(team.TeamId));
        _interpreters.AddRange(wanted.Where(id => !_interpreters.Exists(team => team.TeamId == id)).Select(id => new SessionInterpreter(Id, id)));
        ModifiedAt = now;
    }

    /// <summary>Everybody who chairs, speaks or introduces an item, each once.</summary>
    public IReadOnlySet<Guid> NamedSpeakers() => _speakers.Select(speaker => speaker.SpeakerId)
        .Concat(AgendaItems.Where(item => item.SpeakerId is not null).Select(item => item.SpeakerId!.Value))
        .ToHashSet();

    /// <summary>Names one person in place of another, in every part at once; a person who then had the same part twice keeps the first place and the limit that is set.</summary>
    public void ReplaceSpeaker(Guid goes, Guid stays, DateTimeOffset now)
    {
        var chair = _speakers.Find(speaker => speaker.Role == SpeakerRole.Chair)?.SpeakerId;
        var floor = Speakers.Where(speaker => speaker.Role == SpeakerRole.Speaker)
            .Select(speaker => new FloorPart(speaker.SpeakerId == goes ? stays : speaker.SpeakerId, speaker.Minutes))
            .GroupBy(part => part.SpeakerId)
            .Select(parts => new FloorPart(parts.Key, parts.Select(part => part.Minutes).FirstOrDefault(minutes => minutes is not null)))
            .ToList();
        SetSpeakers(chair == goes ? stays : chair, floor, now);
        AgendaItems = [.. AgendaItems.Select(item => item.SpeakerId == goes ? item with { SpeakerId = stays } : item)];
        ModifiedAt = now;
    }

    /// <summary>Makes the chair and speakers exactly those given. Refused: <c>programme.speaker-twice</c>, <c>programme.too-many-speakers</c>, <c>programme.minutes-out-of-range</c>.</summary>
    /// <param name="chair">Who presides, or null.</param>
    /// <param name="speakers">Who speaks, in the order of the floor; the chair may speak too.</param>
    /// <param name="now">UTC.</param>
    public Result SetSpeakers(Guid? chair, IReadOnlyList<FloorPart> speakers, DateTimeOffset now)
    {
        if (speakers.DistinctBy(part => part.SpeakerId).Count() != speakers.Count)
        {
            return ProgrammeErrors.SpeakerTwice();
        }

        if (speakers.Count > MaxSpeakers)
        {
            return Error.Invalid("Speakers", "programme.too-many-speakers", MaxSpeakers);
        }

        if (speakers.Any(part => part.Minutes is < 1 or > SessionSpeaker.MaxMinutes))
        {
            return ProgrammeErrors.MinutesOutOfRange();
        }

        var wanted = speakers.Select((part, order) => (part.SpeakerId, role: SpeakerRole.Speaker, order, part.Minutes)).ToList();
        if (chair is { } chairId)
        {
            wanted.Insert(0, (chairId, SpeakerRole.Chair, 0, null));
        }

        var current = _speakers.Select(speaker => (speaker.SpeakerId, speaker.Role, speaker.Order, speaker.Minutes));
        if (!current.ToHashSet().SetEquals(wanted))
        {
            _speakers.RemoveAll(speaker => !wanted.Exists(wish => wish.SpeakerId == speaker.SpeakerId && wish.role == speaker.Role));
            foreach (var (speakerId, role, order, minutes) in wanted)
            {
                if (_speakers.Find(speaker => speaker.SpeakerId == speakerId && speaker.Role == role) is { } kept)
                {
                    (kept.Order, kept.Minutes) = (order, minutes);
                }
                else
                {
                    _speakers.Add(new SessionSpeaker(Id, speakerId, role, order) { Minutes = minutes });
                }
            }

            ModifiedAt = now;
        }

        return Result.Success;
    }

    // Interventions fit the session; so do the items of its agenda.
    private Error? FitsInto(int length)
    {
        var (floor, items) = (_speakers.Sum(speaker => speaker.Minutes ?? 0), AgendaItems.Sum(item => item.Minutes ?? 0));
        return floor > length ? ProgrammeErrors.FloorTooLong(floor, length) : items > length ? ProgrammeErrors.ItemsTooLong(items, length) : null;
    }
}

/// <summary>What an organiser says of a session; see <see cref="Session"/> for the meaning of each part.</summary>
public sealed record SessionFacts(SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract)
{
    /// <summary>How far it may travel, or null for what <see cref="Access"/> implies.</summary>
    public Classification? Classification { get; init; }

    /// <summary>The track, or null.</summary>
    public Guid? TrackId { get; init; }

    /// <summary>How many people are expected, or null.</summary>
    public int? ExpectedAttendance { get; init; }

    /// <summary>How its room has to be furnished, or null.</summary>
    public RoomLayout? Layout { get; init; }

    /// <summary>Languages into which it is interpreted.</summary>
    public IReadOnlyList<string> InterpretedInto { get; init; } = [];

    /// <summary>Items of its agenda.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems { get; init; } = [];

    /// <summary>What only those who prepare the event read, or null.</summary>
    public string? Notes { get; init; }

    /// <summary>The classification that holds: no limit for a session that everybody may attend, <c>TLP:AMBER</c> for any other, unless said otherwise.</summary>
    public Classification MarkedAs => Classification ?? (Access == SessionAccess.Open ? Documents.Classification.Clear : Documents.Classification.Amber);
}

/// <summary>Who a session was before.</summary>
/// <param name="Id">Its identity in the portal, or null for a new one.</param>
/// <param name="ExternalId">Its identity in the file it was imported from, or null.</param>
public sealed record SessionIdentity(Guid? Id, string? ExternalId);

/// <summary>One item of a session's agenda.</summary>
/// <param name="Title">What is dealt with, in at least one language.</param>
/// <param name="SpeakerId">Who introduces it, or null.</param>
/// <param name="Minutes">How long it takes, 1 to <see cref="SessionSpeaker.MaxMinutes"/>, or null.</param>
public sealed record AgendaItem(LocalizedText Title, Guid? SpeakerId = null, int? Minutes = null)
{
    internal IEnumerable<Error> Errors(string field)
    {
        if (Title.IsEmpty)
        {
            yield return Error.Invalid($"{field}.Title", "programme.item-title-missing");
        }
        else if (Title.LongestLength > Session.MaxTitleLength)
        {
            yield return Error.Invalid($"{field}.Title", "programme.item-title-too-long", Session.MaxTitleLength);
        }
        else if (Title.HasForbiddenCharacters())
        {
            yield return Error.Characters($"{field}.Title");
        }

        if (Minutes is < 1 or > SessionSpeaker.MaxMinutes)
        {
            yield return Error.Invalid($"{field}.Minutes", "programme.item-minutes-out-of-range", SessionSpeaker.MaxMinutes);
        }
    }
}

/// <summary>A team that interprets a session.</summary>
public sealed class SessionInterpreter
{
    private SessionInterpreter()
    {
    }

    internal SessionInterpreter(Guid sessionId, Guid teamId) => (SessionId, TeamId) = (sessionId, teamId);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }
}

/// <summary>A speaker's part of the floor.</summary>
/// <param name="SpeakerId">The person.</param>
/// <param name="Minutes">How long the person may speak, 1 to <see cref="SessionSpeaker.MaxMinutes"/>, or null where no limit is set.</param>
public sealed record FloorPart(Guid SpeakerId, int? Minutes = null)
{
    /// <summary>A part without a limit.</summary>
    public static implicit operator FloorPart(Guid speakerId) => new(speakerId);
}

/// <summary>A person in one part of a session.</summary>
public sealed class SessionSpeaker
{
    /// <summary>The longest part of the floor, in minutes.</summary>
    public const int MaxMinutes = 480;

    private SessionSpeaker()
    {
    }

    internal SessionSpeaker(Guid sessionId, Guid speakerId, SpeakerRole role, int order) =>
        (SessionId, SpeakerId, Role, Order) = (sessionId, speakerId, role, order);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The person.</summary>
    public Guid SpeakerId { get; private set; }

    /// <summary>What the person does.</summary>
    public SpeakerRole Role { get; private set; }

    /// <summary>Place in the order of the floor, from 0.</summary>
    public int Order { get; internal set; }

    /// <summary>How long the person may speak, in minutes, 1 to <see cref="MaxMinutes"/>; null where no limit is set.</summary>
    public int? Minutes { get; internal set; }
}
