using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class MovingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_session_moves_from_the_tray_to_a_room_to_all_rooms_and_back_and_tells_where_it_was()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening");

        var placed = OrganiserDesk.Value(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "10:00")));
        var widened = OrganiserDesk.Value(await desk.SendAsync(opening, ScheduleDesk.At(null, "09:30", "10:00")));
        var occupied = await desk.OccupiedAsync();
        var timetable = await desk.TimetableAsync();
        var taken = OrganiserDesk.Value(await desk.SendAsync(opening, null));

        Assert.Equal((null, ScheduleDesk.At(desk.HallA, "09:00", "10:00")), (placed[0].Before, placed[0].After));
        Assert.Equal((ScheduleDesk.At(desk.HallA, "09:00", "10:00"), ScheduleDesk.At(null, "09:30", "10:00")), (widened[0].Before, widened[0].After));
        Assert.Equal(["Opening: all 07 09:30-10:00"], timetable);
        Assert.Equal(2, occupied);
        Assert.Null(taken[0].After);
        Assert.Equal(["Opening: none"], await desk.TimetableAsync());
        Assert.Equal(0, await desk.OccupiedAsync());
    }

    [Fact]
    public async Task The_version_that_a_move_leaves_is_the_one_that_the_next_needs()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");

        var first = OrganiserDesk.Value(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "10:00", "11:00")))[0];
        var second = await desk.SendAsync(new SessionMove(opening, first.Version, first.Before));

        Assert.True(second.IsSuccess);
        Assert.Equal(["Opening: Hall A 07 09:00-10:00"], await desk.TimetableAsync());
    }

    [Fact]
    public async Task A_move_to_where_the_session_is_changes_nothing()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");
        var before = (await desk.DraftAsync()).Find(opening)!.Version;

        var moved = OrganiserDesk.Value(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "10:00")));

        Assert.Equal(before, moved[0].Version);
        Assert.Equal(before, (await desk.DraftAsync()).Find(opening)!.Version);
    }

    [Fact]
    public async Task A_room_that_is_taken_is_refused_with_the_titles_of_both_and_its_name()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");
        var panel = await desk.AddAsync("Panel", desk.HallB, "09:00", "10:00");
        var lunch = await desk.AddAsync("Lunch");

        var inRoom = await desk.SendAsync(panel, ScheduleDesk.At(desk.HallA, "09:30", "10:30"));
        var inAll = await desk.SendAsync(lunch, ScheduleDesk.At(null, "09:45", "10:15"));
        var touching = await desk.SendAsync(panel, ScheduleDesk.At(desk.HallA, "10:00", "11:00"));

        Assert.Equal([("schedule.room-overlap", "Panel, Hall A, Opening")], Told(inRoom));
        Assert.Equal([("schedule.room-overlap", "Lunch, Hall A, Opening"), ("schedule.room-overlap", "Lunch, Hall B, Panel")], Told(inAll).Order());
        Assert.True(touching.IsSuccess);
        Assert.Equal(["Opening: Hall A 07 09:00-10:00", "Panel: Hall A 07 10:00-11:00", "Lunch: none"], await desk.TimetableAsync());
    }

    [Fact]
    public async Task A_session_of_another_event_in_the_same_room_is_named_only_to_those_who_may_read_it()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var secret = await ScheduleDesk.OpenAsync(database);
        Assert.True((await desk.Desk.Venues.UseRoomAsync(desk.Organiser, desk.EventId, new UseRoomForm { RoomId = secret.HallA }, CancellationToken.None)).IsSuccess);
        await secret.AddAsync("Secret talks", secret.HallA, "09:00", "10:00");
        var move = await desk.MoveAsync(await desk.AddAsync("Opening"), ScheduleDesk.At(secret.HallA, "09:30", "10:30"));
        var narrow = await database.PersonAsync(Role.Organiser, GrantScope.Event(desk.EventId));

        var told = await desk.SendAsync(move);
        var hidden = await desk.Schedule.MoveAsync(narrow, desk.EventId, [move], CancellationToken.None);

        Assert.Equal([("schedule.room-overlap", "Opening, Hall A, Secret talks")], Told(told));
        Assert.Equal([("schedule.room-taken", "Opening, Hall A")], Told(hidden));
    }

    [Fact]
    public async Task A_move_that_newly_puts_a_person_into_two_places_is_refused_with_the_name_and_one_that_leaves_it_so_is_not()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var zoya = await desk.Desk.SpeakerAsync(desk.Organiser, desk.EventId, "Zoya");
        await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00", [zoya]);
        var panel = await desk.AddAsync("Panel", desk.HallB, "10:00", "11:00", [zoya]);
        var late = await desk.AddAsync("Late", desk.HallB, "09:00", "09:30", [zoya]);

        var refused = await desk.SendAsync(panel, ScheduleDesk.At(desk.HallB, "09:45", "10:45"));
        var left = await desk.SendAsync(late, ScheduleDesk.At(desk.HallB, "09:15", "09:45"));

        Assert.Equal([("schedule.person-busy", "Panel, Zoya, Opening")], Told(refused));
        Assert.True(left.IsSuccess);
    }

    [Fact]
    public async Task A_team_of_interpreters_is_not_brought_into_two_places_either()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");
        var panel = await desk.AddAsync("Panel", desk.HallB, "10:00", "11:00");
        await InterpretAsync(desk, "Booth one", opening, panel);

        var refused = await desk.SendAsync(panel, ScheduleDesk.At(desk.HallB, "09:30", "10:30"));

        Assert.Equal([("schedule.team-busy", "Panel, Booth one, Opening")], Told(refused));
    }

    [Fact]
    public async Task A_stale_move_is_refused_and_changes_nothing()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");
        var seen = await desk.MoveAsync(opening, ScheduleDesk.At(desk.HallB, "09:00", "10:00"));
        Assert.True((await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "11:00", "12:00"))).IsSuccess);

        var moved = await desk.SendAsync(seen);
        var unscheduled = await desk.SendAsync(seen with { Place = null });

        Assert.Equal([("schedule.stale", "Opening")], Told(moved));
        Assert.Equal(ErrorKind.Stale, moved.Error!.Kind);
        Assert.Equal([("schedule.stale", "Opening")], Told(unscheduled));
        Assert.Equal(["Opening: Hall A 07 11:00-12:00"], await desk.TimetableAsync());
    }

    [Fact]
    public async Task Places_that_no_session_may_take_are_refused()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var foreign = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00");

        Assert.Equal([("schedule.room-unknown", "Opening")], Told(await desk.SendAsync(opening, ScheduleDesk.At(foreign.HallA, "09:00", "10:00"))));
        Assert.Equal([("schedule.outside-event", "Opening")], Told(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "10:00", days: 2))));
        Assert.Equal([("schedule.outside-event", "Opening")], Told(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "10:00", days: -1))));
        Assert.Equal(["programme.duration-out-of-range"], (await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "09:04"))).Errors.Select(error => error.Code));
        Assert.Equal(["programme.end-not-after-start"], (await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "09:00"))).Errors.Select(error => error.Code));
        Assert.Equal(["schedule.gone"], (await foreign.SendAsync(new SessionMove(opening, 1, null))).Errors.Select(error => error.Code));
        Assert.Equal(["schedule.too-many"], (await desk.SendAsync([.. Enumerable.Range(0, 501).Select(_ => new SessionMove(Guid.NewGuid(), 1, null))])).Errors.Select(error => error.Code));
        Assert.Equal(["Opening: Hall A 07 09:00-10:00"], await desk.TimetableAsync());
    }

    [Theory]
    [InlineData(SessionState.Withdrawn)]
    [InlineData(SessionState.Cancelled)]
    public async Task A_session_that_is_off_takes_no_place(SessionState state)
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var opening = await desk.AddAsync("Opening");
        await ChangeAsync(desk, opening, session =>
        {
            if (state is SessionState.Withdrawn)
            {
                session.Withdraw(database.Clock.GetUtcNow());
            }
            else
            {
                session.Cancel(database.Clock.GetUtcNow());
            }
        });

        Assert.Equal([("schedule.session-off", "Opening")], Told(await desk.SendAsync(opening, ScheduleDesk.At(desk.HallA, "09:00", "10:00"))));
    }

    [Fact]
    public async Task A_session_may_last_past_midnight_but_not_past_the_event()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var reception = await desk.AddAsync("Reception", desk.HallA, "20:00", "22:00");
        var past = ScheduleDesk.At(desk.HallA, "23:00", "23:30");
        past = past with { During = past.During with { End = past.During.End.AddMinutes(90) } };

        Assert.True((await desk.SendAsync(reception, past)).IsSuccess);
        Assert.Equal(["Reception: Hall A 07 23:00-01:00"], await desk.TimetableAsync());
        var late = past with { During = new TimeInterval(past.During.Start.AddDays(1), past.During.End.AddDays(1)) };
        Assert.Equal([("schedule.outside-event", "Reception")], Told(await desk.SendAsync(reception, late)));
    }

    [Fact]
    public async Task On_the_day_of_a_clock_change_a_session_lies_where_the_wall_clock_says_and_no_time_that_is_skipped_is_taken()
    {
        var day = new DateOnly(2027, 3, 28);
        var zone = EventZone.Find("Europe/London")!;
        var desk = await ScheduleDesk.OpenAsync(database, zone.Id, day);
        var night = await desk.AddAsync("Night");

        var skipped = ScheduleTimes.Starting(zone, day, 90, TimeSpan.FromMinutes(30));
        var across = ScheduleTimes.Between(zone, day, 30, 150);
        Assert.True((await desk.SendAsync(night, new SessionPlace(desk.HallA, across.Value))).IsSuccess);
        var timetable = await desk.TimetableAsync();
        var nextDay = ScheduleTimes.OnOtherDay(zone, across.Value, 1).Value;

        Assert.Equal("programme.time-skipped", skipped.Error!.Code);
        Assert.Equal(TimeSpan.FromHours(1), across.Value.Duration);
        Assert.Equal(["Night: Hall A 28 00:30-02:30"], timetable);
        Assert.Equal((new DateTime(2027, 3, 29, 0, 30, 0), new DateTime(2027, 3, 29, 1, 30, 0)), (zone.ToLocal(nextDay.Start), zone.ToLocal(nextDay.End)));
    }

    [Fact]
    public async Task Several_sessions_pass_through_each_others_places_together()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var (one, two) = (await desk.AddAsync("One", desk.HallA, "09:00", "10:00"), await desk.AddAsync("Two", desk.HallA, "10:00", "11:00"));

        var later = await desk.SendAsync(
            await desk.MoveAsync(one, ScheduleDesk.At(desk.HallA, "10:00", "11:00")), await desk.MoveAsync(two, ScheduleDesk.At(desk.HallA, "11:00", "12:00")));
        var swapped = await desk.SendAsync(
            await desk.MoveAsync(one, ScheduleDesk.At(desk.HallA, "11:00", "12:00")), await desk.MoveAsync(two, ScheduleDesk.At(desk.HallA, "10:00", "11:00")));

        Assert.True(later.IsSuccess);
        Assert.True(swapped.IsSuccess);
        Assert.Equal(["Two: Hall A 07 10:00-11:00", "One: Hall A 07 11:00-12:00"], await desk.TimetableAsync());
    }

    [Fact]
    public async Task Of_several_sessions_all_move_or_none_and_everything_that_stands_in_the_way_is_named()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var (one, two, three) = (await desk.AddAsync("One", desk.HallA, "09:00", "10:00"), await desk.AddAsync("Two", desk.HallA, "10:00", "11:00"), await desk.AddAsync("Three", desk.HallB, "10:00", "11:00"));
        await desk.AddAsync("Lunch", desk.HallB, "11:00", "12:00");
        var before = await desk.TimetableAsync();

        var taken = await desk.SendAsync(
            await desk.MoveAsync(one, ScheduleDesk.At(desk.HallA, "08:00", "09:00")), await desk.MoveAsync(three, ScheduleDesk.At(desk.HallB, "11:30", "12:30")));
        var eachOther = await desk.SendAsync(
            await desk.MoveAsync(two, ScheduleDesk.At(desk.HallB, "14:00", "15:00")), await desk.MoveAsync(three, ScheduleDesk.At(desk.HallB, "14:30", "15:30")));
        var stale = await desk.SendAsync(
            await desk.MoveAsync(one, ScheduleDesk.At(desk.HallA, "08:00", "09:00")), new SessionMove(two, 1, null), new SessionMove(three, 1, null));

        Assert.Equal([("schedule.room-overlap", "Three, Hall B, Lunch")], Told(taken));
        Assert.Equal([("schedule.room-overlap", "Two, Hall B, Three")], Told(eachOther));
        Assert.Equal([("schedule.stale", "Two"), ("schedule.stale", "Three")], Told(stale));
        Assert.Equal(before, await desk.TimetableAsync());
    }

    [Fact]
    public async Task A_day_is_copied_as_drafts_with_its_people_all_or_nothing()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var zoya = await desk.Desk.SpeakerAsync(desk.Organiser, desk.EventId, "Zoya");
        var opening = await desk.AddAsync("Opening", desk.HallA, "09:00", "10:00", [zoya]);
        await ChangeAsync(desk, opening, session => session.Confirm(database.Clock.GetUtcNow()));
        await desk.SendAsync(await desk.AddAsync("Lunch"), ScheduleDesk.At(null, "12:00", "13:00"));
        await desk.AddAsync("In the way", desk.HallB, "12:30", "13:30", day: ScheduleDesk.Monday.AddDays(1));

        var refused = await desk.Schedule.CopyDayAsync(desk.Organiser, desk.EventId, ScheduleDesk.Monday, ScheduleDesk.Monday.AddDays(1), CancellationToken.None);
        var before = await desk.TimetableAsync();
        Assert.True((await desk.SendAsync((await desk.DraftAsync()).Sessions.Single(session => session.Title["en"] == "In the way").Id, null)).IsSuccess);
        var copied = await desk.Schedule.CopyDayAsync(desk.Organiser, desk.EventId, ScheduleDesk.Monday, ScheduleDesk.Monday.AddDays(1), CancellationToken.None);
        var empty = await desk.Schedule.CopyDayAsync(desk.Organiser, desk.EventId, ScheduleDesk.Monday.AddDays(5), ScheduleDesk.Monday, CancellationToken.None);
        var itself = await desk.Schedule.CopyDayAsync(desk.Organiser, desk.EventId, ScheduleDesk.Monday, ScheduleDesk.Monday, CancellationToken.None);

        Assert.Equal([("schedule.room-overlap", "Lunch, Hall B, In the way")], Told(refused));
        Assert.Equal(3, before.Count);
        Assert.Equal(2, OrganiserDesk.Value(copied));
        Assert.Equal(
            ["Opening: Hall A 07 09:00-10:00", "Lunch: all 07 12:00-13:00", "Opening: Hall A 08 09:00-10:00", "Lunch: all 08 12:00-13:00", "In the way: none"],
            await desk.TimetableAsync());
        var copy = (await desk.DraftAsync()).Sessions[2];
        Assert.Equal(SessionState.Draft, copy.State);
        Assert.Equal("schedule.nothing-to-copy", empty.Error?.Code);
        Assert.Equal("schedule.nothing-to-copy", itself.Error?.Code);
    }

    [Fact]
    public async Task Others_may_not_move_and_only_staff_sees_the_timetable_and_who_has_it_open()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var move = await desk.MoveAsync(await desk.AddAsync("Opening"), ScheduleDesk.At(desk.HallA, "09:00", "10:00"));

        foreach (var (actor, code) in await desk.Desk.OthersAsync(desk.EventId))
        {
            var read = code == "forbidden" ? null : code;
            Assert.Equal(code, (await desk.Schedule.MoveAsync(actor, desk.EventId, [move], CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await desk.Schedule.CopyDayAsync(actor, desk.EventId, ScheduleDesk.Monday, ScheduleDesk.Monday.AddDays(1), CancellationToken.None)).Error?.Code);
            Assert.Equal(read, (await desk.Schedule.AnnounceAsync(actor, desk.EventId, BoardState.Here, CancellationToken.None)).Error?.Code);
            Assert.Equal(read, (await desk.Queries.GetAsync(actor, desk.EventId, CancellationToken.None)).Error?.Code);
            Assert.Equal(read, (await desk.Queries.GetVisitorsAsync(actor, desk.EventId, [desk.Organiser.UserId!.Value], CancellationToken.None)).Error?.Code);
        }

        Assert.Equal(["Opening: none"], await desk.TimetableAsync());
    }

    [Fact]
    public async Task Reading_and_moving_take_as_many_commands_for_three_sessions_as_for_one()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var zoya = await desk.Desk.SpeakerAsync(desk.Organiser, desk.EventId, "Zoya", await database.SideAsync("RU"));
        var one = await desk.AddAsync("One", desk.HallA, "09:00", "10:00", [zoya]);
        var move = await desk.MoveAsync(one, ScheduleDesk.At(desk.HallA, "09:15", "10:15"));
        var reading = await CommandCount.OfAsync(() => desk.DraftAsync());
        var moving = await CommandCount.OfAsync(() => desk.SendAsync(move));
        var (two, three) = (await desk.AddAsync("Two", desk.HallA, "11:00", "12:00", [zoya]), await desk.AddAsync("Three", desk.HallA, "12:00", "13:00", [zoya]));
        SessionMove[] moves =
        [
            await desk.MoveAsync(one, ScheduleDesk.At(desk.HallB, "09:00", "10:00")),
            await desk.MoveAsync(two, ScheduleDesk.At(desk.HallB, "11:00", "12:00")), await desk.MoveAsync(three, ScheduleDesk.At(desk.HallB, "12:00", "13:00")),
        ];

        var readingThree = await CommandCount.OfAsync(() => desk.DraftAsync());
        var movingThree = await CommandCount.OfAsync(() => desk.SendAsync(moves));

        // Several at once postpone the constraint and call it in again.
        Assert.Equal((reading, moving + 2), (readingThree, movingThree));
    }

    internal static IReadOnlyList<(string Code, string Names)> Told(Result result) =>
        [.. result.Errors.Select(error => (error.Code, string.Join(", ", error.Arguments.Select(argument => argument.ToString()).Where(name => !string.IsNullOrEmpty(name)))))];

    private async Task ChangeAsync(ScheduleDesk desk, Guid sessionId, Action<Session> change)
    {
        await using var context = await database.OpenAsync(desk.Organiser);
        var session = await context.Sessions.FindAsync(sessionId);
        change(session!);
        await context.SaveChangesAsync();
    }

    private async Task InterpretAsync(ScheduleDesk desk, string name, params Guid[] sessions)
    {
        await using (var context = await database.OpenAsync(desk.Organiser))
        {
            var team = InterpreterTeam.Create(desk.EventId, name, ["en", "ru"]).Value;
            context.InterpreterTeams.Add(team);
            foreach (var sessionId in sessions)
            {
                (await context.Sessions.FindAsync(sessionId))!.SetInterpreters([team.Id], database.Clock.GetUtcNow());
            }

            await context.SaveChangesAsync();
        }
    }
}
