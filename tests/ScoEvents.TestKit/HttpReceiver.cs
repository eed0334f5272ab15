using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScoEvents.TestKit;

/// <summary>A request as a receiver got it.</summary>
/// <param name="Headers">By name, whatever the case.</param>
public sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A real HTTP server on a loopback port, which keeps what it takes, can be stopped and started again on the same port, and answers as told.</summary>
public sealed class HttpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _taken = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private HttpListener? _listener;

    private HttpReceiver() => Address = new Uri($"http://127.0.0.1:{FreePort()}/");

    /// <summary>Where it listens, the same after every start.</summary>
    public Uri Address { get; }

    /// <summary>Everything that came, in the order of arrival, whatever was answered.</summary>
    public IReadOnlyList<ReceivedRequest> Taken => [.. _taken];

    /// <summary>The status that each request gets, after whatever time it takes; 204 unless told otherwise.</summary>
    public Func<ReceivedRequest, Task<int>> Answer { get; set; } = _ => Task.FromResult(204);

    /// <summary>Starts one.</summary>
    public static HttpReceiver Start()
    {
        var receiver = new HttpReceiver();
        receiver.Resume();
        return receiver;
    }

    /// <summary>Listens, on the port that it always had.</summary>
    public void Resume()
    {
        var listener = new HttpListener { Prefixes = { Address.AbsoluteUri } };
        listener.Start();
        _listener = listener;
        _ = ListenAsync(listener);
    }

    /// <summary>Is down: hangs up on everybody and listens no more.</summary>
    public void Stop()
    {
        _listener?.Abort();
        _listener = null;
    }

    /// <summary>Waits until one more request has come.</summary>
    /// <exception cref="TimeoutException">None came within 60 s.</exception>
    public async Task WaitAsync()
    {
        if (!await _arrived.WaitAsync(TimeSpan.FromSeconds(60)))
        {
            throw new TimeoutException("No request came.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Stop();
        _arrived.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var headers = context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
            var request = new ReceivedRequest(context.Request.Url!.AbsolutePath, headers, await reader.ReadToEndAsync());
            _taken.Enqueue(request);
            _arrived.Release();
            var status = await Answer(request);
            context.Response.StatusCode = status;
            if (status is >= 300 and < 400)
            {
                context.Response.Headers["Location"] = new Uri(Address, "elsewhere").AbsoluteUri;
            }

            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Whoever asked has hung up, or it was stopped.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
