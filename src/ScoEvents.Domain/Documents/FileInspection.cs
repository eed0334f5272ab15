using System.Globalization;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>What an uploaded file really is, found out from its content: the name only has to agree.</summary>
/// <remarks>Only the types listed here are taken, none of them with a program inside. What is refused is refused whole; nothing is cleaned.</remarks>
public static class FileInspection
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxSize = 25 * 1024 * 1024;

    /// <summary>The longest name of a file, in UTF-16 units.</summary>
    public const int MaxNameLength = DocumentVersion.MaxFileNameLength;

    private static readonly Dictionary<string, string> _contentTypes = new(StringComparer.Ordinal)
    {
        ["pdf"] = "application/pdf",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["odp"] = "application/vnd.oasis.opendocument.presentation",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["txt"] = "text/plain; charset=utf-8",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
    };

    /// <summary>The endings of names that are taken, without the dot.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. _contentTypes.Keys, "jpeg"];

    /// <summary>Looks a file through.</summary>
    /// <param name="name">Its name as the browser gave it.</param>
    /// <param name="content">All of it.</param>
    /// <returns>
    /// The name and media type to keep. Refused beside <c>File</c>: <c>document.empty</c>, <c>document.too-large</c>, <c>document.bad-name</c>, <c>document.unknown-type</c>,
    /// <c>document.lying-ending</c>, <c>document.two-types</c>, <c>document.damaged</c>, <c>document.encrypted</c>, <c>document.active</c>, <c>document.bomb</c>, <c>document.not-utf8</c>.
    /// </returns>
    public static Result<InspectedFile> Inspect(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (content.IsEmpty)
        {
            return DocumentErrors.Empty();
        }

        if (content.Length > MaxSize)
        {
            return DocumentErrors.TooLarge();
        }

        var clean = PlainText.Clean(name);
        var dot = clean.LastIndexOf('.');
        if (dot < 1 || dot == clean.Length - 1 || !IsPlainName(clean))
        {
            return DocumentErrors.BadName();
        }

        var ending = clean[(dot + 1)..].ToLowerInvariant();
        var found = Find(content, ending);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var type = found.Value;
        return (ending == "jpeg" ? "jpg" : ending) == type
            ? new InspectedFile(clean, _contentTypes[type])
            : DocumentErrors.LyingEnding(ending, type);
    }

    private static Result<string> Find(ReadOnlyMemory<byte> content, string ending)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return MentionsPdf(bytes) ? DocumentErrors.TwoTypes() : ArchiveInspection.Inspect(content);
        }

        // A ZIP archive is read from its end, so it can hide behind anything.
        if (ArchiveInspection.HasArchiveEnd(bytes))
        {
            return DocumentErrors.TwoTypes();
        }

        if (bytes.StartsWith("%PDF-"u8))
        {
            return PdfInspection.Inspect(bytes) is { } wrong ? wrong : "pdf";
        }

        if (MentionsPdf(bytes))
        {
            return DocumentErrors.TwoTypes();
        }

        if (PictureInspection.IsPng(bytes))
        {
            return PictureInspection.InspectPng(bytes) is { } wrong ? wrong : "png";
        }

        if (PictureInspection.IsJpeg(bytes))
        {
            return PictureInspection.InspectJpeg(bytes) is { } wrong ? wrong : "jpg";
        }

        return ending == "txt" ? Text(bytes) : DocumentErrors.UnknownType();
    }

    // Readers of PDF look for its mark anywhere in the first kilobyte.
    private static bool MentionsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    private static Result<string> Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return DocumentErrors.NotUtf8();
        }

        // Line ends and tabs; every other control character belongs to something that is no text.
        if (bytes.ContainsAnyInRange((byte)0x00, (byte)0x08) || bytes.ContainsAnyInRange((byte)0x0E, (byte)0x1F))
        {
            return DocumentErrors.UnknownType();
        }

        var start = bytes.TrimStart(" \t\r\n\f"u8);
        var isMarkup = start is [(byte)'<', (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'!' or (byte)'?', ..];
        return isMarkup || start.StartsWith("#!"u8) || start.StartsWith("{\\rtf"u8) ? DocumentErrors.UnknownType() : "txt";
    }

    private static bool IsPlainName(string name) =>
        name.Length <= MaxNameLength && !name.Contains("..", StringComparison.Ordinal) && name[0] != '.'
        && !PlainText.HasForbiddenCharacters(name) && name.EnumerateRunes().All(IsPlain);

    private static bool IsPlain(Rune rune) => rune.Value is not ('/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

/// <summary>A file that was looked through.</summary>
/// <param name="Name">The name to offer when it is downloaded; no path.</param>
/// <param name="ContentType">The media type of the content.</param>
public sealed record InspectedFile(string Name, string ContentType);
