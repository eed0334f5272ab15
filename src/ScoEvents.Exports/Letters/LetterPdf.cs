using ScoEvents.Exports.Pdf;

namespace ScoEvents.Exports.Letters;

/// <summary>Prints letters.</summary>
public static class LetterPdf
{
    /// <summary>Letters as one page for the engine, each from a new sheet on and counting its own; dated by the latest of them.</summary>
    /// <param name="letters">One at least.</param>
    public static PrintablePage Page(IReadOnlyList<LetterDocument> letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var page = new PrintablePage(LetterHtmlWriter.Write(letters, [.. letters.Select(_ => 1)]), letters.Max(letter => letter.IssuedAt));
        return letters.Count == 1
            ? page
            : page with { Parts = new PrintableParts([.. letters.Select((_, index) => LetterHtmlWriter.NameOf(index))], pages => LetterHtmlWriter.Write(letters, pages)) };
    }

    /// <summary>Letters as one PDF, each from a new sheet on; dated by the latest of them.</summary>
    /// <param name="engine">What prints.</param>
    /// <param name="letters">One at least.</param>
    /// <param name="cancellationToken">Ends waiting and printing.</param>
    /// <exception cref="PdfEngineException">No browser, time over, too large, or the browser failed; says which.</exception>
    public static Task<byte[]> PrintAsync(IPdfEngine engine, IReadOnlyList<LetterDocument> letters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.PrintAsync(Page(letters), cancellationToken);
    }
}
