using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoEvents.Exports.Pdf;

/// <summary>
/// Just as much of a PDF as it takes to find pages and what links lead to, in the plain form that Chromium writes: one
/// cross-reference table, no object streams, no encryption.
/// </summary>
/// <remarks>ISO 32000-1, 7.5.</remarks>
internal sealed partial class PdfFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, int> _offsets = [];

    /// <exception cref="PdfEngineException">The file has another form.</exception>
    public PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        TableAt = Number(StartOfTable(), Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 64))));
        using var lines = new StringReader(Encoding.Latin1.GetString(bytes.AsSpan(Math.Clamp(TableAt, 0, bytes.Length))));
        var line = lines.ReadLine() == "xref" ? lines.ReadLine() : throw Unknown("its table");
        while (line is not null && line != "trailer")
        {
            if (line.Split(' ') is not [var first, var count])
            {
                throw Unknown("its table");
            }

            for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
            {
                var entry = lines.ReadLine() ?? throw Unknown("its table");
                if (entry.Contains(" n", StringComparison.Ordinal))
                {
                    _offsets[int.Parse(first, CultureInfo.InvariantCulture) + i] = int.Parse(entry.AsSpan(0, 10), CultureInfo.InvariantCulture);
                }
            }

            line = lines.ReadLine();
        }

        Trailer = lines.ReadToEnd();
    }

    /// <summary>Where the cross-reference table begins.</summary>
    public int TableAt { get; }

    /// <summary>The trailer and what follows it.</summary>
    public string Trailer { get; }

    /// <summary>Numbers of the pages' objects, in the order of the pages.</summary>
    public IReadOnlyList<int> Pages()
    {
        var pages = new List<int>();
        Collect(Reference("Pages", Dictionary(Reference("Root", Trailer))));
        return pages;

        void Collect(int node)
        {
            var dictionary = Dictionary(node);
            if (Kids().Match(dictionary) is { Success: true } kids)
            {
                foreach (Match kid in References().Matches(kids.Groups[1].Value))
                {
                    Collect(int.Parse(kid.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
                }
            }
            else
            {
                pages.Add(node);
            }
        }
    }

    /// <summary>What links lead to by name, with the object of its page.</summary>
    public IReadOnlyDictionary<string, int> Destinations() => Destination()
        .Matches(Dictionary(Reference("Dests", Dictionary(Reference("Root", Trailer)))))
        .ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The object that a page is painted by.</summary>
    public int ContentOf(int page) => Reference("Contents", Dictionary(page));

    /// <summary>The commands of a compressed stream, as Latin-1.</summary>
    public string Stream(int number)
    {
        var start = Offset(number);
        var data = _bytes.AsSpan(start).IndexOf("stream\n"u8);
        using var unpacked = new ZLibStream(new MemoryStream(_bytes, start + data + 7, _bytes.Length - start - data - 7), CompressionMode.Decompress);
        using var output = new MemoryStream();
        try
        {
            unpacked.CopyTo(output);
        }
        catch (InvalidDataException exception)
        {
            throw Unknown("a stream", exception);
        }

        return Encoding.Latin1.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    /// <summary>The number of the object that a key of a dictionary names.</summary>
    public static int Reference(string key, string dictionary) =>
        Number(new Regex($@"/{key} (\d+) 0 R"), dictionary);

    /// <summary>A form of a file that this code does not know.</summary>
    public static PdfEngineException Unknown(string what, Exception? inner = null) =>
        new(PdfEngineFailure.Crashed, $"The PDF carries {what} in an unknown form.", inner);

    private static int Number(Regex pattern, string text) => pattern.Match(text) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : throw Unknown(pattern.ToString());

    private int Offset(int number) => _offsets.TryGetValue(number, out var offset) ? offset : throw Unknown("its objects");

    private string Dictionary(int number)
    {
        var text = _bytes.AsSpan(Offset(number));
        var end = text.IndexOf("endobj"u8);
        return Encoding.Latin1.GetString(end < 0 ? throw Unknown("its objects") : text[..end]);
    }

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"/Kids \[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex References();

    [GeneratedRegex(@"/([^\s/<>\[\]()]+) \[(\d+) 0 R")]
    private static partial Regex Destination();
}
