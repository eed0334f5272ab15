using System.Globalization;
using ScoEvents.Domain.Documents;

namespace ScoEvents.Exports.Agenda;

/// <summary>What a column of the agenda as a table holds.</summary>
internal enum AgendaColumnKind
{
    /// <summary>A day of the place.</summary>
    Date,

    /// <summary>A time of the place, with its day.</summary>
    Time,

    /// <summary>A word or a short line.</summary>
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,
}

/// <summary>A column.</summary>
/// <param name="Heading">Its head, in the language of its texts.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Width">Its width on a sheet, in digits.</param>
/// <param name="IsBeside">Whether its texts are those of the second language.</param>
internal sealed record AgendaColumn(string Heading, AgendaColumnKind Kind, int Width, bool IsBeside = false);

/// <summary>A cell: a text, or a local time with its words for formats without types.</summary>
internal readonly record struct AgendaCell(string? Text, DateTime? Value = null);

/// <summary>An agenda as rows and columns, for the formats that spreadsheets read.</summary>
internal sealed record AgendaTable(IReadOnlyList<AgendaColumn> Columns, IReadOnlyList<IReadOnlyList<AgendaCell>> Rows)
{
    private sealed record Field(Func<AgendaLabels, string> Heading, AgendaColumnKind Kind, int Width, Func<AgendaDocument, AgendaEntry, AgendaCell> Cell, bool IsSpoken = true);

    /// <summary>The columns that the document's level of detail has, those with texts once for each language.</summary>
    public static AgendaTable Of(AgendaDocument agenda)
    {
        var fields = Fields(agenda.Detail).ToList();
        var beside = agenda.Beside?.Days.SelectMany(day => day.Entries).ToDictionary(entry => entry.SessionId) ?? [];
        var columns = fields.SelectMany(field => Twice(field, agenda.Beside).Select(isBeside => new AgendaColumn(
            field.Heading(isBeside ? agenda.Beside!.Labels : agenda.Labels), field.Kind, field.Width, isBeside))).ToList();
        var rows = agenda.Days.SelectMany(day => day.Entries).Select(entry => (IReadOnlyList<AgendaCell>)
        [
            .. fields.SelectMany(field => Twice(field, agenda.Beside).Select(isBeside =>
                isBeside ? field.Cell(agenda.Beside!, beside[entry.SessionId]) : field.Cell(agenda, entry))),
        ]);
        return new AgendaTable(columns, [.. rows]);
    }

    private static bool[] Twice(Field field, AgendaDocument? beside) => beside is not null && field.IsSpoken ? [false, true] : [false];

    private static IEnumerable<Field> Fields(AgendaDetail detail)
    {
        yield return new(labels => labels.Date, AgendaColumnKind.Date, 12, Date, IsSpoken: false);
        yield return new(labels => labels.Start, AgendaColumnKind.Time, 8, (agenda, entry) => Time(agenda, entry, entry.Start), IsSpoken: false);
        yield return new(labels => labels.End, AgendaColumnKind.Time, 17, (agenda, entry) => Time(agenda, entry, entry.End), IsSpoken: false);
        yield return new(labels => labels.Type, AgendaColumnKind.Text, 15, (_, entry) => new(entry.TypeLabel));
        yield return new(labels => labels.Session, AgendaColumnKind.Text, 36, (_, entry) => new(entry.Title));
        yield return new(labels => labels.Track, AgendaColumnKind.Text, 15, (_, entry) => new(entry.Track));
        yield return new(labels => labels.Room, AgendaColumnKind.Text, 16, (_, entry) => new(entry.Room));
        if (detail >= AgendaDetail.WithSpeakers)
        {
            yield return new(labels => labels.Chair, AgendaColumnKind.Text, 22, (agenda, entry) => new(entry.Chair is { } chair ? AgendaSpeech.Person(agenda, chair) : null));
            yield return new(labels => labels.Speakers, AgendaColumnKind.LongText, 32, (agenda, entry) => new(string.Join('\n', entry.Speakers.Select(person => AgendaSpeech.Person(agenda, person)))));
            yield return new(labels => labels.Points, AgendaColumnKind.LongText, 28, (agenda, entry) => new(string.Join('\n', entry.Points.Select((point, index) => AgendaSpeech.Point(agenda, point, index)))));
        }

        if (detail >= AgendaDetail.WithAbstracts)
        {
            yield return new(labels => labels.Abstract, AgendaColumnKind.LongText, 40, (_, entry) => new(ExportText.Clean(entry.Abstract).Trim()));
        }

        yield return new(labels => labels.Interpretation, AgendaColumnKind.Text, 14, (agenda, entry) => new(AgendaSpeech.Interpretation(agenda, entry)));
        yield return new(labels => labels.Access, AgendaColumnKind.Text, 14, (_, entry) => new(entry.AccessLabel));
        yield return new(labels => labels.Classification, AgendaColumnKind.Text, 13, (_, entry) => new(entry.Classification.Marking()), IsSpoken: false);
        yield return new(labels => labels.State, AgendaColumnKind.Text, 10, (agenda, entry) => new(agenda.IsCancelled || entry.IsCancelled ? agenda.Labels.Cancelled : null));
    }

    private static AgendaCell Date(AgendaDocument agenda, AgendaEntry entry)
    {
        var day = TimeZoneInfo.ConvertTime(entry.Start, agenda.TimeZone).Date;
        return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
    }

    private static AgendaCell Time(AgendaDocument agenda, AgendaEntry entry, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, agenda.TimeZone).DateTime;
        var isLater = local.Date > TimeZoneInfo.ConvertTime(entry.Start, agenda.TimeZone).Date;
        var clock = AgendaTimes.Clock(instant, agenda.TimeZone);
        return new(isLater ? local.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + clock : clock, local);
    }
}
