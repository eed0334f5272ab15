namespace ScoEvents.Web.Features.Exports;

/// <summary>The formats of an agenda; the names stand in addresses and as extensions of files.</summary>
public enum ExportFormat
{
    /// <summary>Printed by the browser engine, in a queue.</summary>
    Pdf,

    /// <summary>Word.</summary>
    Docx,

    /// <summary>Excel.</summary>
    Xlsx,

    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>One self-contained page.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Md,

    /// <summary>iCalendar; of releases only, for an entry of a draft would keep its place in every phone.</summary>
    Ics,
}

internal static class ExportFormats
{
    public static string Extension(this ExportFormat format) => format.ToString().ToLowerInvariant();

    public static string MediaType(this ExportFormat format) => format switch
    {
        ExportFormat.Pdf => "application/pdf",
        ExportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Html => "text/html; charset=utf-8",
        ExportFormat.Md => "text/markdown; charset=utf-8",
        ExportFormat.Ics => "text/calendar; charset=utf-8",
    };
}
