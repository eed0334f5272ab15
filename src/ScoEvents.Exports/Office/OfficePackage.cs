using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Office;

/// <summary>What Word and Excel files share: the properties of the document, and bytes that depend on nothing but the content.</summary>
internal static class OfficePackage
{
    // The oldest moment a ZIP entry can carry; the real one stands in the document's properties.
    private static readonly DateTimeOffset _entryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Title, language and the release's date; the clock of the machine and the user's name stay out.</summary>
    public static void WriteProperties(CoreFilePropertiesPart part, AgendaDocument agenda) => WriteProperties(
        part, $"{agenda.Title} – {agenda.Labels.Agenda}", agenda.Language, AgendaFacts.RunningMarking(agenda), agenda.Release.PublishedAt);

    /// <summary>Title, language, marking and date of a document.</summary>
    public static void WriteProperties(CoreFilePropertiesPart part, string title, string language, string marking, DateTimeOffset date)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string instance = "http://www.w3.org/2001/XMLSchema-instance";
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteAttributeString("xmlns", "dc", null, dc);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteAttributeString("xmlns", "xsi", null, instance);
        xml.WriteElementString("dc", "title", dc, ExportText.CleanLine(title));
        xml.WriteElementString("dc", "language", dc, language);
        xml.WriteElementString("cp", "category", core, ExportText.CleanLine(marking));
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", instance, "dcterms:W3CDTF");
            xml.WriteString(XmlConvert.ToString(date.UtcDateTime, XmlDateTimeSerializationMode.Utc));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The same package with entries in the order of their names, without the dates that the library takes from the clock.</summary>
    public static byte[] Settle(MemoryStream package)
    {
        package.Position = 0;
        using var settled = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that sniff expect the list of content types first.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = _entryDate;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return settled.ToArray();
    }
}
