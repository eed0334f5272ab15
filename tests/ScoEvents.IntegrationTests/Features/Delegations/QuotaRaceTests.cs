using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <remarks>A web node has a pool of its own, so a crowd waits for its turn there and not at the server's limit of connections.</remarks>
public sealed class QuotaRaceTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private NpgsqlDataSource? _pool;
    private DelegationsDesk _desk = new(database);

    public Task InitializeAsync()
    {
        _pool = DataModule.DataSource(database.AppConnectionString + ";Maximum Pool Size=12;Timeout=120");
        _desk = new DelegationsDesk(database, new Crowd(_pool, database.Clock));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _pool!.DisposeAsync();

    [Fact]
    public async Task A_hundred_at_once_for_twelve_places_leave_exactly_twelve()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default))));

        Assert.Equal((12, 88), (outcomes.Count(outcome => outcome.IsSuccess), outcomes.Count(outcome => outcome.Error?.Code == "delegation.quota-reached")));
        Assert.Equal(12L, await ComingAsync(invitationId));
    }

    [Fact]
    public async Task Forty_interpreters_at_once_for_three_places_leave_exactly_three_and_others_still_come()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(new QuotaRule(QuotaKind.Persons, null, DelegationRole.Interpreter, 3));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() =>
            _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(role: DelegationRole.Interpreter), default))));

        Assert.Equal((3, 37), (outcomes.Count(outcome => outcome.IsSuccess), outcomes.Count(outcome => outcome.Error?.Code == "delegation.role-quota-reached")));
        Assert.True((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).IsSuccess);
    }

    [Fact]
    public async Task Forty_at_once_for_four_seats_at_the_table_leave_exactly_four_and_security_needs_none()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(new QuotaRule(QuotaKind.Seats, Capacity.Guest, null, 4));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(role: number % 2 == 0 ? DelegationRole.Adviser : DelegationRole.Member), default))));

        Assert.Equal((4, 36), (outcomes.Count(outcome => outcome.IsSuccess), outcomes.Count(outcome => outcome.Error?.Code == "delegation.seats-taken")));
        Assert.True((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(role: DelegationRole.Security), default)).IsSuccess);
    }

    [Fact]
    public async Task A_limit_of_another_status_does_not_bind()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(new QuotaRule(QuotaKind.Persons, Capacity.Observer, null, 0));

        Assert.True((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).IsSuccess);
    }

    [Fact]
    public async Task Of_all_who_race_from_the_reserve_into_the_last_place_one_is_promoted()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var waiting = new List<Guid>();
        for (var number = 0; number < 12; number++)
        {
            var form = DelegationsDesk.Person();
            form.IsReserve = true;
            waiting.Add((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, form, default)).Value);
        }

        for (var number = 0; number < 11; number++)
        {
            Assert.True((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).IsSuccess);
        }

        var outcomes = await Task.WhenAll(waiting.Select(person => Task.Run(() => _desk.Delegations.PromoteAsync(focalPoint, invitationId, person, default)))
            .Append(Task.Run(async () => (Domain.Shared.Result)await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default))));

        Assert.Equal((1, 12), (outcomes.Count(outcome => outcome.IsSuccess), outcomes.Count(outcome => outcome.Error?.Code == "delegation.quota-reached")));
        Assert.Equal(12L, await ComingAsync(invitationId));
    }

    private async Task<(Actor FocalPoint, Guid InvitationId)> AcceptedAsync(params QuotaRule[] quotas)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(quota: 12);
        if (quotas.Length > 0)
        {
            await using var context = await database.OpenAsync(organiser);
            var settings = DelegationSettings.For(eventId);
            Assert.True(settings.Change(new DelegationRules { Quotas = quotas }).IsSuccess);
            context.DelegationSettings.Add(settings);
            await context.SaveChangesAsync();
        }

        return await _desk.AcceptedAsync(organiser, eventId, "KZ");
    }

    private async Task<object?> ComingAsync(Guid invitationId) => await database.ScalarAsync(
        $"SELECT count(*) FROM delegates p JOIN delegations d ON d.id = p.delegation_id WHERE d.invitation_id = '{invitationId}' AND p.withdrawn_at IS NULL AND NOT p.is_reserve");

    private sealed class Crowd(NpgsqlDataSource pool, TimeProvider clock) : IDbContextFactory<ScoEventsDbContext>
    {
        public ScoEventsDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
            DataModule.Configure(options, pool, clock);
            return new ScoEventsDbContext(options.Options);
        }
    }
}
