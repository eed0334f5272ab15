using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Which column of a table holds what; columns are named by their heading, exactly as the table has it but for white space around it.</summary>
public sealed record SessionTableMapping
{
    /// <summary>Columns of the title by language of <see cref="Languages.All"/>; at least one.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Columns of the abstract by language.</summary>
    public IReadOnlyDictionary<string, string> Abstracts { get; init; } = new Dictionary<string, string>();

    /// <summary>Column of the day; null when the start carries it. An empty cell has the day of the row above.</summary>
    public string? Day { get; init; }

    /// <summary>Column of the start: a time, or a date and a time.</summary>
    public required string Start { get; init; }

    /// <summary>Column of the end; null for none.</summary>
    public string? End { get; init; }

    /// <summary>Column of the duration; null for none. It goes before the end.</summary>
    public string? Duration { get; init; }

    /// <summary>Column of the room; null for none.</summary>
    public string? Room { get; init; }

    /// <summary>Column of the type; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>Column of the track; null for none.</summary>
    public string? Track { get; init; }

    /// <summary>Column of the speakers, separated by semicolons or line breaks; null for none.</summary>
    public string? Speakers { get; init; }

    /// <summary>Column of what tells a session apart at every import; without it the title does, and a changed title makes another session.</summary>
    public string? Id { get; init; }

    /// <summary>Makes a first guess from usual headings in our languages; null when no title or no start is found.</summary>
    public static SessionTableMapping? Guess(IReadOnlyList<string> headings) => From(SessionTableHeadings.Guess(headings));

    /// <summary>Makes a mapping of what each column holds.</summary>
    /// <param name="columns">Heading and meaning, one of <see cref="SessionTableHeadings.Meanings"/>; of two columns of one meaning the first counts.</param>
    /// <returns>Null when no title or no start is among them.</returns>
    public static SessionTableMapping? From(IEnumerable<KeyValuePair<string, string>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);

        var headings = columns.DistinctBy(column => column.Value, StringComparer.Ordinal).ToDictionary(column => column.Value, column => column.Key, StringComparer.Ordinal);
        var titles = Forms(headings, "title");
        return titles.Count == 0 || !headings.TryGetValue("start", out var start)
            ? null
            : new SessionTableMapping
            {
                Titles = titles,
                Abstracts = Forms(headings, "abstract"),
                Day = headings.GetValueOrDefault("day"),
                Start = start,
                End = headings.GetValueOrDefault("end"),
                Duration = headings.GetValueOrDefault("duration"),
                Room = headings.GetValueOrDefault("room"),
                Type = headings.GetValueOrDefault("type"),
                Track = headings.GetValueOrDefault("track"),
                Speakers = headings.GetValueOrDefault("speakers"),
                Id = headings.GetValueOrDefault("id"),
            };
    }

    private static Dictionary<string, string> Forms(Dictionary<string, string> headings, string field) => Languages.All
        .Where(language => headings.ContainsKey($"{field}.{language}"))
        .ToDictionary(language => language, language => headings[$"{field}.{language}"], StringComparer.Ordinal);
}

/// <summary>What a table looks like, for the page on which its columns are mapped.</summary>
/// <param name="Separator">The separator found: comma, semicolon, tab or another usual one; null in a workbook.</param>
/// <param name="Headings">Cells of the first row, cleaned.</param>
/// <param name="Samples">Up to five of the following rows, cells cleaned, as many as they have.</param>
/// <param name="Problems">Why there are no headings; otherwise empty.</param>
public sealed record SessionTableHead(char? Separator, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<ScheduleProblem> Problems);
