using ScoEvents.Exports.Pdf;

namespace ScoEvents.Exports.Letters;

/// <summary>Prints letters.</summary>
public static class LetterPdf
{
    /// <summary>Letters as one PDF, each from a new sheet on; dated by the latest of them.</summary>
    /// <param name="engine">What prints.</param>
    /// <param name="letters">One at least.</param>
    /// <param name="cancellationToken">Ends waiting and printing.</param>
    /// <exception cref="PdfEngineException">No browser, time over, too large, or the browser failed; says which.</exception>
    public static Task<byte[]> PrintAsync(IPdfEngine engine, IReadOnlyList<LetterDocument> letters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(letters);
        return engine.PrintAsync(new PrintablePage(LetterHtmlWriter.Write(letters), letters.Max(letter => letter.IssuedAt)), cancellationToken);
    }
}
