using System.Net;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Webhooks;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Webhooks;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Webhooks;

/// <summary>Where the portal sends and where not.</summary>
public sealed class WebhookTargetTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("https://receiver.example/hook", "https://receiver.example/hook")]
    [InlineData("  https://receiver.example:8443/a?b=c ", "https://receiver.example:8443/a?b=c")]
    [InlineData("https://93.184.215.14/", "https://93.184.215.14/")]
    public void A_public_address_is_taken(string typed, string kept) => Assert.Equal(kept, Strict().Check(typed).Value);

    [Theory]
    [InlineData("", "webhook.url-invalid")]
    [InlineData("receiver.example", "webhook.url-invalid")]
    [InlineData("http://receiver.example/", "webhook.url-invalid")]
    [InlineData("ftp://receiver.example/", "webhook.url-invalid")]
    [InlineData("file:///etc/passwd", "webhook.url-invalid")]
    [InlineData("https://user:secret@receiver.example/", "webhook.url-invalid")]
    [InlineData("https://receiver.example/#part", "webhook.url-invalid")]
    [InlineData("https://receiver.example/\r\nX: y", "webhook.url-invalid")]
    [InlineData("https://receiver\u202e.example/", "webhook.url-invalid")]
    [InlineData("https://receiver.example\\@10.0.0.1/", "webhook.url-invalid")]
    [InlineData("http://localhost:9000/", "webhook.url-invalid")]
    [InlineData("https://localhost/", "webhook.url-private")]
    [InlineData("https://127.0.0.1/", "webhook.url-private")]
    [InlineData("https://2130706433/", "webhook.url-private")]
    [InlineData("https://0x7f.1/", "webhook.url-private")]
    [InlineData("https://[::1]/", "webhook.url-private")]
    [InlineData("https://[::ffff:10.0.0.1]/", "webhook.url-private")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhook.url-private")]
    [InlineData("https://10.1.2.3/", "webhook.url-private")]
    [InlineData("https://[fd00::1]/", "webhook.url-private")]
    public void An_address_that_is_none_or_leads_inside_is_refused(string typed, string code) => Assert.Equal(code, Strict().Check(typed).Error?.Code);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    public void A_network_address_is_judged_by_the_special_registries(string address, bool isAllowed) => Assert.Equal(isAllowed, Strict().IsAllowed(IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_the_settings_name_is_allowed_and_no_other()
    {
        var targets = new WebhookTargets(Options.Create(new WebhookOptions { AllowedNetworks = { "10.1.0.0/16", "192.168.7.7" } }));

        Assert.Equal(
            [true, false, true, false, false],
            new[] { "10.1.2.3", "10.2.0.1", "192.168.7.7", "192.168.7.8", "127.0.0.1" }.Select(address => targets.IsAllowed(IPAddress.Parse(address))));
    }

    [Fact]
    public async Task A_name_that_leads_inside_by_the_time_of_sending_is_not_followed()
    {
        await using var receiver = HttpReceiver.Start();
        using var permissive = new WebhookDesk(database);
        // Named while this machine was allowed; the name leads here still, and here is forbidden now.
        var (organiser, eventId, _) = await permissive.ArrangeAsync(new UriBuilder(receiver.Address) { Host = "localhost" }.Uri);
        await permissive.PublishAsync(organiser, eventId);
        var options = Options.Create(new WebhookOptions { TimeoutSeconds = 5 });
        using var line = new WebhookLine(new WebhookTargets(options), options, database.Clock);
        await using var context = await database.OpenAsync(organiser);
        var (webhook, message) = (context.Webhooks.Single(row => row.EventId == eventId), context.WebhookMessages.Single(row => row.EventId == eventId));

        var attempt = await line.SendAsync(webhook, WebhookSigner.NewSecret(), message, default);

        Assert.Equal("private", attempt.Error);
        Assert.Empty(receiver.Taken);
    }

    [Fact]
    public async Task The_service_refuses_what_leads_inside()
    {
        using var desk = new WebhookDesk(database, new WebhookOptions());
        var organiser = await database.OrganiserAsync();
        var eventId = await desk.Organisers.EventAsync(organiser);

        var added = await desk.Service.AddAsync(organiser, eventId, new WebhookForm { Url = "https://10.0.0.1/" }, default);

        Assert.Equal([("Url", "webhook.url-private")], OrganiserDesk.Refusals(added));
        Assert.Equal([("Topics", "webhook.topics-missing")], OrganiserDesk.Refusals(await desk.Service.AddAsync(organiser, eventId, new WebhookForm { Url = "https://receiver.example", Topics = [] }, default)));
    }

    private static WebhookTargets Strict() => new(Options.Create(new WebhookOptions()));
}
