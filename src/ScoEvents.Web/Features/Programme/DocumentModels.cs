using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>A document of a session.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Row version, for renaming what was seen.</param>
/// <param name="Versions">By language, the latest revision of each first.</param>
public sealed record DocumentRow(Guid Id, LocalizedText Title, uint Version, IReadOnlyList<DocumentVersionRow> Versions);

/// <summary>One language and revision of a document.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Language">Language of its text.</param>
/// <param name="Revision">From 1 in each language.</param>
/// <param name="Classification">How far it may travel.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="UploadedBy">Display name of who uploaded it, or null where the account is gone.</param>
/// <param name="UploadedAt">Local date and time in the event's zone.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="CanDownload">Whether the actor may read what is marked so.</param>
public sealed record DocumentVersionRow(
    Guid Id, string Language, int Revision, Classification Classification, string FileName, long Size, string? UploadedBy, DateTime UploadedAt, bool IsWithdrawn,
    bool CanDownload);

/// <summary>A file to be sent.</summary>
/// <param name="FileName">The file's own name.</param>
/// <param name="ContentType">Media type, found out from the content when it was uploaded.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Classification">How far it may travel.</param>
/// <param name="Language">Language of its text.</param>
/// <param name="Revision">From 1 in its language.</param>
public sealed record DocumentDownload(string FileName, string ContentType, long Size, Classification Classification, string Language, int Revision);
