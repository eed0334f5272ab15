using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Mail;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

/// <summary>The outbox of a test's database: what writes into it, what reviews it, what delivers it.</summary>
public sealed class MailDesk(TestDatabase database)
{
    /// <summary>Opens what is sealed in mails of the tests; the same for all, as nodes share their keys.</summary>
    internal static FieldCipher Cipher { get; } = new("test", new Dictionary<string, byte[]> { ["test"] = System.Security.Cryptography.RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) });

    public MailService Service { get; } = new(database.Contexts, database.Clock);

    public MailQueries Queries { get; } = new(database.Contexts, database.Clock, Options.Create(new MailOptions()));

    /// <summary>Writes mails as the portal at https://events.example.org does.</summary>
    public static MailOutbox Outbox()
    {
        var speech = new ReleaseSpeech(Texts<ReleaseTexts>(), new ProgrammeSpeech(Texts<ProgrammeTexts>()));
        var links = new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") }));
        return new MailOutbox(new DigestWriter(Texts<DigestTexts>(), Texts<PublicEventTexts>(), speech, new ProgrammeSpeech(Texts<ProgrammeTexts>()), links));
    }

    /// <summary>What a node of the portal does with a mail server.</summary>
    public OutboxDelivery Delivery(MailServer server, int sendTimeout = 30, MailSecurity security = MailSecurity.None) => new(
        database.Contexts,
        Options.Create(new MailOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            From = "events@secretariat.example",
            FromName = "Секретариат",
            ConnectTimeoutSeconds = 10,
            SendTimeoutSeconds = sendTimeout,
        }),
        database.Clock,
        Cipher);

    /// <summary>Puts a mail into the outbox, due at once.</summary>
    public async Task<Guid> QueueAsync(Actor organiser, Guid eventId, string address, string name = "Recipient", string language = "en", string subject = "Subject", string body = "Text")
    {
        await using var context = await database.OpenAsync(organiser);
        var letter = new MailLetter(Guid.NewGuid().ToString("N"), address, name, language, subject, body) { EventId = eventId };
        var mail = OutboxMail.Write(letter, isReviewed: false, database.Clock.GetUtcNow());
        context.OutboxMails.Add(mail);
        await context.SaveChangesAsync();
        return mail.Id;
    }

    /// <summary>One shelf as an organiser reads it.</summary>
    public async Task<Outbox> ShelfAsync(Actor organiser, Guid eventId, MailShelf shelf) =>
        OrganiserDesk.Value(await Queries.ListAsync(organiser, eventId, shelf, 1, CancellationToken.None));

    /// <summary>The mail as an organiser reads it.</summary>
    public async Task<MailDetails> MailAsync(Actor organiser, Guid eventId, Guid mailId) =>
        OrganiserDesk.Value(await Queries.GetAsync(organiser, eventId, mailId, CancellationToken.None));

    /// <summary>Decides on one mail as it stands.</summary>
    public async Task DecideAsync(Actor organiser, Guid eventId, Guid mailId, MailDecision decision)
    {
        var row = (await MailAsync(organiser, eventId, mailId)).Row;
        var decided = OrganiserDesk.Value(await Service.DecideAsync(organiser, eventId, [new SeenMail(mailId, row.Version)], decision, CancellationToken.None));
        Assert.Equal(new MailsDecided(1, 0), decided);
    }

    private static StringLocalizer<T> Texts<T>() => new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
