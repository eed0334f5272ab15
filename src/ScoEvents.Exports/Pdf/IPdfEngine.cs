namespace ScoEvents.Exports.Pdf;

/// <summary>Prints a page to PDF. An interface because a test must be able to stop the outside world here.</summary>
public interface IPdfEngine
{
    /// <summary>
    /// The page as a tagged PDF with outline, fonts embedded. Nothing but the page's own text and data URIs is read.
    /// </summary>
    /// <param name="page">A self-contained HTML page.</param>
    /// <param name="cancellationToken">Ends the wait for a free place as well as the printing itself.</param>
    /// <exception cref="PdfEngineException">No browser, time over, too large, or the browser failed; says which.</exception>
    Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default);
}

/// <summary>A page to print.</summary>
/// <param name="Html">The whole document, with its language, direction, title and paper in it.</param>
/// <param name="DocumentDate">The date the PDF says it was made on, so that equal pages give equal files.</param>
public sealed record PrintablePage(string Html, DateTimeOffset DocumentDate)
{
    /// <summary>Stands in a table of contents where the number of a page goes, flush with the right end of its box.</summary>
    public const string NumberAtRight = "0123456789";

    /// <summary>The same, flush with the left end.</summary>
    public const string NumberAtLeft = "9876543210";

    /// <summary>
    /// Identities of elements that something in the page links to, one for each <see cref="NumberAtRight"/> or
    /// <see cref="NumberAtLeft"/> in it, in their order. Empty for a page without numbered contents.
    /// </summary>
    /// <remarks>Chromium has no <c>target-counter()</c>, and printing twice would take twice as long.</remarks>
    public IReadOnlyList<string> Contents { get; init; } = [];

    /// <summary>Parts that say how many pages they have themselves; null where the browser's own count will do.</summary>
    public PrintableParts? Parts { get; init; }
}

/// <summary>The parts that a page consists of, all of it.</summary>
/// <param name="Beginnings">Identities of the elements they begin with, each on a new sheet and linked to, in their order.</param>
/// <param name="Write">
/// The whole document for how many pages each part has; these numbers must not move anything. <see cref="PrintablePage.Html"/>
/// is the one for a page each, and where that is right it is printed once only.
/// </param>
public sealed record PrintableParts(IReadOnlyList<string> Beginnings, Func<IReadOnlyList<int>, string> Write);
