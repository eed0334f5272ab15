using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoEvents.Exports.Pdf;

/// <summary>
/// Sets the numbers of pages into a table of contents that was printed with ten figures in each place: they name the
/// glyphs of all figures, and as many of them as it takes become the number. Only the streams that paint them are
/// written anew, behind the end of the file; tags, links, outline and fonts stay as they are.
/// </summary>
/// <remarks>ISO 32000-1, 7.5.6, incremental updates.</remarks>
internal static partial class PdfPageNumbers
{
    /// <summary>The file with its numbers.</summary>
    /// <exception cref="PdfEngineException">A target or a place is missing, or the file has an unknown form.</exception>
    public static byte[] Fill(byte[] pdf, IReadOnlyList<string> targets)
    {
        var file = new PdfFile(pdf);
        var pages = file.Pages().Select((page, index) => (page, number: index + 1)).ToDictionary(pair => pair.page, pair => pair.number);
        var destinations = file.Destinations();
        var numbers = targets.Select(target => destinations.TryGetValue(target, out var page) && pages.TryGetValue(page, out var number)
            ? number : throw PdfFile.Unknown($"'{target}'")).ToList();
        var changed = new SortedDictionary<int, string>();
        var next = 0;
        // Contents stand before what they lead to.
        foreach (var page in pages.Where(page => page.Value <= numbers[0]).OrderBy(page => page.Value))
        {
            var content = file.ContentOf(page.Key);
            var before = file.Stream(content);
            var after = Place().Replace(before, match => Figures(match) is { } figures && next < numbers.Count ? Set(match, figures, numbers[next++]) : match.Value);
            if (after != before)
            {
                changed[content] = after;
            }

            if (next == numbers.Count)
            {
                return Append(pdf, file, changed);
            }
        }

        throw PdfFile.Unknown("its contents");
    }

    /// <summary>The glyph of each figure where ten glyphs are the ten figures upward or downward, else null.</summary>
    private static string[]? Figures(Match match)
    {
        var glyphs = match.Groups["glyph"].Captures.Select(capture => capture.Value).ToArray();
        var ids = glyphs.Select(glyph => int.Parse(glyph, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        var step = ids[1] - ids[0];
        return step is not (1 or -1) || Enumerable.Range(1, ids.Length - 1).Any(i => ids[i] - ids[i - 1] != step) ? null
            : step == 1 ? glyphs : [.. glyphs.Reverse()];
    }

    private static string Set(Match match, string[] figures, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).Select(digit => figures[digit - '0']).ToArray();
        var moves = match.Groups["move"].Captures.Select(capture => capture.Value).ToArray();
        var isAtRight = match.Groups["glyph"].Captures[0].Value == figures[0];
        var skipped = isAtRight ? figures.Length - digits.Length : 0;
        var text = new StringBuilder();
        foreach (var move in moves.Take(skipped))
        {
            text.Append(move).Append(" 0 Td\n");
        }

        for (var i = 0; i < digits.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : moves[skipped + i - 1] + " 0 Td ").Append('<').Append(digits[i]).Append("> Tj\n");
        }

        return text.ToString();
    }

    private static byte[] Append(byte[] pdf, PdfFile file, SortedDictionary<int, string> streams)
    {
        using var output = new MemoryStream();
        output.Write(pdf);
        var table = new StringBuilder("xref\n");
        foreach (var (number, commands) in streams)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{output.Length:0000000000} 00000 n \n");
            var packed = Pack(commands);
            output.Write(Encoding.Latin1.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Filter /FlateDecode\n/Length {packed.Length}>> stream\n")));
            output.Write(packed);
            output.Write("\nendstream\nendobj\n"u8);
        }

        var tableAt = output.Length;
        var trailer = file.Trailer[..file.Trailer.IndexOf(">>", StringComparison.Ordinal)];
        table.Append(CultureInfo.InvariantCulture, $"trailer\n{trailer}\n/Prev {file.TableAt}>>\nstartxref\n{tableAt}\n%%EOF\n");
        output.Write(Encoding.Latin1.GetBytes(table.ToString()));
        return output.ToArray();
    }

    private static byte[] Pack(string commands)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.Latin1.GetBytes(commands));
        }

        return packed.ToArray();
    }

    // Figures of equal width: each is moved to by itself.
    [GeneratedRegex(@"<(?<glyph>[0-9A-F]{2,4})> Tj\n(?:(?<move>[0-9.]+) 0 Td <(?<glyph>[0-9A-F]{2,4})> Tj\n){9}")]
    private static partial Regex Place();
}
