using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Participants;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Attendance;
using Xunit;
using static ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.IntegrationTests.Features.Attendance;

/// <summary>Who was in one session: what doors and programme tell is proposed, and somebody decides.</summary>
public sealed class SessionAttendanceTests : IClassFixture<TestDatabase>
{
    private static readonly DateOnly _day = new(2026, 12, 7);

    private readonly TestDatabase _database;
    private readonly ParticipantsDesk _desk;
    private readonly AttendanceQueries _queries;
    private readonly SessionMatrixQueries _matrix;
    private readonly AttendanceService _service;
    private readonly AttendanceSpeech _speech = new(DelegationsDesk.Texts<AttendanceTexts>());

    public SessionAttendanceTests(TestDatabase database)
    {
        _database = database;
        _desk = new ParticipantsDesk(database);
        _queries = new AttendanceQueries(database.Contexts, database.Clock);
        _matrix = new SessionMatrixQueries(database.Contexts);
        _service = new AttendanceService(database.Contexts, _queries, database.Clock);
    }

    [Fact]
    public async Task A_session_has_records_of_its_own()
    {
        var world = await ArrangeAsync("KZ");
        var (kz, person, session) = (world.Sides["KZ"], world.Persons["KZ"], await SessionAsync(world, 9, 10));

        await RecordAsync(world, new AttendanceForm { SideId = kz, SessionId = session, State = Present });
        await RecordAsync(world, new AttendanceForm { SideId = kz, SessionId = session, DelegateId = person, State = Absent });

        var read = (await _queries.OfEventAsync(world.Organiser, world.EventId, session, kz, default)).Value;
        Assert.Equal(Present, Row(read, kz).State);
        Assert.Equal([Absent], read.Persons.Select(row => row.State!.Value));
        Assert.Null(Row((await _queries.OfEventAsync(world.Organiser, world.EventId, null, null, default)).Value, kz).State);
    }

    [Fact]
    public async Task Who_was_behind_the_door_of_its_room_is_proposed_as_present_and_who_was_not_as_absent_once_it_is_over()
    {
        var world = await ArrangeAsync("KZ", "UZ", "KG");
        var (hall, other) = (await RoomAsync(world, "Hall"), await RoomAsync(world, "Other"));
        var (inHall, elsewhere) = (await SessionAsync(world, 9, 10, hall), await SessionAsync(world, 9, 10, other));
        var zone = await ZoneAsync(world, hall);
        await SeenAsync(world, "KZ", null, "In", 8, 0);
        await SeenAsync(world, "KZ", zone, "In", 9, 30);
        await SeenAsync(world, "UZ", null, "In", 8, 0);
        // Came in before and went out before: not in the session.
        await SeenAsync(world, "UZ", zone, "In", 8, 30);
        await SeenAsync(world, "UZ", zone, "Out", 8, 59);
        GoTo(9, 45);

        Assert.Equal([Present, Confirmed, Confirmed], await ProposedAsync(world, inHall, "KZ", "UZ", "KG"));
        // The door of another room says nothing of this one, and the entrance nothing while two sessions go on.
        Assert.Equal([Confirmed, Confirmed, Confirmed], await ProposedAsync(world, elsewhere, "KZ", "UZ", "KG"));

        GoTo(10, 0);
        Assert.Equal([Present, Absent, Confirmed], await ProposedAsync(world, inHall, "KZ", "UZ", "KG"));
        Assert.Equal([Present, Present, Confirmed], await ProposedAsync(world, elsewhere, "KZ", "UZ", "KG"));
        var persons = (await _queries.OfEventAsync(world.Organiser, world.EventId, inHall, world.Sides["UZ"], default)).Value.Persons;
        Assert.Equal([Absent], persons.Select(person => person.Proposed!.Value));
    }

    [Fact]
    public async Task The_entrance_stands_for_a_session_beside_which_nothing_else_goes_on()
    {
        var world = await ArrangeAsync("KZ", "UZ");
        var session = await SessionAsync(world, 11, 12, await RoomAsync(world, "Hall"));
        await SeenAsync(world, "KZ", null, "In", 8, 0);
        await SeenAsync(world, "UZ", null, "In", 8, 0);
        await SeenAsync(world, "UZ", null, "Out", 10, 30);
        GoTo(12, 0);

        Assert.Equal([Present, Absent], await ProposedAsync(world, session, "KZ", "UZ"));
    }

    [Fact]
    public async Task Who_has_the_floor_and_came_to_the_event_is_proposed_as_present_and_a_session_of_members_is_for_members()
    {
        var world = await ArrangeAsync("KZ", "UZ", "TR");
        var hall = await RoomAsync(world, "Hall");
        var zone = await ZoneAsync(world, hall);
        var speaker = Speaker.Create(world.EventId, world.Sides["UZ"], LocalizedText.Of("Anvar Karimov"), LocalizedText.Empty).Value;
        await using (var context = await _database.OpenAsync(world.Organiser))
        {
            context.Speakers.Add(speaker);
            await context.SaveChangesAsync();
        }

        var session = await SessionAsync(world, 9, 10, hall, SessionAccess.MembersOnly, speaker.Id);
        await SeenAsync(world, "KZ", zone, "In", 9, 0);
        await RecordAsync(world, new AttendanceForm { SideId = world.Sides["UZ"], State = Present });
        await RecordAsync(world, new AttendanceForm { SideId = world.Sides["TR"], State = Present });
        GoTo(10, 0);

        Assert.Equal([Present, Present, null], await ProposedAsync(world, session, "KZ", "UZ", "TR"));
    }

    [Fact]
    public async Task What_is_proposed_is_taken_over_what_somebody_recorded_stays_and_the_event_is_not_touched()
    {
        var world = await ArrangeAsync("KZ", "UZ", "KG");
        var session = await SessionAsync(world, 9, 10, await RoomAsync(world, "Hall"));
        await SeenAsync(world, "KZ", null, "In", 8, 0);
        await RecordAsync(world, new AttendanceForm { SideId = world.Sides["UZ"], SessionId = session, State = PresentOnline });
        GoTo(10, 0);

        var read = (await _queries.OfEventAsync(world.Organiser, world.EventId, session, null, default)).Value;
        Assert.Equal(read.OpenProposals, (await _service.AcceptProposalsAsync(world.Organiser, world.EventId, session, default)).Value);

        var after = (await _queries.OfEventAsync(world.Organiser, world.EventId, session, null, default)).Value;
        Assert.Equal([Present, PresentOnline, Confirmed], new[] { "KZ", "UZ", "KG" }.Select(code => Row(after, world.Sides[code]).State!.Value));
        Assert.Equal(0, after.OpenProposals);
        Assert.Equal(0L, await _database.ScalarAsync($"SELECT count(*) FROM attendance_records WHERE event_id = '{world.EventId}' AND session_id IS NULL"));
        var elsewhere = await ArrangeAsync("KZ");
        Assert.Equal("not-found", (await _service.AcceptProposalsAsync(elsewhere.Organiser, elsewhere.EventId, session, default)).Error!.Code);
    }

    [Fact]
    public async Task All_members_except_two_is_said_of_a_session_too_and_the_matrix_shows_sides_and_sessions()
    {
        var world = await ArrangeAsync("KZ");
        var (first, second) = (await SessionAsync(world, 9, 10), await SessionAsync(world, 10, 11));
        foreach (var code in new[] { "BY", "IN", "IR", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ" })
        {
            await RecordAsync(world, new AttendanceForm { SideId = await _database.SideAsync(code), SessionId = second, State = code is "TJ" or "UZ" ? Absent : Present });
        }

        var matrix = (await _matrix.OfEventAsync(world.Organiser, world.EventId, 1, default)).Value;

        Assert.Equal([first, second], matrix.Sessions.Select(session => session.Id));
        Assert.Equal((null, Present), (matrix.Sessions[0].States[world.Sides["KZ"]], matrix.Sessions[1].States[world.Sides["KZ"]]));
        var members = matrix.Sessions[1].Statements.Single(statement => statement.Capacity == Capacity.Member);
        Assert.Equal("All member states except Tajikistan and Uzbekistan took part.", _speech.Say(members, matrix.Labels));
        var read = (await _queries.OfEventAsync(world.Organiser, world.EventId, second, null, default)).Value;
        Assert.Equal(
            "All member states except Tajikistan and Uzbekistan took part.",
            _speech.Say(read.Statements.Single(statement => statement.Capacity == Capacity.Member), read.Labels));
    }

    [Fact]
    public async Task The_matrix_of_sessions_takes_as_many_commands_for_three_sessions_as_for_one()
    {
        var world = await ArrangeAsync("KZ");
        await SessionAsync(world, 9, 10);
        var one = await CommandsAsync();
        await SessionAsync(world, 10, 11);
        await RecordAsync(world, new AttendanceForm { SideId = world.Sides["KZ"], SessionId = await SessionAsync(world, 11, 12), State = Present });

        Assert.Equal(one, await CommandsAsync());

        Task<int> CommandsAsync() => DelegationsDesk.CommandsOfAsync(() => _matrix.OfEventAsync(world.Organiser, world.EventId, 1, default));
    }

    private static SideAttendance Row(EventAttendanceRead read, Guid side) => read.Sides.Single(row => row.Side.SideId == side);

    private async Task<IReadOnlyList<Domain.Events.Attendance?>> ProposedAsync(World world, Guid session, params string[] codes)
    {
        var read = (await _queries.OfEventAsync(world.Organiser, world.EventId, session, null, default)).Value;
        return [.. codes.Select(code => Row(read, world.Sides[code]).Proposed)];
    }

    private async Task RecordAsync(World world, AttendanceForm form)
    {
        var outcome = await _service.RecordAsync(world.Organiser, world.EventId, form, default);
        Assert.True(outcome.IsSuccess, outcome.Error?.Code);
    }

    /// <summary>An event to which sides have agreed to come, each with one person who has a badge.</summary>
    private async Task<World> ArrangeAsync(params string[] codes)
    {
        // Tests of the class share a clock, and sides register before the event.
        GoTo(-24 * 30, 0);
        var organiser = await _database.OrganiserAsync();
        var world = new World(organiser, await _desk.Delegations.EventAsync(_day), [], []);
        foreach (var code in codes)
        {
            var side = await _desk.Delegations.AcceptedAsync(organiser, world.EventId, code);
            world.Sides[code] = await _database.SideAsync(code);
            world.Persons[code] = await _desk.PersonAsync(side, $"Head{code}", DelegationRole.Head, "BadgeIssued");
        }

        return world;
    }

    private async Task<Guid> RoomAsync(World world, string name)
    {
        await using var context = await _database.OpenAsync(world.Organiser);
        var secretariat = await context.Events.Where(planned => planned.Id == world.EventId).Select(planned => planned.SecretariatId!.Value).SingleAsync();
        var venue = Venue.Create(secretariat, LocalizedText.Of($"Venue {Guid.NewGuid():N}")).Value;
        var room = venue.AddRoom(LocalizedText.Of(name), null).Value;
        context.Venues.Add(venue);
        await context.SaveChangesAsync();
        return room.Id;
    }

    private async Task<Guid> SessionAsync(World world, int from, int to, Guid? room = null, SessionAccess access = SessionAccess.Open, Guid? speaker = null)
    {
        var session = Session.Draft(
            world.EventId, new SessionFacts(SessionType.Plenary, access, LocalizedText.Of($"Session {from}"), LocalizedText.Empty), 0, _database.Clock.GetUtcNow()).Value;
        Assert.True(session.MoveTo(
            room is { } id ? SlotPlace.Room(id) : SlotPlace.AllRooms([]), new TimeInterval(At(from, 0), At(to, 0)), new TimeInterval(At(0, 0), At(48, 0)), _database.Clock.GetUtcNow()).IsSuccess);
        if (speaker is { } speaking)
        {
            session.SetSpeakers(null, [new FloorPart(speaking, null)], _database.Clock.GetUtcNow());
        }

        await using var context = await _database.OpenAsync(world.Organiser);
        context.Sessions.Add(session);
        await context.SaveChangesAsync();
        return session.Id;
    }

    private async Task<Guid> ZoneAsync(World world, Guid room)
    {
        var zone = new AccessZone(Guid.CreateVersion7(), LocalizedText.Of("Hall"), []) { Rooms = [room] };
        var settings = DelegationSettings.For(world.EventId);
        Assert.True(settings.Change(new DelegationRules { Zones = [zone], Languages = ["en"] }).IsSuccess);
        await using var context = await _database.OpenAsync(world.Organiser);
        context.DelegationSettings.Add(settings);
        await context.SaveChangesAsync();
        return zone.Id;
    }

    private async Task SeenAsync(World world, string code, Guid? zone, string direction, int hour, int minute) => await _database.ScalarAsync($"""
        INSERT INTO check_ins (id, event_id, delegate_id, side_id, zone_id, direction, scanned_at, received_at, device_name, outcome, by)
        VALUES (gen_random_uuid(), '{world.EventId}', '{world.Persons[code]}', '{world.Sides[code]}', {(zone is null ? "NULL" : $"'{zone}'")}, '{direction}',
                '{At(hour, minute):O}', '{At(hour, minute):O}', 'Door', 'Admitted', '{world.Organiser.UserId}') RETURNING 1
        """);

    private void GoTo(int hour, int minute) => _database.Clock.Advance(At(hour, minute) - _database.Clock.GetUtcNow());

    private static DateTimeOffset At(int hour, int minute) => EventZone.Find("Asia/Kolkata")!.StartOfDay(_day).AddMinutes((hour * 60) + minute);

    private sealed record World(Actor Organiser, Guid EventId, Dictionary<string, Guid> Sides, Dictionary<string, Guid> Persons);
}
