using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>A part of an event's programme: the content, wherever and whenever it takes place.</summary>
public sealed class Session
{
    /// <summary>The longest form of a title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The longest form of an abstract, in UTF-16 units.</summary>
    public const int MaxAbstractLength = 4_000;

    private readonly List<SessionSpeaker> _speakers = [];

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

    /// <summary>Drafts a session. Refused as <see cref="Describe"/>.</summary>
    public static Result<Session> Draft(Guid eventId, SessionFacts facts, int position, DateTimeOffset now)
    {
        var session = new Session { Id = Guid.CreateVersion7(), EventId = eventId, Position = position };
        var described = session.Describe(facts, now);
        return described.IsSuccess ? session : Result<Session>.Fail(described.Errors);
    }

    /// <summary>Changes the content. Refused: <c>programme.title-missing</c>, <c>programme.title-too-long</c>, <c>programme.abstract-too-long</c>, <c>characters</c>.</summary>
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

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        (Type, Access, Title, Abstract, ModifiedAt) = (facts.Type, facts.Access, facts.Title, facts.Abstract, now);
        return Result.Success;
    }

    /// <summary>Puts the session into a room and time, or moves it there. Refused: <c>programme.duration-out-of-range</c>, <c>programme.outside-event</c>.</summary>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="during">When.</param>
    /// <param name="span">The stretch in which the event's sessions may lie.</param>
    /// <param name="now">UTC.</param>
    public Result MoveTo(Guid roomId, TimeInterval during, TimeInterval span, DateTimeOffset now)
    {
        if (during.Duration.TotalMinutes is < Slot.MinMinutes or > Slot.MaxMinutes)
        {
            return during.End <= during.Start ? ProgrammeErrors.EndNotAfterStart() : ProgrammeErrors.DurationOutOfRange();
        }

        if (!span.Contains(during))
        {
            return ProgrammeErrors.OutsideEvent();
        }

        if (Slot is null)
        {
            Slot = new Slot(Id, EventId, roomId, during);
        }
        else
        {
            Slot.MoveTo(roomId, during);
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

    /// <summary>Makes the chair and speakers exactly those given. Refused: <c>programme.speaker-twice</c>.</summary>
    /// <param name="chair">Who presides, or null.</param>
    /// <param name="speakers">Who speaks, in the order of the floor; the chair may speak too.</param>
    /// <param name="now">UTC.</param>
    public Result SetSpeakers(Guid? chair, IReadOnlyList<Guid> speakers, DateTimeOffset now)
    {
        if (speakers.Distinct().Count() != speakers.Count)
        {
            return ProgrammeErrors.SpeakerTwice();
        }

        var wanted = speakers.Select((speakerId, order) => (speakerId, role: SpeakerRole.Speaker, order)).ToList();
        if (chair is { } chairId)
        {
            wanted.Insert(0, (chairId, SpeakerRole.Chair, 0));
        }

        var current = _speakers.Select(speaker => (speaker.SpeakerId, speaker.Role, speaker.Order));
        if (!current.ToHashSet().SetEquals(wanted))
        {
            _speakers.RemoveAll(speaker => !wanted.Exists(wish => wish.speakerId == speaker.SpeakerId && wish.role == speaker.Role));
            foreach (var (speakerId, role, order) in wanted)
            {
                if (_speakers.Find(speaker => speaker.SpeakerId == speakerId && speaker.Role == role) is { } kept)
                {
                    kept.Order = order;
                }
                else
                {
                    _speakers.Add(new SessionSpeaker(Id, speakerId, role, order));
                }
            }

            ModifiedAt = now;
        }

        return Result.Success;
    }
}

/// <summary>What an organiser says of a session; see <see cref="Session"/> for the meaning of each part.</summary>
public sealed record SessionFacts(SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract);

/// <summary>A person in one part of a session.</summary>
public sealed class SessionSpeaker
{
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
}

/// <summary>A session placed in a room and time, in the draft of the programme.</summary>
/// <remarks>That no room has two slots at once, whatever events they belong to, is also a constraint of the database.</remarks>
public sealed class Slot
{
    /// <summary>The shortest session, in minutes.</summary>
    public const int MinMinutes = 5;

    /// <summary>The longest session, in minutes.</summary>
    public const int MaxMinutes = 720;

    private Slot()
    {
    }

    internal Slot(Guid sessionId, Guid eventId, Guid roomId, TimeInterval during)
    {
        SessionId = sessionId;
        EventId = eventId;
        MoveTo(roomId, during);
    }

    /// <summary>The session; at most one slot each.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The room.</summary>
    public Guid RoomId { get; private set; }

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The stretch of time.</summary>
    public TimeInterval During => new(StartsAt, EndsAt);

    internal void MoveTo(Guid roomId, TimeInterval during) =>
        (RoomId, StartsAt, EndsAt) = (roomId, during.Start.ToUniversalTime(), during.End.ToUniversalTime());
}
