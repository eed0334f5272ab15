using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>A published, numbered programme of an event; frozen once it is made.</summary>
public sealed class Release
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int MaxNoteLength = 2_000;

    private readonly List<ReleasedSession> _sessions = [];
    private readonly List<ReleasedBooking> _bookings = [];

    private Release()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Number within the event, from 1 without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called, or null.</summary>
    public string? Name { get; private set; }

    /// <summary>What readers should know of it, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Who published it.</summary>
    public Guid PublishedBy { get; private set; }

    /// <summary>Its sessions.</summary>
    public IReadOnlyList<ReleasedSession> Sessions => _sessions;

    /// <summary>Which room, person and team is taken when.</summary>
    public IReadOnlyList<ReleasedBooking> Bookings => _bookings;

    /// <summary>The conflicts that stood in it and why they might.</summary>
    public IReadOnlyList<ReleasedAcknowledgement> Acknowledgements { get; private set; } = [];

    /// <summary>Freezes the scheduled sessions of a draft. Refused: <c>programme.nothing-to-publish</c>, <c>programme.release-name-too-long</c>, <c>programme.release-note-too-long</c>, <c>characters</c>.</summary>
    /// <param name="label">Name and note.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessions">The scheduled sessions as readers shall see them.</param>
    /// <param name="previous">The release before, or null; sequence numbers go on from it.</param>
    /// <param name="publishedBy">Who.</param>
    /// <param name="now">UTC.</param>
    public static Result<Release> Publish(
        ReleaseLabel label, Guid eventId, IReadOnlyCollection<FrozenSession> sessions, Release? previous, Guid publishedBy, DateTimeOffset now)
    {
        if (sessions.Count == 0)
        {
            return ProgrammeErrors.NothingToPublish();
        }

        // Measured as kept: normalization makes two units of some Devanagari letters.
        var (name, note) = (PlainText.Clean(label.Name), PlainText.Clean(label.Note));
        if (name.Length > MaxNameLength)
        {
            return Error.Invalid("Name", "programme.release-name-too-long", MaxNameLength);
        }

        if (note.Length > MaxNoteLength)
        {
            return Error.Invalid("Note", "programme.release-note-too-long", MaxNoteLength);
        }

        if (PlainText.HasForbiddenCharacters(name))
        {
            return Error.Characters("Name");
        }

        if (PlainText.HasForbiddenCharacters(note, allowLineBreaks: true))
        {
            return Error.Characters("Note");
        }

        var release = new Release
        {
            Id = Guid.CreateVersion7(),
            EventId = eventId,
            Number = (previous?.Number ?? 0) + 1,
            Name = name.Length == 0 ? null : name,
            Note = note.Length == 0 ? null : note,
            PublishedAt = now,
            PublishedBy = publishedBy,
            Acknowledgements = [.. label.Acknowledgements],
        };
        var before = previous?.Sessions.ToDictionary(session => session.SessionId) ?? [];
        release._sessions.AddRange(sessions.Select(session => ReleasedSession.Freeze(release.Id, session, before.GetValueOrDefault(session.SessionId), now)));
        release._bookings.AddRange(sessions.SelectMany(session => ReleasedBooking.Of(release.Id, session)));
        release._sessions.AddRange(before.Values
            .Where(gone => !sessions.Any(session => session.SessionId == gone.SessionId))
            .Select(gone => ReleasedSession.Cancel(release.Id, gone, now)));
        return release;
    }
}

/// <summary>What the publisher calls a release.</summary>
/// <param name="Name">Up to <see cref="Release.MaxNameLength"/> characters, or null.</param>
/// <param name="Note">Up to <see cref="Release.MaxNoteLength"/> characters, or null.</param>
public sealed record ReleaseLabel(string? Name, string? Note)
{
    /// <summary>Conflicts that were let stand, and why.</summary>
    public IReadOnlyList<ReleasedAcknowledgement> Acknowledgements { get; init; } = [];
}

/// <summary>A session as a release shows it.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Access">Who may attend.</param>
/// <param name="Title">The title.</param>
/// <param name="Abstract">What it is about, or empty.</param>
/// <param name="RoomId">The room, or null where it takes all rooms.</param>
/// <param name="RoomName">The room's name at the time; empty where it takes all rooms.</param>
/// <param name="RoomPosition">The room's column, from 0.</param>
/// <param name="During">When.</param>
/// <param name="People">The chair and the speakers in the order of the floor.</param>
public sealed record FrozenSession(
    Guid SessionId, SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract,
    Guid? RoomId, LocalizedText RoomName, int RoomPosition, TimeInterval During, IReadOnlyList<FrozenSpeaker> People)
{
    /// <summary>How far it may travel.</summary>
    public Classification Classification { get; init; }

    /// <summary>Every room it really occupies; the one of <see cref="RoomId"/> where none is named.</summary>
    public IReadOnlyList<Guid> Rooms
    {
        get => field ?? (RoomId is { } room ? [room] : []);
        init;
    }

    /// <summary>Name of the building at the time, or empty.</summary>
    public LocalizedText VenueName { get; init; } = LocalizedText.Empty;

    /// <summary>The track at the time, or null.</summary>
    public FrozenTrack? Track { get; init; }

    /// <summary>Languages into which it is interpreted.</summary>
    public IReadOnlyList<string> InterpretedInto { get; init; } = [];

    /// <summary>Items of its agenda.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems { get; init; } = [];

    /// <summary>The teams that interpret it; kept to hold them apart, not shown.</summary>
    public IReadOnlyList<Guid> InterpreterTeams { get; init; } = [];
}

/// <summary>A track as a release shows it.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">Its color.</param>
public sealed record FrozenTrack(Guid TrackId, LocalizedText Name, TrackColor Color);

/// <summary>A person as a release shows it.</summary>
/// <param name="SpeakerId">The person.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Name">The name.</param>
/// <param name="Function">What the person is.</param>
/// <param name="Side">Name of the side at the time, or empty.</param>
public sealed record FrozenSpeaker(Guid SpeakerId, SpeakerRole Role, LocalizedText Name, LocalizedText Function, LocalizedText Side)
{
    /// <summary>How long the person may speak, in minutes, or null where no limit is set.</summary>
    public int? Minutes { get; init; }

    /// <summary>The side, or null.</summary>
    public Guid? SideId { get; init; }

    /// <summary>ISO code of the side where it is a state, or null.</summary>
    public string? SideCode { get; init; }

    /// <summary>Who the person is, in a few sentences, or empty.</summary>
    public LocalizedText Biography { get; init; } = LocalizedText.Empty;
}

/// <summary>A session in a release; never changed afterwards.</summary>
public sealed class ReleasedSession
{
    private ReleasedSession()
    {
    }

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>The session; once a release.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>What happens in it.</summary>
    public SessionType Type { get; private set; }

    /// <summary>Who may attend.</summary>
    public SessionAccess Access { get; private set; }

    /// <summary>The title.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>What it is about, or empty.</summary>
    public LocalizedText Abstract { get; private set; } = LocalizedText.Empty;

    /// <summary>How far it may travel.</summary>
    public Classification Classification { get; private set; }

    /// <summary>The track at the time, or null.</summary>
    public FrozenTrack? Track { get; private set; }

    /// <summary>Languages into which it is interpreted.</summary>
    public IReadOnlyList<string> InterpretedInto { get; private set; } = [];

    /// <summary>Items of its agenda, numbered by their order from 1.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems { get; private set; } = [];

    /// <summary>Name of the building at the time, or empty.</summary>
    public LocalizedText VenueName { get; private set; } = LocalizedText.Empty;

    /// <summary>The room, or null where it takes all rooms.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>The room's name at the time; empty where it takes all rooms.</summary>
    public LocalizedText RoomName { get; private set; } = LocalizedText.Empty;

    /// <summary>The room's column, from 0.</summary>
    public int RoomPosition { get; private set; }

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The chair and the speakers in the order of the floor.</summary>
    public IReadOnlyList<FrozenSpeaker> People { get; private set; } = [];

    /// <summary>Whether the public may read what it is: everybody may attend and nothing limits how far it travels.</summary>
    /// <remarks>Domain rule 13.</remarks>
    public bool IsPublic => Access == SessionAccess.Open && Classification == Classification.Clear;

    /// <summary>Whether it was in an earlier release and is in the programme no more; kept so that calendars learn of it.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Revision of the session, from 0; grows with every release in which it differs.</summary>
    /// <remarks>RFC 5545, section 3.8.7.4.</remarks>
    public int Sequence { get; private set; }

    /// <summary>When the release was published in which it last differed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    internal static ReleasedSession Freeze(Guid releaseId, FrozenSession session, ReleasedSession? before, DateTimeOffset now)
    {
        var frozen = new ReleasedSession
        {
            ReleaseId = releaseId,
            SessionId = session.SessionId,
            Type = session.Type,
            Access = session.Access,
            Title = session.Title,
            Abstract = session.Abstract,
            Classification = session.Classification,
            Track = session.Track,
            InterpretedInto = [.. session.InterpretedInto],
            AgendaItems = [.. session.AgendaItems],
            VenueName = session.VenueName,
            RoomId = session.RoomId,
            RoomName = session.RoomName,
            RoomPosition = session.RoomPosition,
            StartsAt = session.During.Start.ToUniversalTime(),
            EndsAt = session.During.End.ToUniversalTime(),
            People = [.. session.People],
        };
        frozen.ContinueFrom(before, now);
        return frozen;
    }

    /// <summary>A session of a draft as a release would show it, for comparing a draft with releases; belongs to none.</summary>
    public static ReleasedSession Sketch(FrozenSession session) => Freeze(Guid.Empty, session, null, DateTimeOffset.MinValue);

    internal static ReleasedSession Cancel(Guid releaseId, ReleasedSession before, DateTimeOffset now)
    {
        var gone = (ReleasedSession)before.MemberwiseClone();
        gone.ReleaseId = releaseId;
        gone.IsCancelled = true;
        if (!before.IsCancelled)
        {
            gone.Sequence = before.Sequence + 1;
            gone.ChangedAt = now;
        }

        return gone;
    }

    private void ContinueFrom(ReleasedSession? before, DateTimeOffset now)
    {
        var same = before is { IsCancelled: false } && before.Type == Type && before.Access == Access && before.Title.Equals(Title)
            && before.Abstract.Equals(Abstract) && before.RoomId == RoomId && before.RoomName.Equals(RoomName)
            && before.StartsAt == StartsAt && before.EndsAt == EndsAt && before.People.SequenceEqual(People)
            && before.Classification == Classification && before.Track == Track && before.VenueName.Equals(VenueName)
            && before.InterpretedInto.SequenceEqual(InterpretedInto) && before.AgendaItems.SequenceEqual(AgendaItems);
        Sequence = before is null ? 0 : same ? before.Sequence : before.Sequence + 1;
        ChangedAt = same ? before!.ChangedAt : now;
    }
}

/// <summary>What is taken at a time by a session of a release.</summary>
public enum BookingKind
{
    /// <summary>A room.</summary>
    Room,

    /// <summary>A chair or speaker.</summary>
    Person,

    /// <summary>An interpreter team.</summary>
    InterpreterTeam,
}

/// <summary>A room, person or team that a session of a release takes at a time.</summary>
/// <remarks>That nothing is taken twice at once in a release is a constraint of the database.</remarks>
public sealed class ReleasedBooking
{
    private ReleasedBooking()
    {
    }

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The room, person or team.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What <see cref="SubjectId"/> names.</summary>
    public BookingKind Kind { get; private set; }

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    internal static IEnumerable<ReleasedBooking> Of(Guid releaseId, FrozenSession session) =>
        session.Rooms.Select(id => (id, kind: BookingKind.Room))
            .Concat(session.People.Select(person => (id: person.SpeakerId, kind: BookingKind.Person)))
            .Concat(session.InterpreterTeams.Select(id => (id, kind: BookingKind.InterpreterTeam)))
            .Distinct()
            .Select(taken => new ReleasedBooking
            {
                ReleaseId = releaseId,
                SessionId = session.SessionId,
                SubjectId = taken.id,
                Kind = taken.kind,
                StartsAt = session.During.Start.ToUniversalTime(),
                EndsAt = session.During.End.ToUniversalTime(),
            });
}
