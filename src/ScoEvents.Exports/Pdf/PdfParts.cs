namespace ScoEvents.Exports.Pdf;

/// <summary>Finds how many pages each part of a file has.</summary>
internal static class PdfParts
{
    /// <summary>The number of pages of each part, at least one.</summary>
    /// <param name="pdf">The file as Chromium printed it.</param>
    /// <param name="beginnings">What links to the parts are called; each begins on a page of its own, in their order.</param>
    /// <exception cref="PdfEngineException">A part is missing, or the file has an unknown form.</exception>
    public static IReadOnlyList<int> Count(byte[] pdf, IReadOnlyList<string> beginnings)
    {
        var file = new PdfFile(pdf);
        var pages = file.Pages().Select((page, index) => (page, index)).ToDictionary(pair => pair.page, pair => pair.index);
        var destinations = file.Destinations();
        var starts = beginnings.Select(beginning => destinations.TryGetValue(beginning, out var page) && pages.TryGetValue(page, out var index)
            ? index : throw PdfFile.Unknown($"'{beginning}'")).ToList();
        return [.. starts.Select((start, part) => (part + 1 < starts.Count ? starts[part + 1] : pages.Count) - start)];
    }
}
