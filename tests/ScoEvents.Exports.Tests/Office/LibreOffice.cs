using System.Diagnostics;

namespace ScoEvents.Exports.Tests.Office;

/// <summary>Opens Office files in LibreOffice, many in one run, for its start takes longer than its work.</summary>
internal static class LibreOffice
{
    /// <summary>PDF files of documents, by the names they were given.</summary>
    public static Task<IReadOnlyDictionary<string, byte[]>> ToPdfAsync(IReadOnlyDictionary<string, byte[]> files) => ConvertAsync(files, "pdf", "pdf");

    /// <summary>The first sheet of workbooks as comma-separated values in UTF-8, cells as they are shown.</summary>
    public static Task<IReadOnlyDictionary<string, byte[]>> ToCsvAsync(IReadOnlyDictionary<string, byte[]> files) =>
        ConvertAsync(files, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv");

    private static async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(IReadOnlyDictionary<string, byte[]> files, string filter, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("sco-office-");
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes);
            }

            await RunAsync(
            [
                // A profile of its own: a second run with the same one would hand its files to the first and end.
                "-env:UserInstallation=file://" + Path.Combine(folder.FullName, "profile"),
                "--headless", "--norestore", "--convert-to", filter, "--outdir", Path.Combine(folder.FullName, "out"),
                .. files.Keys.Select(name => Path.Combine(folder.FullName, name)),
            ]);
            return files.Keys.ToDictionary(name => name, name => File.ReadAllBytes(
                Path.Combine(folder.FullName, "out", Path.ChangeExtension(name, extension))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"soffice: {await output} {await errors}");
        }
    }
}
