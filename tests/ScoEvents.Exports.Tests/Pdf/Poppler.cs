using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ScoEvents.Exports.Tests.Pdf;

/// <summary>Reads PDF files back by the programs of poppler-utils.</summary>
internal static class Poppler
{
    public static Task<string> TextAsync(byte[] pdf) => RunAsync("pdftotext", pdf, "-", "-");

    /// <summary>The text with its lines and columns as they lie on the paper.</summary>
    public static Task<string> LaidOutTextAsync(byte[] pdf) => RunAsync("pdftotext", pdf, "-layout", "-", "-");

    public static async Task<Dictionary<string, string>> PropertiesAsync(byte[] pdf) =>
        (await RunAsync("pdfinfo", pdf, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);

    public static Task<string> StructureAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-struct", "-");

    /// <summary>Rows of the font table without its head: name … emb sub uni object id.</summary>
    public static async Task<string[]> FontsAsync(byte[] pdf) =>
        (await RunAsync("pdffonts", pdf, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>The page of each name that links lead to.</summary>
    public static async Task<Dictionary<string, int>> PagesOfNamesAsync(byte[] pdf) =>
        (await RunAsync("pdfinfo", pdf, "-dests", "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => (page: line.TrimStart().Split(' ')[0], name: line.Split('"')[1]))
            .ToDictionary(row => row.name, row => int.Parse(row.page, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Each word of a page with its box, in points from the top: text, left, top, right, bottom.</summary>
    public static async Task<IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)>> WordsAsync(byte[] pdf, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var html = await RunAsync("pdftotext", pdf, "-bbox", "-f", number, "-l", number, "-", "-");
        return [.. XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]).Descendants().Where(element => element.Name.LocalName == "word")
            .Select(word => (word.Value, At(word, "xMin"), At(word, "yMin"), At(word, "xMax"), At(word, "yMax")))];
    }

    /// <summary>A page painted in shades of gray.</summary>
    public static async Task<GrayImage> PaintAsync(byte[] pdf, int page, int dotsPerInch)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return GrayImage.Read(await RunForBytesAsync(
            "pdftoppm", pdf, "-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-"));
    }

    /// <summary>Every page as a PNG picture.</summary>
    public static async Task<PagePictures> PicturesAsync(byte[] pdf, int dotsPerInch)
    {
        var folder = Directory.CreateTempSubdirectory("pages-");
        await RunForBytesAsync("pdftoppm", pdf, "-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-", Path.Combine(folder.FullName, "page"));
        return new PagePictures(folder);
    }

    private static double At(XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments) =>
        Encoding.UTF8.GetString(await RunForBytesAsync(program, pdf, arguments));

    private static async Task<byte[]> RunForBytesAsync(string program, byte[] pdf, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        var output = process.StandardOutput.BaseStream.CopyToAsync(bytes);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await output;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? bytes.ToArray() : throw new InvalidOperationException($"{program}: {await errors}");
    }
}

/// <summary>Pictures of pages in a folder of their own, gone with it.</summary>
internal sealed class PagePictures(DirectoryInfo folder) : IDisposable
{
    public IReadOnlyList<string> Files { get; } = [.. folder.GetFiles("*.png").Select(file => file.FullName).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
