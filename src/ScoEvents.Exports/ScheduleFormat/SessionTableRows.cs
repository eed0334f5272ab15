using System.Globalization;
using ScoEvents.Domain.Shared;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>The positions of a mapping's columns in one table; -1 for a column that is not mapped.</summary>
internal sealed record SessionTableColumns(
    SessionTableMapping Mapping,
    IReadOnlyList<KeyValuePair<string, int>> Titles,
    IReadOnlyList<KeyValuePair<string, int>> Abstracts,
    int Day,
    int Start,
    int End,
    int Duration,
    int Room,
    int Type,
    int Track,
    int Speakers,
    int Id)
{
    /// <summary>Finds all columns; null, with word of each, when one is missing.</summary>
    public static SessionTableColumns? Find(SessionTableMapping mapping, List<string> headings, ScheduleProblems problems)
    {
        var isComplete = true;
        int Position(string? heading)
        {
            if (string.IsNullOrWhiteSpace(heading))
            {
                return -1;
            }

            var position = headings.IndexOf(ScheduleWords.CleanLine(heading));
            if (position < 0)
            {
                problems.Refused(ColumnMissing, heading, null, heading);
                isComplete = false;
            }

            return position;
        }

        List<KeyValuePair<string, int>> Forms(IReadOnlyDictionary<string, string> byLanguage) =>
        [
            .. Languages.All.Where(byLanguage.ContainsKey).Select(language => KeyValuePair.Create(language, Position(byLanguage[language]))),
        ];

        var columns = new SessionTableColumns(
            mapping,
            Forms(mapping.Titles),
            Forms(mapping.Abstracts),
            Position(mapping.Day),
            Position(mapping.Start),
            Position(mapping.End),
            Position(mapping.Duration),
            Position(mapping.Room),
            Position(mapping.Type),
            Position(mapping.Track),
            Position(mapping.Speakers),
            Position(mapping.Id));
        foreach (var (field, isMapped) in new[] { ("title", columns.Titles.Count > 0), ("start", !string.IsNullOrWhiteSpace(mapping.Start)) })
        {
            if (!isMapped)
            {
                problems.Refused(ColumnNotMapped, "", null, field);
                isComplete = false;
            }
        }

        return isComplete ? columns : null;
    }
}

/// <summary>Makes raw sessions of a table's rows.</summary>
internal sealed class SessionTableRows
{
    private readonly SessionTableColumns _columns;

    private readonly ScheduleProblems _problems;

    private DateOnly? _day;

    public SessionTableRows(SessionTableColumns columns, ScheduleReadingOptions options, ScheduleProblems problems)
    {
        _columns = columns;
        _problems = problems;
        Raw = new RawSchedule
        {
            Acronym = options.AssumedAcronym,
            TimeZoneName = options.AssumedTimeZone,
            Title = new RawText { Text = options.AssumedAcronym },
        };
    }

    public RawSchedule Raw { get; }

    public void Add(int row, List<string> cells)
    {
        if (cells.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return;
        }

        var one = new RawEvent
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"rows[{row}]"),
            Row = row,
            Id = Cell(cells, _columns.Id),
            Title = Words(cells, _columns.Titles),
            Abstract = Words(cells, _columns.Abstracts),
            Start = Cell(cells, _columns.Start),
            End = Cell(cells, _columns.End),
            Duration = Cell(cells, _columns.Duration),
            Room = Cell(cells, _columns.Room),
            Type = Cell(cells, _columns.Type),
            Track = Cell(cells, _columns.Track),
        };
        one.Date = Day(cells, one);
        // An id of letters tells sessions apart as well as a number does, and our own tables hold guids.
        if (Guid.TryParse(one.Id, out _))
        {
            (one.Guid, one.Id) = (one.Id, null);
        }
        else if (ScheduleNames.Id(one.Id) is null)
        {
            (one.Code, one.Id) = (one.Id, null);
        }

        Speakers(cells, one);
        Raw.Events.Add(one);
    }

    private string? Day(List<string> cells, RawEvent one)
    {
        var written = Cell(cells, _columns.Day);
        // Spreadsheets write a date and a time into one cell as they please; the start then carries the day.
        if (ScheduleClock.ParseMoment(one.Start) is { Time: not null } moment)
        {
            Span(moment.Date!.Value);
            return null;
        }

        if (written is null)
        {
            if (_day is not null && _columns.Day >= 0)
            {
                _problems.Repaired(DayCarried, _columns.Mapping.Day!, one.Row, Iso(_day.Value));
            }
        }
        else if (ScheduleClock.ParseLooseDate(written) is { } day)
        {
            _day = day;
            Span(day);
        }
        else
        {
            _problems.Refused(ValueUnreadable, _columns.Mapping.Day!, one.Row, "day", written);
            return null;
        }

        return _day is { } known ? Iso(known) : null;
    }

    private void Span(DateOnly date)
    {
        var iso = Iso(date);
        Raw.Start = Raw.Start is null || string.CompareOrdinal(iso, Raw.Start) < 0 ? iso : Raw.Start;
        Raw.End = Raw.End is null || string.CompareOrdinal(iso, Raw.End) > 0 ? iso : Raw.End;
    }

    private void Speakers(List<string> cells, RawEvent one)
    {
        foreach (var name in Cell(cells, _columns.Speakers)?.Split([';', '；', '؛', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            one.Persons.Add(new RawPerson(_columns.Mapping.Speakers!, new RawText { Text = name }, null, null, null, new RawText()));
        }
    }

    private static RawText Words(List<string> cells, IReadOnlyList<KeyValuePair<string, int>> columns)
    {
        var words = new RawText();
        foreach (var (language, column) in columns)
        {
            if (Cell(cells, column) is { } text)
            {
                words.Text ??= text;
                words.Forms.Add(new(language, text));
            }
        }

        return words;
    }

    // Careful programs, ours among them, put an apostrophe before what a spreadsheet would take for a formula.
    private static string? Cell(List<string> cells, int column)
    {
        if (column < 0 || column >= cells.Count || string.IsNullOrWhiteSpace(cells[column]))
        {
            return null;
        }

        var cell = cells[column].Trim();
        return cell is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? cell[1..] : cell;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
