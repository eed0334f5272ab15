using ScoEvents.Domain.Documents;

namespace ScoEvents.Exports.Letters;

/// <summary>How a letter lies on its paper.</summary>
public enum LetterLayout
{
    /// <summary>A letter: A4 upright, letterhead above, text below.</summary>
    Letter,

    /// <summary>A certificate: A4 across within a frame, everything centered, to be hung up.</summary>
    Certificate,
}

/// <summary>An official letter in one language, ready to be set: everything in it is in words already.</summary>
public sealed record LetterDocument
{
    /// <summary>BCP 47 tag: en, ru, zh, hi or ur.</summary>
    public required string Language { get; init; }

    /// <summary>Which way its lines run.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>Name of the document, for its properties and for screen readers; not printed.</summary>
    public required string Title { get; init; }

    /// <summary>Who writes.</summary>
    public required LetterHead Head { get; init; }

    /// <summary>The number in words, such as <c>No. 12/2026</c>; null where the letter has none. Stands again at the foot of every page.</summary>
    public string? Number { get; init; }

    /// <summary>Place and day in words; null where it has none.</summary>
    public string? DateInWords { get; init; }

    /// <summary>Kind of letter, such as <c>Note verbale</c>; null where custom has none.</summary>
    public string? Heading { get; init; }

    /// <summary>To whom, line by line.</summary>
    public IReadOnlyList<string> Addressee { get; init; } = [];

    /// <summary>What it says.</summary>
    public required IReadOnlyList<LetterBlock> Body { get; init; }

    /// <summary>The formula of courtesy; null where it has none.</summary>
    public string? Closing { get; init; }

    /// <summary>Name and office of whoever signs, line by line; empty for a note in the third person, which is initialed and sealed.</summary>
    public IReadOnlyList<string> Signature { get; init; } = [];

    /// <summary>How far it may travel; stands at head and foot of every page.</summary>
    public required Classification Classification { get; init; }

    /// <summary>When it was issued, UTC. The file says it was made then, so that equal letters give equal files.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Pattern of the page's number with {0} for the page and {1} for how many there are.</summary>
    public required string PageOfPages { get; init; }

    /// <summary>A word across every page, such as that for a draft; null for a letter that counts.</summary>
    public string? Watermark { get; init; }

    /// <summary>How it lies on the paper.</summary>
    public LetterLayout Layout { get; init; }

    /// <summary>The marking at the head of every page, with the word for a draft, which no screen reader gets from a watermark.</summary>
    internal string RunningMarking => Watermark is null ? Classification.Marking() : $"{Watermark} · {Classification.Marking()}";
}

/// <summary>The head of a letter.</summary>
/// <param name="Name">Name of the office that writes.</param>
/// <param name="Lines">What stands beneath it: its seat, the event, how it is reached.</param>
public sealed record LetterHead(string Name, IReadOnlyList<string> Lines);
