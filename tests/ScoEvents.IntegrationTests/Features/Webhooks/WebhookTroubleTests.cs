using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Webhooks;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Webhooks;

/// <summary>Messages of webhooks when nodes are many, die, or try in vain.</summary>
/// <remarks>Each test has a database of its own: whoever delivers, delivers all that is due.</remarks>
public sealed class WebhookTroubleTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Two_nodes_send_each_message_once()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        for (var i = 0; i < 6; i++)
        {
            await desk.PublishAsync(organiser, eventId);
        }

        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Delivery.DeliverDueAsync(default)));

        Assert.Equal(6, attempts.Sum());
        Assert.Equal(6, receiver.Taken.Select(request => request.Headers["webhook-id"]).Distinct().Count());
    }

    [Fact]
    public async Task A_message_whose_node_was_killed_while_it_was_sent_is_sent_again_with_the_same_identity()
    {
        await using var receiver = HttpReceiver.Start();
        var (arrived, killed) = (new TaskCompletionSource(), new TaskCompletionSource());
        receiver.Answer = async _ =>
        {
            arrived.TrySetResult();
            await killed.Task;
            return 204;
        };
        var key = RandomNumberGenerator.GetBytes(32);
        using var desk = new WebhookDesk(_database, masterKey: key);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);
        var settings = PortalSettings.Development(_database)
            .With("Portal__Webhooks__AllowsLoopback", "true").With("Portal__MasterKeys__test", Convert.ToBase64String(key));
        await using (var node = await PortalProcess.StartAsync(settings))
        {
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
            using var process = Process.GetProcessById(node.ProcessId);
            process.Kill();
            await process.WaitForExitAsync();
        }

        killed.SetResult();
        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));
        Assert.Equal(WebhookMessageState.Sending, Assert.Single(await desk.MessagesAsync(organiser, eventId)).State);
        _database.Clock.Advance(DateTimeOffset.UtcNow - _database.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        Assert.Equal(1, await desk.Delivery.DeliverDueAsync(default));

        Assert.Equal(2, receiver.Taken.Count);
        Assert.Single(receiver.Taken.Select(request => (request.Headers["webhook-id"], request.Body)).Distinct());
        Assert.Equal((WebhookMessageState.Delivered, 2), (await desk.MessagesAsync(organiser, eventId)).Select(message => (message.State, message.Attempts)).Single());
    }

    [Fact]
    public async Task After_many_attempts_in_vain_the_portal_gives_up_says_so_by_mail_and_goes_on_when_told_to()
    {
        await using var receiver = HttpReceiver.Start();
        receiver.Answer = _ => Task.FromResult(503);
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, webhook) = await desk.ArrangeAsync(receiver.Address);
        await _database.ScalarAsync($"UPDATE users SET language = 'ru' WHERE id = '{organiser.UserId}'");
        for (var i = 0; i < 4; i++)
        {
            await desk.PublishAsync(organiser, eventId);
        }

        for (var i = 0; i < 8 && !(await desk.ShownAsync(organiser, eventId)).Webhooks[0].IsGivenUp; i++)
        {
            await desk.Delivery.DeliverDueAsync(default);
            _database.Clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal(Webhook.MaxFailures, receiver.Taken.Count);
        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));
        await using (var context = await _database.OpenAsync(organiser))
        {
            var mail = await context.OutboxMails.SingleAsync(mail => mail.EventId == eventId && mail.Key.StartsWith("webhook:"));
            Assert.Equal(("ru", MailState.Queued), (mail.Language, mail.State));
            Assert.Contains(receiver.Address.AbsoluteUri, mail.Body, StringComparison.Ordinal);
            Assert.Contains($"https://events.example/staff/events/{eventId}/webhooks", mail.Body, StringComparison.Ordinal);
        }

        receiver.Answer = _ => Task.FromResult(204);
        Assert.True((await desk.Service.SwitchAsync(organiser, eventId, webhook.Id, isOn: true, default)).IsSuccess);
        Assert.Equal(4, await desk.Delivery.DeliverDueAsync(default));
        Assert.All(await desk.MessagesAsync(organiser, eventId), message => Assert.Equal(WebhookMessageState.Delivered, message.State));
    }

    [Fact]
    public async Task A_message_ends_as_failed_after_its_last_attempt_and_can_be_sent_again()
    {
        await using var receiver = HttpReceiver.Start();
        receiver.Answer = _ => Task.FromResult(500);
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);
        for (var i = 0; i < WebhookMessage.MaxAttempts; i++)
        {
            Assert.Equal(1, await desk.Delivery.DeliverDueAsync(default));
            _database.Clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));
        var failed = Assert.Single(await desk.MessagesAsync(organiser, eventId));
        Assert.Equal(WebhookMessageState.Failed, failed.State);

        receiver.Answer = _ => Task.FromResult(200);
        Assert.True((await desk.Service.SendAgainAsync(organiser, eventId, failed.Id, default)).IsSuccess);
        Assert.Equal(1, await desk.Delivery.DeliverDueAsync(default));
        Assert.Equal(WebhookMessageState.Delivered, Assert.Single(await desk.MessagesAsync(organiser, eventId)).State);
    }

    [Fact]
    public async Task A_webhook_whose_secret_the_keys_do_not_open_holds_up_no_other()
    {
        await using var receiver = HttpReceiver.Start();
        using (var lost = new WebhookDesk(_database))
        {
            var (organiser, eventId, _) = await lost.ArrangeAsync(receiver.Address);
            await lost.PublishAsync(organiser, eventId);
        }

        using var desk = new WebhookDesk(_database);
        var (mine, other, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(mine, other);

        Assert.Equal(2, await desk.Delivery.DeliverDueAsync(default));

        Assert.Contains(other.ToString(), Assert.Single(receiver.Taken).Body, StringComparison.Ordinal);
        Assert.Equal("secret", await _database.ScalarAsync("SELECT last_error FROM webhook_deliveries WHERE state = 'Queued'"));
    }
}
