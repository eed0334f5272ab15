using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Mail;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Invitations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Invitations;

public sealed class RemindingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly InvitationsDesk _desk = new(database);

    [Fact]
    public async Task Only_sides_that_owe_something_are_reminded_of_exactly_that_in_each_ones_language()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ", "TJ", "IR");
        await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);
        // Kazakhstan has given everything, Uzbekistan has no head and a draft, Tajikistan does not answer, Iran has time.
        var kazakhstan = await AppointedAsync("KZ", "ru", ids[0]);
        await RegisterAsync(kazakhstan, ids[0], DelegationRole.Head, isSubmitted: true);
        var uzbekistan = await AppointedAsync("UZ", "en", ids[1]);
        await RegisterAsync(uzbekistan, ids[1], DelegationRole.Member, isSubmitted: false);
        await _desk.Delivery.MarkNoReplyAsync(organiser, eventId, InvitationsDesk.Chosen(ids[2]), default);

        var preview = (await _desk.Desk.PreviewRemindersAsync(organiser, eventId, ids, DelegationsDesk.RussianOrder, default)).Value;
        Assert.Equal((2, 1), (preview.Sides, preview.Mails));
        Assert.Equal(0L, await MailsAsync(eventId));
        var sent = await _desk.Reminders.SendAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default);

        Assert.Equal(new RemindersSent(2, 1, 2), sent.Value);
        var notes = (await _desk.NotesOfAsync(organiser, eventId)).Where(note => note.Kind == NoteKind.Reminder).ToDictionary(note => note.InvitationId);
        Assert.Equal([ids[1], ids[2]], notes.Keys.OrderBy(id => Array.IndexOf(ids, id)));
        Assert.Contains("- имя руководителя делегации;\n- начатые, но не поданные заявки: 1;", notes[ids[1]].Body, StringComparison.Ordinal);
        Assert.Contains("- ответ на приглашение, который запрашивался до 20 ноября 2026", notes[ids[2]].Body, StringComparison.Ordinal);
        await using var context = await database.OpenAsync(organiser);
        var mail = await context.OutboxMails.SingleAsync(found => found.EventId == eventId);
        Assert.Equal(("en", MailState.Queued), (mail.Language, mail.State));
        Assert.Contains("- the name of the head of delegation;\n- applications that were begun but not submitted: 1;", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"No. {notes[ids[1]].Number}/2026", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"https://events.example.org/staff/invitations/{ids[1]}", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_on_one_day_gives_no_second_mail_nor_note_even_at_once_and_the_next_day_does()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        await AppointedAsync("KZ", "ru", ids[0]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _desk.Reminders.SendAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default))));
        var later = await _desk.Reminders.SendAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default);

        Assert.Equal([0, 0, 0, 1], outcomes.Select(outcome => outcome.Value.Sides).Order());
        Assert.Equal(new RemindersSent(0, 0, 1), later.Value);
        Assert.Equal(1, await MailsOfAsync(organiser, eventId));
        Assert.Single(await _desk.NotesOfAsync(organiser, eventId));
        Assert.Equal(ReminderSkip.RemindedToday, (await _desk.Desk.PreviewRemindersAsync(organiser, eventId, ids, DelegationsDesk.RussianOrder, default)).Value.Items.Single().Skip);

        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await _desk.Reminders.SendAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default)).Value.Sides);
        Assert.Equal(2, await MailsOfAsync(organiser, eventId));
    }

    [Fact]
    public async Task Required_photographs_are_asked_for_until_they_are_there()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var kazakhstan = await AppointedAsync("KZ", "ru", ids[0]);
        await RegisterAsync(kazakhstan, ids[0], DelegationRole.Head, isSubmitted: true);
        Assert.Empty((await _desk.RowAsync(organiser, eventId, ids[0])).Missing);
        await database.ScalarAsync($$"""UPDATE delegation_settings SET fields = '[{"Field": "Photo", "Role": null, "Need": "Required"}]' WHERE event_id = '{{eventId}}'""");

        Assert.Equal([new Missing(MissingPoint.Photo, 1)], (await _desk.RowAsync(organiser, eventId, ids[0])).Missing);

        await database.ScalarAsync(
            $"INSERT INTO delegate_photos (delegate_id, event_id, side_id, bytes, content_type, width, height, sha256, uploaded_at) SELECT id, event_id, side_id, 'x', 'image/jpeg', 1, 1, 'x', now() FROM delegates WHERE event_id = '{eventId}'");
        Assert.Empty((await _desk.RowAsync(organiser, eventId, ids[0])).Missing);
    }

    [Fact]
    public async Task A_focal_point_whose_office_or_right_ended_gets_no_reminder()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "BY");
        var belarus = await AppointedAsync("BY", "ru", ids[0]);
        await database.RevokeAllAsync(belarus);

        Assert.Equal(new RemindersSent(1, 0, 0), (await _desk.Reminders.SendAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default)).Value);
    }

    [Fact]
    public async Task A_preview_takes_as_many_commands_for_three_sides_as_for_one()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "MN", "AM", "NP");
        await _desk.Delivery.MarkNoReplyAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default);

        var one = await DelegationsDesk.CommandsOfAsync(() => _desk.Desk.PreviewRemindersAsync(organiser, eventId, [ids[0]], DelegationsDesk.RussianOrder, default));
        var three = await DelegationsDesk.CommandsOfAsync(() => _desk.Desk.PreviewRemindersAsync(organiser, eventId, ids, DelegationsDesk.RussianOrder, default));

        Assert.Equal(one, three);
    }

    /// <summary>A focal point of a side that accepted.</summary>
    private async Task<Actor> AppointedAsync(string side, string language, Guid invitationId)
    {
        var actor = await database.FocalPointAsync(side);
        await database.AppointAsync(actor, side, "Focal Point", $"{actor.UserId:N}@mfa.example", language);
        // Focal points of other tests of the same side would be reminded too.
        await database.ScalarAsync($"UPDATE focal_points SET ended_at = now() WHERE user_id <> '{actor.UserId}' AND ended_at IS NULL AND side_id = '{await database.SideAsync(side)}'");
        Assert.True((await _desk.Delegations.Invitations.AcceptAsync(actor, invitationId, default)).IsSuccess);
        return actor;
    }

    private async Task RegisterAsync(Actor focalPoint, Guid invitationId, DelegationRole role, bool isSubmitted)
    {
        var person = await _desk.Delegations.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(role: role), default);
        Assert.True(person.IsSuccess, person.Error?.Code);
        await database.ScalarAsync($"UPDATE accreditations SET state = '{(isSubmitted ? "Submitted" : "Draft")}' WHERE delegate_id = '{person.Value}'");
    }

    private Task<object?> MailsAsync(Guid eventId) => database.ScalarAsync($"SELECT count(*) FROM outbox_mails WHERE event_id = '{eventId}'");

    private async Task<int> MailsOfAsync(Actor organiser, Guid eventId)
    {
        await using var context = await database.OpenAsync(organiser);
        return await context.OutboxMails.CountAsync(mail => mail.EventId == eventId);
    }
}
