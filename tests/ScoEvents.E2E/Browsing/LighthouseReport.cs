using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScoEvents.E2E.Browsing;

/// <summary>What Lighthouse says of one page on first visits, on the slow phone that it imitates: the same one, however fast the machine is.</summary>
/// <param name="Path">The page.</param>
/// <param name="Error">Why it could not be judged, or null.</param>
/// <param name="Scores">0 to 100 for each of performance (the best of up to seven visits, the first that is good enough), accessibility, best-practices and seo.</param>
/// <param name="Short">The audits that took points away, with what they found.</param>
/// <param name="Slowdown">How many times slower than this machine the phone is, 1 to 4.</param>
/// <param name="Visits">How often the page was visited.</param>
/// <param name="Bytes">Transferred, headers included, images left out.</param>
/// <param name="Requests">How many there were.</param>
/// <param name="LayoutShift">Cumulative layout shift, the largest of the visits; 0 is a page on which nothing jumps.</param>
/// <param name="Shifted">What moved, by how much.</param>
/// <param name="Outside">Requests that left the portal.</param>
public sealed record LighthouseReport(
    string Path, string? Error, IReadOnlyDictionary<string, int> Scores, IReadOnlyList<string> Short, double Slowdown, int Visits, int Bytes, int Requests, double LayoutShift, IReadOnlyList<string> Shifted, IReadOnlyList<string> Outside)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Asks about pages, one after the other, with a browser of its own.</summary>
    /// <param name="host">The name that the pages call themselves by.</param>
    /// <param name="port">Where the portal really listens on the loopback interface.</param>
    /// <param name="paths">The pages.</param>
    /// <exception cref="InvalidOperationException">Lighthouse did not come to its end; the message is what it said.</exception>
    public static async Task<IReadOnlyList<LighthouseReport>> OfAsync(string host, int port, IEnumerable<string> paths)
    {
        var start = new ProcessStartInfo("node",
            [System.IO.Path.Combine(Folder(), "lighthouse.mjs"), Browser, host, port.ToString(CultureInfo.InvariantCulture), .. paths])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<IReadOnlyList<LighthouseReport>>(await output, _options)!
            : throw new InvalidOperationException($"Lighthouse: {await errors}");
    }

    private static string Browser => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chromium ? chromium : "/usr/bin/chromium";

    private static string Folder([CallerFilePath] string source = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "..", "Node"));
}
