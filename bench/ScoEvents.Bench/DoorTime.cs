using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScoEvents.Bench;

/// <summary>How many check-ins a second the portal takes, each told by itself, as eight doors with a network do.</summary>
internal static class DoorTime
{
    private const int Doors = 8;

    /// <summary>Signs in as the staff of the demonstration and checks everybody in, then reads what a device loads.</summary>
    /// <param name="portal">The portal's address.</param>
    /// <param name="folder">Its data folder: the password of the demonstration and the texts on the badges are there.</param>
    /// <param name="eventId">An event of <see cref="DoorSeed"/>.</param>
    public static async Task<int> RunAsync(Uri portal, string folder, Guid eventId)
    {
        var payloads = new ConcurrentQueue<string>(await DoorSeed.PayloadsAsync(PortalDatabaseFolder.ConnectionString(folder, "Superuser"), eventId));
        using var client = await DemoPerson.SignInAsync(portal, folder, "staff@nscs.example");
        client.DefaultRequestHeaders.Add("X-Check-In", "1");

        var times = new ConcurrentBag<double>();
        var count = payloads.Count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, Doors).Select(door => Task.Run(async () =>
        {
            while (payloads.TryDequeue(out var payload))
            {
                var scan = new { id = Guid.NewGuid(), payload, direction = "In", scannedAt = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() };
                var told = Stopwatch.StartNew();
                // Of known length, as browsers send it.
                using var body = new StringContent(JsonSerializer.Serialize(new { device = $"Door {door}", scans = new[] { scan } }), Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync($"/check-in/{eventId}/scans", body);
                var text = await answer.Content.ReadAsStringAsync();
                if (!answer.IsSuccessStatusCode || !text.Contains("Admitted", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{answer.StatusCode}: {text}");
                }

                times.Add(told.Elapsed.TotalMilliseconds);
            }
        })));
        var sorted = times.Order().ToList();
        Say($"{count} check-ins by {Doors} doors: {count / watch.Elapsed.TotalSeconds:0} a second; median {sorted[sorted.Count / 2]:0} ms, 95 of 100 within {sorted[sorted.Count * 95 / 100]:0} ms");

        foreach (var part in new[] { "state", "pulse?since=" + DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), "people?query=PersonAAB" })
        {
            var reads = new List<double>();
            var bytes = 0;
            for (var i = 0; i < 20; i++)
            {
                watch.Restart();
                bytes = (await client.GetByteArrayAsync($"/check-in/{eventId}/{part}")).Length;
                reads.Add(watch.Elapsed.TotalMilliseconds);
            }

            Say($"{part.Split('?')[0]}: median {reads.Order().ElementAt(10):0} ms, {bytes / 1000} kB");
        }

        return 0;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
