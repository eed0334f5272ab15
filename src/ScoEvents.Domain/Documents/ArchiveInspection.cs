using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Documents;

/// <summary>Looks through office files, which are ZIP archives.</summary>
internal static class ArchiveInspection
{
    private const int MaxEntries = 10_000;
    private const long MaxUnpacked = 300L * 1024 * 1024;
    private const int MaxPart = 4 * 1024 * 1024;
    private const int EndLength = 22;
    private const string ContentTypes = "[Content_Types].xml";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly string[] _programs =
        [".exe", ".dll", ".com", ".bat", ".cmd", ".ps1", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".hta", ".scr", ".lnk", ".jar", ".msi", ".sh", ".py", ".swf", ".chm", ".html", ".htm"];

    // Parts of another place that office programs load or run when the file is opened.
    private static readonly string[] _foreignParts = ["/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/externalLinkPath"];

    /// <summary>Whether the file ends as a ZIP archive does, with or without a comment.</summary>
    public static bool HasArchiveEnd(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - EndLength - ushort.MaxValue)..];
        while (tail.IndexOf("PK\u0005\u0006"u8) is >= 0 and var at)
        {
            tail = tail[at..];
            if (tail.Length >= EndLength && BinaryPrimitives.ReadUInt16LittleEndian(tail[20..]) == tail.Length - EndLength)
            {
                return true;
            }

            tail = tail[4..];
        }

        return false;
    }

    /// <summary>The ending that the content has.</summary>
    public static Result<string> Inspect(ReadOnlyMemory<byte> content)
    {
        // Without a comment and with nothing behind it: what follows an archive is another file.
        if (content.Length < EndLength || !content.Span[^EndLength..].StartsWith("PK\u0005\u0006"u8))
        {
            return HasArchiveEnd(content.Span) ? DocumentErrors.TwoTypes() : DocumentErrors.Damaged();
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            return (Refused(archive) ?? ArchiveSizes.Refused(content.Span, MaxUnpacked) ?? Foreign(archive)) is { } refused ? refused : Find(archive);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return DocumentErrors.Damaged();
        }
    }

    private static Error? Refused(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > MaxUnpacked)
        {
            return DocumentErrors.Bomb();
        }

        foreach (var entry in archive.Entries)
        {
            if (!names.Add(entry.FullName) || entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.StartsWith('/') || entry.FullName.Split('/').Contains(".."))
            {
                return DocumentErrors.Damaged();
            }

            if (entry.IsEncrypted)
            {
                return DocumentErrors.Encrypted();
            }

            if (IsProgram(entry.FullName))
            {
                return DocumentErrors.Active();
            }
        }

        return null;
    }

    private static Error? Foreign(ZipArchive archive) => archive.Entries.Any(LoadsFromElsewhere) ? DocumentErrors.Active() : null;

    private static bool IsProgram(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || file.StartsWith("vbaData", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith("oleObject", StringComparison.OrdinalIgnoreCase) || _programs.Any(program => file.EndsWith(program, StringComparison.OrdinalIgnoreCase))
            || name.Contains("activeX/", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
    }

    private static bool LoadsFromElsewhere(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var reader = Reader(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") == "External"
                && reader.GetAttribute("Type") is { } type && _foreignParts.Any(part => type.EndsWith(part, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static Result<string> Find(ZipArchive archive)
    {
        if (archive.Entries is [{ FullName: "mimetype" } first, ..])
        {
            return OpenDocumentType(archive, Read(first));
        }

        if (archive.GetEntry(ContentTypes) is not { } types)
        {
            return DocumentErrors.UnknownType();
        }

        using var reader = Reader(types);
        string? found = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
            {
                continue;
            }

            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || type.Contains("activeX", StringComparison.OrdinalIgnoreCase) || type.Contains("oleObject", StringComparison.OrdinalIgnoreCase))
            {
                return DocumentErrors.Active();
            }

            found = type switch
            {
                OpenXml + "wordprocessingml.document.main+xml" => "docx",
                OpenXml + "spreadsheetml.sheet.main+xml" => "xlsx",
                OpenXml + "presentationml.presentation.main+xml" => "pptx",
                _ => found,
            };
        }

        return found is null ? DocumentErrors.UnknownType() : found;
    }

    private static Result<string> OpenDocumentType(ZipArchive archive, string type)
    {
        var ending = type switch
        {
            OpenDocument + "text" => "odt",
            OpenDocument + "presentation" => "odp",
            OpenDocument + "spreadsheet" => "ods",
            _ => null,
        };
        if (ending is null || archive.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return ending is null ? DocumentErrors.UnknownType() : DocumentErrors.Damaged();
        }

        using var reader = Reader(manifest);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "encryption-data")
            {
                return DocumentErrors.Encrypted();
            }
        }

        return ending;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var letters = new char[100];
        return new string(letters, 0, reader.ReadBlock(letters));
    }

    private static XmlReader Reader(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxPart,
        CloseInput = true,
    });
}
