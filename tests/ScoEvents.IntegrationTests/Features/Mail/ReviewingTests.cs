using ScoEvents.Domain.Access;
using ScoEvents.Domain.Mail;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Mail;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

public sealed class ReviewingTests : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly TestDatabase _database;
    private readonly MailDesk _mails;
    private Actor _organiser = Actor.Public;
    private Guid _eventId;

    public ReviewingTests(TestDatabase database)
    {
        _database = database;
        _mails = new MailDesk(database);
    }

    public async Task InitializeAsync()
    {
        _organiser = await _database.OrganiserAsync();
        _eventId = await new OrganiserDesk(_database).EventAsync(_organiser);
    }

    public async Task DisposeAsync() => await _database.ScalarAsync("DELETE FROM outbox_mails");

    [Fact]
    public async Task Mails_are_sent_one_by_one_or_all_that_were_seen_or_not_at_all()
    {
        var (sent, discarded, left) = (await ReviewAsync("sent"), await ReviewAsync("discarded"), await ReviewAsync("left"));
        await _mails.DecideAsync(_organiser, _eventId, sent, MailDecision.Send);
        await _mails.DecideAsync(_organiser, _eventId, discarded, MailDecision.Discard);
        var seen = await _mails.ShelfAsync(_organiser, _eventId, MailShelf.Review);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var unseen = await ReviewAsync("unseen");

        var all = OrganiserDesk.Value(await _mails.Service.SendAllAsync(_organiser, _eventId, seen.ReadAt, default));

        Assert.Equal([left], seen.Rows.Select(row => row.Id));
        Assert.Equal(1, all);
        Assert.Equal(
            [MailShelf.OnTheWay, MailShelf.Discarded, MailShelf.OnTheWay, MailShelf.Review],
            await Task.WhenAll(new[] { sent, discarded, left, unseen }.Select(async id => (await _mails.MailAsync(_organiser, _eventId, id)).Row.Shelf)));
    }

    [Fact]
    public async Task A_mail_that_changed_since_it_was_seen_is_left_as_it_is_and_counted()
    {
        var (first, second) = (await ReviewAsync("first"), await ReviewAsync("second"));
        var seen = (await _mails.ShelfAsync(_organiser, _eventId, MailShelf.Review)).Rows.Select(row => new SeenMail(row.Id, row.Version)).ToList();
        await _mails.DecideAsync(_organiser, _eventId, first, MailDecision.Discard);

        var decided = OrganiserDesk.Value(await _mails.Service.DecideAsync(_organiser, _eventId, seen, MailDecision.Send, default));

        Assert.Equal(new MailsDecided(1, 1), decided);
        Assert.Equal(MailShelf.Discarded, (await _mails.MailAsync(_organiser, _eventId, first)).Row.Shelf);
        Assert.Equal(MailShelf.OnTheWay, (await _mails.MailAsync(_organiser, _eventId, second)).Row.Shelf);
    }

    [Fact]
    public async Task Of_a_mail_that_is_discarded_and_taken_in_the_same_moment_exactly_one_is_true()
    {
        await using var server = MailServer.Start();
        for (var round = 0; round < 15; round++)
        {
            var id = await _mails.QueueAsync(_organiser, _eventId, $"focal{round}@mfa.example");
            var row = (await _mails.MailAsync(_organiser, _eventId, id)).Row;

            var discarding = Task.Run(() => _mails.Service.DecideAsync(_organiser, _eventId, [new SeenMail(id, row.Version)], MailDecision.Discard, default));
            var delivering = Task.Run(() => _mails.Delivery(server).DeliverDueAsync(CancellationToken.None));
            await Task.WhenAll(discarding, delivering);

            var isDiscarded = (await discarding) is { IsSuccess: true, Value.Done: 1 };
            var arrived = server.Taken.Count(message => message.MessageId == $"{id:N}@secretariat.example");
            Assert.Equal(isDiscarded ? 0 : 1, arrived);
            Assert.Equal(isDiscarded ? MailShelf.Discarded : MailShelf.Sent, (await _mails.MailAsync(_organiser, _eventId, id)).Row.Shelf);
        }
    }

    [Fact]
    public async Task The_outbox_is_read_in_as_many_commands_for_three_mails_as_for_one_and_page_by_page()
    {
        await ReviewAsync("one");
        var one = await CommandCount.OfAsync(() => _mails.ShelfAsync(_organiser, _eventId, MailShelf.Review));
        await ReviewAsync("two");
        await ReviewAsync("three");
        Assert.Equal(one, await CommandCount.OfAsync(() => _mails.ShelfAsync(_organiser, _eventId, MailShelf.Review)));
        for (var i = 3; i < MailQueries.PageSize + 1; i++)
        {
            await ReviewAsync($"mail{i}");
        }

        var last = OrganiserDesk.Value(await _mails.Queries.ListAsync(_organiser, _eventId, null, 99, default));

        Assert.Equal((MailShelf.Review, 2, 2, 1, MailQueries.PageSize + 1, false), (last.Shelf, last.Page, last.PageCount, last.Rows.Count, last.Counts[MailShelf.Review], last.IsConfigured));
    }

    [Fact]
    public async Task A_mail_of_another_event_is_not_found_and_not_decided_on()
    {
        var elsewhere = await new OrganiserDesk(_database).EventAsync(_organiser);
        var theirs = await _mails.QueueAsync(_organiser, elsewhere, "focal@mfa.example");
        var row = (await _mails.MailAsync(_organiser, elsewhere, theirs)).Row;

        Assert.Equal("not-found", (await _mails.Queries.GetAsync(_organiser, _eventId, theirs, default)).Error?.Code);
        Assert.Equal(new MailsDecided(0, 1), OrganiserDesk.Value(await _mails.Service.DecideAsync(_organiser, _eventId, [new SeenMail(theirs, row.Version)], MailDecision.Discard, default)));
        var tooMany = Enumerable.Range(0, MailService.MaxAtOnce + 1).Select(_ => new SeenMail(Guid.NewGuid(), 1)).ToList();
        Assert.Equal([(null, "mail.too-many")], OrganiserDesk.Refusals(await _mails.Service.DecideAsync(_organiser, _eventId, tooMany, MailDecision.Send, default)));
    }

    private async Task<Guid> ReviewAsync(string who)
    {
        await using var context = await _database.OpenAsync(_organiser);
        var letter = new MailLetter(Guid.NewGuid().ToString("N"), $"{who}@mfa.example", who, "en", "Subject", "Text") { EventId = _eventId };
        var mail = OutboxMail.Write(letter, isReviewed: true, _database.Clock.GetUtcNow());
        context.OutboxMails.Add(mail);
        await context.SaveChangesAsync();
        return mail.Id;
    }
}
