using System.Diagnostics;
using System.Text;

namespace ScoEvents.E2E.Browsing;

/// <summary>Reads the pages of a printed document with Poppler, as whoever opens the file would.</summary>
public static class PrintedText
{
    /// <summary>The text of each page.</summary>
    public static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        var text = await reading;
        await process.WaitForExitAsync();
        return text.TrimEnd('\f').Split('\f');
    }
}
