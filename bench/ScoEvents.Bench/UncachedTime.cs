using System.Globalization;

namespace ScoEvents.Bench;

/// <summary>How long the portal takes to make a page that is not kept.</summary>
internal static class UncachedTime
{
    private const int WarmUp = 80;
    private const int Requests = 60;

    /// <summary>Asks one after the other and prints the median and the 90th percentile in milliseconds.</summary>
    /// <remarks>A query string that means nothing makes the portal render anew.</remarks>
    public static async Task<int> RunAsync(Uri page)
    {
        using var client = new HttpClient();
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Requests; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{page}?uncached={i}");
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            if (i >= WarmUp)
            {
                times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {times[Requests / 2]:0.0} ms, p90 {times[Requests * 9 / 10]:0.0} ms"));
        return 0;
    }
}
