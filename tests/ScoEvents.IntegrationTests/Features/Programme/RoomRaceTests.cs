using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>Two writers at once.</summary>
public sealed class RoomRaceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Races = 1_000;
    private const int Minutes = 5;

    [Fact]
    public async Task A_thousand_races_of_two_writers_for_one_room_and_time_leave_exactly_one_winner_each()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var other = await database.OrganiserAsync();
        string[] titles = ["First", "Second"];
        Actor[] writers = [desk.Organiser, other];
        Guid[] sessions = [await desk.AddAsync(titles[0]), await desk.AddAsync(titles[1])];
        var draft = await desk.DraftAsync();
        uint[] versions = [draft.Find(sessions[0])!.Version, draft.Find(sessions[1])!.Version];
        var start = draft.Zone!.StartOfDay(ScheduleDesk.Monday);
        var wins = new int[2];
        for (var race = 0; race < Races; race++)
        {
            // Every race is for a room and time of its own: two rooms, two days, five minutes each.
            var begins = start.AddMinutes(race / 2 * Minutes);
            var place = new SessionPlace(race % 2 == 0 ? desk.HallA : desk.HallB, new TimeInterval(begins, begins.AddMinutes(Minutes)));
            using var barrier = new Barrier(2);

            var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(index => Task.Run(() =>
            {
                barrier.SignalAndWait();
                return desk.Schedule.MoveAsync(writers[index], desk.EventId, [new SessionMove(sessions[index], versions[index], place)], CancellationToken.None);
            })));

            var winner = Assert.Single(Enumerable.Range(0, 2), index => results[index].IsSuccess);
            Assert.Equal(
                [("schedule.room-overlap", $"{titles[1 - winner]}, {(race % 2 == 0 ? "Hall A" : "Hall B")}, {titles[winner]}")], MovingTests.Told(results[1 - winner]));
            versions[winner] = results[winner].Value[0].Version;
            wins[winner]++;
        }

        Assert.Equal(Races, wins.Sum());
        Assert.Equal(2, await desk.OccupiedAsync());
    }

    [Fact]
    public async Task Of_two_writers_who_bring_one_person_into_two_rooms_at_the_same_moment_one_wins()
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var zoya = await desk.Desk.SpeakerAsync(desk.Organiser, desk.EventId, "Zoya");
        Guid[] rooms = [desk.HallA, desk.HallB];
        for (var race = 0; race < 20; race++)
        {
            Guid[] sessions = [await desk.AddAsync("First", speakers: [zoya]), await desk.AddAsync("Second", speakers: [zoya])];
            SessionMove[] moves =
            [
                await desk.MoveAsync(sessions[0], ScheduleDesk.At(rooms[0], $"{race:00}:00", $"{race:00}:50")),
                await desk.MoveAsync(sessions[1], ScheduleDesk.At(rooms[1], $"{race:00}:10", $"{race:00}:40")),
            ];
            using var barrier = new Barrier(2);

            var results = await Task.WhenAll(moves.Select(move => Task.Run(() =>
            {
                barrier.SignalAndWait();
                return desk.SendAsync(move);
            })));

            var loser = Assert.Single(results, result => !result.IsSuccess);
            Assert.Equal(["schedule.person-busy"], loser.Errors.Select(error => error.Code));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_writer_that_takes_no_lock_is_still_stopped_by_the_constraint_and_the_loser_is_told_the_title(int sessions)
    {
        var desk = await ScheduleDesk.OpenAsync(database);
        var winner = await desk.AddAsync("Import");
        var moves = new List<SessionMove>();
        for (var session = 0; session < sessions; session++)
        {
            moves.Add(await desk.MoveAsync(await desk.AddAsync($"Late {session}"), ScheduleDesk.At(session == 0 ? desk.HallA : desk.HallB, "09:30", "10:30")));
        }

        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in new[]
        {
            $"INSERT INTO slots (session_id, event_id, room_id, starts_at, ends_at) VALUES ('{winner}', '{desk.EventId}', '{desk.HallA}', '2026-12-07T04:00Z', '2026-12-07T05:00Z')",
            $"INSERT INTO slot_rooms (session_id, room_id, starts_at, ends_at) VALUES ('{winner}', '{desk.HallA}', '2026-12-07T04:00Z', '2026-12-07T05:00Z')",
        })
        {
            await using var insert = new NpgsqlCommand(sql, connection, transaction);
            await insert.ExecuteNonQueryAsync();
        }

        var moving = Task.Run(() => desk.SendAsync([.. moves]));
        while ((long)(await database.ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))! == 0)
        {
            await Task.Yield();
        }

        await transaction.CommitAsync();

        Assert.Equal([("schedule.room-overlap", "Late 0, Hall A, Import")], MovingTests.Told(await moving));
        Assert.Equal(1, await desk.OccupiedAsync());
    }
}
