using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Exports;

/// <summary>What of a programme a calendar address shows.</summary>
public enum FeedKind
{
    /// <summary>All sessions.</summary>
    Event,

    /// <summary>Those that begin on a day.</summary>
    Day,

    /// <summary>Those in a room.</summary>
    Room,

    /// <summary>Those of a track.</summary>
    Track,

    /// <summary>Those at which somebody presides or speaks for a side.</summary>
    Side,

    /// <summary>Those at which a person presides or speaks.</summary>
    Speaker,

    /// <summary>One session.</summary>
    Session,
}

/// <summary>A private calendar address: whoever has it reads what its owner may read at that moment, until it is taken back.</summary>
public sealed class FeedAddress
{
    /// <summary>Length of the hash of the secret, in bytes: SHA-256.</summary>
    public const int HashLength = 32;

    /// <summary>How many live addresses a person may have at an event.</summary>
    public const int MaxOfOwner = 40;

    private FeedAddress()
    {
    }

    /// <summary>Identity; not the secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Whose right it carries.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What it shows.</summary>
    public FeedKind Kind { get; private set; }

    /// <summary>The room, track, side, speaker or session; null for the whole event and for a day.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The day, in the event's zone; null for all other kinds.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Language of the entries, one of <see cref="Languages.All"/>.</summary>
    public string Language { get; private set; } = Languages.English;

    /// <summary>SHA-256 of the secret in the address; the secret itself is nowhere.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was taken back, UTC; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid? RevokedBy { get; private set; }

    /// <summary>When it was last asked for, UTC, to the hour; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Whether it works.</summary>
    public bool IsLive => RevokedAt is null;

    /// <summary>Makes an address. Refused: <c>feeds.subject-missing</c> where the kind and its subject do not belong together, <c>choice</c> for an unknown language.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="ownerId">Whose right it carries.</param>
    /// <param name="subject">What it shows.</param>
    /// <param name="language">Language of the entries.</param>
    /// <param name="tokenHash">SHA-256 of the secret.</param>
    /// <param name="now">UTC.</param>
    public static Result<FeedAddress> Open(Guid eventId, Guid ownerId, FeedSubject subject, string language, byte[] tokenHash, DateTimeOffset now)
    {
        if (!Languages.All.Contains(language))
        {
            return Error.Invalid(nameof(Language), "choice");
        }

        return subject.IsWhole
            ? new FeedAddress
            {
                Id = Guid.CreateVersion7(),
                EventId = eventId,
                OwnerId = ownerId,
                Kind = subject.Kind,
                SubjectId = subject.Id,
                Day = subject.Day,
                Language = language,
                TokenHash = tokenHash,
                CreatedAt = now,
            }
            : Error.Invalid(nameof(SubjectId), "feeds.subject-missing");
    }

    /// <summary>Takes it back for good; once taken back it stays so.</summary>
    public void Revoke(Guid by, DateTimeOffset now)
    {
        if (IsLive)
        {
            (RevokedAt, RevokedBy) = (now, by);
        }
    }
}

/// <summary>What a calendar address shows.</summary>
/// <param name="Kind">Which kind of thing.</param>
/// <param name="Id">The room, track, side, speaker or session.</param>
/// <param name="Day">The day.</param>
public sealed record FeedSubject(FeedKind Kind, Guid? Id = null, DateOnly? Day = null)
{
    /// <summary>Whether nothing is missing and nothing too much.</summary>
    public bool IsWhole => Kind switch
    {
        FeedKind.Event => Id is null && Day is null,
        FeedKind.Day => Id is null && Day is not null,
        _ => Id is not null && Day is null,
    };
}
