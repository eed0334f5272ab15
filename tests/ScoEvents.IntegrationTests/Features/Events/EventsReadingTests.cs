using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

public sealed class EventsReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task The_list_has_the_events_of_the_own_secretariat_and_of_single_grants_and_no_others()
    {
        var (india, tashkent) = (await database.OrganiserAsync("in-nscs"), await database.OrganiserAsync("uz-isrs"));
        var (mine, lent, foreign) = (await _desk.EventAsync(india, Dated("Mine", 3)), await _desk.EventAsync(tashkent, Dated("Lent", 5)), await _desk.EventAsync(tashkent));
        var reader = await database.PersonAsync(Role.Staff, GrantScope.Event(lent));
        await database.GrantAsync(reader, Role.Registrar, GrantScope.Secretariat(await database.SecretariatAsync("in-nscs")));

        var list = await ListAsync(reader, new EventFilter());

        Assert.Equal(lent, list.Rows[0].Id);
        Assert.Contains(mine, list.Rows.Select(row => row.Id));
        Assert.DoesNotContain(foreign, list.Rows.Select(row => row.Id));
        Assert.False(list.CanPlan);
    }

    [Fact]
    public async Task The_list_is_filtered_by_text_in_any_language_and_by_status()
    {
        var organiser = await database.OrganiserAsync("sco-rats-ec");
        var form = OrganiserDesk.Seminar("Exercise");
        (form.Title.Ru, form.City.Ur) = ("Учения по безопасности", "نئی دہلی");
        var id = await _desk.EventAsync(organiser, form);
        await _desk.EventAsync(organiser, OrganiserDesk.Seminar("Another"));

        Assert.Equal([id], (await ListAsync(organiser, new EventFilter("УЧЕНИЯ"))).Rows.Select(row => row.Id));
        Assert.Equal([id], (await ListAsync(organiser, new EventFilter("دہلی", EventStatus.Draft))).Rows.Select(row => row.Id));
        Assert.Equal([], (await ListAsync(organiser, new EventFilter("УЧЕНИЯ", EventStatus.Announced))).Rows);
        Assert.Equal([], (await ListAsync(organiser, new EventFilter("100%_"))).Rows);
        Assert.Equal([], (await ListAsync(organiser, new EventFilter("\"ru\""))).Rows);
    }

    [Fact]
    public async Task The_list_is_refused_to_those_who_work_for_no_event()
    {
        Assert.Equal("not-found", (await _desk.EventsQueries.ListAsync(Actor.Public, new EventFilter(), CancellationToken.None)).Error?.Code);
        Assert.Equal("forbidden", (await _desk.EventsQueries.ListAsync(await database.FocalPointAsync("UZ"), new EventFilter(), CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.EventsQueries.GetChoicesAsync(Actor.Public, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task The_list_takes_as_many_commands_for_three_events_as_for_one()
    {
        var organiser = await database.PersonAsync(Role.Organiser, GrantScope.Event(await _desk.EventAsync(await database.OrganiserAsync())));
        var one = await CommandCount.OfAsync(async () => Assert.Single((await ListAsync(organiser, new EventFilter())).Rows));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await database.GrantAsync(organiser, Role.Organiser, GrantScope.Event(await _desk.EventAsync(await database.OrganiserAsync())));
        }

        var three = await CommandCount.OfAsync(async () => Assert.Equal(3, (await ListAsync(organiser, new EventFilter())).Total));

        Assert.Equal((3, 3), (one, three));
    }

    [Fact]
    public async Task The_overview_names_sides_as_on_the_first_day_and_says_what_comes_next()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn) = (new DateOnly(2021, 12, 7), new DateOnly(2021, 12, 8));
        (form.CoOrganisers, form.HostSideId) = ([await database.SideAsync("uz-mdt")], await database.SideAsync("IN"));
        var id = await _desk.EventAsync(organiser, form);

        var details = OrganiserDesk.Value(await _desk.EventsQueries.GetAsync(organiser, id, CancellationToken.None));

        Assert.Equal([OrganisationRole.Host, OrganisationRole.Organiser, OrganisationRole.CoOrganiser], details.Parties.Select(party => party.Role));
        Assert.Equal("IN", details.Parties[0].Code);
        Assert.Equal("Ministry for the Development of Information Technologies and Communications of the Republic of Uzbekistan", details.Parties[2].Name["en"]);
        Assert.Equal(EventStep.AddRooms, details.Head.Progress.Next);
        Assert.True(details.Head.CanChange);
    }

    [Fact]
    public async Task The_overview_is_for_those_who_work_for_the_event()
    {
        var id = await _desk.EventAsync(await database.OrganiserAsync());

        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            var details = await _desk.EventsQueries.GetAsync(actor, id, CancellationToken.None);
            var head = await _desk.EventsQueries.GetHeadAsync(actor, id, CancellationToken.None);

            Assert.Equal(code == "forbidden" ? null : code, details.Error?.Code);
            Assert.Equal(code == "forbidden" ? null : code, head.Error?.Code);
            Assert.False(head.IsSuccess && head.Value.CanOrganise);
        }
    }

    [Fact]
    public async Task An_unknown_event_is_not_found()
    {
        var organiser = await database.OrganiserAsync();

        Assert.Equal("not-found", (await _desk.EventsQueries.GetAsync(organiser, Guid.NewGuid(), CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Events.EditAsync(organiser, Guid.NewGuid(), OrganiserDesk.Seminar(), CancellationToken.None)).Error?.Code);
    }

    private static EventForm Dated(string title, int year)
    {
        var form = OrganiserDesk.Seminar(title);
        (form.StartsOn, form.EndsOn) = (form.StartsOn!.Value.AddYears(year), form.EndsOn!.Value.AddYears(year));
        form.Title = new LocalizedTextInput { En = title };
        return form;
    }

    private async Task<EventList> ListAsync(Actor actor, EventFilter filter) =>
        OrganiserDesk.Value(await _desk.EventsQueries.ListAsync(actor, filter, CancellationToken.None));
}
