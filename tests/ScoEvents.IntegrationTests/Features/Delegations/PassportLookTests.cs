using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Accreditation;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>Whoever looks at a number leaves a trace of who, when, whose and what for; whoever is refused leaves none.</summary>
public sealed class PassportLookTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_registrar_sees_the_number_and_the_trail_says_who_when_whose_and_why()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var person = await PersonAsync(desk);

        var shown = await Passports(desk).RevealAsync(desk.Registrar, desk.EventId, person, " Visa desk asks ", default);

        Assert.Equal("N12345678", shown.Value);
        Assert.Equal(
            $"{desk.Registrar.UserId}|{database.Clock.GetUtcNow():yyyy-MM-dd HH:mm}|{desk.EventId}|Delegate|{person}|Visa desk asks",
            await database.ScalarAsync($"""
                SELECT actor_id || '|' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || '|' || event_id || '|' || entity || '|' || entity_id || '|' || (changes::jsonb->'Passport.Envelope'->>1)
                FROM audit_entries WHERE action = 'Viewed' AND entity_id = '{person}'
                """));
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE entity_id = '{person}' AND changes::text LIKE '%N12345678%'"));
    }

    [Fact]
    public async Task A_refused_look_shows_nothing_and_leaves_no_entry()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var person = await PersonAsync(desk);
        var passports = Passports(desk);
        var elsewhere = await desk.Delegations.EventAsync();

        var refusals = new[]
        {
            await passports.RevealAsync(desk.Organiser, desk.EventId, person, "Reason enough", default),
            await passports.RevealAsync(await database.PersonAsync(Role.Staff, GrantScope.Event(desk.EventId)), desk.EventId, person, "Reason enough", default),
            await passports.RevealAsync(desk.Uzbekistan.FocalPoint, desk.EventId, person, "Reason enough", default),
            await passports.RevealAsync(Actor.Public, desk.EventId, person, "Reason enough", default),
            await passports.RevealAsync(desk.Registrar, elsewhere, person, "Reason enough", default),
            await passports.RevealAsync(desk.Registrar, desk.EventId, person, " why ", default),
            await passports.RevealAsync(desk.Registrar, desk.EventId, person, "hidden\u202Ereason", default),
        };

        Assert.Equal(
            ["forbidden", "forbidden", "not-found", "not-found", "not-found", "passport.reason", "characters"], refusals.Select(refusal => refusal.Error!.Code));
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE action = 'Viewed' AND entity_id = '{person}'"));
    }

    [Fact]
    public async Task The_panel_offers_the_look_to_registrars_and_not_to_organisers()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");

        Assert.True((await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, seen.CaseId, default)).Value.CanSeePassports);
        Assert.False((await desk.Queries.CaseAsync(desk.Organiser, desk.EventId, seen.CaseId, default)).Value.CanSeePassports);
    }

    private PassportService Passports(AccreditationDesk desk) => new(database.Contexts, database.Clock, desk.Delegations.Cipher);

    private static async Task<Guid> PersonAsync(AccreditationDesk desk)
    {
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");
        return (await desk.CaseAsync(seen.CaseId)).DelegateId;
    }
}
