namespace ScoEvents.Exports.Pdf;

/// <summary>Finds programs on the machine.</summary>
internal static class ChromiumLocator
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Full path of the browser; a path that was set but leads nowhere is an error, not a reason to look on.</summary>
    public static string Find(string? configured)
    {
        var set = string.IsNullOrWhiteSpace(configured) ? Environment.GetEnvironmentVariable("CHROMIUM") : configured;
        if (!string.IsNullOrWhiteSpace(set))
        {
            return File.Exists(set) ? Path.GetFullPath(set) : throw Missing($"Chromium is not at '{set}', where the settings say it is.");
        }

        return _names.Select(OnPath).OfType<string>().FirstOrDefault() ?? throw Missing(
            "No Chromium was found. Install the package 'chromium' (Debian) or name the browser in the environment variable CHROMIUM.");
    }

    /// <summary>Full path of a program on the PATH, null when there is none.</summary>
    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static PdfEngineException Missing(string message) => new(PdfEngineFailure.BrowserMissing, message);
}
