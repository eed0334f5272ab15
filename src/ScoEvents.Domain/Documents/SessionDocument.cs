using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>A paper, presentation or file of a session, in one or several languages and revisions.</summary>
public sealed class SessionDocument
{
    /// <summary>The longest form of a title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The most documents of one session.</summary>
    public const int MaxPerSession = 50;

    /// <summary>The most languages and revisions of one document.</summary>
    public const int MaxVersions = 200;

    private readonly List<DocumentVersion> _versions = [];

    private SessionDocument()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The title in at least one language.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>Order within the session, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Every language and revision, also those withdrawn.</summary>
    public IReadOnlyList<DocumentVersion> Versions => _versions;

    /// <summary>Starts a document without a file. Refused: <c>document.title-missing</c>, <c>document.title-too-long</c>, <c>characters</c>.</summary>
    public static Result<SessionDocument> Create(Guid eventId, Guid sessionId, LocalizedText title, int position)
    {
        var document = new SessionDocument { Id = Guid.CreateVersion7(), EventId = eventId, SessionId = sessionId, Position = position };
        var named = document.Rename(title);
        return named.IsSuccess ? document : Result<SessionDocument>.Fail(named.Errors);
    }

    /// <summary>Changes the title. Refused as <see cref="Create"/>.</summary>
    public Result Rename(LocalizedText title)
    {
        if (title.IsEmpty)
        {
            return Error.Invalid("Title", "document.title-missing");
        }

        if (title.LongestLength > MaxTitleLength)
        {
            return Error.Invalid("Title", "document.title-too-long", MaxTitleLength);
        }

        if (title.HasForbiddenCharacters())
        {
            return Error.Characters("Title");
        }

        Title = title;
        return Result.Success;
    }

    /// <summary>Adds a file as the next revision of its language; earlier revisions stay.</summary>
    /// <param name="file">What was uploaded; its type was found out from its content.</param>
    /// <param name="classification">How far it may travel.</param>
    /// <param name="uploadedBy">Who.</param>
    /// <param name="now">UTC.</param>
    public DocumentVersion Add(DocumentFile file, Classification classification, Guid uploadedBy, DateTimeOffset now)
    {
        var revision = _versions.Where(version => version.Language == file.Language).Select(version => version.Revision).DefaultIfEmpty(0).Max() + 1;
        var added = new DocumentVersion(Id, EventId, file, revision, classification, uploadedBy, now);
        _versions.Add(added);
        return added;
    }
}

/// <summary>An uploaded file before it is kept.</summary>
/// <param name="Language">Language of its text, one of <see cref="Languages.All"/>.</param>
/// <param name="FileName">The name to offer when it is downloaded; no path.</param>
/// <param name="ContentType">Media type, found out from the content.</param>
/// <param name="Size">Bytes, from 1.</param>
/// <param name="Sha256">Hash of the content, 64 lower-case hexadecimal digits.</param>
public sealed record DocumentFile(string Language, string FileName, string ContentType, long Size, string Sha256);

/// <summary>One language and revision of a document; its bytes are kept apart, see <see cref="DocumentContent"/>.</summary>
public sealed class DocumentVersion
{
    /// <summary>The longest name of a file, in UTF-16 units.</summary>
    public const int MaxFileNameLength = 200;

    private DocumentVersion()
    {
    }

    internal DocumentVersion(
        Guid documentId, Guid eventId, DocumentFile file, int revision, Classification classification, Guid uploadedBy, DateTimeOffset now)
    {
        (Id, DocumentId, EventId) = (Guid.CreateVersion7(), documentId, eventId);
        (Language, Revision, Classification) = (file.Language, revision, classification);
        (FileName, ContentType, Size, Sha256) = (file.FileName, file.ContentType, file.Size, file.Sha256);
        (UploadedBy, UploadedAt) = (uploadedBy, now);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Language of its text, one of <see cref="Languages.All"/>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>From 1 in each language.</summary>
    public int Revision { get; private set; }

    /// <summary>How far it may travel.</summary>
    public Classification Classification { get; private set; }

    /// <summary>The name to offer when it is downloaded.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Hash of the content, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who uploaded it.</summary>
    public Guid UploadedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When it was withdrawn, UTC; null while it can be downloaded.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Takes it back; again does nothing.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    /// <summary>Changes how far it may travel.</summary>
    public void Classify(Classification classification) => Classification = classification;
}

/// <summary>The bytes of a version, in a table of their own so that lists never read them.</summary>
public sealed class DocumentContent
{
    private DocumentContent()
    {
    }

    /// <summary>Keeps the bytes of a version.</summary>
    public DocumentContent(Guid versionId, byte[] bytes) => (VersionId, Bytes) = (versionId, bytes);

    /// <summary>The version.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>The file as it was uploaded.</summary>
    public byte[] Bytes { get; private set; } = [];
}
