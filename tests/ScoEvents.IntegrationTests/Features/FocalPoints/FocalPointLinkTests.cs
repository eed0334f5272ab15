using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Mail;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.FocalPoints;

public sealed class FocalPointLinkTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FocalPointDesk _desk = new(database);

    [Fact]
    public async Task Who_was_sent_a_link_speaks_for_that_side_in_that_event_and_nowhere_else()
    {
        var side = await _desk.InvitedAsync();
        var other = await _desk.InvitedAsync();

        var (person, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);

        Assert.True(await _desk.SpeaksAsync(person, side));
        Assert.False(await _desk.SpeaksAsync(person, other));
        Assert.True((await _desk.Delegations.Invitations.AcceptAsync(person, side.InvitationId, default)).IsSuccess);
        Assert.True((await _desk.Delegations.Delegations.RegisterAsync(person, side.InvitationId, DelegationsDesk.Person(), default)).IsSuccess);
        Assert.Equal("not-found", (await _desk.Delegations.Invitations.AcceptAsync(person, other.InvitationId, default)).Error!.Code);
    }

    [Fact]
    public async Task Looking_at_a_link_any_number_of_times_uses_nothing_up()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        var key = await _desk.SendAsync(side.Organiser, side.InvitationId, email);

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(LinkHolder.SignedOut, (await _desk.Queries.LookAsync(Actor.Public, key, default)).Value.Holder);
            Assert.Equal(LinkHolder.Addressee, (await _desk.Queries.LookAsync(person, key, default)).Value.Holder);
        }

        Assert.True((await _desk.Links.AcceptAsync(person, key, default)).IsSuccess);
    }

    [Fact]
    public async Task A_newcomer_gets_account_grant_and_office_at_once()
    {
        var side = await _desk.InvitedAsync();
        var key = await _desk.SendAsync(side.Organiser, side.InvitationId, "newcomer@mfa.example");
        Assert.Equal(LinkHolder.Newcomer, (await _desk.Queries.LookAsync(Actor.Public, key, default)).Value.Holder);
        var newcomer = Newcomer();

        var accepted = await _desk.Links.AcceptAsNewAsync(Actor.Public, key, newcomer, default);

        Assert.Equal(side.InvitationId, accepted.Value);
        Assert.True(await _desk.SpeaksAsync(Actor.Of(newcomer.Id), side));
        Assert.Equal("newcomer@mfa.example", await database.ScalarAsync($"SELECT email FROM users WHERE id = '{newcomer.Id}'"));
        Assert.Equal("Principal", await database.ScalarAsync($"SELECT rank FROM focal_points WHERE user_id = '{newcomer.Id}' AND ended_at IS NULL"));
    }

    [Fact]
    public async Task A_used_an_expired_a_revoked_and_an_unknown_link_are_each_refused_and_nothing_is_written()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        var used = await _desk.SendAsync(side.Organiser, side.InvitationId, email);
        Assert.True((await _desk.Links.AcceptAsync(person, used, default)).IsSuccess);
        var (late, lateEmail) = await _desk.PersonAsync();
        var expired = await _desk.SendAsync(side.Organiser, side.InvitationId, lateEmail, FocalPointRank.Deputy);
        var revokedLink = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("revoked@mfa.example", FocalPointRank.Deputy), default)).Value;
        var revoked = await _desk.KeyAsync(revokedLink);
        Assert.True((await _desk.Service.RevokeLinkAsync(side.Organiser, side.InvitationId, revokedLink, default)).IsSuccess);
        database.Clock.Advance(TimeSpan.FromDays(14));
        var grants = await database.ScalarAsync("SELECT count(*) FROM grants");
        var users = await database.ScalarAsync("SELECT count(*) FROM users");

        Assert.Equal("focal-link.used", (await _desk.Links.AcceptAsync(person, used, default)).Error!.Code);
        Assert.Equal("focal-link.expired", (await _desk.Links.AcceptAsync(late, expired, default)).Error!.Code);
        Assert.Equal("focal-link.revoked", (await _desk.Links.AcceptAsNewAsync(Actor.Public, revoked, Newcomer(), default)).Error!.Code);
        foreach (var unknown in new[] { null, "", "x", new string('A', 43), used[..42], used + "A", "../../etc/passwd", FocalPointKey.Create().ToAddress() })
        {
            Assert.Equal("focal-link.unknown", (await _desk.Links.AcceptAsync(person, unknown, default)).Error!.Code);
            Assert.Equal("focal-link.unknown", (await _desk.Queries.LookAsync(person, unknown, default)).Error!.Code);
        }

        Assert.Equal(grants, await database.ScalarAsync("SELECT count(*) FROM grants"));
        Assert.Equal(users, await database.ScalarAsync("SELECT count(*) FROM users"));
        Assert.Equal("focal-link.used", (await _desk.Queries.LookAsync(person, used, default)).Error!.Code);
    }

    [Fact]
    public async Task A_forwarded_link_is_refused_and_still_good_for_whom_it_was_sent_to()
    {
        var side = await _desk.InvitedAsync();
        var (addressee, email) = await _desk.PersonAsync();
        var (other, _) = await _desk.PersonAsync();
        var key = await _desk.SendAsync(side.Organiser, side.InvitationId, email.ToUpperInvariant());

        Assert.Equal("focal-link.other-person", (await _desk.Links.AcceptAsync(other, key, default)).Error!.Code);
        Assert.Equal(LinkHolder.SomebodyElse, (await _desk.Queries.LookAsync(other, key, default)).Value.Holder);
        Assert.Equal("focal-link.account-exists", (await _desk.Links.AcceptAsNewAsync(Actor.Public, key, Newcomer(), default)).Error!.Code);
        Assert.False(await _desk.SpeaksAsync(other, side));

        Assert.True((await _desk.Links.AcceptAsync(addressee, key, default)).IsSuccess);
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_the_same_moment_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var side = await _desk.InvitedAsync();
            var key = await _desk.SendAsync(side.Organiser, side.InvitationId, $"race{round}@mfa.example");

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _desk.Links.AcceptAsNewAsync(Actor.Public, key, Newcomer(), default))));

            Assert.Single(outcomes, outcome => outcome.IsSuccess);
            Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal("focal-link.used", outcome.Error!.Code));
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM grants WHERE event_id = '{side.EventId}'"));
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM focal_points WHERE event_id = '{side.EventId}'"));
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM users WHERE normalized_email = 'RACE{round}@MFA.EXAMPLE'"));
        }
    }

    [Fact]
    public async Task A_link_that_is_used_and_taken_back_at_the_same_moment_is_one_of_the_two()
    {
        for (var round = 0; round < 5; round++)
        {
            var side = await _desk.InvitedAsync();
            var (person, email) = await _desk.PersonAsync();
            var link = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form(email), default)).Value;
            var key = await _desk.KeyAsync(link);

            var use = Task.Run(() => _desk.Links.AcceptAsync(person, key, default));
            var revoke = Task.Run(() => _desk.Service.RevokeLinkAsync(side.Organiser, side.InvitationId, link, default));
            await Task.WhenAll(use, revoke);

            Assert.NotEqual((await use).IsSuccess, (await revoke).IsSuccess);
            Assert.Equal((await use).IsSuccess, await _desk.SpeaksAsync(person, side));
        }
    }

    [Fact]
    public async Task The_secret_stands_in_no_table_no_page_of_the_outbox_and_no_trail()
    {
        var side = await _desk.InvitedAsync();
        var link = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("secret@mfa.example", language: "ru"), default)).Value;
        var key = await _desk.KeyAsync(link);
        var mailId = (Guid)(await database.ScalarAsync($"SELECT id FROM outbox_mails WHERE key = 'focal-link:{link}'"))!;

        var read = await new MailDesk(database).MailAsync(side.Organiser, side.EventId, mailId);

        Assert.Contains(SealedText.Mask, read.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("⟦", read.Body, StringComparison.Ordinal);
        foreach (var table in new[] { "outbox_mails", "focal_point_links", "audit_entries" })
        {
            Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM {table} t WHERE t::text LIKE '%{key}%'"));
        }
    }

    [Fact]
    public async Task The_mail_that_arrives_carries_the_link_in_the_language_of_the_person()
    {
        var side = await _desk.InvitedAsync();
        var link = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("arrives@mfa.example", language: "ru"), default)).Value;
        await using var server = MailServer.Start();

        Assert.True(await new MailDesk(database).Delivery(server).DeliverDueAsync(default));

        var mail = server.Taken.Single(taken => taken.To.ToString().Contains("arrives@mfa.example", StringComparison.Ordinal));
        Assert.Equal("Контактное лицо, Казахстан: Семинар", mail.Subject);
        Assert.Contains($"https://events.example.org/account/focal-point/ru/{await _desk.KeyAsync(link)}", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_a_side_whose_invitation_was_taken_back_is_refused()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        var key = await _desk.SendAsync(side.Organiser, side.InvitationId, email);
        Assert.True((await _desk.Delegations.Invitations.WithdrawAsync(side.Organiser, side.EventId, side.InvitationId, default)).IsSuccess);

        Assert.Equal("focal-link.invitation-withdrawn", (await _desk.Links.AcceptAsync(person, key, default)).Error!.Code);
        Assert.Equal("focal-link.invitation-withdrawn", (await _desk.Queries.LookAsync(person, key, default)).Error!.Code);
        Assert.Equal("focal-link.invitation-withdrawn", (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("a@mfa.example"), default)).Error!.Code);
    }

    private static PortalUser Newcomer() => new() { DisplayName = "Newcomer", SecurityStamp = Guid.NewGuid().ToString("N"), PasswordHash = "hash" };
}
