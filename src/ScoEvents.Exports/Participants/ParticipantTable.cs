namespace ScoEvents.Exports.Participants;

/// <summary>How a line of a cell looks on paper.</summary>
internal enum ParticipantLineLook
{
    /// <summary>As the text around it.</summary>
    Plain,

    /// <summary>A person's name.</summary>
    Name,

    /// <summary>A name in its own script, of whatever direction.</summary>
    OwnScript,

    /// <summary>Less important.</summary>
    Quiet,
}

/// <summary>A line of a cell; nothing is printed for an empty one.</summary>
internal readonly record struct ParticipantLine(string? Text, ParticipantLineLook Look = ParticipantLineLook.Plain);

/// <summary>A cell on paper.</summary>
internal sealed record ParticipantLines(IReadOnlyList<ParticipantLine> Lines)
{
    /// <summary>The lines that have a text.</summary>
    public IEnumerable<ParticipantLine> Printed => Lines.Where(line => ExportText.CleanLine(line.Text).Length > 0);
}

/// <summary>A table on paper, below its heading.</summary>
/// <param name="Heading">The side, or the kind of change.</param>
/// <param name="Note">What stands behind the heading, smaller.</param>
/// <param name="Rows">Each with one cell a column.</param>
internal sealed record ParticipantSection(string Heading, string Note, IReadOnlyList<IReadOnlyList<ParticipantLines>> Rows);

/// <summary>The content on paper.</summary>
/// <param name="Columns">Heads with their share of the width, in percent.</param>
/// <param name="Sections">In order.</param>
internal sealed record ParticipantPages(IReadOnlyList<(string Heading, int Share)> Columns, IReadOnlyList<ParticipantSection> Sections);

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its head.</param>
/// <param name="Width">Its width, in digits.</param>
/// <param name="IsNumber">Whether numbers stand in it.</param>
internal sealed record ParticipantColumn(string Heading, int Width, bool IsNumber);

/// <summary>A cell of a sheet: a text or a number.</summary>
internal readonly record struct ParticipantCell(string? Text, int? Number = null)
{
    public static ParticipantCell Of(object? value) => value is int number ? new(null, number) : new((string?)value);
}

/// <summary>The content of a sheet.</summary>
internal sealed record ParticipantSheet(IReadOnlyList<ParticipantColumn> Columns, IReadOnlyList<IReadOnlyList<ParticipantCell>> Rows);

/// <summary>Puts texts together.</summary>
internal static class ParticipantText
{
    /// <summary>Those that are not empty, with a sign between.</summary>
    public static string Joined(string separator, params string?[] parts) => string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));
}
