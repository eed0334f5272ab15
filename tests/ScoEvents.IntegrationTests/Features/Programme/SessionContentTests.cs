using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>What a session says beyond title, place and people.</summary>
public sealed class SessionContentTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task Everything_that_was_said_of_a_session_is_kept()
    {
        var (organiser, id, room) = await EventAsync();
        var (first, second) = (await _desk.SpeakerAsync(organiser, id, "First"), await _desk.SpeakerAsync(organiser, id, "Second"));
        var track = OrganiserDesk.Value(await _desk.Tracks.AddAsync(organiser, id, new TrackForm { Name = new LocalizedTextInput { En = "Incidents" } }, default));
        var team = await TeamAsync(organiser, id);
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        (form.Classification, form.TrackId, form.ExpectedAttendance, form.Layout, form.Notes) = (Classification.Green, track, 60, RoomLayout.UShape, "Between us\nonly");
        form.Speakers = [new FloorPartForm { SpeakerId = second, Minutes = 40 }, new FloorPartForm { SpeakerId = first, Minutes = 20 }];
        form.AgendaItems =
        [
            new AgendaItemForm { Title = new LocalizedTextInput { En = "One", Ur = "ایک" }, SpeakerId = second, Minutes = 30 },
            new AgendaItemForm { Title = new LocalizedTextInput { Zh = "二" }, Minutes = 30 },
        ];
        (form.InterpretedInto, form.InterpreterTeams) = (["ru", "tg"], [team]);

        var session = await _desk.SessionAsync(organiser, id, form);

        var read = await FormAsync(organiser, id, session);
        Assert.Equal((Classification.Green, track, 60, RoomLayout.UShape, "Between us\nonly"), (read.Classification, read.TrackId, read.ExpectedAttendance, read.Layout, read.Notes));
        Assert.Equal([(second, 40), (first, 20)], read.Speakers.Select(part => (part.SpeakerId, part.Minutes)));
        Assert.Equal([("One", "ایک", null, second, 30), (null, null, "二", null, 30)], read.AgendaItems.Select(item => (item.Title.En, item.Title.Ur, item.Title.Zh, item.SpeakerId, item.Minutes)));
        Assert.Equal(["ru", "tg"], read.InterpretedInto);
        Assert.Equal([team], read.InterpreterTeams);
    }

    [Theory]
    [InlineData(SessionAccess.Open, Classification.Clear)]
    [InlineData(SessionAccess.DelegationsOnly, Classification.Amber)]
    [InlineData(SessionAccess.NamedPersons, Classification.Amber)]
    public async Task Without_a_word_of_it_the_marking_follows_who_may_attend(SessionAccess access, Classification expected)
    {
        var (organiser, id, _) = await EventAsync();
        var form = OrganiserDesk.Session("Session");
        form.Access = access;

        var session = await _desk.SessionAsync(organiser, id, form);

        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(expected, (await context.Sessions.SingleAsync(row => row.Id == session)).Classification);
        Assert.Null((await FormAsync(organiser, id, session)).Classification);
    }

    public static TheoryData<string, string, Action<SessionForm>> Wrong() => new()
    {
        { "Speakers", "programme.floor-too-long", form => form.Speakers[0].Minutes = 61 },
        { "Speakers", "programme.minutes-out-of-range", form => form.Speakers[0].Minutes = 0 },
        { "Speakers", "programme.minutes-out-of-range", form => form.Speakers[0].Minutes = 481 },
        { "AgendaItems", "programme.items-too-long", form => form.AgendaItems = [Item(31), Item(30)] },
        { "AgendaItems[1].Minutes", "programme.item-minutes-out-of-range", form => form.AgendaItems = [Item(1), Item(481)] },
        { "AgendaItems[0].Title.En", "programme.item-title-missing", form => form.AgendaItems = [new AgendaItemForm()] },
        { "AgendaItems[0].SpeakerId", "choice", form => form.AgendaItems = [new AgendaItemForm { Title = new LocalizedTextInput { En = "Item" }, SpeakerId = Guid.NewGuid() }] },
        { "ExpectedAttendance", "programme.expected-out-of-range", form => form.ExpectedAttendance = 0 },
        { "ExpectedAttendance", "programme.expected-out-of-range", form => form.ExpectedAttendance = 20_001 },
        { "Notes", "programme.notes-too-long", form => form.Notes = new string('n', 4_001) },
        { "Notes", "characters", form => form.Notes = "hidden\u202E" },
        { "InterpretedInto", "programme.language-unknown", form => form.InterpretedInto = ["tlh"] },
        { "InterpreterTeams", "choice", form => form.InterpreterTeams = [Guid.NewGuid()] },
        { "TrackId", "choice", form => form.TrackId = Guid.NewGuid() },
        { "Classification", "choice", form => form.Classification = (Classification)77 },
        { "Layout", "choice", form => form.Layout = (RoomLayout)77 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field_and_nothing_is_kept(string field, string code, Action<SessionForm> spoil)
    {
        var (organiser, id, room) = await EventAsync();
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        form.Speakers = [await _desk.SpeakerAsync(organiser, id, "Speaker")];
        var session = await _desk.SessionAsync(organiser, id, form);
        var stored = await FormAsync(organiser, id, session);
        spoil(form);
        spoil(stored);
        (form.StartsAt, form.EndsAt) = (new TimeOnly(11, 0), new TimeOnly(12, 0));

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Programme.AddSessionAsync(organiser, id, form, default)));
        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Programme.EditSessionAsync(organiser, id, session, stored, default)));
        Assert.Single((await _desk.DraftAsync(organiser, id)).Sessions);
    }

    [Fact]
    public async Task Less_time_and_fewer_minutes_can_be_given_in_one_edit()
    {
        var (organiser, id, room) = await EventAsync();
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        form.Speakers = [new FloorPartForm { SpeakerId = await _desk.SpeakerAsync(organiser, id, "Speaker"), Minutes = 60 }];
        var session = await _desk.SessionAsync(organiser, id, form);
        var stored = await FormAsync(organiser, id, session);
        stored.EndsAt = new TimeOnly(9, 30);

        Assert.Equal([("Speakers", "programme.floor-too-long")], OrganiserDesk.Refusals(await _desk.Programme.EditSessionAsync(organiser, id, session, stored, default)));
        stored.Speakers[0].Minutes = 30;
        Assert.True((await _desk.Programme.EditSessionAsync(organiser, id, session, stored, default)).IsSuccess);
    }

    [Fact]
    public async Task A_track_a_team_and_a_speaker_of_another_event_are_refused()
    {
        var (organiser, id, _) = await EventAsync();
        var (_, elsewhere, _) = await EventAsync();
        var track = OrganiserDesk.Value(await _desk.Tracks.AddAsync(organiser, elsewhere, new TrackForm { Name = new LocalizedTextInput { En = "Foreign" } }, default));
        var (team, speaker) = (await TeamAsync(organiser, elsewhere), await _desk.SpeakerAsync(organiser, elsewhere, "Foreign"));
        SessionForm Form(Action<SessionForm> change)
        {
            var form = OrganiserDesk.Session("Session");
            change(form);
            return form;
        }

        foreach (var (form, field) in new[]
        {
            (Form(form => form.TrackId = track), "TrackId"), (Form(form => form.InterpreterTeams = [team]), "InterpreterTeams"),
            (Form(form => form.AgendaItems = [new AgendaItemForm { Title = new LocalizedTextInput { En = "Item" }, SpeakerId = speaker }]), "AgendaItems[0].SpeakerId"),
        })
        {
            Assert.Equal([(field, "choice")], OrganiserDesk.Refusals(await _desk.Programme.AddSessionAsync(organiser, id, form, default)));
        }
    }

    [Theory]
    [InlineData(SessionState.Withdrawn)]
    [InlineData(SessionState.Cancelled)]
    public async Task A_session_that_is_off_frees_its_slot_and_cannot_be_placed_until_it_is_a_draft_again(SessionState off)
    {
        var (organiser, id, room) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Panel", room, "09:00", "10:00"));

        Assert.True((await StateAsync(organiser, id, session, off)).IsSuccess);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Other", room, "09:00", "10:00"));
        var form = await FormAsync(organiser, id, session);
        Assert.False(form.HasSlot);
        (form.Day, form.RoomId, form.StartsAt, form.EndsAt) = (new DateOnly(2026, 12, 7), room, new TimeOnly(11, 0), new TimeOnly(12, 0));
        Assert.Equal([(null, "programme.session-off")], OrganiserDesk.Refusals(await _desk.Programme.EditSessionAsync(organiser, id, session, form, default)));

        Assert.True((await StateAsync(organiser, id, session, SessionState.Draft)).IsSuccess);
        form.Version = (await FormAsync(organiser, id, session)).Version;
        Assert.True((await _desk.Programme.EditSessionAsync(organiser, id, session, form, default)).IsSuccess);
    }

    [Fact]
    public async Task A_state_is_said_of_what_was_seen_and_only_one_that_there_is()
    {
        var (organiser, id, _) = await EventAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Panel"));
        var seen = (await FormAsync(organiser, id, session)).Version;

        Assert.True((await _desk.Programme.ChangeStateAsync(organiser, id, session, SessionState.Nominated, seen, default)).IsSuccess);

        Assert.Equal("stale", (await _desk.Programme.ChangeStateAsync(organiser, id, session, SessionState.Confirmed, seen, default)).Error?.Code);
        Assert.Equal([("State", "choice")], OrganiserDesk.Refusals(await _desk.Programme.ChangeStateAsync(organiser, id, session, (SessionState)77, seen, default)));
        Assert.Equal(SessionState.Nominated, OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, default)).State);
    }

    [Fact]
    public async Task Of_two_writers_of_the_new_parts_one_wins_and_the_other_is_told()
    {
        var (organiser, id, _) = await EventAsync();
        var other = await database.OrganiserAsync();
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Panel"));
        for (var round = 0; round < 10; round++)
        {
            var (mine, theirs) = (await FormAsync(organiser, id, session), await FormAsync(organiser, id, session));
            (mine.Notes, theirs.Notes) = ($"mine {round}", $"theirs {round}");
            (mine.InterpretedInto, theirs.InterpretedInto) = (["ru"], ["zh"]);

            var saved = await Task.WhenAll(
                Task.Run(() => _desk.Programme.EditSessionAsync(organiser, id, session, mine, default)),
                Task.Run(() => _desk.Programme.EditSessionAsync(other, id, session, theirs, default)));

            Assert.Equal(["stale"], saved.SelectMany(result => result.Errors).Select(error => error.Code));
            var stored = await FormAsync(organiser, id, session);
            Assert.Equal(saved[0].IsSuccess ? (mine.Notes, "ru") : (theirs.Notes, "zh"), (stored.Notes, stored.InterpretedInto.Single()));
        }
    }

    [Fact]
    public async Task A_break_takes_all_rooms_also_one_that_is_added_later()
    {
        var (organiser, id, room) = await EventAsync();
        var second = await _desk.RoomAsync(organiser, id, "Hall B");
        var session = OrganiserDesk.Session("Break", room, "11:00", "11:30");
        (session.Type, session.RoomId, session.AllRooms) = (SessionType.Break, null, true);

        var coffee = await _desk.SessionAsync(organiser, id, session);
        var third = await _desk.RoomAsync(organiser, id, "Hall C");

        var read = await FormAsync(organiser, id, coffee);
        Assert.Equal((true, null, new TimeOnly(11, 0)), (read.AllRooms, read.RoomId, read.StartsAt));
        foreach (var taken in new[] { room, second, third })
        {
            var refused = await _desk.Programme.AddSessionAsync(organiser, id, OrganiserDesk.Session("Talk", taken, "11:15", "12:00"), default);
            Assert.Equal("programme.room-overlap", refused.Error?.Code);
            Assert.Equal("Break", refused.Error!.Arguments[1].ToString());
        }
    }

    [Fact]
    public async Task All_rooms_are_refused_while_one_is_taken_and_where_there_is_none()
    {
        var (organiser, id, _) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Talk", await _desk.RoomAsync(organiser, id, "Hall B"), "11:00", "12:00"));
        var ceremony = OrganiserDesk.Session("Ceremony", Guid.Empty, "11:30", "12:30");
        (ceremony.RoomId, ceremony.AllRooms) = (null, true);

        var overlapping = await _desk.Programme.AddSessionAsync(organiser, id, ceremony, default);
        var roomless = await _desk.Programme.AddSessionAsync(organiser, await _desk.EventAsync(organiser), ceremony, default);

        Assert.Equal([("RoomId", "programme.room-overlap")], OrganiserDesk.Refusals(overlapping));
        Assert.Equal([("RoomId", "programme.room-unknown")], OrganiserDesk.Refusals(roomless));
    }

    [Fact]
    public async Task Of_a_break_in_all_rooms_and_a_talk_in_one_at_the_same_time_exactly_one_is_placed()
    {
        var (organiser, id, room) = await EventAsync();
        await _desk.RoomAsync(organiser, id, "Hall B");
        for (var hour = 8; hour < 18; hour++)
        {
            var talk = OrganiserDesk.Session("Talk", room, $"{hour:00}:00", $"{hour:00}:45");
            var coffee = OrganiserDesk.Session("Break", room, $"{hour:00}:30", $"{hour:00}:50");
            (coffee.RoomId, coffee.AllRooms) = (null, true);

            var placed = await Task.WhenAll(
                Task.Run(() => _desk.Programme.AddSessionAsync(organiser, id, talk, default)), Task.Run(() => _desk.Programme.AddSessionAsync(organiser, id, coffee, default)));

            Assert.Equal(["programme.room-overlap"], placed.SelectMany(result => result.Errors).Select(error => error.Code));
        }
    }

    [Fact]
    public async Task The_form_costs_as_many_commands_with_three_of_everything_as_with_one()
    {
        var (organiser, id, room) = await EventAsync();
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        form.Speakers = [await _desk.SpeakerAsync(organiser, id, "First")];
        var session = await _desk.SessionAsync(organiser, id, form);
        var one = await CommandCount.OfAsync(() => FormAsync(organiser, id, session));
        var stored = await FormAsync(organiser, id, session);
        stored.Speakers = [.. stored.Speakers, await _desk.SpeakerAsync(organiser, id, "Second"), await _desk.SpeakerAsync(organiser, id, "Third")];
        stored.AgendaItems = [Item(1), Item(2), Item(3)];
        await _desk.Programme.EditSessionAsync(organiser, id, session, stored, default);
        await _desk.RoomAsync(organiser, id, "Hall B");

        Assert.Equal(one, await CommandCount.OfAsync(() => FormAsync(organiser, id, session)));
    }

    [Fact]
    public async Task What_only_those_who_prepare_the_event_may_read_is_in_no_release()
    {
        var (organiser, id, room) = await EventAsync();
        var speaker = OrganiserDesk.Value(await _desk.Speakers.AddAsync(
            organiser, id, new SpeakerForm { Name = new LocalizedTextInput { En = "Speaker" }, Email = "canary.address@mfa.example" }, default));
        var form = OrganiserDesk.Session("Panel", room, "09:00", "10:00");
        (form.Access, form.Notes, form.Speakers) = (SessionAccess.Open, "canary-note", [speaker]);
        await _desk.SessionAsync(organiser, id, form);

        Assert.True((await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), default)).IsSuccess);

        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM sessions s WHERE s.event_id = '{id}' AND s::text LIKE '%canary-note%'"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM releases r WHERE r::text LIKE '%canary%'"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM released_sessions r WHERE r::text LIKE '%canary%'"));
    }

    private static AgendaItemForm Item(int minutes) => new() { Title = new LocalizedTextInput { En = "Item" }, Minutes = minutes };

    private async Task<(Actor Organiser, Guid EventId, Guid RoomId)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.RoomAsync(organiser, id));
    }

    private async Task<Guid> TeamAsync(Actor organiser, Guid eventId)
    {
        var team = InterpreterTeam.Create(eventId, "Team", ["ru", "en"]).Value;
        await using var context = await database.OpenAsync(organiser);
        context.InterpreterTeams.Add(team);
        await context.SaveChangesAsync();
        return team.Id;
    }

    private async Task<SessionForm> FormAsync(Actor actor, Guid eventId, Guid sessionId) =>
        OrganiserDesk.Value(await _desk.Sessions.GetAsync(actor, eventId, sessionId, default)).Form;

    private async Task<Result> StateAsync(Actor actor, Guid eventId, Guid sessionId, SessionState state) =>
        await _desk.Programme.ChangeStateAsync(actor, eventId, sessionId, state, (await FormAsync(actor, eventId, sessionId)).Version, default);
}
