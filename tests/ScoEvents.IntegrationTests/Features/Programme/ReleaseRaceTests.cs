using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>PostgreSQL itself refuses a release in which something is in two places at once, whoever writes it and however fast.</summary>
public sealed class ReleaseRaceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Races = 1_000;
    private const int Lanes = 8;
    private readonly OrganiserDesk _desk = new(database);

    [Theory]
    [InlineData("Room")]
    [InlineData("Person")]
    [InlineData("InterpreterTeam")]
    public async Task A_booking_of_what_is_taken_is_refused_and_one_that_only_touches_it_is_not(string kind)
    {
        var (organiser, release) = await ReleaseAsync();
        var subject = Guid.NewGuid();
        await using var sql = await RowLevelSecurity.RawSql.AsAsync(database, organiser);
        await sql.RunAsync(Booking(release, subject, kind, "09:00", "10:00"));

        Assert.Equal(PostgresErrorCodes.ExclusionViolation, await sql.RefusedAsync(Booking(release, subject, kind, "09:59", "11:00")));

        Assert.Equal(1, await sql.RunAsync(Booking(release, subject, kind, "10:00", "11:00")));
        Assert.Equal(1, await sql.RunAsync(Booking(release, Guid.NewGuid(), kind, "09:00", "10:00")));
        Assert.Equal("42501", await sql.RefusedAsync($"UPDATE released_bookings SET starts_at = starts_at WHERE release_id = '{release}'"));
        Assert.Equal("42501", await sql.RefusedAsync($"DELETE FROM released_bookings WHERE release_id = '{release}'"));
    }

    [Fact]
    public async Task A_thousand_races_for_a_room_person_or_team_of_a_release_have_one_winner_each()
    {
        var (organiser, release) = await ReleaseAsync();
        string[] kinds = ["Room", "Person", "InterpreterTeam"];

        var winners = await RaceAsync(organiser, race => (Guid.CreateVersion7(), kinds[race % kinds.Length]), (sql, booking, writer) => RaceAsync(
            sql, Booking(release, booking.Item1, booking.Item2, writer == 0 ? "09:00" : "09:30", writer == 0 ? "10:00" : "10:30"),
            PostgresErrorCodes.ExclusionViolation, PostgresErrorCodes.DeadlockDetected));

        Assert.Equal(Enumerable.Repeat(1, Races), winners);
        Assert.Equal(
            0L,
            await database.ScalarAsync(
                """
                SELECT count(*) FROM released_bookings a JOIN released_bookings b ON a.release_id = b.release_id AND a.subject_id = b.subject_id
                    AND a.session_id < b.session_id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                """));
    }

    [Fact]
    public async Task A_thousand_races_for_a_number_have_one_winner_each()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);

        var winners = await RaceAsync(organiser, race => race + 1, (sql, number, _) => RaceAsync(
            sql, $"INSERT INTO releases (id, event_id, number, published_at, published_by, acknowledgements) VALUES (gen_random_uuid(), '{id}', {number}, now(), '{organiser.UserId}', '[]')",
            PostgresErrorCodes.UniqueViolation));

        Assert.Equal(Enumerable.Repeat(1, Races), winners);
        Assert.Equal((long)Races, await database.ScalarAsync($"SELECT count(*) FROM releases WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Of_two_publishers_who_saw_the_same_number_one_wins_each_time()
    {
        var (first, second) = (await database.OrganiserAsync(), await database.OrganiserAsync());
        var id = await _desk.EventAsync(first);
        await _desk.SessionAsync(first, id, OrganiserDesk.Session("Opening", await _desk.RoomAsync(first, id), "09:00", "10:00"));

        for (var number = 1; number <= 40; number++)
        {
            var form = new ReleaseForm { Number = number };
            var results = await Task.WhenAll(new[] { first, second }.Select(actor => Task.Run(() => _desk.Releases.PublishAsync(actor, id, form, CancellationToken.None))));

            Assert.Equal("stale", Assert.Single(results, result => !result.IsSuccess).Error?.Code);
        }
    }

    [Fact]
    public async Task Whoever_publishes_while_somebody_is_put_into_two_places_publishes_one_or_nothing()
    {
        var (first, second) = (await database.OrganiserAsync(), await database.OrganiserAsync());
        for (var round = 0; round < 15; round++)
        {
            var id = await _desk.EventAsync(first);
            var speaker = await _desk.SpeakerAsync(first, id, "Zoya");
            await _desk.SessionAsync(first, id, Chaired("First", await _desk.RoomAsync(first, id, "Hall A"), speaker));
            var room = await _desk.RoomAsync(first, id, "Hall B");

            var publishing = Task.Run(() => _desk.Releases.PublishAsync(first, id, new ReleaseForm(), CancellationToken.None));
            var placing = Task.Run(() => _desk.Programme.AddSessionAsync(second, id, Chaired("Second", room, speaker), CancellationToken.None));

            Assert.True((await placing).IsSuccess);
            var published = await publishing;
            Assert.Contains(published.Error?.Code, new[] { null, "programme.conflicts-block" });
            Assert.Equal(published.IsSuccess ? 1L : 0L, await database.ScalarAsync($"SELECT count(*) FROM released_bookings WHERE subject_id = '{speaker}'"));
            Assert.Equal("programme.conflicts-block", (await _desk.Releases.PublishAsync(first, id, new ReleaseForm(), CancellationToken.None)).Error?.Code);
        }
    }

    private static SessionForm Chaired(string title, Guid room, Guid chair)
    {
        var form = OrganiserDesk.Session(title, room, "09:00", "10:00");
        form.ChairId = chair;
        return form;
    }

    // Both writers of a race wait for each other before they start; several lanes of races run side by side.
    private async Task<IReadOnlyList<int>> RaceAsync<T>(Actor actor, Func<int, T> prize, Func<NpgsqlConnection, T, int, Task<bool>> write)
    {
        var winners = new int[Races];
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            await using var one = await RowLevelSecurity.RawSql.AsAsync(database, actor);
            await using var other = await RowLevelSecurity.RawSql.AsAsync(database, actor);
            for (var race = lane; race < Races; race += Lanes)
            {
                var (what, start) = (prize(race), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                var writers = new[] { one, other }.Select(async (connection, writer) =>
                {
                    await start.Task;
                    return await write(connection.Connection, what, writer);
                }).ToList();
                start.SetResult();
                winners[race] = (await Task.WhenAll(writers)).Count(hasWon => hasWon);
            }
        })));
        return winners;
    }

    private static async Task<bool> RaceAsync(NpgsqlConnection connection, string text, params string[] losing)
    {
        await using var command = new NpgsqlCommand(text, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException refused) when (losing.Contains(refused.SqlState))
        {
            return false;
        }
    }

    private static string Booking(Guid release, Guid subject, string kind, string from, string to) =>
        $"INSERT INTO released_bookings (release_id, subject_id, session_id, kind, starts_at, ends_at) VALUES ('{release}', '{subject}', gen_random_uuid(), '{kind}', '2026-12-07 {from}+00', '2026-12-07 {to}+00')";

    private async Task<(Actor Organiser, Guid Release)> ReleaseAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", await _desk.RoomAsync(organiser, id), "09:00", "10:00"));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), CancellationToken.None));
        return (organiser, (Guid)(await database.ScalarAsync($"SELECT id FROM releases WHERE event_id = '{id}'"))!);
    }
}
