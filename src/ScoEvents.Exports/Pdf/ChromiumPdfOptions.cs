namespace ScoEvents.Exports.Pdf;

/// <summary>Bounds of the PDF engine.</summary>
public sealed record ChromiumPdfOptions
{
    /// <summary>
    /// Path of the browser. Null: the environment variable CHROMIUM, then chromium, chromium-browser, google-chrome
    /// and google-chrome-stable on the PATH.
    /// </summary>
    public string? ExecutablePath { get; init; }

    /// <summary>For one page from the start of the browser on; the wait for a free place does not count.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many pages are printed at the same time; others wait.</summary>
    public int MaxConcurrency { get; init; } = 2;

    /// <summary>
    /// How long after a page a browser stands ready for the next one, which need not wait for its start then. Zero: none
    /// is started before its page comes.
    /// </summary>
    public TimeSpan KeepSpareFor { get; init; } = TimeSpan.Zero;

    /// <summary>Longest page, in UTF-16 code units.</summary>
    public int MaxHtmlLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Largest PDF, in bytes.</summary>
    public int MaxPdfBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Data segment that each process of the browser may fill, in MiB; a page that needs more fails.</summary>
    public int MaxProcessMegabytes { get; init; } = 1024;

    /// <summary>User and group the browser runs as when the portal itself runs as root; 65534 is nobody.</summary>
    public int UnprivilegedId { get; init; } = 65534;

    /// <summary>Where the throw-away profiles are made; null for the system's temporary folder.</summary>
    public string? TemporaryFolder { get; init; }
}
