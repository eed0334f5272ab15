using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

/// <summary>What becomes of the placed sessions when their event gets other days or another zone.</summary>
public sealed class MovingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly WholeEventDesk _desk = new(database);

    [Fact]
    public async Task Other_days_are_asked_about_where_sessions_are_placed_and_nothing_changes_before_the_answer()
    {
        var (organiser, id, _) = await SeminarAsync();

        var edited = await EditAsync(organiser, id, form => (form.StartsOn, form.EndsOn) = (new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 15)));

        Assert.Equal([("DatesChoice", "event.choose-dates")], OrganiserDesk.Refusals(edited));
        Assert.Equal(new DateOnly(2026, 12, 7), (await _desk.EventAsync(organiser, id)).StartsOn);
    }

    [Fact]
    public async Task Sessions_move_along_with_the_first_day_also_onto_each_others_places()
    {
        var (organiser, id, room) = await SeminarAsync();
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Second day", room, "09:30", "10:30", new DateOnly(2026, 12, 8)));

        var edited = await EditAsync(organiser, id, form =>
            (form.StartsOn, form.EndsOn, form.DatesChoice) = (new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9), DatesChoice.Shift));

        Assert.Equal((3, 0), (OrganiserDesk.Value(edited).Moved, edited.Value.Tray.Count));
        Assert.Equal(
            new Dictionary<string, string> { ["Opening"] = "2026-12-08 09:30–10:30", ["Late"] = "2026-12-08 22:00–00:00", ["Second day"] = "2026-12-09 09:30–10:30" }.OrderBy(pair => pair.Key),
            (await _desk.TimesAsync(organiser, id, "Asia/Kolkata")).OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Sessions_that_are_left_stay_outside_the_event()
    {
        var (organiser, id, _) = await SeminarAsync();

        var edited = await EditAsync(organiser, id, form =>
            (form.StartsOn, form.EndsOn, form.DatesChoice) = (new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 5), DatesChoice.Leave));

        Assert.Equal(0, OrganiserDesk.Value(edited).Moved);
        Assert.Equal("2026-12-07 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]);
    }

    [Fact]
    public async Task Sessions_that_a_shorter_event_has_no_room_for_and_those_whose_room_is_taken_are_named_in_the_tray()
    {
        var (organiser, id, room) = await SeminarAsync();
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Second day", room, "09:30", "10:30", new DateOnly(2026, 12, 8)));
        await OtherAsync(organiser, room, new DateOnly(2027, 1, 4), "10:00", "11:00");

        var edited = await EditAsync(organiser, id, form =>
            (form.StartsOn, form.EndsOn, form.DatesChoice) = (new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 4), DatesChoice.Shift));

        Assert.Equal(
            [("Opening", TrayReason.RoomTaken, "Hall A"), ("Second day", TrayReason.OutsideEvent, "")],
            OrganiserDesk.Value(edited).Tray.Select(session => (session.Title.In("en"), session.Reason, session.Room.In("en"))));
        Assert.Equal(["Late"], (await _desk.TimesAsync(organiser, id, "Asia/Kolkata")).Keys);
    }

    [Fact]
    public async Task Another_zone_is_asked_about_and_keeps_the_clock()
    {
        var (organiser, id, _) = await SeminarAsync();

        Assert.Equal([("ZoneChoice", "event.choose-zone")], OrganiserDesk.Refusals(await EditAsync(organiser, id, form => form.TimeZone = "Asia/Tashkent")));
        var edited = await EditAsync(organiser, id, form => (form.TimeZone, form.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock));

        Assert.Equal((2, 0), (OrganiserDesk.Value(edited).Moved, edited.Value.Tray.Count));
        Assert.Equal(
            new Dictionary<string, string> { ["Opening"] = "2026-12-07 09:30–10:30", ["Late"] = "2026-12-07 22:00–00:00" }.OrderBy(pair => pair.Key),
            (await _desk.TimesAsync(organiser, id, "Asia/Tashkent")).OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Another_zone_can_keep_the_instants_instead()
    {
        var (organiser, id, _) = await SeminarAsync();

        var edited = await EditAsync(organiser, id, form => (form.TimeZone, form.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepInstant));

        Assert.Equal(0, OrganiserDesk.Value(edited).Moved);
        Assert.Equal("2026-12-07 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]);
        Assert.Equal("2026-12-07 09:00–10:00", (await _desk.TimesAsync(organiser, id, "Asia/Tashkent"))["Opening"]);
    }

    [Fact]
    public async Task Other_days_and_another_zone_go_together()
    {
        var (organiser, id, _) = await SeminarAsync();

        var edited = await EditAsync(organiser, id, form =>
        {
            (form.StartsOn, form.EndsOn, form.DatesChoice) = (new DateOnly(2027, 3, 27), new DateOnly(2027, 3, 28), DatesChoice.Shift);
            (form.TimeZone, form.ZoneChoice) = ("Europe/Berlin", ZoneChoice.KeepClock);
        });

        Assert.Equal(2, OrganiserDesk.Value(edited).Moved);
        Assert.Equal("2027-03-27 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Europe/Berlin"))["Opening"]);
    }

    [Fact]
    public async Task Times_that_the_new_zone_skips_are_named_in_the_tray()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn) = (new DateOnly(2027, 3, 27), new DateOnly(2027, 3, 28));
        var id = await _desk.Organiser.EventAsync(organiser, form);
        var room = await _desk.Organiser.RoomAsync(organiser, id);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Night exercise", room, "02:30", "03:30", new DateOnly(2027, 3, 28)));
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Morning", room, "09:30", "10:30", new DateOnly(2027, 3, 28)));

        var edited = await EditAsync(organiser, id, changed => (changed.TimeZone, changed.ZoneChoice) = ("Europe/Berlin", ZoneChoice.KeepClock));

        Assert.Equal([("Night exercise", TrayReason.TimeSkipped)], OrganiserDesk.Value(edited).Tray.Select(session => (session.Title.In("en"), session.Reason)));
        Assert.Equal("2027-03-28 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Europe/Berlin"))["Morning"]);
    }

    [Fact]
    public async Task Another_zone_is_refused_where_another_event_has_a_room_and_its_session_is_named_to_those_who_may_see_it()
    {
        var (organiser, id, room) = await SeminarAsync();
        await OtherAsync(organiser, room, new DateOnly(2026, 12, 7), "10:30", "11:00");
        var alone = await database.PersonAsync(Role.Organiser, GrantScope.Event(id));

        // 09:30 to 10:30 in Tashkent is 10:00 to 11:00 in New Delhi.
        var seen = await EditAsync(organiser, id, form => (form.TimeZone, form.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock));
        var hidden = await EditAsync(alone, id, form => (form.TimeZone, form.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock));

        Assert.Equal([("TimeZone", "programme.room-overlap")], OrganiserDesk.Refusals(seen));
        Assert.Equal(["Hall A", "Other session"], seen.Error!.Arguments.Select(argument => argument.ToString()));
        Assert.Equal([("TimeZone", "programme.room-taken")], OrganiserDesk.Refusals(hidden));
        Assert.Equal(("Asia/Kolkata", "2026-12-07 09:30–10:30"), ((await _desk.EventAsync(organiser, id)).TimeZone, (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]));
    }

    [Fact]
    public async Task A_stale_edit_moves_nothing()
    {
        var (organiser, id, _) = await SeminarAsync();
        var mine = await FormAsync(organiser, id);
        OrganiserDesk.Value(await EditAsync(organiser, id, form => form.DelegationQuota = 7));
        (mine.TimeZone, mine.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock);

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(await _desk.Organiser.Events.EditAsync(organiser, id, mine, CancellationToken.None)));
        Assert.Equal("2026-12-07 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]);
    }

    [Fact]
    public async Task A_published_programme_stays_as_it_is_until_the_next_release()
    {
        var (organiser, id, _) = await SeminarAsync();
        OrganiserDesk.Value(await _desk.Organiser.Releases.PublishAsync(organiser, id, new Web.Features.Programme.ReleaseForm { Number = 1 }, CancellationToken.None));
        var before = await ReleasedAsync(id);

        OrganiserDesk.Value(await EditAsync(organiser, id, form => (form.TimeZone, form.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock)));

        Assert.Equal(before, await ReleasedAsync(id));
    }

    private async Task<object?> ReleasedAsync(Guid id) => await database.ScalarAsync(
        $"SELECT string_agg(s.starts_at::text, ' ' ORDER BY s.starts_at) FROM released_sessions s JOIN releases r ON r.id = s.release_id WHERE r.event_id = '{id}'");

    private async Task<(Actor Organiser, Guid Id, Guid Room)> SeminarAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var room = await _desk.Organiser.RoomAsync(organiser, id);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:30", "10:30"));
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Late", room, "22:00", "00:00"));
        return (organiser, id, room);
    }

    private async Task OtherAsync(Actor organiser, Guid room, DateOnly day, string start, string end)
    {
        var form = OrganiserDesk.Seminar("Another event");
        (form.StartsOn, form.EndsOn) = (day, day);
        var id = await _desk.Organiser.EventAsync(organiser, form);
        var used = await _desk.Organiser.Venues.UseRoomAsync(organiser, id, new Web.Features.Venues.UseRoomForm { RoomId = room }, CancellationToken.None);
        Assert.True(used.IsSuccess);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Other session", room, start, end, day));
    }

    private async Task<EventForm> FormAsync(Actor organiser, Guid id) => OrganiserDesk.Value(await _desk.Organiser.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));

    private async Task<Domain.Shared.Result<ProgrammeMove>> EditAsync(Actor organiser, Guid id, Action<EventForm> change)
    {
        var form = await FormAsync(organiser, id);
        change(form);
        return await _desk.Organiser.Events.EditAsync(organiser, id, form, CancellationToken.None);
    }
}
