using System.Globalization;
using Npgsql;

namespace ScoEvents.Bench;

/// <summary>Counts by the server's own book-keeping, not by the portal's.</summary>
internal static class CommandCount
{
    private const int Requests = 20;

    /// <summary>Asks for a page that is not kept, and prints its commands a request and the time the server took, in milliseconds.</summary>
    /// <remarks>A query string that means nothing makes the portal render anew.</remarks>
    public static async Task<int> RunAsync(string connectionString, Uri page)
    {
        using var client = new HttpClient();
        var times = new List<double>();
        await AskAsync(client, page, 10);
        var before = await TransactionsAsync(connectionString);
        for (var i = 0; i < Requests; i++)
        {
            times.Add(await AskAsync(client, page, 1));
        }

        var after = await TransactionsAsync(connectionString);
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"commands {Math.Round((double)(after - before) / Requests):0} median-ms {times[times.Count / 2]:0.0} slowest-ms {times[^1]:0.0}"));
        return 0;
    }

    private static async Task<double> AskAsync(HttpClient client, Uri page, int times)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{page}?uncached={Guid.NewGuid():N}");
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }

        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    // Outside of explicit transactions every command is one; the statistics come in once a second at the latest.
    private static async Task<long> TransactionsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        long last;
        long now = -1;
        do
        {
            last = now;
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            await using var command = source.CreateCommand("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
            now = (long)(await command.ExecuteScalarAsync())!;
        }
        while (now - last > 2);
        return now;
    }
}
