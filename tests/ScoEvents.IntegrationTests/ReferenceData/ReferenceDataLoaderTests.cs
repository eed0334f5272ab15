using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.States;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.ReferenceData;

public sealed class ReferenceDataLoaderTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("2021-12-07", StateStatus.Member, "CN IN KG KZ PK RU TJ UZ")]
    [InlineData("2021-12-07", StateStatus.Observer, "AF BY IR MN")]
    [InlineData("2021-12-07", StateStatus.DialoguePartner, "AM AZ KH LK NP TR")]
    [InlineData("2021-12-07", StateStatus.Partner, "")]
    public async Task States_as_of_the_first_day_of_the_seminar_are_those_of_the_source(string day, StateStatus status, string expected)
    {
        await using var context = await database.OpenAsync(Actor.Public);

        var states = await context.States.Include(state => state.Periods).ToListAsync();

        var roster = StatusRoster.AsOf(states, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, string.Join(' ', roster[status].Select(state => state.Iso2).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_twelve_events_of_the_source_documents_are_there()
    {
        await using var context = await database.OpenAsync(Actor.Public);

        var events = await context.Events.OrderBy(recorded => recorded.Slug).Select(recorded => recorded.Slug).ToListAsync();

        Assert.Equal(
        [
            "asean-russia-information-security-dialogue-2025", "delhi-nsa-meeting-afghanistan-2021", "hanoi-convention-signing-2025",
            "new-delhi-cyber-security-seminar-2021", "russia-vietnam-capacity-building-workshops", "russia-vietnam-cyber-attack-training",
            "russia-vietnam-seminars-conferences-training", "russia-vietnam-technical-assistance", "sco-anti-terrorism-meeting-pakistan-2021-10",
            "sco-summit-2017", "tashkent-information-security-forum-2022", "unga-plenary-2024-12",
        ], events);
    }

    [Fact]
    public async Task Loading_the_same_files_again_writes_no_row()
    {
        var before = await FingerprintAsync();
        await database.ScalarAsync("UPDATE loaded_reference_data SET fingerprint = 'of an earlier version'");

        await PortalMigrator.MigrateAsync(database.OwnerConnectionString, database.Clock, CancellationToken.None);

        Assert.Equal(before, await FingerprintAsync());
    }

    private async Task<string> FingerprintAsync()
    {
        var parts = new List<string>();
        foreach (var table in new[] { "states", "state_periods", "organisations", "sides", "secretariats", "events", "event_parties", "event_attendance", "speakers", "sessions", "session_speakers", "event_relations", "audit_entries" })
        {
            parts.Add($"{table}: {await database.ScalarAsync($"SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text || t.xmin::text, '|' ORDER BY t::text)), '') FROM {table} t")}");
        }

        return string.Join('\n', parts);
    }
}
