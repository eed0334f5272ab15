using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Mail;
using SmtpServer.Protocol;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

/// <summary>The way from the outbox to a real mail server on this machine, and everything that can go wrong on it.</summary>
public sealed class DeliveryTests : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly TestDatabase _database;
    private readonly MailDesk _mails;
    private readonly MailServer _server = MailServer.Start();
    private Actor _organiser = Actor.Public;
    private Guid _eventId;

    public DeliveryTests(TestDatabase database)
    {
        _database = database;
        _mails = new MailDesk(database);
    }

    public async Task InitializeAsync()
    {
        _organiser = await _database.OrganiserAsync();
        _eventId = await new OrganiserDesk(_database).EventAsync(_organiser);
    }

    public async Task DisposeAsync()
    {
        // The outbox is one for all events: what a test leaves behind would be delivered by the next.
        await _database.ScalarAsync("DELETE FROM outbox_mails");
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "Aigerim Bekova", "Programme changed – release 2", "Dear Aigerim,\n\n* Opening → 09:30")]
    [InlineData("ru", "Айгерим Бекова", "Программа изменилась (выпуск 2)", "Здравствуйте!\n\nПеренесено: открытие")]
    [InlineData("zh", "李伟", "日程变更（第2版）", "尊敬的李伟：\n\n改期：开幕式")]
    [InlineData("hi", "आशा राव", "कार्यक्रम में बदलाव (संस्करण 2)", "आदरणीय आशा राव,\n\nस्थानांतरित: उद्घाटन")]
    [InlineData("ur", "عائشہ خان", "پروگرام میں تبدیلی (نسخہ 2)", "محترم عائشہ خان،\n\nمنتقل: افتتاح \u206609:00–10:00\u2069")]
    public async Task A_mail_arrives_as_it_was_written(string language, string name, string subject, string body)
    {
        var id = await _mails.QueueAsync(_organiser, _eventId, "focal@mfa.example", name, language, subject, body);

        Assert.True(await DeliverAsync());

        var message = Assert.Single(_server.Taken);
        Assert.Equal((subject, body), (message.Subject, message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n')));
        Assert.Equal([(name, "focal@mfa.example")], message.To.Mailboxes.Select(mailbox => (mailbox.Name, mailbox.Address)));
        Assert.Equal([("Секретариат", "events@secretariat.example")], message.From.Mailboxes.Select(mailbox => (mailbox.Name, mailbox.Address)));
        Assert.Equal($"{id:N}@secretariat.example", message.MessageId);
        Assert.Equal((language, "auto-generated"), (message.Body!.Headers["Content-Language"], message.Headers["Auto-Submitted"]));
        Assert.Equal(_database.Clock.GetUtcNow(), message.Date);
        var row = (await _mails.MailAsync(_organiser, _eventId, id)).Row;
        Assert.Equal((MailShelf.Sent, 1, (DateTimeOffset?)_database.Clock.GetUtcNow(), null), (row.Shelf, row.Attempts, row.SentAt, row.LastError));
    }

    [Fact]
    public async Task While_the_server_is_down_nothing_is_lost_and_afterwards_everything_arrives_once()
    {
        var ids = new List<Guid> { await QueueAsync("one"), await QueueAsync("two"), await QueueAsync("three") };
        await _server.StopAsync();

        for (var minute = 0; minute < 60; minute += 4)
        {
            Assert.False(await DeliverAsync());
            _database.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        var waiting = await _mails.ShelfAsync(_organiser, _eventId, MailShelf.OnTheWay);
        Assert.Equal(3, waiting.Rows.Count);
        Assert.Contains(waiting.Rows, row => row.LastError is not null && row.Attempts > 1);
        _server.Resume();
        _database.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(await DeliverAsync());
        Assert.True(await DeliverAsync());

        Assert.Equal(["one@mfa.example", "three@mfa.example", "two@mfa.example"], Arrived());
        Assert.Equal(ids.Count, (await _mails.ShelfAsync(_organiser, _eventId, MailShelf.Sent)).Rows.Count);
    }

    [Fact]
    public async Task A_recipient_whom_the_server_refuses_fails_at_once_and_holds_nobody_up()
    {
        _server.Recipient = address => address.StartsWith("gone", StringComparison.Ordinal) ? new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such user") : null;
        await QueueAsync("first");
        var refused = await QueueAsync("gone");
        await QueueAsync("last");

        Assert.True(await DeliverAsync());

        Assert.Equal(["first@mfa.example", "last@mfa.example"], Arrived());
        var row = Assert.Single((await _mails.ShelfAsync(_organiser, _eventId, MailShelf.Failed)).Rows);
        Assert.Equal((refused, 1), (row.Id, row.Attempts));
        Assert.Contains("550", row.LastError, StringComparison.Ordinal);
        Assert.Contains("no such user", row.LastError, StringComparison.Ordinal);

        _server.Recipient = _ => null;
        await _mails.DecideAsync(_organiser, _eventId, refused, MailDecision.Send);
        Assert.True(await DeliverAsync());
        Assert.Contains("gone@mfa.example", Arrived());
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_is_asked_again_after_a_minute()
    {
        var isPatient = true;
        _server.Recipient = _ => isPatient ? new SmtpResponse((SmtpReplyCode)451, "greylisted") : null;
        var id = await QueueAsync("focal");

        Assert.True(await DeliverAsync());
        var row = (await _mails.MailAsync(_organiser, _eventId, id)).Row;
        isPatient = false;
        await DeliverAsync();
        var early = Arrived();
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();

        Assert.Equal((MailShelf.OnTheWay, 1), (row.Shelf, row.Attempts));
        Assert.Contains("451", row.LastError, StringComparison.Ordinal);
        Assert.Empty(early);
        Assert.Equal(["focal@mfa.example"], Arrived());
    }

    [Fact]
    public async Task A_mail_whose_reception_the_server_never_confirmed_is_uncertain_and_sent_again_only_by_decision_under_the_same_identity()
    {
        var release = new TaskCompletionSource();
        _server.Message = async (_, cancellationToken) =>
        {
            await release.Task.WaitAsync(cancellationToken);
            return null;
        };
        var id = await QueueAsync("focal");

        await DeliverAsync(sendTimeout: 1);
        release.SetResult();
        await _server.WaitForAsync(1);
        var row = (await _mails.MailAsync(_organiser, _eventId, id)).Row;
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync();

        Assert.Equal(MailShelf.Uncertain, row.Shelf);
        Assert.Contains("1 s", row.LastError, StringComparison.Ordinal);
        Assert.Single(_server.Taken);
        await _mails.DecideAsync(_organiser, _eventId, id, MailDecision.Send);
        await DeliverAsync();
        Assert.Equal(2, _server.Taken.Count);
        Assert.Equal($"{id:N}@secretariat.example", Assert.Single(_server.Taken.Select(message => message.MessageId).Distinct()));
        Assert.Equal(MailShelf.Sent, (await _mails.MailAsync(_organiser, _eventId, id)).Row.Shelf);
    }

    [Fact]
    public async Task A_text_that_the_server_refuses_has_failed_and_is_not_uncertain()
    {
        _server.Message = (_, _) => Task.FromResult<SmtpResponse?>(new SmtpResponse(SmtpReplyCode.TransactionFailed, "spam"));
        var id = await QueueAsync("focal");

        await DeliverAsync();

        Assert.Equal(MailShelf.Failed, (await _mails.MailAsync(_organiser, _eventId, id)).Row.Shelf);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task Several_nodes_send_no_mail_twice()
    {
        for (var i = 0; i < 40; i++)
        {
            await QueueAsync($"focal{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync())));

        Assert.Equal(40, Arrived().Count);
        Assert.Equal(40, Arrived().Distinct().Count());
        Assert.Equal(40, (await _mails.ShelfAsync(_organiser, _eventId, MailShelf.Sent)).Counts[MailShelf.Sent]);
    }

    [Fact]
    public async Task Where_encryption_is_asked_for_and_not_offered_nothing_is_said()
    {
        var id = await QueueAsync("focal");

        Assert.False(await _mails.Delivery(_server, security: MailSecurity.StartTls).DeliverDueAsync(CancellationToken.None));

        Assert.Empty(_server.Taken);
        var row = (await _mails.MailAsync(_organiser, _eventId, id)).Row;
        Assert.Equal((MailShelf.OnTheWay, 1), (row.Shelf, row.Attempts));
        Assert.NotNull(row.LastError);
    }

    [Fact]
    public async Task Lines_in_a_name_a_subject_or_an_address_begin_no_header_however_they_came_into_the_table()
    {
        var named = await _mails.QueueAsync(_organiser, _eventId, "focal@mfa.example");
        var addressed = await _mails.QueueAsync(_organiser, _eventId, "other@mfa.example");
        await SetAsync(named, "to_name", "Eve\r\nBcc: all@mfa.example");
        await SetAsync(named, "subject", "Hello\r\nX-Injected: yes");
        await SetAsync(addressed, "to_address", "a@b.example>\r\nRCPT TO:<c@d.example");

        await DeliverAsync();

        var message = Assert.Single(_server.Taken);
        Assert.Equal(["focal@mfa.example"], message.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Empty(message.Bcc);
        Assert.Null(message.Headers["X-Injected"]);
        Assert.Equal(MailShelf.Failed, (await _mails.MailAsync(_organiser, _eventId, addressed)).Row.Shelf);
    }

    private async Task SetAsync(Guid mailId, string column, string value)
    {
        await using var source = NpgsqlDataSource.Create(_database.SuperuserConnectionString);
        await using var command = source.CreateCommand($"UPDATE outbox_mails SET {column} = $1 WHERE id = $2");
        command.Parameters.AddWithValue(value);
        command.Parameters.AddWithValue(mailId);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private Task<Guid> QueueAsync(string who) => _mails.QueueAsync(_organiser, _eventId, $"{who}@mfa.example");

    private Task<bool> DeliverAsync(int sendTimeout = 30) => _mails.Delivery(_server, sendTimeout).DeliverDueAsync(CancellationToken.None);

    private IReadOnlyList<string> Arrived() =>
        [.. _server.Taken.SelectMany(message => message.To.Mailboxes).Select(mailbox => mailbox.Address).Order(StringComparer.Ordinal)];
}
