using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Webhooks;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Hosting;

namespace ScoEvents.IntegrationTests.Features.Webhooks;

/// <summary>The services of webhooks over a test's database; receivers on this machine are allowed.</summary>
internal sealed class WebhookDesk : IDisposable
{
    private readonly TestDatabase _database;
    private readonly WebhookLine _line;

    public WebhookDesk(TestDatabase database, WebhookOptions? options = null, byte[]? masterKey = null)
    {
        _database = database;
        var settings = Options.Create(options ?? new WebhookOptions { AllowsLoopback = true, TimeoutSeconds = 5 });
        var cipher = new FieldCipher("test", new Dictionary<string, byte[]> { ["test"] = masterKey ?? RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) });
        Targets = new WebhookTargets(settings);
        _line = new WebhookLine(Targets, settings, database.Clock);
        var texts = new StringLocalizer<WebhookTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
        var notices = new WebhookNotices(texts, new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example") })));
        Delivery = new WebhookDelivery(database.Contexts, _line, notices, cipher, settings, database.Clock);
        Service = new WebhookService(database.Contexts, Targets, cipher, database.Clock);
        Queries = new WebhookQueries(database.Contexts);
        Organisers = new OrganiserDesk(database);
    }

    public WebhookTargets Targets { get; }

    public WebhookDelivery Delivery { get; }

    public WebhookService Service { get; }

    public WebhookQueries Queries { get; }

    public OrganiserDesk Organisers { get; }

    /// <summary>An organiser, an event with a session in a room, and a webhook for both topics.</summary>
    public async Task<(Actor Organiser, Guid EventId, NewWebhook Webhook)> ArrangeAsync(Uri receiver, params WebhookTopic[] topics)
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await Organisers.EventAsync(organiser);
        var room = await Organisers.RoomAsync(organiser, eventId, $"Hall {Guid.NewGuid():N}");
        OrganiserDesk.Value(await Organisers.Programme.AddSessionAsync(organiser, eventId, OrganiserDesk.Session("First", room, "09:00", "10:00"), default));
        var added = await Service.AddAsync(
            organiser, eventId, new WebhookForm { Url = new Uri(receiver, "hook").AbsoluteUri, Topics = topics.Length == 0 ? [.. Enum.GetValues<WebhookTopic>()] : [.. topics] }, default);
        return (organiser, eventId, OrganiserDesk.Value(added));
    }

    /// <summary>Publishes the programme.</summary>
    public async Task PublishAsync(Actor organiser, Guid eventId) =>
        OrganiserDesk.Value(await Organisers.Releases.PublishAsync(organiser, eventId, new ScoEvents.Web.Features.Programme.ReleaseForm(), default));

    /// <summary>The messages of an event, the latest first.</summary>
    public async Task<IReadOnlyList<WebhookMessageRow>> MessagesAsync(Actor organiser, Guid eventId) => (await ShownAsync(organiser, eventId)).Messages;

    /// <summary>What the page shows.</summary>
    public async Task<EventWebhooks> ShownAsync(Actor organiser, Guid eventId) => OrganiserDesk.Value(await Queries.GetAsync(organiser, eventId, default));

    public void Dispose() => _line.Dispose();
}
