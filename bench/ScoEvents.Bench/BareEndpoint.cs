namespace ScoEvents.Bench;

/// <summary>What the machine can do at best: Kestrel that writes given bytes with given headers, and nothing else.</summary>
internal static class BareEndpoint
{
    // Kestrel writes these itself.
    private static readonly HashSet<string> _own = new(["date", "transfer-encoding", "connection", "content-length"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Serves until it is stopped; the headers file is what <c>curl -D</c> leaves.</summary>
    public static async Task<int> RunAsync(string address, string headersFile, string bodyFile)
    {
        var body = await File.ReadAllBytesAsync(bodyFile);
        var headers = (await File.ReadAllLinesAsync(headersFile)).Skip(1)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2 && !_own.Contains(parts[0]))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1])).ToArray();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
