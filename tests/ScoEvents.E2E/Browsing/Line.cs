using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace ScoEvents.E2E.Browsing;

/// <summary>A line between browser and portal that a test can make long, cut and mend: cut, it drops every connection and takes no new one.</summary>
public sealed class Line : IAsyncDisposable
{
    private const int PartSize = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, TcpClient> _connections = new();
    private readonly Uri _portal;
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <summary>Opens a line to the portal.</summary>
    public Line(Uri portal)
    {
        _portal = portal;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The near end, for the browser.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>How long whatever the portal sends is on its way, as over a satellite; nothing unless a test says so.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Cuts the line.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var (near, far) in _connections)
        {
            near.Dispose();
            far.Dispose();
        }

        _connections.Clear();
    }

    /// <summary>Mends the line.</summary>
    public void Mend() => _isCut = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync();
                if (_isCut)
                {
                    near.Dispose();
                    continue;
                }

                _ = CarryAsync(near);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_portal.Host, _portal.Port);
            _connections[near] = far;
            if (_isCut)
            {
                return;
            }

            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), CarryBackAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two ends hung up, or the line was cut.
        }
        finally
        {
            _connections.TryRemove(near, out _);
            near.Dispose();
        }
    }

    // In order, and each part as late as the line was long when it set out.
    private async Task CarryBackAsync(NetworkStream portal, NetworkStream browser)
    {
        var underWay = Channel.CreateUnbounded<(DateTimeOffset Due, byte[] Part)>();
        var reading = ReadAsync();
        await foreach (var (due, part) in underWay.Reader.ReadAllAsync())
        {
            var rest = due - TimeProvider.System.GetUtcNow();
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest);
            }

            await browser.WriteAsync(part);
        }

        await reading;

        async Task ReadAsync()
        {
            var part = new byte[PartSize];
            try
            {
                int read;
                while ((read = await portal.ReadAsync(part)) > 0)
                {
                    await underWay.Writer.WriteAsync((TimeProvider.System.GetUtcNow() + Delay, part[..read]));
                }
            }
            finally
            {
                underWay.Writer.Complete();
            }
        }
    }
}
