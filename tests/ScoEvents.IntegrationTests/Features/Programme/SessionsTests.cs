using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class SessionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_session_keeps_its_place_its_local_time_and_its_people_in_order()
    {
        var (organiser, id, room) = await EventAsync();
        var (chair, first, second) = (await _desk.SpeakerAsync(organiser, id, "Chair"), await _desk.SpeakerAsync(organiser, id, "Zoya", await database.SideAsync("RU")), await _desk.SpeakerAsync(organiser, id, "Anil"));
        var form = OrganiserDesk.Session("Threats", room, "09:30", "11:00");
        (form.ChairId, form.Speakers, form.Abstract) = (chair, [first, second], new LocalizedTextInput { Ru = "Первая строка\nвторая" });

        var session = await _desk.SessionAsync(organiser, id, form);

        await using var context = await database.OpenAsync(organiser);
        var slot = await context.Slots.SingleAsync(row => row.SessionId == session);
        Assert.Equal((room, Utc("2026-12-07T04:00"), Utc("2026-12-07T05:30")), (slot.RoomId, slot.StartsAt, slot.EndsAt));
        var read = await FormAsync(organiser, id, session);
        Assert.Equal((form.Day, form.StartsAt, form.EndsAt, false), (read.Day, read.StartsAt, read.EndsAt, read.EndsNextDay));
        Assert.Equal((chair, "Первая строка\nвторая"), (read.ChairId!.Value, read.Abstract.Ru));
        Assert.Equal([first, second], read.Speakers.Select(part => part.SpeakerId));
        var drafted = Assert.Single((await _desk.DraftAsync(organiser, id)).Sessions);
        Assert.Equal("Chair", drafted.Chair!["en"]);
        Assert.Equal(["Zoya", "Anil"], drafted.Speakers.Select(name => name["en"]));
    }

    [Fact]
    public async Task Speakers_change_their_order_and_the_chair_may_speak_too()
    {
        var (organiser, id, room) = await EventAsync();
        var (one, two) = (await _desk.SpeakerAsync(organiser, id, "One"), await _desk.SpeakerAsync(organiser, id, "Two"));
        var form = OrganiserDesk.Session("Talks", room, "09:00", "10:00");
        form.Speakers = [one, two];
        var session = await _desk.SessionAsync(organiser, id, form);
        form = await FormAsync(organiser, id, session);
        (form.ChairId, form.Speakers) = (one, [two, one]);

        Assert.True((await EditAsync(organiser, id, session, form)).IsSuccess);

        var read = await FormAsync(organiser, id, session);
        Assert.Equal(one, read.ChairId);
        Assert.Equal([two, one], read.Speakers.Select(part => part.SpeakerId));
    }

    public static TheoryData<string, string, Action<SessionForm>> Wrong() => new()
    {
        { "Title.En", "programme.title-missing", form => form.Title = new LocalizedTextInput() },
        { "Title.Ru", "programme.title-too-long", form => form.Title.Ru = new string('я', 301) },
        { "Title.En", "characters", form => form.Title.En = "Opening\u0000" },
        { "Abstract.En", "programme.abstract-too-long", form => form.Abstract.En = new string('a', 4001) },
        { "Type", "required", form => form.Type = null },
        { "Type", "choice", form => form.Type = (SessionType)77 },
        { "Access", "choice", form => form.Access = (SessionAccess)77 },
        { "Day", "required", form => form.Day = null },
        { "RoomId", "required", form => form.RoomId = null },
        { "StartsAt", "required", form => form.StartsAt = null },
        { "EndsAt", "required", form => form.EndsAt = null },
        { "EndsAt", "programme.end-not-after-start", form => form.EndsAt = form.StartsAt },
        { "EndsAt", "programme.end-not-after-start", form => form.EndsAt = form.StartsAt!.Value.AddMinutes(-1) },
        { "EndsAt", "programme.duration-out-of-range", form => form.EndsAt = form.StartsAt!.Value.AddMinutes(4) },
        { "EndsAt", "programme.duration-out-of-range", form => form.EndsAt = form.StartsAt!.Value.AddMinutes(721) },
        { "Day", "programme.outside-event", form => form.Day = form.Day!.Value.AddDays(-1) },
        { "Day", "programme.outside-event", form => form.Day = form.Day!.Value.AddDays(2) },
        { "RoomId", "programme.room-unknown", form => form.RoomId = Guid.NewGuid() },
        { "Speakers", "programme.speaker-unknown", form => form.ChairId = Guid.NewGuid() },
        { "Speakers", "programme.speaker-unknown", form => form.Speakers = [Guid.NewGuid()] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field_when_adding_and_when_editing(string field, string code, Action<SessionForm> spoil)
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Kept", room, "09:00", "10:00"));
        var (added, stored) = (OrganiserDesk.Session("Added", room, "10:00", "11:00"), await FormAsync(organiser, id, session));
        spoil(added);
        spoil(stored);

        var adding = await _desk.Programme.AddSessionAsync(organiser, id, added, CancellationToken.None);
        var editing = await EditAsync(organiser, id, session, stored);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(adding));
        Assert.Equal([(field, code)], OrganiserDesk.Refusals(editing));
        Assert.Equal(["Kept"], (await _desk.DraftAsync(organiser, id)).Sessions.Select(row => row.Title["en"]));
    }

    [Fact]
    public async Task The_same_speaker_twice_and_a_speaker_of_another_event_are_refused()
    {
        var (organiser, id, room) = await EventAsync();
        var (own, foreign) = (await _desk.SpeakerAsync(organiser, id, "Own"), await _desk.SpeakerAsync(organiser, await _desk.EventAsync(organiser), "Foreign"));
        var (twice, other) = (OrganiserDesk.Session("Twice", room, "09:00", "10:00"), OrganiserDesk.Session("Foreign", room, "09:00", "10:00"));
        (twice.Speakers, other.Speakers) = ([own, own], [foreign]);

        Assert.Equal([("Speakers", "programme.speaker-twice")], OrganiserDesk.Refusals(await _desk.Programme.AddSessionAsync(organiser, id, twice, CancellationToken.None)));
        Assert.Equal([("Speakers", "programme.speaker-unknown")], OrganiserDesk.Refusals(await _desk.Programme.AddSessionAsync(organiser, id, other, CancellationToken.None)));
    }

    [Fact]
    public async Task A_room_that_the_event_does_not_use_is_refused()
    {
        var (organiser, id, _) = await EventAsync();
        var elsewhere = await _desk.RoomAsync(organiser, await _desk.EventAsync(organiser), "Elsewhere");

        var added = await _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("Opening", elsewhere, "09:00", "10:00"), CancellationToken.None);

        Assert.Equal([("RoomId", "programme.room-unknown")], OrganiserDesk.Refusals(added));
    }

    [Fact]
    public async Task A_session_may_end_at_midnight_and_on_the_next_day_but_not_after_the_event()
    {
        var (organiser, id, room) = await EventAsync();
        var last = new DateOnly(2026, 12, 8);
        var night = OrganiserDesk.Session("Reception", room, "22:00", "01:30");
        night.EndsNextDay = true;
        var late = OrganiserDesk.Session("Too late", room, "22:00", "00:30", last);
        late.EndsNextDay = true;

        var reception = await _desk.SessionAsync(organiser, id, night);
        var closing = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Closing", room, "23:00", "00:00", last));
        var refused = await _desk.Programme.AddSessionAsync(organiser, id, late, CancellationToken.None);

        Assert.Equal((new TimeOnly(1, 30), true), await EndAsync(organiser, id, reception));
        Assert.Equal((TimeOnly.MinValue, false), await EndAsync(organiser, id, closing));
        Assert.Equal([("Day", "programme.outside-event")], OrganiserDesk.Refusals(refused));
        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(Utc("2026-12-08T18:30"), (await context.Slots.SingleAsync(slot => slot.SessionId == closing)).EndsAt);
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_refused_beside_its_field_and_the_hours_around_it_are_short()
    {
        var organiser = await database.OrganiserAsync();
        var day = new DateOnly(2027, 3, 28);
        var form = OrganiserDesk.Seminar();
        (form.TimeZone, form.StartsOn, form.EndsOn) = ("Europe/London", day, day);
        var id = await _desk.EventAsync(organiser, form);
        var room = await _desk.RoomAsync(organiser, id);

        var start = await _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("Start", room, "01:30", "03:00", day), CancellationToken.None);
        var end = await _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("End", room, "00:30", "01:30", day), CancellationToken.None);
        var around = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Around", room, "00:30", "02:30", day));

        Assert.Equal([("StartsAt", "programme.time-skipped")], OrganiserDesk.Refusals(start));
        Assert.Equal([("EndsAt", "programme.time-skipped")], OrganiserDesk.Refusals(end));
        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(TimeSpan.FromHours(1), (await context.Slots.SingleAsync(slot => slot.SessionId == around)).During.Duration);
    }

    [Theory]
    [InlineData("Europe/London", "2026-10-24", "2026-10-24T22:30", "2026-10-25T01:30")]
    [InlineData("Asia/Tashkent", "2026-10-24", "2026-10-24T18:30", "2026-10-24T20:30")]
    public async Task A_session_across_midnight_and_a_clock_change_lies_where_the_clock_on_the_wall_says(string zone, string first, string startsAt, string endsAt)
    {
        var organiser = await database.OrganiserAsync();
        var day = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        var form = OrganiserDesk.Seminar();
        (form.TimeZone, form.StartsOn, form.EndsOn) = (zone, day, day.AddDays(1));
        var id = await _desk.EventAsync(organiser, form);
        var night = OrganiserDesk.Session("Night", await _desk.RoomAsync(organiser, id), "23:30", "01:30", day);
        night.EndsNextDay = true;

        var session = await _desk.SessionAsync(organiser, id, night);

        await using var context = await database.OpenAsync(organiser);
        var slot = await context.Slots.SingleAsync(row => row.SessionId == session);
        // The second half past one of the London night is not meant: of a repeated hour the first counts.
        Assert.Equal((Utc(startsAt), zone == "Europe/London" ? Utc(endsAt).AddHours(-1) : Utc(endsAt)), (slot.StartsAt, slot.EndsAt));
        Assert.Equal((new TimeOnly(1, 30), true), await EndAsync(organiser, id, session));
    }

    [Fact]
    public async Task An_overlap_is_told_before_saving_with_the_other_title_and_touching_sessions_are_none()
    {
        var (organiser, id, room) = await EventAsync();
        var first = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        var overlapping = await _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("Late", room, "09:59", "11:00"), CancellationToken.None);
        var touching = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Next", room, "10:00", "11:00"));
        var moved = await FormAsync(organiser, id, touching);
        moved.StartsAt = new TimeOnly(9, 30);
        var itself = await FormAsync(organiser, id, first);
        itself.EndsAt = new TimeOnly(9, 45);

        Assert.Equal([("RoomId", "programme.room-overlap")], OrganiserDesk.Refusals(overlapping));
        Assert.Equal(["Hall A", "Opening"], overlapping.Error!.Arguments.Select(argument => argument.ToString()));
        Assert.Equal([("RoomId", "programme.room-overlap")], OrganiserDesk.Refusals(await EditAsync(organiser, id, touching, moved)));
        Assert.True((await EditAsync(organiser, id, first, itself)).IsSuccess);
    }

    [Fact]
    public async Task A_session_of_another_event_is_named_only_to_those_who_may_read_it()
    {
        var organiser = await database.OrganiserAsync();
        var (mine, secret) = (await _desk.EventAsync(organiser), await _desk.EventAsync(organiser));
        var room = await _desk.RoomAsync(organiser, secret, "Shared");
        Assert.True((await _desk.Venues.UseRoomAsync(organiser, mine, new UseRoomForm { RoomId = room }, CancellationToken.None)).IsSuccess);
        await _desk.SessionAsync(organiser, secret, OrganiserDesk.Session("Secret talks", room, "09:00", "10:00"));
        var narrow = await database.PersonAsync(Role.Organiser, GrantScope.Event(mine));
        var form = OrganiserDesk.Session("Opening", room, "09:30", "10:30");

        var told = await _desk.Programme.AddSessionAsync(organiser, mine, form, CancellationToken.None);
        var hidden = await _desk.Programme.AddSessionAsync(narrow, mine, form, CancellationToken.None);

        Assert.Equal(("programme.room-overlap", "Secret talks"), (told.Error!.Code, told.Error.Arguments[1].ToString()));
        Assert.Equal(("programme.room-taken", ""), (hidden.Error!.Code, hidden.Error.Arguments[1].ToString()));
    }

    [Fact]
    public async Task Of_two_organisers_who_save_at_the_same_moment_one_wins_and_the_other_is_told_the_title_of_the_winner()
    {
        var (one, id, room) = await EventAsync();
        var two = await database.OrganiserAsync();
        for (var round = 0; round < 40; round++)
        {
            var day = new DateOnly(2026, 12, 7 + round / 20);
            var (from, to) = ($"{round % 20:00}:00", $"{round % 20:00}:50");
            string[] titles = [$"First of {round}", $"Second of {round}"];
            using var start = new Barrier(2);

            var results = await Task.WhenAll(new[] { one, two }.Select((actor, index) => Task.Run(() =>
            {
                start.SignalAndWait();
                return _desk.Programme.AddSessionAsync(actor, id, OrganiserDesk.Session(titles[index], room, from, to, day), CancellationToken.None);
            })));

            var loser = Assert.Single(results, result => !result.IsSuccess);
            Assert.Equal([("RoomId", "programme.room-overlap")], OrganiserDesk.Refusals(loser));
            Assert.Equal(titles[Array.IndexOf(results, loser) == 0 ? 1 : 0], loser.Error!.Arguments[1].ToString());
        }

        Assert.Equal(40, (await _desk.DraftAsync(one, id)).Sessions.Count);
    }

    [Fact]
    public async Task A_writer_that_takes_no_lock_is_still_stopped_by_the_constraint_and_the_loser_is_told_the_title()
    {
        var (organiser, id, room) = await EventAsync();
        var winner = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Import"));
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(
            $"""
            INSERT INTO slots (session_id, event_id, room_id, starts_at, ends_at) VALUES ('{winner}', '{id}', '{room}', '2026-12-07T04:00Z', '2026-12-07T05:00Z');
            INSERT INTO slot_rooms (session_id, room_id, starts_at, ends_at) VALUES ('{winner}', '{room}', '2026-12-07T04:00Z', '2026-12-07T05:00Z')
            """, connection, transaction))
        {
            await insert.ExecuteNonQueryAsync();
        }

        var adding = Task.Run(() => _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("Late", room, "09:30", "10:30"), CancellationToken.None));
        while ((long)(await database.ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))! == 0)
        {
            await Task.Yield();
        }

        await transaction.CommitAsync();

        var refused = await adding;
        Assert.Equal([("RoomId", "programme.room-overlap")], OrganiserDesk.Refusals(refused));
        Assert.Equal(["Hall A", "Import"], refused.Error!.Arguments.Select(argument => argument.ToString()));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_even_where_only_the_slot_or_the_speakers_differ()
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        var speaker = await _desk.SpeakerAsync(organiser, id, "Speaker");
        var (mine, theirs) = (await FormAsync(organiser, id, session), await FormAsync(organiser, id, session));
        theirs.EndsAt = new TimeOnly(9, 30);
        mine.Speakers = [speaker];
        Assert.True((await EditAsync(organiser, id, session, theirs)).IsSuccess);

        var edited = await EditAsync(organiser, id, session, mine);
        var unscheduled = await _desk.Programme.UnscheduleSessionAsync(organiser, id, session, mine.Version, CancellationToken.None);
        var deleted = await _desk.Programme.DeleteSessionAsync(organiser, id, session, mine.Version, CancellationToken.None);

        Assert.Equal(["stale", "stale", "stale"], new[] { edited, unscheduled, deleted }.Select(result => result.Error?.Code));
        var stored = await FormAsync(organiser, id, session);
        Assert.Equal((new TimeOnly(9, 30), 0), (stored.EndsAt!.Value, stored.Speakers.Count));
    }

    [Fact]
    public async Task A_session_is_unscheduled_and_deleted()
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));

        Assert.True((await _desk.Programme.UnscheduleSessionAsync(organiser, id, session, (await FormAsync(organiser, id, session)).Version, CancellationToken.None)).IsSuccess);
        var tray = Assert.Single((await _desk.DraftAsync(organiser, id)).Sessions);
        Assert.True((await _desk.Programme.DeleteSessionAsync(organiser, id, session, tray.Version, CancellationToken.None)).IsSuccess);

        Assert.Null(tray.Slot);
        Assert.Empty((await _desk.DraftAsync(organiser, id)).Sessions);
        Assert.Equal("not-found", (await _desk.Programme.DeleteSessionAsync(organiser, id, session, tray.Version, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task An_emptied_place_takes_the_session_out_of_the_timetable()
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        var form = await FormAsync(organiser, id, session);
        (form.Day, form.RoomId, form.StartsAt, form.EndsAt) = (null, null, null, null);

        Assert.True((await EditAsync(organiser, id, session, form)).IsSuccess);

        Assert.Null(Assert.Single((await _desk.DraftAsync(organiser, id)).Sessions).Slot);
    }

    [Fact]
    public async Task A_session_of_another_event_is_not_found()
    {
        var (organiser, id, _) = await EventAsync();
        var foreign = await _desk.SessionAsync(organiser, await _desk.EventAsync(organiser), OrganiserDesk.Session("Foreign"));

        Assert.Equal("not-found", (await EditAsync(organiser, id, foreign, OrganiserDesk.Session("Mine"))).Error?.Code);
        Assert.Equal("not-found", (await _desk.Programme.UnscheduleSessionAsync(organiser, id, foreign, 1, CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Programme.DeleteSessionAsync(organiser, id, foreign, 1, CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Sessions.GetAsync(organiser, id, foreign, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task Others_may_not_change_the_programme_and_only_staff_reads_the_draft()
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        var form = await FormAsync(organiser, id, session);

        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Programme.AddSessionAsync(actor, id, form, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await EditAsync(actor, id, session, form)).Error?.Code);
            Assert.Equal(code, (await _desk.Programme.UnscheduleSessionAsync(actor, id, session, form.Version, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.Programme.DeleteSessionAsync(actor, id, session, form.Version, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.Speakers.AddAsync(actor, id, new SpeakerForm { Name = new LocalizedTextInput { En = "Name" } }, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.Sessions.GetAsync(actor, id, session, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.ProgrammeQueries.PreviewReleaseAsync(actor, id, CancellationToken.None)).Error?.Code);
            Assert.Equal(code == "forbidden" ? null : code, (await _desk.ProgrammeQueries.GetDraftAsync(actor, id, CancellationToken.None)).Error?.Code);
        }
    }

    [Fact]
    public async Task A_speaker_is_refused_beside_the_field_that_is_wrong()
    {
        var (organiser, id, _) = await EventAsync();
        var unknown = new SpeakerForm { Name = new LocalizedTextInput { En = "Name" }, SideId = Guid.NewGuid() };
        var nameless = new SpeakerForm { Function = new LocalizedTextInput { Ru = new string('я', 201) } };
        var hidden = new SpeakerForm { Name = new LocalizedTextInput { En = "Name\u202E" } };

        Assert.Equal([("SideId", "choice")], OrganiserDesk.Refusals(await _desk.Speakers.AddAsync(organiser, id, unknown, CancellationToken.None)));
        Assert.Equal([("Name.En", "speaker.name-missing"), ("Function.Ru", "speaker.function-too-long")], OrganiserDesk.Refusals(await _desk.Speakers.AddAsync(organiser, id, nameless, CancellationToken.None)));
        Assert.Equal([("Name.En", "characters")], OrganiserDesk.Refusals(await _desk.Speakers.AddAsync(organiser, id, hidden, CancellationToken.None)));
    }

    [Fact]
    public async Task Conflicts_name_both_sessions_and_the_person_between_them()
    {
        var (organiser, id, room) = await EventAsync();
        var other = await _desk.RoomAsync(organiser, id, "Hall B");
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        foreach (var (title, place) in new[] { ("Here", room), ("There", other) })
        {
            var form = OrganiserDesk.Session(title, place, "09:00", "10:00");
            form.Type = SessionType.Break;
            form.Speakers = [speaker];
            await _desk.SessionAsync(organiser, id, form);
        }

        var conflict = Assert.Single((await _desk.DraftAsync(organiser, id)).Conflicts);

        Assert.Equal(ConflictKind.PersonInTwoPlaces, conflict.Kind);
        Assert.Equal(["Here", "There"], new[] { conflict.Title["en"], conflict.OtherTitle!["en"] }.Order(StringComparer.Ordinal));
        Assert.Equal("Zoya", conflict.Subject!["en"]);
    }

    [Fact]
    public async Task The_draft_takes_as_many_commands_for_three_sessions_as_for_one()
    {
        var (organiser, id, room) = await EventAsync();
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya", await database.SideAsync("RU"));
        async Task AddAsync(string title, string from, string to)
        {
            var form = OrganiserDesk.Session(title, room, from, to);
            form.Speakers = [speaker];
            await _desk.SessionAsync(organiser, id, form);
        }

        await AddAsync("One", "09:00", "10:00");
        var one = await CommandCount.OfAsync(() => _desk.DraftAsync(organiser, id));
        await AddAsync("Two", "10:00", "11:00");
        await AddAsync("Three", "11:00", "12:00");

        var three = await CommandCount.OfAsync(() => _desk.DraftAsync(organiser, id));

        Assert.Equal((17, 17), (one, three));
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Actor Organiser, Guid Id, Guid Room)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.RoomAsync(organiser, id));
    }

    private async Task<SessionForm> FormAsync(Actor actor, Guid id, Guid session) =>
        OrganiserDesk.Value(await _desk.Sessions.GetAsync(actor, id, session, CancellationToken.None)).Form;

    private Task<ScoEvents.Domain.Shared.Result> EditAsync(Actor actor, Guid id, Guid session, SessionForm form) =>
        _desk.Programme.EditSessionAsync(actor, id, session, form, CancellationToken.None);

    private async Task<(TimeOnly End, bool NextDay)> EndAsync(Actor actor, Guid id, Guid session)
    {
        var form = await FormAsync(actor, id, session);
        return (form.EndsAt!.Value, form.EndsNextDay);
    }
}
