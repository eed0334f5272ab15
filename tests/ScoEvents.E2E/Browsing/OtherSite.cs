using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScoEvents.E2E.Browsing;

/// <summary>A site of somebody else on this machine, with one page that answers every request.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly byte[] _answer;
    private readonly Task _serving;

    /// <summary>Opens the site.</summary>
    /// <param name="html">Its page.</param>
    public OtherSite(string html)
    {
        var body = Encoding.UTF8.GetBytes(html);
        _answer =
        [
            .. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body,
        ];
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it answers; another host name than the portal's, so another site to browsers.</summary>
    public Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving;
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var visitor = await _listener.AcceptTcpClientAsync(_closing.Token);
                using var reader = new StreamReader(visitor.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync(_closing.Token) is { Length: > 0 })
                {
                }

                await visitor.GetStream().WriteAsync(_answer, _closing.Token);
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The site was closed.
        }
    }
}
