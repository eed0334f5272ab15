using System.Diagnostics;
using System.Globalization;

namespace ScoEvents.Bench;

/// <summary>Has one portal make 200 files of each kind in a row, and fails where its memory, or that of its browsers, has not become flat.</summary>
internal static class ExportMemory
{
    private const int Files = 200;
    private const int FilesOfSample = 5;
    private const double Bar = 1.1;

    // Three browsers' worth: at most two print at once, each of up to six processes whose shared pages count in each.
    private const long MostOfBrowsers = 3L * 1024 * 1024;

    private static readonly string[] _kinds = ["pdf", "docx", "xlsx", "csv", "html", "md", "ics", "schedule.xml", "schedule.json"];
    private static readonly string[] _languages = ["en", "ru", "zh", "hi", "ur"];

    /// <summary>A portal with the heap hook.</summary>
    public sealed record Portal(Uri Address, int Process, string Heap, string Folder);

    /// <summary>Goes through the kinds; returns 1 where one of them was not flat.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="slug">The event of which most files are made.</param>
    /// <param name="printed">The event of which PDF files are made.</param>
    /// <param name="kinds">Which kinds; all where none is named.</param>
    public static async Task<int> RunAsync(Portal portal, string slug, string printed, string[] kinds)
    {
        using var client = await DemoPerson.SignInAsync(portal.Address, portal.Folder, "staff@nscs.example");
        var (many, few) = (await AgendaSeed.FindAsync(portal.Folder, slug), await AgendaSeed.FindAsync(portal.Folder, printed));
        var isFlat = true;
        foreach (var kind in kinds.Length == 0 ? _kinds : kinds)
        {
            isFlat &= await MeasureAsync(portal, client, kind, number => Address(kind, number, kind == "pdf" ? few : many, slug));
        }

        return isFlat ? 0 : 1;
    }

    // The exchange format is made of releases that are public; a query that means nothing keeps it out of the cache.
    private static string Address(string kind, int number, Guid eventId, string slug)
    {
        var language = _languages[number % _languages.Length];
        return kind.StartsWith("schedule", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"/{language}/events/{slug}/{kind}?uncached={number}")
            : $"/staff/events/{eventId}/agenda?format={kind}&language={language}";
    }

    private static async Task<bool> MeasureAsync(Portal portal, HttpClient client, string kind, Func<int, string> address)
    {
        var (heap, resident, browsers) = (new List<long>(), new List<long>(), new List<long>());
        var (bytes, most) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < Files; number++)
        {
            var fetching = client.GetByteArrayAsync(new Uri(address(number), UriKind.Relative));
            while (kind == "pdf" && await Task.WhenAny(fetching, Task.Delay(100)) != fetching)
            {
                most = Math.Max(most, ProcessTree.BrowsersBelow(portal.Process).Resident);
            }

            bytes += (await fetching).Length;
            if (number % FilesOfSample == FilesOfSample - 1)
            {
                heap.Add(await PortalHeap.LiveBytesAsync(portal.Heap) / 1024);
                resident.Add(ProcessTree.Resident(portal.Process));
                browsers.Add(most);
                most = 0;
            }
        }

        // The spare goes after two minutes.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (kind == "pdf" && ProcessTree.BrowsersBelow(portal.Process).Count > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(1000);
        }

        var left = ProcessTree.BrowsersBelow(portal.Process).Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {Files} files in {watch.Elapsed.TotalSeconds:0} s, {bytes / Files / 1024} KiB each; MiB as medians of the second and the last quarter:"));
        var isFlat = IsFlat("heap", heap) & IsFlat("resident", resident);
        if (kind == "pdf")
        {
            isFlat &= IsFlat("browsers", browsers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  browsers at most {browsers.Max() / 1024} MiB, {left} processes left"));
            isFlat &= browsers.Max() <= MostOfBrowsers && left == 0;
        }

        return isFlat;
    }

    private static bool IsFlat(string name, List<long> samples)
    {
        var quarter = samples.Count / 4;
        var (before, after) = (Median(samples[quarter..(2 * quarter)]), Median(samples[(3 * quarter)..]));
        var isFlat = after <= before * Bar;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-8} {before / 1024:0.0} {after / 1024:0.0}, ratio {after / before:0.000}{(isFlat ? "" : $": NOT FLAT, more than {Bar}")}"));
        return isFlat;
    }

    private static double Median(List<long> samples) => samples.Order().ElementAt(samples.Count / 2);
}
