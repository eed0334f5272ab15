using System.Text;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Markdown;
using ScoEvents.Exports.Xlsx;

namespace ScoEvents.Web.Features.Exports;

/// <summary>An agenda that was cut down for its reader, with what its file is called.</summary>
public sealed record AgendaFile(AgendaDocument Agenda, string Slug)
{
    /// <summary>Part of every identity handed out to calendars, so it stays whatever address the portal moves to.</summary>
    private const string UidHost = "scoevents";

    /// <summary>The name tells content, release, language and marking, so that no file travels without its marking.</summary>
    public ExportFileName NameAs(ExportFormat format) => new()
    {
        Stem = Slug,
        Content = Agenda.IsDraft ? "agenda-draft" : "agenda",
        Release = Agenda.IsDraft ? null : Agenda.Release.Number,
        Language = Agenda.Beside is { } beside ? $"{Agenda.Language}-{beside.Language}" : Agenda.Language,
        Classification = Agenda.Classification.Marking(),
        Extension = format.Extension(),
    };

    /// <summary>The bytes of every format but PDF, which has to be printed.</summary>
    public async Task<byte[]> WriteAsync(ExportFormat format, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case ExportFormat.Docx:
                return AgendaDocxWriter.Write(Agenda);
            case ExportFormat.Xlsx:
                return AgendaXlsxWriter.Write(Agenda);
            case ExportFormat.Html:
                return Encoding.UTF8.GetBytes(AgendaHtmlWriter.Write(Agenda));
            case ExportFormat.Md:
                return Encoding.UTF8.GetBytes(AgendaMarkdownWriter.Write(Agenda));
            case ExportFormat.Ics:
                return AgendaIcsWriter.Write(Agenda, new IcsOptions { UidHost = UidHost });
            case ExportFormat.Csv:
                using (var output = new MemoryStream())
                {
                    await AgendaCsvWriter.WriteAsync(Agenda, output, cancellationToken);
                    return output.ToArray();
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "It has to be printed.");
        }
    }
}
