using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

public sealed class PlanningTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_planned_event_keeps_everything_that_was_said_of_it()
    {
        var organiser = await database.OrganiserAsync();
        var (india, dit, rats, dsci) = (await database.SideAsync("IN"), await database.SideAsync("uz-isrs"), await database.SideAsync("sco-rats"), await database.SideAsync("in-dsci"));
        var form = OrganiserDesk.Seminar();
        form.Title = new LocalizedTextInput { En = " Seminar on threats ", Hi = "साइबर सुरक्षा संगोष्ठी", Ur = "سائبر سیکیورٹی" };
        form.Format = EventFormat.Hybrid;
        form.DelegationQuota = 7;
        (form.HostSideId, form.CoOrganisers, form.Auspices, form.KnowledgePartners) = (india, [dit, dsci], [rats], [dsci]);

        var id = await _desk.EventAsync(organiser, form);

        await using var context = await database.OpenAsync(organiser);
        var planned = await context.Events.Include(row => row.Parties).SingleAsync(row => row.Id == id);
        Assert.Equal("seminar-on-threats-2026", planned.Slug);
        Assert.Equal(EventStatus.Draft, planned.Status);
        Assert.False(planned.IsPublic);
        Assert.Equal(["Seminar on threats", "साइबर सुरक्षा संगोष्ठी", "سائبر سیکیورٹی"], new[] { "en", "hi", "ur" }.Select(language => planned.Title[language]));
        Assert.Equal((EventFormat.Hybrid, 7, "Asia/Kolkata"), (planned.Format!.Value, planned.DelegationQuota, planned.TimeZone));
        Assert.Equal(
            [(OrganisationRole.Host, india), (OrganisationRole.Organiser, await database.SideAsync("in-nscs")), (OrganisationRole.CoOrganiser, dit), (OrganisationRole.CoOrganiser, dsci), (OrganisationRole.Auspices, rats), (OrganisationRole.KnowledgePartner, dsci)],
            planned.Parties.OrderBy(party => party.Role).ThenBy(party => party.Position).Select(party => (party.Role, party.SideId)));
    }

    [Fact]
    public async Task An_empty_form_is_refused_beside_every_field_that_is_needed()
    {
        var organiser = await database.OrganiserAsync();

        var planned = await _desk.Events.PlanAsync(organiser, new EventForm { Format = null, DelegationQuota = null }, CancellationToken.None);

        Assert.Equal(
            [
                ("City.En", "event.city-missing"), ("DelegationQuota", "required"), ("EndsOn", "required"), ("Format", "required"),
                ("StartsOn", "required"), ("TimeZone", "required"), ("Title.En", "event.title-missing"), ("Type", "required"),
            ],
            OrganiserDesk.Refusals(planned).OrderBy(refusal => refusal.Field, StringComparer.Ordinal));
    }

    public static TheoryData<string, string, Action<EventForm>> Wrong() => new()
    {
        { "EndsOn", "event.end-before-start", form => form.EndsOn = form.StartsOn!.Value.AddDays(-1) },
        { "EndsOn", "event.too-long", form => form.EndsOn = form.StartsOn!.Value.AddDays(60) },
        { "TimeZone", "event.zone-unknown", form => form.TimeZone = "Asia/Neverwhere" },
        { "TimeZone", "event.zone-unknown", form => form.TimeZone = "India Standard Time" },
        { "Title.Ru", "event.title-too-long", form => form.Title.Ru = new string('я', 301) },
        { "Title.Hi", "characters", form => form.Title.Hi = "सत्र\u202Eobject" },
        { "City.Zh", "event.city-too-long", form => form.City.Zh = new string('新', 121) },
        { "DelegationQuota", "event.quota-out-of-range", form => form.DelegationQuota = 0 },
        { "DelegationQuota", "event.quota-out-of-range", form => form.DelegationQuota = 201 },
        { "Type", "choice", form => form.Type = (EventType)99 },
        { "Format", "choice", form => form.Format = (EventFormat)99 },
        { "CountryId", "choice", form => form.CountryId = Guid.NewGuid() },
        { "HostSideId", "choice", form => form.HostSideId = Guid.NewGuid() },
        { "CoOrganisers", "event.side-unknown", form => form.CoOrganisers = [Guid.NewGuid()] },
        { "Auspices", "event.side-unknown", form => form.Auspices = [Guid.NewGuid()] },
        { "KnowledgePartners", "event.side-unknown", form => form.KnowledgePartners = [Guid.NewGuid()] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field_when_planning_and_when_editing(string field, string code, Action<EventForm> spoil)
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var stored = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        var form = OrganiserDesk.Seminar();
        spoil(form);
        spoil(stored);

        var planned = await _desk.Events.PlanAsync(organiser, form, CancellationToken.None);
        var edited = await _desk.Events.EditAsync(organiser, id, stored, CancellationToken.None);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(planned));
        Assert.Equal([(field, code)], OrganiserDesk.Refusals(edited));
    }

    [Fact]
    public async Task A_host_that_is_an_organisation_is_refused()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        form.HostSideId = await database.SideAsync("sco-rats");

        var planned = await _desk.Events.PlanAsync(organiser, form, CancellationToken.None);

        Assert.Equal([("HostSideId", "choice")], OrganiserDesk.Refusals(planned));
    }

    [Fact]
    public async Task Events_of_one_title_and_year_get_names_of_their_own_also_when_planned_at_once()
    {
        var organiser = await database.OrganiserAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _desk.EventAsync(organiser, OrganiserDesk.Seminar("Forum of equals"))));

        await using var context = await database.OpenAsync(organiser);
        var slugs = await context.Events.Where(row => ids.Contains(row.Id)).Select(row => row.Slug).ToListAsync();
        Assert.Equal(
            ["forum-of-equals-2026", "forum-of-equals-2026-2", "forum-of-equals-2026-3", "forum-of-equals-2026-4", "forum-of-equals-2026-5", "forum-of-equals-2026-6"],
            slugs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_organiser_plans_only_where_the_grant_is()
    {
        var organiser = await database.OrganiserAsync("uz-isrs");
        var form = OrganiserDesk.Seminar();
        form.SecretariatId = await database.SecretariatAsync("in-nscs");

        var planned = await _desk.Events.PlanAsync(organiser, form, CancellationToken.None);

        Assert.Equal([("SecretariatId", "forbidden")], OrganiserDesk.Refusals(planned));
    }

    [Fact]
    public async Task An_organiser_of_two_secretariats_must_say_which()
    {
        var organiser = await database.OrganiserAsync("uz-isrs");
        await database.GrantAsync(organiser, Role.Organiser, GrantScope.Secretariat(await database.SecretariatAsync("in-nscs")));

        var planned = await _desk.Events.PlanAsync(organiser, OrganiserDesk.Seminar(), CancellationToken.None);

        Assert.Equal([("SecretariatId", "required")], OrganiserDesk.Refusals(planned));
    }

    [Fact]
    public async Task Nobody_but_an_organiser_of_a_secretariat_plans_events()
    {
        var id = await _desk.EventAsync(await database.OrganiserAsync());
        (Actor Actor, string Code)[] others =
        [
            (Actor.Public, "not-found"), (await database.PersonAsync(), "not-found"), (await database.FocalPointAsync("UZ"), "not-found"),
            (await database.PersonAsync(Role.Staff, GrantScope.Secretariat(await database.SecretariatAsync())), "forbidden"),
            (await database.PersonAsync(Role.Organiser, GrantScope.Event(id)), "forbidden"),
        ];

        foreach (var (actor, code) in others)
        {
            Assert.Equal(code, (await _desk.Events.PlanAsync(actor, OrganiserDesk.Seminar(), CancellationToken.None)).Error?.Code);
        }
    }

    [Fact]
    public async Task Others_may_not_edit_an_event()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var form = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));

        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Events.EditAsync(actor, id, form, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.EventsQueries.GetFormAsync(actor, id, CancellationToken.None)).Error?.Code);
        }
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_overwrites_nothing_even_where_only_the_parties_differ()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var mine = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        var theirs = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        theirs.Auspices = [await database.SideAsync("sco-rats")];
        mine.Auspices = [await database.SideAsync("sco")];
        Assert.True((await _desk.Events.EditAsync(organiser, id, theirs, CancellationToken.None)).IsSuccess);

        var edited = await _desk.Events.EditAsync(organiser, id, mine, CancellationToken.None);

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(edited));
        var stored = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        Assert.Equal(theirs.Auspices, stored.Auspices);
        mine.Version = stored.Version;
        Assert.True((await _desk.Events.EditAsync(organiser, id, mine, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task The_record_of_a_source_document_cannot_be_changed()
    {
        await using var context = await database.OpenAsync(Actor.Public);
        var recorded = await context.Events.Where(row => row.Record != null).Select(row => row.Id).FirstAsync();
        var organiser = await database.PersonAsync(Role.Organiser, GrantScope.Event(recorded));

        var edited = await _desk.Events.EditAsync(organiser, recorded, OrganiserDesk.Seminar(), CancellationToken.None);

        Assert.Equal([(null, "event.closed")], OrganiserDesk.Refusals(edited));
    }

    [Fact]
    public async Task Every_node_hears_of_an_edit_of_a_public_event_and_of_no_other()
    {
        var organiser = await database.OrganiserAsync();
        var (hidden, open) = (await _desk.EventAsync(organiser), await _desk.EventAsync(organiser));
        await database.ScalarAsync($"UPDATE events SET announced_at = now() WHERE id = '{open}'");
        var heard = new List<string>();
        await using var listener = new NpgsqlConnection(database.AppConnectionString);
        await listener.OpenAsync();
        listener.Notification += (_, message) => heard.Add(message.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN scoevents", listener))
        {
            await listen.ExecuteNonQueryAsync();
        }

        foreach (var id in new[] { hidden, open })
        {
            var form = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
            Assert.True((await _desk.Events.EditAsync(organiser, id, form, CancellationToken.None)).IsSuccess);
        }

        await listener.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([$"event:{open}"], heard);
    }
}
