using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Domain.Programme;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.States;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>How many SQL commands a public page costs, whatever it shows.</summary>
public sealed class PublicQueryTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task An_agenda_takes_four_commands_at_1_at_3_and_at_200_sessions()
    {
        var counts = new List<(int Sessions, int Commands)>();
        foreach (var sessions in new[] { 1, 3, 200 })
        {
            var planned = await portal.AnnounceAsync($"sessions-{sessions}");
            await portal.PublishAsync(planned.Id, [.. Enumerable.Range(0, sessions).Select(place => PublicPortal.Session(place, $"Session {place}"))]);
            await using var contexts = new CountingContexts(portal.Database);

            var agenda = await new PublicProgrammeQueries(contexts).FindAgendaAsync($"sessions-{sessions}", CancellationToken.None);

            counts.Add((agenda!.Release!.Sessions.Count, contexts.Commands));
        }

        Assert.Equal([(1, 4), (3, 4), (200, 4)], counts);
    }

    [Fact]
    public async Task A_session_an_earlier_release_and_what_runs_now_cost_the_same_whatever_the_size_of_the_programme()
    {
        var counts = new List<(int Session, int Release, int Now)>();
        foreach (var sessions in new[] { 1, 3, 40 })
        {
            var slug = $"parts-{sessions}";
            var planned = await portal.AnnounceAsync(slug);
            FrozenSession[] programme = [.. Enumerable.Range(0, sessions).Select(place => PublicPortal.Session(place, $"Session {place}", people: PublicPortal.Person($"Person {place}")))];
            await portal.PublishAsync(planned.Id, programme);
            await portal.PublishAsync(planned.Id, programme);
            counts.Add((
                await CountAsync(queries => queries.FindSessionAsync(slug, programme[0].SessionId, CancellationToken.None)),
                await CountAsync(queries => queries.FindReleaseAsync(slug, 1, CancellationToken.None)),
                await CountAsync(queries => queries.StandingSessionsAsync(planned.Id, CancellationToken.None))));
        }

        Assert.Equal([(5, 4, 1), (5, 4, 1), (5, 4, 1)], counts);
    }

    [Fact]
    public async Task The_list_takes_four_commands_at_one_row_and_at_many()
    {
        await using var one = new CountingContexts(portal.Database);
        await using var many = new CountingContexts(portal.Database);

        var single = await new PublicEventQueries(one, portal.Database.Clock).ListAsync(new PublicEventFilter(Year: 2017), CancellationToken.None);
        var all = await new PublicEventQueries(many, portal.Database.Clock).ListAsync(new PublicEventFilter(), CancellationToken.None);

        Assert.Single(single.Archive);
        Assert.Equal(12, all.Archive.Count);
        Assert.Equal((4, 4), (one.Commands, many.Commands));
    }

    [Theory]
    [InlineData("sco-summit-2017")]
    [InlineData("hanoi-convention-signing-2025")]
    public async Task The_record_of_an_event_takes_eight_commands(string slug)
    {
        await using var contexts = new CountingContexts(portal.Database);

        var found = await new PublicEventQueries(contexts, portal.Database.Clock).FindAsync(slug, CancellationToken.None);

        Assert.NotNull(found?.Record);
        Assert.Equal(8, contexts.Commands);
    }

    [Fact]
    public async Task The_states_of_a_day_take_one_command()
    {
        await using var contexts = new CountingContexts(portal.Database);

        await new StateQueries(contexts).RosterAsync(new DateOnly(2024, 7, 5), CancellationToken.None);

        Assert.Equal(1, contexts.Commands);
    }

    private async Task<int> CountAsync<T>(Func<PublicProgrammeQueries, Task<T>> read)
    {
        await using var contexts = new CountingContexts(portal.Database);
        Assert.NotNull(await read(new PublicProgrammeQueries(contexts)));
        return contexts.Commands;
    }

    private sealed class CountingContexts(TestDatabase database) : DbCommandInterceptor, IDbContextFactory<ScoEventsDbContext>, IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source = DataModule.DataSource(database.AppConnectionString);

        public int Commands { get; private set; }

        public ScoEventsDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
            DataModule.Configure(options, _source, database.Clock);
            return new ScoEventsDbContext(options.AddInterceptors(this).Options);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public ValueTask DisposeAsync() => _source.DisposeAsync();
    }
}
