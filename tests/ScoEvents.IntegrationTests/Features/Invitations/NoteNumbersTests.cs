using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Invitations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Invitations;

/// <summary>Numbers of notes follow each other without a gap, by secretariat and year, whoever writes at the same time.</summary>
public sealed class NoteNumbersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Writers = 50;

    private readonly InvitationsDesk _desk = new(database);

    [Fact]
    public async Task Fifty_writers_at_once_and_one_that_is_undone_leave_no_gap()
    {
        var organiser = await database.OrganiserAsync();
        var arranged = new List<(Guid EventId, Guid InvitationId)>();
        for (var i = 0; i < Writers; i++)
        {
            var (eventId, ids) = await _desk.InvitedAsync(organiser, "IR");
            arranged.Add((eventId, ids[0]));
        }

        // Draws a number first and gives it back while the others wait for it.
        await using var context = await database.OpenAsync(organiser);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var secretariat = await database.SecretariatAsync();
        await context.Database.ExecuteSqlAsync($"INSERT INTO note_counters (secretariat_id, year, last) VALUES ({secretariat}, 2026, 3)");
        var writers = arranged.Select(one => Task.Run(() => _desk.Notes.IssueAsync(organiser, one.EventId, NoteKind.Invitation, InvitationsDesk.Chosen(one.InvitationId), default))).ToList();
        await Task.WhenAny(writers.Append(WaitingAsync()));
        await transaction.RollbackAsync();
        var outcomes = await Task.WhenAll(writers);

        Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Value.Issued));
        Assert.Equal(Enumerable.Range(1, Writers), outcomes.Select(outcome => outcome.Value.First).Order());
        Assert.Equal((long)Writers, await database.ScalarAsync($"SELECT count(DISTINCT number) FROM notes_verbales WHERE secretariat_id = '{secretariat}' AND year = 2026"));
        Assert.Equal(Writers, await database.ScalarAsync($"SELECT last FROM note_counters WHERE secretariat_id = '{secretariat}' AND year = 2026"));
    }

    [Fact]
    public async Task Every_secretariat_and_every_year_at_the_place_of_the_event_begins_with_one()
    {
        var organiser = await database.OrganiserAsync("sco-rats-ec");
        var eventId = await _desk.Delegations.EventAsync(new DateOnly(2027, 3, 1), secretariat: "sco-rats-ec");
        var ids = await _desk.Delegations.InviteAsync(organiser, eventId, "KZ", "UZ", "IR");
        await _desk.AnswerByAsync(organiser, eventId, new DateOnly(2027, 2, 1));

        var two = (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[0], ids[1]), default)).Value;
        // 31 December 19:00 UTC is the new year in New Delhi already.
        database.Clock.Advance(new DateTimeOffset(2026, 12, 31, 19, 0, 0, TimeSpan.Zero) - database.Clock.GetUtcNow());
        var next = (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids[2]), default)).Value;

        Assert.Equal((1, 2, 2026), (two.First, two.Last, two.Year));
        Assert.Equal((1, 1, 2027), (next.First, next.Last, next.Year));
    }

    // Done once some writer stands behind the number that is given back.
    private async Task WaitingAsync()
    {
        while (await database.ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") is 0L)
        {
            await Task.Yield();
        }
    }
}
