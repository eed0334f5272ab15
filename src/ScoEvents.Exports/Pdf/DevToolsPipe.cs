using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoEvents.Exports.Pdf;

/// <summary>Speaks the DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte.</summary>
/// <remarks>https://chromedevtools.github.io/devtools-protocol/ ; the pipe is the browser's --remote-debugging-pipe.</remarks>
internal sealed class DevToolsPipe : IAsyncDisposable
{
    private readonly Stream _commands;
    private readonly Stream _answerStream;
    private readonly PipeReader _answers;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _pending = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Task _reading;
    private int _lastId;

    public DevToolsPipe(Stream commands, Stream answers)
    {
        _commands = commands;
        _answerStream = answers;
        _answers = PipeReader.Create(answers);
        _reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Called for every paused request with its session and id; nothing the page asks for may go on.</summary>
    public Func<string, string, Task>? OnRequestPaused { get; set; }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <exception cref="IOException">The browser is gone or refused the command.</exception>
    public async Task<JsonElement> SendAsync(
        string method, JsonObject? parameters, string? sessionId, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        if (_reading.IsCompleted)
        {
            throw Gone();
        }

        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (sessionId is not null)
        {
            message["sessionId"] = sessionId;
        }

        await WriteAsync(message, cancellationToken).ConfigureAwait(false);
        return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Completes with the next event of the name in the session; ask before the command that causes it.</summary>
    public Task NextEvent(string method, string sessionId) => _events
        .GetOrAdd(sessionId + method, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Fails every waiting command: the browser has ended, even if a stray process still holds its streams.</summary>
    public void Abandon() => _answers.CancelPendingRead();

    /// <summary>Ends the line after the browser has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        // The stream is closed first: it ends the reading even when a stray process still holds the other end.
        await _answerStream.DisposeAsync().ConfigureAwait(false);
        Abandon();
        await _reading.ConfigureAwait(false);
        await _answers.CompleteAsync().ConfigureAwait(false);
        _writing.Dispose();
    }

    private async Task WriteAsync(JsonObject message, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _commands.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            await _commands.WriteAsync(new byte[1], cancellationToken).ConfigureAwait(false);
            await _commands.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        Exception end = Gone();
        try
        {
            while (true)
            {
                var read = await _answers.ReadAsync().ConfigureAwait(false);
                var buffer = read.Buffer;
                while (System.Buffers.BuffersExtensions.PositionOf(buffer, (byte)0) is { } zero)
                {
                    using var message = JsonDocument.Parse(buffer.Slice(0, zero));
                    Dispatch(message.RootElement);
                    buffer = buffer.Slice(buffer.GetPosition(1, zero));
                }

                _answers.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or JsonException or ObjectDisposedException or OperationCanceledException)
        {
            end = new IOException("The line to the browser broke.", exception);
        }

        foreach (var waiting in _pending.Values)
        {
            waiting.TrySetException(end);
        }

        foreach (var waiting in _events.Values)
        {
            waiting.TrySetException(end);
        }
    }

    private void Dispatch(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id))
        {
            if (_pending.TryRemove(id.GetInt32(), out var waiting))
            {
                Answer(waiting, message);
            }

            return;
        }

        var method = message.GetProperty("method").GetString()!;
        var session = message.TryGetProperty("sessionId", out var sessionId) ? sessionId.GetString()! : string.Empty;
        if (method == "Fetch.requestPaused")
        {
            _ = OnRequestPaused?.Invoke(session, message.GetProperty("params").GetProperty("requestId").GetString()!);
        }
        else if (_events.TryRemove(session + method, out var expected))
        {
            expected.TrySetResult();
        }
    }

    private static void Answer(TaskCompletionSource<JsonElement> waiting, JsonElement message)
    {
        if (message.TryGetProperty("error", out var error))
        {
            waiting.TrySetException(new IOException($"The browser refused: {error.GetRawText()}"));
        }
        else
        {
            waiting.TrySetResult(message.GetProperty("result").Clone());
        }
    }

    private static IOException Gone() => new("The browser closed the line.");
}
