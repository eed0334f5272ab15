using System.Diagnostics;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Mail;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Mail;

/// <summary>A web node dies in the middle of handing a mail over.</summary>
public sealed class KilledNodeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_mail_that_was_being_sent_is_not_sent_again_by_another_node_and_the_others_are()
    {
        var mails = new MailDesk(database);
        var organiser = await database.OrganiserAsync();
        var eventId = await new OrganiserDesk(database).EventAsync(organiser);
        await using var server = MailServer.Start();
        var arrived = new TaskCompletionSource();
        var killed = new TaskCompletionSource();
        server.Message = async (message, _) =>
        {
            if (message.Subject == "first" && arrived.TrySetResult())
            {
                await killed.Task;
            }

            return null;
        };
        var settings = PortalSettings.Development(database)
            .With("Portal__Mail__Host", "127.0.0.1").With("Portal__Mail__Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("Portal__Mail__Security", "None").With("Portal__Mail__From", "events@secretariat.example");
        var first = await mails.QueueAsync(organiser, eventId, "first@mfa.example", subject: "first");

        await using (var node = await PortalProcess.StartAsync(settings))
        {
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
            using var process = Process.GetProcessById(node.ProcessId);
            process.Kill();
            await process.WaitForExitAsync();
        }

        killed.SetResult();
        var second = await mails.QueueAsync(organiser, eventId, "second@mfa.example", subject: "second");
        await using (await PortalProcess.StartAsync(settings))
        {
            await server.WaitForAsync(2);
        }

        Assert.Equal(["first", "second"], server.Taken.Select(message => message.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(MailShelf.OnTheWay, (await mails.MailAsync(organiser, eventId, first)).Row.Shelf);
        Assert.Equal(MailShelf.Sent, (await mails.MailAsync(organiser, eventId, second)).Row.Shelf);
        database.Clock.Advance(DateTimeOffset.UtcNow - database.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Equal(MailShelf.Uncertain, (await mails.MailAsync(organiser, eventId, first)).Row.Shelf);
        await mails.DecideAsync(organiser, eventId, first, MailDecision.Settle);
        Assert.Equal(MailShelf.Sent, (await mails.MailAsync(organiser, eventId, first)).Row.Shelf);
    }
}
