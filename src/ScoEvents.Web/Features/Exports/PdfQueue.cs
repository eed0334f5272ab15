using ScoEvents.Exports.Pdf;

namespace ScoEvents.Web.Features.Exports;

/// <summary>
/// Prints at most two pages at a time, the owners in turn: whoever asks for many waits for the own ones and holds up
/// nobody else. The public counts as one owner.
/// </summary>
public sealed class PdfQueue(IPdfEngine engine, IHostApplicationLifetime lifetime)
{
    /// <summary>How many are printed at the same time.</summary>
    public const int MaxRunning = 2;

    /// <summary>How many one owner may have waiting or running.</summary>
    public const int MaxOfOwner = 3;

    /// <summary>How many may wait in all.</summary>
    public const int MaxWaiting = 60;

    private readonly Lock _gate = new();
    private readonly List<PdfJob> _waiting = [];
    private readonly List<PdfJob> _running = [];
    private string? _lastOwner;

    /// <summary>The job, or null where the owner or the queue has no more room.</summary>
    /// <param name="owner">Who asks.</param>
    /// <param name="page">Written already, for it speaks the language of its request.</param>
    /// <param name="finished">Gets the PDF before anybody hears of the end, so that what is kept is there when a page asks for it.</param>
    public PdfJob? Enqueue(string owner, PrintablePage page, Action<PdfJob, byte[]>? finished = null)
    {
        PdfJob job;
        lock (_gate)
        {
            if (_waiting.Count >= MaxWaiting || _waiting.Concat(_running).Count(known => known.Owner == owner) >= MaxOfOwner)
            {
                return null;
            }

            job = new PdfJob(this, owner, page, finished);
            _waiting.Add(job);
            StartNext();
        }

        TellWaiting();
        return job;
    }

    /// <summary>How many start before the job, plus one; 0 once it runs or has ended.</summary>
    internal int PlaceOf(PdfJob job)
    {
        lock (_gate)
        {
            return _waiting.Contains(job) ? InTurn().TakeWhile(other => other != job).Count() + 1 : 0;
        }
    }

    internal bool IsRunning(PdfJob job)
    {
        lock (_gate)
        {
            return _running.Contains(job);
        }
    }

    /// <summary>Takes a waiting job out; a running one ends by its token.</summary>
    internal void Leave(PdfJob job)
    {
        bool wasWaiting;
        lock (_gate)
        {
            wasWaiting = _waiting.Remove(job);
        }

        if (wasWaiting)
        {
            job.End(null, new OperationCanceledException());
            TellWaiting();
        }
    }

    private void StartNext()
    {
        while (_running.Count < MaxRunning && InTurn().FirstOrDefault() is { } next)
        {
            _waiting.Remove(next);
            _running.Add(next);
            _lastOwner = next.Owner;
            _ = Task.Run(() => RunAsync(next));
        }
    }

    /// <summary>The waiting jobs as they will start: one of each owner, then the next of each, beginning behind the owner served last.</summary>
    private IEnumerable<PdfJob> InTurn()
    {
        var owners = _waiting.GroupBy(job => job.Owner).ToList();
        var start = owners.FindIndex(owner => owner.Key != _lastOwner);
        var turned = start <= 0 ? owners : [.. owners.Skip(start), .. owners.Take(start)];
        return turned.SelectMany((owner, order) => owner.Select((job, round) => (job, round, order)))
            .OrderBy(turn => turn.round).ThenBy(turn => turn.order).Select(turn => turn.job);
    }

    private async Task RunAsync(PdfJob job)
    {
        job.Tell();
        byte[]? pdf = null;
        Exception? failure = null;
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(job.Stopped, lifetime.ApplicationStopping);
            pdf = await engine.PrintAsync(job.Page, ending.Token);
        }
        catch (Exception exception) when (exception is PdfEngineException or OperationCanceledException)
        {
            failure = exception;
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(job);
                StartNext();
            }

            job.End(pdf, failure);
            TellWaiting();
        }
    }

    private void TellWaiting()
    {
        List<PdfJob> waiting;
        lock (_gate)
        {
            waiting = [.. _waiting];
        }

        foreach (var job in waiting)
        {
            job.Tell();
        }
    }
}

/// <summary>Where a job stands.</summary>
public enum PdfJobState
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>The browser is at it.</summary>
    Printing,

    /// <summary>The PDF is there.</summary>
    Done,

    /// <summary>The browser failed or took too long.</summary>
    Failed,

    /// <summary>Somebody stopped it, or the portal is ending.</summary>
    Stopped,
}

/// <summary>One page on its way through the queue.</summary>
public sealed class PdfJob(PdfQueue queue, string owner, PrintablePage page, Action<PdfJob, byte[]>? finished)
{
    private readonly TaskCompletionSource<byte[]> _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Told on every change of state or place, from any thread.</summary>
    public event Action? Changed;

    /// <summary>Cannot be guessed; part of the address of the finished file.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who asked.</summary>
    public string Owner => owner;

    internal PrintablePage Page => page;

    /// <summary>The PDF; fails with <see cref="PdfEngineException"/> or is cancelled.</summary>
    public Task<byte[]> Printed => _printed.Task;

    internal CancellationToken Stopped => _stop.Token;

    /// <summary>From 1; 0 once it runs or has ended.</summary>
    public int Place => queue.PlaceOf(this);

    /// <summary>Where it stands now.</summary>
    public PdfJobState State => _printed.Task switch
    {
        { IsCompletedSuccessfully: true } => PdfJobState.Done,
        { IsCanceled: true } => PdfJobState.Stopped,
        { IsFaulted: true } => PdfJobState.Failed,
        _ => queue.IsRunning(this) ? PdfJobState.Printing : PdfJobState.Waiting,
    };

    /// <summary>Takes it out of the queue, or ends the browser that prints it.</summary>
    public void Stop()
    {
        _stop.Cancel();
        queue.Leave(this);
    }

    internal void Tell() => Changed?.Invoke();

    internal void End(byte[]? pdf, Exception? failure)
    {
        if (pdf is not null)
        {
            finished?.Invoke(this, pdf);
            _printed.TrySetResult(pdf);
        }
        else if (failure is PdfEngineException failed)
        {
            _printed.TrySetException(failed);
            // Nobody may be waiting any more; the failure is told where somebody is.
            _ = _printed.Task.Exception;
        }
        else
        {
            _printed.TrySetCanceled();
        }

        Tell();
    }
}
