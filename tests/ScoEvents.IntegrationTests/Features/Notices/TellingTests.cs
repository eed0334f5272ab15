using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Notices;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Accreditation;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.RowLevelSecurity;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Notices;
using ScoEvents.Web.Features.Programme;
using Xunit;
using static ScoEvents.IntegrationTests.Features.Events.OrganiserDesk;

namespace ScoEvents.IntegrationTests.Features.Notices;

/// <summary>Who is told of what: in the transaction of the act, once a person, and never of one's own acts.</summary>
public sealed class TellingTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly NoticesDesk _desk;

    public TellingTests(TestDatabase database) => (_database, _desk) = (database, new NoticesDesk(database));

    [Fact]
    public async Task An_answer_is_told_to_those_who_organise_and_register_and_to_nobody_else()
    {
        var delegations = new DelegationsDesk(_database);
        var (organiser, colleague, registrar, staff) = (await _database.OrganiserAsync(), await _database.OrganiserAsync(), await StaffAsync(Role.Registrar), await StaffAsync(Role.Staff));
        var (elsewhere, administrator) = (await _database.OrganiserAsync("uz-isrs"), await _database.PersonAsync(Role.Administrator, GrantScope.Portal));
        var eventId = await delegations.EventAsync();
        var focalPoint = await _database.FocalPointAsync("KZ");
        var other = await _database.FocalPointAsync("UZ");
        var invitationId = (await delegations.InviteAsync(organiser, eventId, "KZ"))[0];

        Assert.Equal([(NoticeKind.InvitationIssued, 1)], await _desk.ToldAsync(focalPoint, eventId));
        Assert.True((await delegations.Invitations.AcceptAsync(focalPoint, invitationId, default)).IsSuccess);

        foreach (var reader in new[] { organiser, colleague, registrar })
        {
            Assert.Equal([(NoticeKind.InvitationAccepted, 1)], await _desk.ToldAsync(reader, eventId));
            var row = Assert.Single((await _desk.ListAsync(reader, new NoticeFilter(EventId: eventId))).Rows);
            Assert.Equal(("Kazakhstan", "KZ", $"/staff/events/{eventId}/invitations/{invitationId}"), (row.Side!.In("en"), row.SideCode, row.Address));
        }

        foreach (var reader in new[] { staff, elsewhere, administrator, other, Actor.Public })
        {
            Assert.Empty(await _desk.ToldAsync(reader, eventId));
        }

        Assert.Single(await _desk.ToldAsync(focalPoint, eventId));
    }

    [Fact]
    public async Task Persons_who_are_handed_in_or_decided_on_together_are_one_notice_with_their_number()
    {
        var desk = await AccreditationDesk.OpenAsync(_database);
        var cases = new[] { await desk.PersonAsync(desk.Kazakhstan, "First"), await desk.PersonAsync(desk.Kazakhstan, "Second"), await desk.PersonAsync(desk.Kazakhstan, "Third") };
        var (by, now) = (desk.Registrar.UserId!.Value, _database.Clock.GetUtcNow());

        await DecideAsync(cases[..1], one => one.Return([new FieldComment("FamilyName", "As in the passport, please.")], by, now));
        await DecideAsync(cases[1..], one => one.Refuse("Not on the list.", by, now));

        Assert.Contains((NoticeKind.PersonsReturned, 1), await _desk.ToldAsync(desk.Kazakhstan.FocalPoint, desk.EventId));
        Assert.Contains((NoticeKind.PersonsRefused, 2), await _desk.ToldAsync(desk.Kazakhstan.FocalPoint, desk.EventId));
        Assert.DoesNotContain(await _desk.ToldAsync(desk.Uzbekistan.FocalPoint, desk.EventId), told => told.Kind is NoticeKind.PersonsReturned or NoticeKind.PersonsRefused);
        Assert.DoesNotContain(await _desk.ToldAsync(desk.Registrar, desk.EventId), told => told.Kind is NoticeKind.PersonsReturned or NoticeKind.PersonsRefused);

        async Task DecideAsync(SeenCase[] seen, Func<AccreditationCase, Domain.Shared.Result> decide)
        {
            await using var context = await _database.OpenAsync(desk.Registrar);
            var ids = seen.Select(one => one.CaseId).ToList();
            foreach (var one in await context.Accreditations.Where(found => ids.Contains(found.Id)).ToListAsync())
            {
                Assert.True(one.TakeUp(by, now).IsSuccess);
                var decided = decide(one);
                Assert.True(decided.IsSuccess, decided.Error?.Code);
            }

            await context.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task A_release_is_told_to_the_staff_and_to_the_sides_that_come_and_a_move_to_the_speaker()
    {
        var (organiser, colleague) = (await _database.OrganiserAsync(), await _database.OrganiserAsync());
        var (office, delegations) = (new OrganiserDesk(_database), new DelegationsDesk(_database));
        var eventId = await office.EventAsync(organiser);
        var (coming, _) = await delegations.AcceptedAsync(organiser, eventId, "KZ");
        var silent = await _database.FocalPointAsync("UZ");
        await delegations.InviteAsync(organiser, eventId, "UZ");
        var speaker = await _database.PersonAsync();
        var address = (string)(await _database.ScalarAsync($"SELECT email FROM users WHERE id = '{speaker.UserId}'"))!;
        var room = await office.RoomAsync(organiser, eventId);
        var speakerId = Value(await office.Speakers.AddAsync(organiser, eventId, new SpeakerForm { Name = new() { En = "Told Speaker" }, Email = address.ToUpperInvariant() }, default));
        var form = Session("Moving session", room, "10:00", "11:00");
        form.Speakers = [speakerId];
        var sessionId = await office.SessionAsync(organiser, eventId, form);
        Value(await office.Releases.PublishAsync(organiser, eventId, new ReleaseForm { Number = 1 }, default));
        Assert.Empty(await _desk.ToldAsync(speaker, eventId));
        var draft = Value(await office.Sessions.GetAsync(organiser, eventId, sessionId, default));
        draft.Form.StartsAt = new TimeOnly(14, 0);
        draft.Form.EndsAt = new TimeOnly(15, 0);
        Assert.True((await office.Programme.EditSessionAsync(organiser, eventId, sessionId, draft.Form, default)).IsSuccess);
        Value(await office.Releases.PublishAsync(organiser, eventId, new ReleaseForm { Number = 2 }, default));

        Assert.Equal(2, (await _desk.ToldAsync(colleague, eventId)).Count(told => told.Kind == NoticeKind.ReleasePublished));
        Assert.Equal(2, (await _desk.ToldAsync(coming, eventId)).Count(told => told.Kind == NoticeKind.ReleasePublished));
        Assert.DoesNotContain(await _desk.ToldAsync(silent, eventId), told => told.Kind == NoticeKind.ReleasePublished);
        Assert.DoesNotContain(await _desk.ToldAsync(organiser, eventId), told => told.Kind == NoticeKind.ReleasePublished);
        Assert.Equal([(NoticeKind.SessionMoved, 1)], await _desk.ToldAsync(speaker, eventId));
        // The first release made the event public; before, who has no part in it would read nothing of it.
        var row = Assert.Single((await _desk.ListAsync(speaker)).Rows);
        Assert.Equal("Moving session", row.Session!.In("en"));
    }

    [Fact]
    public async Task What_the_portal_had_to_give_up_is_told_to_the_organisers()
    {
        var organiser = await _database.OrganiserAsync();
        var registrar = await StaffAsync(Role.Registrar);
        var eventId = await new OrganiserDesk(_database).EventAsync(organiser);
        foreach (var sql in new[]
        {
            $"""INSERT INTO webhooks (id, event_id, url, envelope, topics, failures, is_given_up, created_by, created_at) VALUES (gen_random_uuid(), '{eventId}', 'https://r.example', 'v1', '["ReleasePublished"]', 19, false, '{organiser.UserId}', now())""",
            $"INSERT INTO scheduled_exports (id, event_id, subject, to_address, language, hour, created_by, created_at, failures, reported) VALUES (gen_random_uuid(), '{eventId}', 'Sessions', 'a@b.example', 'en', 7, '{organiser.UserId}', now(), 4, '[]')",
            $"INSERT INTO outbox_mails (id, event_id, key, to_address, to_name, language, subject, body, state, attempts, created_at) SELECT gen_random_uuid(), '{eventId}', 'k' || n || '{eventId}', 'a@b.example', 'A', 'en', 's', 'b', 'Sending', 1, now() FROM generate_series(1, 3) n",
            $"UPDATE webhooks SET is_given_up = true, disabled_at = now() WHERE event_id = '{eventId}'",
            $"UPDATE scheduled_exports SET stopped_at = now(), next_run_at = NULL WHERE event_id = '{eventId}'",
            $"UPDATE outbox_mails SET state = 'Failed' WHERE event_id = '{eventId}'",
        })
        {
            await _database.ScalarAsync(sql);
        }

        Assert.Equal([(NoticeKind.DailyListStopped, 1), (NoticeKind.MailFailed, 3), (NoticeKind.WebhookStopped, 1)], (await _desk.ToldAsync(organiser, eventId)).OrderBy(told => told.Kind.ToString(), StringComparer.Ordinal));
        Assert.Empty(await _desk.ToldAsync(registrar, eventId));
    }

    [Fact]
    public async Task An_absence_that_strikes_somebody_who_is_placed_is_told_to_the_other_organisers()
    {
        var (organiser, colleague) = (await _database.OrganiserAsync(), await _database.OrganiserAsync());
        var office = new OrganiserDesk(_database);
        var eventId = await office.EventAsync(organiser);
        var room = await office.RoomAsync(organiser, eventId);
        var speakerId = await office.SpeakerAsync(organiser, eventId, "Absent Speaker");
        var form = Session("Struck session", room, "10:00", "11:00");
        form.Speakers = [speakerId];
        await office.SessionAsync(organiser, eventId, form);
        var day = new DateOnly(2026, 12, 7);

        Value(await office.Availability.AddAsync(organiser, eventId, new AvailabilityForm { Subject = $"{AvailabilitySubject.Speaker}:{speakerId}", FirstDay = day.AddDays(1) }, default));
        Assert.Empty(await _desk.ToldAsync(colleague, eventId));
        Value(await office.Availability.AddAsync(organiser, eventId, new AvailabilityForm { Subject = $"{AvailabilitySubject.Speaker}:{speakerId}", FirstDay = day }, default));

        Assert.Equal([(NoticeKind.ConflictAppeared, 1)], await _desk.ToldAsync(colleague, eventId));
        Assert.Equal("Struck session", (await _desk.ListAsync(colleague, new NoticeFilter(EventId: eventId))).Rows[0].Session!.In("en"));
        Assert.Empty(await _desk.ToldAsync(organiser, eventId));
    }

    [Fact]
    public async Task A_cancellation_is_told_to_the_staff_and_the_sides_that_were_invited()
    {
        var (organiser, colleague) = (await _database.OrganiserAsync(), await _database.OrganiserAsync());
        var delegations = new DelegationsDesk(_database);
        var eventId = await delegations.EventAsync();
        var (focalPoint, _) = await delegations.AcceptedAsync(organiser, eventId, "KG");

        await using (var sql = await RawSql.AsAsync(_database, organiser))
        {
            Assert.Equal(1, await sql.RunAsync($"UPDATE events SET status = 'Cancelled' WHERE id = '{eventId}'"));
            Assert.Equal(1, await sql.RunAsync($"UPDATE events SET status = 'Cancelled' WHERE id = '{eventId}'"));
        }

        Assert.Contains((NoticeKind.EventCancelled, 1), await _desk.ToldAsync(colleague, eventId));
        Assert.Contains((NoticeKind.EventCancelled, 1), await _desk.ToldAsync(focalPoint, eventId));
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_does_and_everybody_is_told_once()
    {
        var organiser = await _database.OrganiserAsync();
        var delegations = new DelegationsDesk(_database);
        var eventId = await delegations.EventAsync();
        var voices = new[] { await _database.FocalPointAsync("TJ"), await _database.FocalPointAsync("TJ"), await _database.FocalPointAsync("TJ") };
        var invitationId = (await delegations.InviteAsync(organiser, eventId, "TJ"))[0];

        await Task.WhenAll(voices.Select(voice => Task.Run(() => delegations.Invitations.AcceptAsync(voice, invitationId, default))));

        Assert.Equal([(NoticeKind.InvitationAccepted, 1)], await _desk.ToldAsync(organiser, eventId));
    }

    [Fact]
    public async Task An_act_that_does_not_stand_is_told_to_nobody()
    {
        var organiser = await _database.OrganiserAsync();
        var delegations = new DelegationsDesk(_database);
        var eventId = await delegations.EventAsync();
        await delegations.InviteAsync(organiser, eventId, "BY");
        await using var source = NpgsqlDataSource.Create(_database.SuperuserConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var answer = new NpgsqlCommand($"UPDATE invitations SET status = 'Accepted' WHERE event_id = '{eventId}'", connection, transaction);
            Assert.Equal(1, await answer.ExecuteNonQueryAsync());
            await transaction.RollbackAsync();
        }

        Assert.Empty(await _desk.ToldAsync(organiser, eventId));
    }

    private async Task<Actor> StaffAsync(Role role) => await _database.PersonAsync(role, GrantScope.Secretariat(await _database.SecretariatAsync()));
}
