using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Webhooks;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Webhooks;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Webhooks;

/// <summary>Messages of webhooks on their way to a real receiver: signed, tried again, and never lost with the node that sent them.</summary>
/// <remarks>Each test has a database of its own: whoever delivers, delivers all that is due.</remarks>
public sealed class WebhookTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_release_is_told_with_a_signature_that_the_receiver_can_check()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, webhook) = await desk.ArrangeAsync(receiver.Address);

        await desk.PublishAsync(organiser, eventId);
        await desk.Delivery.DeliverDueAsync(default);

        var request = Assert.Single(receiver.Taken);
        Assert.Equal(("/hook", "application/json"), (request.Path, request.Headers["Content-Type"]));
        var body = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal(("release.published", eventId, 1), (body.GetProperty("type").GetString(), body.GetProperty("data").GetProperty("eventId").GetGuid(), body.GetProperty("data").GetProperty("number").GetInt32()));
        Assert.Equal(_database.Clock.GetUtcNow(), body.GetProperty("timestamp").GetDateTimeOffset());
        // As a receiver checks it, by the standard alone.
        var content = $"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{request.Body}";
        var mine = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(webhook.Secret["whsec_".Length..]), Encoding.UTF8.GetBytes(content)));
        Assert.Equal($"v1,{mine}", request.Headers["webhook-signature"]);
        Assert.Equal(_database.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), request.Headers["webhook-timestamp"]);
        var message = Assert.Single(await desk.MessagesAsync(organiser, eventId));
        Assert.Equal((WebhookMessageState.Delivered, 1, 204, request.Headers["webhook-id"]), (message.State, message.Attempts, message.LastStatus, message.Id.ToString()));
        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));
    }

    [Fact]
    public async Task An_accreditation_is_told_by_whoever_changes_it_and_says_nothing_of_the_person()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address, WebhookTopic.AccreditationChanged);
        await desk.PublishAsync(organiser, eventId);
        var delegations = new DelegationsDesk(_database);
        var (focalPoint, invitationId) = await delegations.AcceptedAsync(organiser, eventId, "KZ");

        // The focal point sees no webhook, and yet the message is written with the registration.
        OrganiserDesk.Value(await delegations.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Canary", DelegationRole.Head), default));
        await desk.Delivery.DeliverDueAsync(default);

        Assert.NotEmpty(receiver.Taken);
        Assert.All(receiver.Taken, request =>
        {
            var body = JsonDocument.Parse(request.Body).RootElement;
            Assert.Equal("accreditation.changed", body.GetProperty("type").GetString());
            Assert.Equal(["accreditationId", "eventId", "from", "sideId", "to"], body.GetProperty("data").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.DoesNotContain("Canary", request.Body, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(await _database.SideAsync("KZ"), JsonDocument.Parse(receiver.Taken[0].Body).RootElement.GetProperty("data").GetProperty("sideId").GetGuid());
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);

        var refused = await desk.Organisers.Releases.PublishAsync(organiser, eventId, new ScoEvents.Web.Features.Programme.ReleaseForm { Number = 1 }, default);

        Assert.Equal("stale", refused.Error?.Code);
        Assert.Single(await desk.MessagesAsync(organiser, eventId));
    }

    [Fact]
    public async Task A_receiver_that_is_down_gets_the_same_message_when_it_is_back()
    {
        await using var receiver = HttpReceiver.Start();
        receiver.Stop();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);
        Assert.Equal(1, await desk.Delivery.DeliverDueAsync(default));
        var waiting = Assert.Single(await desk.MessagesAsync(organiser, eventId));
        Assert.Equal((WebhookMessageState.Queued, 1, "unreachable", _database.Clock.GetUtcNow().AddSeconds(10)), (waiting.State, waiting.Attempts, waiting.LastError, waiting.NextAttemptAt));
        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));

        receiver.Resume();
        _database.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await desk.Delivery.DeliverDueAsync(default));

        Assert.Equal(waiting.Id.ToString(), Assert.Single(receiver.Taken).Headers["webhook-id"]);
        Assert.Equal((0, 0), (await desk.ShownAsync(organiser, eventId)).Webhooks.Select(webhook => (webhook.Failures, webhook.Waiting)).Single());
    }

    [Theory]
    [InlineData(500, "refused")]
    [InlineData(404, "refused")]
    [InlineData(307, "redirect")]
    public async Task An_answer_that_is_no_success_is_tried_again_and_no_redirect_is_followed(int status, string error)
    {
        await using var receiver = HttpReceiver.Start();
        receiver.Answer = _ => Task.FromResult(status);
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);

        await desk.Delivery.DeliverDueAsync(default);

        var message = Assert.Single(await desk.MessagesAsync(organiser, eventId));
        Assert.Equal((WebhookMessageState.Queued, status, error), (message.State, message.LastStatus, message.LastError));
        Assert.Single(receiver.Taken);
    }

    [Fact]
    public async Task A_receiver_that_is_too_slow_is_not_waited_for()
    {
        await using var receiver = HttpReceiver.Start();
        var release = new TaskCompletionSource<int>();
        receiver.Answer = _ => release.Task;
        using var desk = new WebhookDesk(_database, new WebhookOptions { AllowsLoopback = true, TimeoutSeconds = 1 });
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);

        await desk.Delivery.DeliverDueAsync(default);

        release.SetResult(204);
        var message = Assert.Single(await desk.MessagesAsync(organiser, eventId));
        Assert.Equal((WebhookMessageState.Queued, (int?)null, "timeout"), (message.State, message.LastStatus, message.LastError));
    }

    [Fact]
    public async Task A_webhook_that_is_switched_off_or_removed_is_told_nothing()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, webhook) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);
        await desk.Service.SwitchAsync(organiser, eventId, webhook.Id, isOn: false, default);
        await desk.PublishAsync(organiser, eventId);
        Assert.Equal(0, await desk.Delivery.DeliverDueAsync(default));
        Assert.Single(await desk.MessagesAsync(organiser, eventId));

        Assert.True((await desk.Service.RemoveAsync(organiser, eventId, webhook.Id, default)).IsSuccess);

        var shown = await desk.ShownAsync(organiser, eventId);
        Assert.Equal((0, 0), (shown.Webhooks.Count, shown.Messages.Count));
    }

    [Fact]
    public async Task The_secret_lies_encrypted_and_is_not_in_the_trail()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (_, _, webhook) = await desk.ArrangeAsync(receiver.Address);
        var row = (string)(await _database.ScalarAsync($"SELECT w::text FROM webhooks w WHERE id = '{webhook.Id}'"))!;
        var trail = (string)(await _database.ScalarAsync($"SELECT changes::text FROM audit_entries WHERE entity_id = '{webhook.Id}'"))!;

        Assert.Contains("v1.test.", row, StringComparison.Ordinal);
        Assert.All(new[] { row, trail }, text => Assert.DoesNotContain(webhook.Secret["whsec_".Length..], text, StringComparison.Ordinal));
        Assert.DoesNotContain("v1.test.", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_read_with_as_many_commands_for_three_webhooks_as_for_one()
    {
        await using var receiver = HttpReceiver.Start();
        using var desk = new WebhookDesk(_database);
        var (organiser, eventId, _) = await desk.ArrangeAsync(receiver.Address);
        await desk.PublishAsync(organiser, eventId);
        var one = await CommandCount.OfAsync(() => desk.ShownAsync(organiser, eventId));
        for (var i = 0; i < 2; i++)
        {
            OrganiserDesk.Value(await desk.Service.AddAsync(organiser, eventId, new WebhookForm { Url = new Uri(receiver.Address, $"{i}").AbsoluteUri }, default));
        }

        await desk.PublishAsync(organiser, eventId);

        Assert.Equal(one, await CommandCount.OfAsync(() => desk.ShownAsync(organiser, eventId)));
        Assert.Equal(4, (await desk.ShownAsync(organiser, eventId)).Messages.Count);
    }
}
