using ScoEvents.Domain.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

public sealed class DecisionMailTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_is_decided_in_a_quarter_of_an_hour_is_told_each_side_in_one_mail_without_passport_data()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var returned = await desk.PersonAsync(desk.Kazakhstan, "Returned", passport: "CANARY9001");
        var approved = await desk.PersonAsync(desk.Kazakhstan, "Approved", passport: "CANARY9002");
        var refused = await desk.PersonAsync(desk.Uzbekistan, "Refused", passport: "CANARY9003");

        await desk.ActAsync(desk.Registrar, returned, ReviewAct.TakeUp);
        Assert.Empty(await desk.MailsAsync());
        returned = returned with { Version = (await desk.CaseAsync(returned.CaseId)).Version };
        Assert.Empty((await desk.ActAsync(desk.Registrar, returned, ReviewAct.Return, comments: new() { ["Photo"] = "Слишком тёмное фото" })).Errors);
        database.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single((await desk.Service.ApproveAllAsync(desk.Registrar, desk.EventId, [approved], default)).Value.Done);
        Assert.Empty((await desk.ActAsync(desk.Registrar, refused, ReviewAct.Refuse, "No mandate")).Errors);

        var mails = await desk.MailsAsync();

        Assert.Equal(["kanat@mfa.example", "umid@mfa.example"], mails.Select(mail => mail.ToAddress));
        Assert.Equal(["ru", "en"], mails.Select(mail => mail.Language));
        Assert.All(mails, mail => Assert.Equal(MailState.Queued, mail.State));
        Assert.All(mails, mail => Assert.Equal(mail.CreatedAt + DecisionMails.Pause, mail.NextAttemptAt));
        Assert.Contains("Aigerim RETURNED\n  Фотография: Слишком тёмное фото", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("Aigerim APPROVED", mails[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("REFUSED", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("Aigerim REFUSED\n  No mandate", mails[1].Body, StringComparison.Ordinal);
        Assert.Contains($"https://events.example.org/staff/invitations/{desk.Uzbekistan.InvitationId}", mails[1].Body, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain("900", mail.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_decided_on_twice_meanwhile_is_told_once_and_what_was_sent_is_not_rewritten()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");
        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.Refuse, "No mandate")).Errors);
        seen = seen with { Version = (await desk.CaseAsync(seen.CaseId)).Version };
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.Reopen, "The mandate came")).Errors);
        seen = seen with { Version = (await desk.CaseAsync(seen.CaseId)).Version };
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.Approve)).Errors);

        var first = Assert.Single(await desk.MailsAsync());
        Assert.DoesNotContain("No mandate", first.Body, StringComparison.Ordinal);
        Assert.Single(first.Body.Split("BEKOVA").Skip(1));
        await database.ScalarAsync($"UPDATE outbox_mails SET state = 'Sent' WHERE id = '{first.Id}'");
        seen = seen with { Version = (await desk.CaseAsync(seen.CaseId)).Version };
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.Suspend, "Being checked")).Errors);

        var mails = await desk.MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Equal(first.Body, mails[0].Body);
        Assert.Contains("Being checked", mails[1].Body, StringComparison.Ordinal);
    }
}
