namespace ScoEvents.Exports.Letters;

/// <summary>A part of what a letter says.</summary>
public abstract record LetterBlock
{
    private protected LetterBlock()
    {
    }

    /// <summary>
    /// Reads plain text as people type it: an empty line ends a paragraph, a line that begins with a hyphen and a space
    /// is a point of a list. Nothing else has a meaning.
    /// </summary>
    public static IReadOnlyList<LetterBlock> Read(string? text)
    {
        List<LetterBlock> blocks = [];
        List<string> lines = [];
        List<string> items = [];
        foreach (var line in ExportText.Clean(text).Split('\n').Select(line => line.Trim()).Append(""))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            if (lines.Count > 0 && (isItem || line.Length == 0))
            {
                blocks.Add(new LetterParagraph(string.Join('\n', lines)));
                lines = [];
            }

            if (items.Count > 0 && !isItem)
            {
                blocks.Add(new LetterList(items));
                items = [];
            }

            if (isItem)
            {
                items.Add(line[2..].Trim());
            }
            else if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return blocks;
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain text; line breaks stay.</param>
public sealed record LetterParagraph(string Text) : LetterBlock;

/// <summary>Points, one below the other.</summary>
/// <param name="Items">One line each.</param>
public sealed record LetterList(IReadOnlyList<string> Items) : LetterBlock;

/// <summary>Facts of a person or thing, such as name and number of a passport.</summary>
/// <param name="Facts">One line each.</param>
public sealed record LetterFacts(IReadOnlyList<LetterFact> Facts) : LetterBlock;

/// <summary>One fact.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Text">How it is.</param>
public sealed record LetterFact(string Term, string Text);

/// <summary>A line in large type, centered: the name on a certificate.</summary>
/// <param name="Text">One line, in any script.</param>
public sealed record LetterEmphasis(string Text) : LetterBlock;
