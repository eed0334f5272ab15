using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Accreditation;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Dashboard;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Dashboard;

/// <summary>What each role finds on the first page after signing in. It is the morning of 1 October 2026 in UTC.</summary>
public sealed class DashboardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly _today = new(2026, 10, 1);

    private readonly OrganiserDesk _desk = new(database);
    private readonly DashboardQueries _queries = new(database.Contexts, database.Clock);

    [Fact]
    public async Task An_organiser_sees_what_is_missing_until_it_is_done()
    {
        var (organiser, id) = await PlannedAsync();
        Assert.Equal([GapKind.NoRooms, GapKind.NoSessions, GapKind.NotInvited], await GapsAsync(organiser));

        var room = await _desk.RoomAsync(organiser, id);
        var placed = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Second"));
        var row = await RowAsync(organiser);

        Assert.Equal(
            [(GapKind.Unscheduled, 1), (GapKind.WithoutSpeaker, 2), (GapKind.Unpublished, 1), (GapKind.NotInvited, 0)],
            row.Gaps.Select(gap => (gap.Kind, gap.Count)));
        Assert.Equal((0, new Distance(67, 68)), (row.Releases, row.When));

        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), CancellationToken.None));
        Assert.Equal([GapKind.Unscheduled, GapKind.WithoutSpeaker, GapKind.NotInvited], await GapsAsync(organiser));
        Assert.Equal(1, (await RowAsync(organiser)).Releases);

        var form = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, placed, CancellationToken.None)).Form;
        form.Title.En = "Opening of the seminar";
        Assert.True((await _desk.Programme.EditSessionAsync(organiser, id, placed, form, CancellationToken.None)).IsSuccess);
        Assert.Equal(1, (await RowAsync(organiser)).Gaps.Single(gap => gap.Kind == GapKind.Unpublished).Count);
    }

    [Fact]
    public async Task Conflicts_titles_without_translation_and_open_answers_are_counted()
    {
        var (organiser, id) = await PlannedAsync(form => form.Title.Ru = "Семинар");
        var (hall, other) = (await _desk.RoomAsync(organiser, id), await _desk.RoomAsync(organiser, id, "Hall B"));
        var speaker = await _desk.SpeakerAsync(organiser, id, "Speaker");
        foreach (var room in new[] { hall, other })
        {
            var form = OrganiserDesk.Session("Talk", room, "09:00", "10:00");
            form.ChairId = speaker;
            await _desk.SessionAsync(organiser, id, form);
        }

        await new DelegationsDesk(database).InviteAsync(organiser, id, "KZ", "UZ");
        var gaps = (await RowAsync(organiser)).Gaps;

        Assert.Equal(
            [(GapKind.Conflicts, 1), (GapKind.Untranslated, 2), (GapKind.Unpublished, 2), (GapKind.Unanswered, 2)], gaps.Select(gap => (gap.Kind, gap.Count)));
        Assert.Equal([Languages.Russian], gaps.Single(gap => gap.Kind == GapKind.Untranslated).Languages);
    }

    [Fact]
    public async Task A_focal_point_sees_places_deadlines_and_whom_to_correct_of_the_own_side_only()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Bekova", "ReturnedForCorrection");
        await desk.PersonAsync(desk.Kazakhstan, "Akhmetov");
        await desk.PersonAsync(desk.Uzbekistan, "Karimov", "ReturnedForCorrection");
        await database.ScalarAsync($"INSERT INTO delegation_settings (event_id, register_by, quotas, fields, zones, languages) VALUES ('{desk.EventId}', '2026-10-04', '[]', '[]', '[]', '[]')");

        var focalPoint = await database.PersonAsync(Role.FocalPoint, new GrantScope(EventId: desk.EventId, SideId: await database.SideAsync("KZ")));
        var found = await FindAsync(focalPoint);
        var row = Assert.Single(found.Delegations!);

        Assert.Equal((50, 2, 3, (int?)null), (row.Places, row.Used, row.RegisterIn, row.AnswerIn));
        Assert.Equal(["Aigerim BEKOVA"], row.Returned.Select(person => person.Name));
        Assert.Equal(
            [(AccreditationState.Submitted, 1), (AccreditationState.ReturnedForCorrection, 1)], row.States.OrderBy(state => state.Key).Select(state => (state.Key, state.Value)));
        Assert.Equal((null, null, null, null), (found.Desks, found.Planned, found.Days, found.Portal));
    }

    [Fact]
    public async Task A_registrar_sees_the_queue_badges_and_arrivals_of_the_place()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Bekova");
        await desk.PersonAsync(desk.Kazakhstan, "Akhmetov", "Approved");
        // 20:00 in UTC is half past one of the next morning in New Delhi.
        await database.ScalarAsync($$"""UPDATE delegates SET stay = stay || '{"ArrivesAt": "2026-10-01T20:00:00Z"}' WHERE event_id = '{{desk.EventId}}' AND family_name = 'Bekova'""");

        var row = Assert.Single((await FindAsync(desk.Registrar)).Desks!);

        Assert.Equal((1, 1, 0, 0), (row.Waiting, row.ToPrint, row.Came, row.Badges));
        Assert.Equal((0, 1), (row.ArrivingToday, row.ArrivingTomorrow));
    }

    [Fact]
    public async Task Staff_see_what_the_release_has_today_and_what_is_on()
    {
        var (organiser, id) = await PlannedAsync(form => (form.StartsOn, form.EndsOn) = (_today, _today.AddDays(1)));
        var room = await _desk.RoomAsync(organiser, id);
        // Half past one in the afternoon at the place.
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Morning", room, "09:00", "10:00", _today));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Noon", room, "13:00", "14:00", _today));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Tomorrow", room, "09:00", "10:00", _today.AddDays(1)));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), CancellationToken.None));

        var found = await FindAsync(await database.PersonAsync(Role.Staff, GrantScope.Event(id)));
        var row = Assert.Single(found.Days!);

        Assert.Equal([("Morning", false, true), ("Noon", true, false)], row.Sessions.Select(session => (session.Title["en"]!, session.IsNow, session.IsOver)));
        Assert.True(row.When.IsOn);
        Assert.Equal(new DateTime(2026, 10, 1, 13, 0, 0), row.Sessions[1].StartsAt);
    }

    [Fact]
    public async Task The_trail_is_counted_for_those_who_read_it_and_not_for_those_who_do_not()
    {
        var (organiser, id) = await PlannedAsync();
        await _desk.RoomAsync(organiser, id);

        var auditor = (await FindAsync(await database.PersonAsync(Role.Auditor, GrantScope.Portal))).Portal!;
        var administrator = (await FindAsync(await database.PersonAsync(Role.Administrator, GrantScope.Portal))).Portal!;

        Assert.Equal(Enumerable.Range(0, 7).Select(day => _today.AddDays(day - 6)), auditor.Changes!.Select(day => day.Day));
        Assert.True(auditor.Changes![^1].Count > 0);
        Assert.Null(administrator.Changes);
        Assert.True(administrator.Users > 0);
        Assert.True(administrator.Roles[Role.Administrator] > 0);
    }

    [Fact]
    public async Task A_person_of_several_roles_sees_the_most_urgent_part_first_and_one_without_roles_none()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Bekova", "ReturnedForCorrection");
        var person = desk.Kazakhstan.FocalPoint;
        await database.GrantAsync(person, Role.Administrator, GrantScope.Portal);
        await database.GrantAsync(person, Role.Organiser, GrantScope.Event(desk.EventId));

        Assert.Equal([DashboardPart.Delegations, DashboardPart.Planned, DashboardPart.Portal], (await FindAsync(person)).Parts);
        Assert.Empty((await FindAsync(await database.PersonAsync())).Parts);
        Assert.Equal("not-found", (await _queries.GetAsync(Actor.Public, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task Three_events_take_as_many_commands_as_one()
    {
        var person = await database.PersonAsync();
        var counts = new List<int>();
        foreach (var events in new[] { 1, 2 })
        {
            for (var i = 0; i < events; i++)
            {
                await TakePartAsync(person);
            }

            counts.Add(await CommandCount.OfAsync(async () => await FindAsync(person)));
        }

        var found = await FindAsync(person);
        Assert.Equal((3, 3, 3, 3), (found.Planned!.Count, found.Desks!.Count, found.Days!.Count, found.Delegations!.Count));
        Assert.Equal((31, 31), (counts[0], counts[1]));
    }

    private async Task TakePartAsync(Actor person)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Bekova", "Approved");
        var room = await _desk.RoomAsync(desk.Organiser, desk.EventId, $"Hall {desk.EventId:N}");
        await _desk.SessionAsync(desk.Organiser, desk.EventId, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(desk.Organiser, desk.EventId, new ReleaseForm(), CancellationToken.None));
        foreach (var role in new[] { Role.Organiser, Role.Registrar, Role.Staff })
        {
            await database.GrantAsync(person, role, GrantScope.Event(desk.EventId));
        }

        await database.GrantAsync(person, Role.FocalPoint, new GrantScope(EventId: desk.EventId, SideId: await database.SideAsync("KZ")));
    }

    private async Task<(Actor Organiser, Guid EventId)> PlannedAsync(Action<ScoEvents.Web.Features.Events.EventForm>? change = null)
    {
        var form = OrganiserDesk.Seminar();
        change?.Invoke(form);
        var id = await _desk.EventAsync(await database.OrganiserAsync(), form);
        return (await database.PersonAsync(Role.Organiser, GrantScope.Event(id)), id);
    }

    private async Task<DashboardDetails> FindAsync(Actor actor) => OrganiserDesk.Value(await _queries.GetAsync(actor, CancellationToken.None));

    private async Task<PlannedRow> RowAsync(Actor actor) => Assert.Single((await FindAsync(actor)).Planned!);

    private async Task<IEnumerable<GapKind>> GapsAsync(Actor actor) => (await RowAsync(actor)).Gaps.Select(gap => gap.Kind);
}
