using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Exports;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Exports;

/// <summary>The queue with an engine that prints when it is told to: the outside world stops here.</summary>
public sealed class PdfQueueTests
{
    private static readonly PrintablePage _page = new("<p>x", DateTimeOffset.UnixEpoch);

    private readonly HeldEngine _engine = new();
    private readonly PdfQueue _queue;

    public PdfQueueTests() => _queue = new PdfQueue(_engine, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));

    [Fact]
    public async Task Two_are_printed_at_a_time_and_the_others_know_their_place()
    {
        var jobs = Enumerable.Range(0, 4).Select(number => _queue.Enqueue($"user:{number}", _page)!).ToList();
        await _engine.StartedAsync(2);

        Assert.Equal([PdfJobState.Printing, PdfJobState.Printing, PdfJobState.Waiting, PdfJobState.Waiting], jobs.Select(job => job.State));
        Assert.Equal([0, 0, 1, 2], jobs.Select(job => job.Place));
        _engine.FinishNext();
        await _engine.StartedAsync(3);
        Assert.Equal(1, jobs[3].Place);
        _engine.FinishNext();
        _engine.FinishNext();
        await _engine.StartedAsync(4);
        _engine.FinishNext();
        await Task.WhenAll(jobs.Select(job => job.Printed));
        Assert.Equal(2, _engine.MostAtOnce);
        Assert.All(jobs, job => Assert.Equal(PdfJobState.Done, job.State));
    }

    [Fact]
    public async Task Whoever_asks_for_many_holds_up_nobody_else()
    {
        var greedy = Enumerable.Range(0, PdfQueue.MaxOfOwner).Select(_ => _queue.Enqueue("user:greedy", _page)!).ToList();
        await _engine.StartedAsync(2);
        var modest = _queue.Enqueue("user:modest", _page)!;

        Assert.Null(_queue.Enqueue("user:greedy", _page));
        Assert.Equal((1, 2), (modest.Place, greedy[2].Place));
    }

    [Fact]
    public async Task Twenty_people_at_once_are_all_served()
    {
        var jobs = Enumerable.Range(0, 20).Select(number => _queue.Enqueue($"user:{number}", _page)!).ToList();

        for (var printed = 0; printed < 20; printed++)
        {
            await _engine.StartedAsync(Math.Min(20, printed + 2));
            _engine.FinishNext();
        }

        await Task.WhenAll(jobs.Select(job => job.Printed));
        Assert.Equal(2, _engine.MostAtOnce);
    }

    [Fact]
    public async Task A_waiting_one_can_be_stopped_and_so_can_a_running_one()
    {
        var running = _queue.Enqueue("user:1", _page)!;
        var other = _queue.Enqueue("user:2", _page)!;
        var waiting = _queue.Enqueue("user:3", _page)!;
        await _engine.StartedAsync(2);

        waiting.Stop();
        running.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Printed);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Printed);
        Assert.Equal((PdfJobState.Stopped, PdfJobState.Stopped, PdfJobState.Printing), (waiting.State, running.State, other.State));
    }

    [Fact]
    public async Task A_failure_is_told_and_the_next_one_goes_on()
    {
        var job = _queue.Enqueue("user:1", _page)!;
        await _engine.StartedAsync(1);

        _engine.FailNext();

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => job.Printed);
        Assert.Equal((PdfEngineFailure.TimedOut, PdfJobState.Failed), (failure.Failure, job.State));
        var next = _queue.Enqueue("user:1", _page)!;
        await _engine.StartedAsync(2);
        _engine.FinishNext();
        Assert.NotEmpty(await next.Printed);
    }

    [Fact]
    public void Beyond_its_bound_the_queue_takes_nobody()
    {
        var taken = Enumerable.Range(0, 100).Count(number => _queue.Enqueue($"user:{number}", _page) is not null);

        Assert.Equal(PdfQueue.MaxRunning + PdfQueue.MaxWaiting, taken);
    }

    private sealed class HeldEngine : IPdfEngine
    {
        private readonly Lock _gate = new();
        private readonly List<TaskCompletionSource<byte[]>> _held = [];
        private readonly SemaphoreSlim _changed = new(0);
        private int _started;

        public int MostAtOnce { get; private set; }

        public async Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default)
        {
            var held = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                _started++;
                _held.Add(held);
                MostAtOnce = Math.Max(MostAtOnce, _held.Count);
            }

            _changed.Release();
            await using var stop = cancellationToken.Register(() => Take(held)?.TrySetCanceled(cancellationToken));
            return await held.Task;
        }

        public async Task StartedAsync(int count)
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_started >= count)
                    {
                        return;
                    }
                }

                Assert.True(await _changed.WaitAsync(TimeSpan.FromSeconds(20)));
            }
        }

        public void FinishNext() => Take(null)!.TrySetResult([1]);

        public void FailNext() => Take(null)!.TrySetException(new PdfEngineException(PdfEngineFailure.TimedOut, "Too long."));

        private TaskCompletionSource<byte[]>? Take(TaskCompletionSource<byte[]>? wanted)
        {
            lock (_gate)
            {
                var taken = wanted ?? _held.FirstOrDefault();
                return taken is not null && _held.Remove(taken) ? taken : null;
            }
        }
    }
}
