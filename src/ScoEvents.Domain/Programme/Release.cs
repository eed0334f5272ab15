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
        };
        var before = previous?.Sessions.ToDictionary(session => session.SessionId) ?? [];
        release._sessions.AddRange(sessions.Select(session => ReleasedSession.Freeze(release.Id, session, before.GetValueOrDefault(session.SessionId), now)));
        release._sessions.AddRange(before.Values
            .Where(gone => !sessions.Any(session => session.SessionId == gone.SessionId))
            .Select(gone => ReleasedSession.Cancel(release.Id, gone, now)));
        return release;
    }
}

/// <summary>What the publisher calls a release.</summary>
/// <param name="Name">Up to <see cref="Release.MaxNameLength"/> characters, or null.</param>
/// <param name="Note">Up to <see cref="Release.MaxNoteLength"/> characters, or null.</param>
public sealed record ReleaseLabel(string? Name, string? Note);

/// <summary>A session as a release shows it.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Access">Who may attend.</param>
/// <param name="Title">The title.</param>
/// <param name="Abstract">What it is about, or empty.</param>
/// <param name="RoomId">The room.</param>
/// <param name="RoomName">The room's name at the time.</param>
/// <param name="RoomPosition">The room's column, from 0.</param>
/// <param name="During">When.</param>
/// <param name="People">The chair and the speakers in the order of the floor.</param>
public sealed record FrozenSession(
    Guid SessionId, SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract,
    Guid RoomId, LocalizedText RoomName, int RoomPosition, TimeInterval During, IReadOnlyList<FrozenSpeaker> People);

/// <summary>A person as a release shows it.</summary>
/// <param name="SpeakerId">The person.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Name">The name.</param>
/// <param name="Function">What the person is.</param>
/// <param name="Side">Name of the side at the time, or empty.</param>
public sealed record FrozenSpeaker(Guid SpeakerId, SpeakerRole Role, LocalizedText Name, LocalizedText Function, LocalizedText Side);

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

    /// <summary>The room.</summary>
    public Guid RoomId { get; private set; }

    /// <summary>The room's name at the time.</summary>
    public LocalizedText RoomName { get; private set; } = LocalizedText.Empty;

    /// <summary>The room's column, from 0.</summary>
    public int RoomPosition { get; private set; }

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The chair and the speakers in the order of the floor.</summary>
    public IReadOnlyList<FrozenSpeaker> People { get; private set; } = [];

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
            && before.StartsAt == StartsAt && before.EndsAt == EndsAt && before.People.SequenceEqual(People);
        Sequence = before is null ? 0 : same ? before.Sequence : before.Sequence + 1;
        ChangedAt = same ? before!.ChangedAt : now;
    }
}
