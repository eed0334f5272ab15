using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

public sealed class AlikeRegisterTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Guid _eventId = Guid.CreateVersion7();

    // Pairs of the same name, more than are compared at once.
    private readonly PersonTrace[] _persons =
        [.. Enumerable.Range(0, 60).Select(index => new PersonTrace(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, $"Aida {(char)('A' + (index / 2 % 26))}bekova{index / 2}", null, $"mark{index / 2}", null))];

    [Fact]
    public async Task A_fault_beside_the_page_is_logged_and_everybody_is_compared_in_the_end()
    {
        var log = new Heard();
        var tries = 0;
        // The first go is the page's own, the second and the third are the ones beside it.
        var register = new AlikeRegister(log, (persons, most) =>
        {
            persons.Compare(most);
            if (Interlocked.Increment(ref tries) is 2 or 3)
            {
                throw new InvalidOperationException("Nobody foresaw this.");
            }
        });

        await CompleteAsync(register);

        Assert.Equal(2, log.Errors.Count);
        Assert.All(log.Errors, error => Assert.Contains(_eventId.ToString(), error, StringComparison.Ordinal));
        Assert.All(_persons.Chunk(2), pair => Assert.Contains(pair[1].Id, register.Ask(_eventId, _persons, known => known.Of(pair[0].Id).ToList())));
    }

    [Fact]
    public async Task A_fault_at_the_page_costs_it_the_pairs_and_nothing_else()
    {
        var log = new Heard();
        var tries = 0;
        var register = new AlikeRegister(log, (persons, most) =>
        {
            if (Interlocked.Increment(ref tries) == 1)
            {
                throw new InvalidOperationException("Nobody foresaw this.");
            }

            persons.Compare(most);
        });

        Assert.Equal(_persons.Length, register.Ask(_eventId, _persons, known => known.Find("bekova").Count));

        await CompleteAsync(register);
        Assert.Single(log.Errors);
    }

    private async Task CompleteAsync(AlikeRegister register)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (register.Ask(_eventId, _persons, known => known.IsBehind || _persons.Any(person => known.Of(person.Id).Count == 0)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private sealed class Heard : ILogger<AlikeRegister>
    {
        public ConcurrentQueue<string> Errors { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                Errors.Enqueue(formatter(state, exception));
            }
        }
    }
}
