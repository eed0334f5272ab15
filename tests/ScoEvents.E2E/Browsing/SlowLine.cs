using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ScoEvents.E2E.Browsing;

/// <summary>A line on which a page's body comes in pieces with a pause after each, so that a browser shows every state on the way.</summary>
public sealed class SlowLine : IAsyncDisposable
{
    private const int Pieces = 60;

    private readonly WebApplication _application;
    private readonly HttpClient _portal;
    private readonly TimeSpan _pause;

    private SlowLine(WebApplication application, HttpClient portal, TimeSpan pause) => (_application, _portal, _pause) = (application, portal, pause);

    /// <summary>The near end, for the browser.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Opens a line to the portal.</summary>
    /// <param name="portal">Where it leads.</param>
    /// <param name="pause">After each of sixty pieces.</param>
    public static async Task<SlowLine> OpenAsync(Uri portal, TimeSpan pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var line = new SlowLine(application, new HttpClient { BaseAddress = portal }, pause);
        application.Run(line.CarryAsync);
        await application.StartAsync();
        return line;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _portal.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        using var answer = await _portal.GetAsync(context.Request.Path + context.Request.QueryString, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var content = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
            return;
        }

        foreach (var piece in CutUp(Encoding.UTF8.GetString(content)))
        {
            await context.Response.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(_pause, context.RequestAborted);
        }
    }

    // The head at once, then as many tags at a time as make the number of pieces.
    private static IEnumerable<string> CutUp(string page)
    {
        var body = page.IndexOf("<body", StringComparison.Ordinal);
        yield return page[..body];
        var least = (page.Length - body) / Pieces;
        while (body < page.Length)
        {
            var end = page.IndexOf('>', Math.Min(page.Length - 1, body + least));
            end = end < 0 ? page.Length : end + 1;
            yield return page[body..end];
            body = end;
        }
    }
}
