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
public sealed record PrintablePage(string Html, DateTimeOffset DocumentDate);
