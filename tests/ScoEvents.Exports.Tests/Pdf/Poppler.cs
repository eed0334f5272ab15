using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Tests.Pdf;

/// <summary>Reads PDF files back by the programs of poppler-utils.</summary>
internal static class Poppler
{
    public static Task<string> TextAsync(byte[] pdf) => RunAsync("pdftotext", pdf, "-", "-");

    public static async Task<Dictionary<string, string>> PropertiesAsync(byte[] pdf) =>
        (await RunAsync("pdfinfo", pdf, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);

    public static Task<string> StructureAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-struct", "-");

    /// <summary>Rows of the font table without its head: name … emb sub uni object id.</summary>
    public static async Task<string[]> FontsAsync(byte[] pdf) =>
        (await RunAsync("pdffonts", pdf, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>Every page as a PNG picture.</summary>
    public static async Task<PagePictures> PicturesAsync(byte[] pdf, int dotsPerInch)
    {
        var folder = Directory.CreateTempSubdirectory("pages-");
        await RunAsync("pdftoppm", pdf, "-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-", Path.Combine(folder.FullName, "page"));
        return new PagePictures(folder);
    }

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program}: {await errors}");
    }
}

/// <summary>Pictures of pages in a folder of their own, gone with it.</summary>
internal sealed class PagePictures(DirectoryInfo folder) : IDisposable
{
    public IReadOnlyList<string> Files { get; } = [.. folder.GetFiles("*.png").Select(file => file.FullName).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
