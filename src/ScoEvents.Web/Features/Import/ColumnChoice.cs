using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>What somebody says that a column of a table holds.</summary>
public sealed class ColumnChoice
{
    /// <summary>The heading, by which the column is found again.</summary>
    public required string Heading { get; init; }

    /// <summary>What stands in the first rows.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>One of <see cref="SessionTableHeadings.Meanings"/>; null for a column that is not taken over.</summary>
    public string? Meaning { get; set; }

    /// <summary>The columns of a table with a first guess. Columns without a heading, or with that of another, cannot be named and are left out.</summary>
    public static IReadOnlyList<ColumnChoice> Of(SessionTableHead head)
    {
        var guess = SessionTableHeadings.Guess(head.Headings).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return
        [
            .. head.Headings.Select((heading, index) => (heading, index)).Where(column => column.heading.Length > 0).DistinctBy(column => column.heading, StringComparer.Ordinal)
                .Select(column => new ColumnChoice
                {
                    Heading = column.heading,
                    Samples = [.. head.Samples.Where(row => column.index < row.Count && row[column.index].Length > 0).Select(row => row[column.index])],
                    Meaning = guess.GetValueOrDefault(column.heading),
                }),
        ];
    }
}
