using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScoEvents.Exports.Persons;

/// <summary>Writes what is kept of a person as a ZIP file: a page to read, JSON to process, the photograph.</summary>
public static class PersonArchiveWriter
{
    private const string Style = """
        body{font-family:system-ui,"Noto Sans",sans-serif;max-inline-size:52rem;margin:2rem auto;padding-inline:1rem;line-height:1.5}
        :lang(ur){font-family:"Noto Nastaliq Urdu",serif;line-height:2.2}
        h1{font-size:1.5rem}h2{font-size:1.15rem;border-block-end:1px solid #c9d1d9}
        dl{display:grid;grid-template-columns:minmax(10rem,max-content) 1fr;column-gap:1.5rem;margin:0 0 1rem}
        dt{color:#55606b}dd{margin:0;overflow-wrap:anywhere}img{max-inline-size:12rem}
        """;

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JsonWriterOptions _json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file. Equal archives give equal bytes.</summary>
    public static byte[] Write(PersonArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, archive, "index.html", Encoding.UTF8.GetBytes(Page(archive)));
            Add(zip, archive, "data.json", Json(archive));
            if (archive.Picture is { } picture)
            {
                Add(zip, archive, $"photo.{picture.Extension}", picture.Bytes);
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, PersonArchive archive, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(archive.At.UtcDateTime);
        using var content = entry.Open();
        content.Write(bytes);
    }

    private static string Page(PersonArchive archive)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").Append(Line(archive.Language)).Append("\" dir=\"")
            .Append(archive.Direction == TextDirection.RightToLeft ? "rtl" : "ltr")
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file: data:; style-src 'sha256-")
            .Append(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))))
            .Append("'\">\n<title>").Append(Line(archive.Title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<h1>")
            .Append(Line(archive.Title)).Append("</h1>\n");
        foreach (var section in archive.Sections)
        {
            html.Append("<h2>").Append(Line(section.Heading)).Append("</h2>\n");
            foreach (var record in section.Records)
            {
                html.Append("<dl>\n");
                foreach (var fact in record)
                {
                    html.Append("<dt>").Append(Line(fact.Term)).Append("</dt><dd><bdi>").Append(Line(fact.Text)).Append("</bdi></dd>\n");
                }

                html.Append("</dl>\n");
            }
        }

        if (archive.Picture is { } picture)
        {
            html.Append("<p><img src=\"photo.").Append(Line(picture.Extension)).Append("\" alt=\"\"></p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static byte[] Json(PersonArchive archive)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _json))
        {
            json.WriteStartObject();
            json.WriteString("exportedAt", archive.At.UtcDateTime);
            foreach (var section in archive.Sections)
            {
                json.WriteStartArray(section.Key);
                foreach (var record in section.Records)
                {
                    json.WriteStartObject();
                    foreach (var fact in record)
                    {
                        json.WriteString(fact.Key, fact.Text);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Line(string text) => _encoder.Encode(ExportText.CleanLine(text));
}
