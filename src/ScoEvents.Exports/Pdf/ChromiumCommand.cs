using System.Diagnostics;
using System.Globalization;

namespace ScoEvents.Exports.Pdf;

/// <summary>Builds the command line that starts the browser behind as many walls as the machine offers.</summary>
internal static class ChromiumCommand
{
    // The protocol runs over descriptors 3 and 4, so no port is open and nobody else on the machine can speak to the
    // browser. The shell lays the standard streams there, sets the limits and becomes the browser.
    private const string ShellScript = "ulimit -c 0; ulimit -d \"$1\"; shift; exec 3<&0 4>&1 </dev/null >/dev/null; exec \"$@\"";

    private static readonly string[] _flags =
    [
        "--headless", "--remote-debugging-pipe", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-default-apps", "--disable-extensions", "--disable-breakpad", "--disable-crash-reporter",
        // The window that nobody sees would load pages of its own interface beside ours.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI,InitialWebUI",
        "--disable-domain-reliability", "--disable-dev-shm-usage", "--disable-file-system", "--disable-remote-fonts",
        "--mute-audio", "--metrics-recording-only", "--password-store=basic", "--use-mock-keychain", "--lang=en-US",
        "--font-render-hinting=none", "--user-agent=ScoEvents",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    ];

    /// <summary>The walls to try, strongest first; the sandbox is given up last.</summary>
    public static IReadOnlyList<PdfIsolation> Candidates(ChromiumPdfOptions options)
    {
        var isRoot = Environment.IsPrivilegedProcess;
        var isUnprivileged = !isRoot || Succeeds([.. DropTo(options.UnprivilegedId), "true"]);
        var hasNamespace = Succeeds([.. WithoutNetwork(isRoot), "true"]);
        var candidates = new List<PdfIsolation>();
        foreach (var isSandboxed in new[] { true, false })
        {
            // Chromium refuses its sandbox to root.
            if (isSandboxed && !isUnprivileged)
            {
                continue;
            }

            if (hasNamespace)
            {
                candidates.Add(new PdfIsolation(HasNoNetwork: true, isSandboxed, isUnprivileged));
            }

            candidates.Add(new PdfIsolation(HasNoNetwork: false, isSandboxed, isUnprivileged));
        }

        return candidates;
    }

    /// <summary>The command with an environment that holds nothing of the portal's own, neither settings nor secrets.</summary>
    public static ProcessStartInfo Build(string browser, string home, PdfIsolation isolation, ChromiumPdfOptions options)
    {
        var isRoot = Environment.IsPrivilegedProcess;
        List<string> words =
        [
            .. isolation.HasNoNetwork ? WithoutNetwork(isRoot) : [],
            .. isRoot && isolation.IsUnprivileged ? DropTo(options.UnprivilegedId) : [],
            "/bin/sh", "-c", ShellScript, "sh", (options.MaxProcessMegabytes * 1024L).ToString(CultureInfo.InvariantCulture),
            browser, .. _flags, "--user-data-dir=" + Path.Combine(home, "profile"),
            .. isolation.IsSandboxed ? Array.Empty<string>() : ["--no-sandbox"],
            "about:blank",
        ];
        var start = Start(words);
        start.WorkingDirectory = home;
        start.RedirectStandardInput = true;
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;
        start.Environment["XDG_RUNTIME_DIR"] = home;
        return start;
    }

    private static string[] WithoutNetwork(bool isRoot) =>
        isRoot ? ["unshare", "--net", "--"] : ["unshare", "--user", "--map-current-user", "--net", "--"];

    private static string[] DropTo(int id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        return ["setpriv", "--reuid=" + text, "--regid=" + text, "--clear-groups", "--inh-caps=-all", "--no-new-privs", "--"];
    }

    private static ProcessStartInfo Start(List<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private static bool Succeeds(List<string> words)
    {
        if (ChromiumLocator.OnPath(words[0]) is null)
        {
            return false;
        }

        using var process = Process.Start(Start(words));
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
