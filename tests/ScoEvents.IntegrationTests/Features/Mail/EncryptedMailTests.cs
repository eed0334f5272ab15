using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Mail;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

/// <summary>The line to the mail server is encrypted and the portal signs in, or nothing is said.</summary>
public sealed class EncryptedMailTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_server_whose_certificate_is_trusted_gets_the_mail_and_one_whose_is_not_gets_nothing()
    {
        var mails = new MailDesk(database);
        var organiser = await database.OrganiserAsync();
        var eventId = await new OrganiserDesk(database).EventAsync(organiser);
        using var certificate = Certificate();
        await using var server = MailServer.Start(certificate, ("portal", "secret"));
        var id = await mails.QueueAsync(organiser, eventId, "focal@mfa.example");
        var trusted = Path.Combine(Directory.CreateTempSubdirectory("scoevents-mail-").FullName, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());

        Assert.False(await mails.Delivery(server, security: MailSecurity.StartTls).DeliverDueAsync(CancellationToken.None));
        var refused = (await mails.MailAsync(organiser, eventId, id)).Row;
        await database.ScalarAsync("UPDATE outbox_mails SET next_attempt_at = now() - interval '1 year'");
        await using (await PortalProcess.StartAsync(PortalSettings.Development(database)
            .With("SSL_CERT_FILE", trusted)
            .With("Portal__Mail__Host", "localhost").With("Portal__Mail__Port", server.Port.ToString(CultureInfo.InvariantCulture))
            .With("Portal__Mail__User", "portal").With("Portal__Mail__Password", "secret").With("Portal__Mail__From", "events@secretariat.example")))
        {
            await server.WaitForAsync(1);
        }

        Assert.Equal((MailShelf.OnTheWay, 1), (refused.Shelf, refused.Attempts));
        Assert.NotNull(refused.LastError);
        Assert.Equal(["focal@mfa.example"], server.Taken.SelectMany(message => message.To.Mailboxes).Select(mailbox => mailbox.Address));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
