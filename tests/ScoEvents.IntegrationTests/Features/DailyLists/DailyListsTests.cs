using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using SmtpServer.Protocol;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.DailyLists;

/// <summary>Lists on their way through the outbox to a real mail server, day after day.</summary>
public sealed class DailyListsTests : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly TestDatabase _database;
    private readonly OrganiserDesk _desk;
    private readonly MailServer _server = MailServer.Start();
    private readonly DailyListService _service;
    private readonly DailyListQueries _queries;

    public DailyListsTests(TestDatabase database)
    {
        _database = database;
        _desk = new OrganiserDesk(database);
        _service = new DailyListService(database.Contexts, new DailyListFormValidator(new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>())), database.Clock);
        _queries = new DailyListQueries(database.Contexts);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_list_of_sessions_tells_each_day_what_is_new_moved_and_withdrawn_and_comes_once()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "daily@ministry.example");

        var first = await NextDayAsync("daily@ministry.example");
        Assert.Contains("Added (1):", first, StringComparison.Ordinal);
        Assert.Contains("Opening", first, StringComparison.Ordinal);

        var room = await _desk.RoomAsync(organiser, id, "Hall B");
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Second", room, "13:00", "14:00"));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm { Number = 2 }, default));
        var second = await NextDayAsync("daily@ministry.example");
        Assert.Contains("Added (1):", second, StringComparison.Ordinal);
        Assert.Contains("Second", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Opening", second, StringComparison.Ordinal);

        var third = await NextDayAsync("daily@ministry.example");
        Assert.Contains("Nothing has changed", third, StringComparison.Ordinal);
        Assert.Equal(3, Arrived("daily@ministry.example").Count);
    }

    [Fact]
    public async Task A_list_of_participants_names_who_came_and_who_was_withdrawn_and_no_passport()
    {
        var delegations = new DelegationsDesk(_database);
        var organiser = await _database.OrganiserAsync();
        var id = await delegations.EventAsync();
        var (focal, invitation) = await delegations.AcceptedAsync(organiser, id, "KZ");
        var person = OrganiserDesk.Value(await delegations.Delegations.RegisterAsync(focal, invitation, DelegationsDesk.Person("Bekova", passport: "N7654321"), default));
        await SetUpAsync(organiser, id, ScheduledSubject.Participants, "protocol@ministry.example", "ur");

        var first = await NextDayAsync("protocol@ministry.example");
        Assert.Contains("BEKOVA", first, StringComparison.Ordinal);
        Assert.Contains("TLP:AMBER", first, StringComparison.Ordinal);
        Assert.DoesNotContain("N7654321", first, StringComparison.Ordinal);
        Assert.Contains("شامل (1):", first, StringComparison.Ordinal);

        await _database.ScalarAsync($"UPDATE delegates SET withdrawn_at = now() WHERE id = '{person}'");
        var second = await NextDayAsync("protocol@ministry.example");
        Assert.Contains("واپس لیے گئے (1):", second, StringComparison.Ordinal);
        Assert.Contains("BEKOVA", second, StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync($"SELECT count(*) FROM scheduled_exports s WHERE s::text ILIKE '%bekova%'"));
    }

    [Fact]
    public async Task Who_comes_instead_of_another_is_told_with_the_other_also_from_the_reserve_and_after_two_exchanges()
    {
        var delegations = new DelegationsDesk(_database);
        var organiser = await _database.OrganiserAsync();
        var id = await delegations.EventAsync();
        var (focal, invitation) = await delegations.AcceptedAsync(organiser, id, "KZ");
        var persons = delegations.Delegations;
        var first = OrganiserDesk.Value(await persons.RegisterAsync(focal, invitation, DelegationsDesk.Person("First"), default));
        var second = OrganiserDesk.Value(await persons.RegisterAsync(focal, invitation, DelegationsDesk.Person("Second"), default));
        var standby = DelegationsDesk.Person("Standby");
        standby.IsReserve = true;
        var reserve = OrganiserDesk.Value(await persons.RegisterAsync(focal, invitation, standby, default));
        await SetUpAsync(organiser, id, ScheduledSubject.Participants, "exchange@ministry.example");
        Assert.Contains("Added (3):", await NextDayAsync("exchange@ministry.example"), StringComparison.Ordinal);

        var between = OrganiserDesk.Value(await persons.SubstituteAsync(focal, invitation, first, DelegationsDesk.Person("Between"), default));
        OrganiserDesk.Value(await persons.SubstituteAsync(focal, invitation, between, DelegationsDesk.Person("Third"), default));
        Assert.True((await persons.SubstituteFromReserveAsync(focal, invitation, second, reserve, default)).IsSuccess);
        var told = await NextDayAsync("exchange@ministry.example");

        Assert.Contains("Replaced (2):", told, StringComparison.Ordinal);
        Assert.Matches("THIRD .* instead of FIRST ", told.ReplaceLineEndings(" "));
        Assert.Matches("STANDBY .* instead of SECOND ", told.ReplaceLineEndings(" "));
        Assert.All(new[] { "Added", "Changed", "Withdrawn", "BETWEEN" }, word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
        Assert.Contains("Nothing has changed", await NextDayAsync("exchange@ministry.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_wanted_at_once_comes_at_once_and_that_of_the_day_all_the_same()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "now@ministry.example");
        var row = await RowAsync(organiser, id);
        Assert.Equal(0, await Runner().RunDueAsync(default));

        Assert.True((await _service.SendNowAsync(organiser, id, row.Id, default)).IsSuccess);
        Assert.Equal(1, await Runner().RunDueAsync(default));
        await DeliverAsync();

        Assert.Contains("Opening", Assert.Single(Arrived("now@ministry.example")).TextBody, StringComparison.Ordinal);
        Assert.Equal(row.NextRunAt, (await RowAsync(organiser, id)).NextRunAt);
        Assert.Contains("Nothing has changed", await NextDayAsync("now@ministry.example"), StringComparison.Ordinal);

        Assert.True((await _service.PauseAsync(organiser, id, row.Id, default)).IsSuccess);
        Assert.True((await _service.SendNowAsync(organiser, id, row.Id, default)).IsSuccess);
        Assert.Equal(1, await Runner().RunDueAsync(default));
        Assert.NotNull((await RowAsync(organiser, id)).NextRunAt);
    }

    [Fact]
    public async Task Two_nodes_at_once_write_one_list()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "once@ministry.example");
        _database.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runner().RunDueAsync(default)));

        await DeliverAsync();
        Assert.Single(Arrived("once@ministry.example"));
    }

    [Fact]
    public async Task What_a_lost_list_told_is_told_again()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "lost@ministry.example");
        Refuse("lost@ministry.example");
        await RunAsync();
        _server.Recipient = _ => null;

        var second = await NextDayAsync("lost@ministry.example");

        Assert.Contains("Opening", second, StringComparison.Ordinal);
        Assert.Equal(1, (await RowAsync(organiser, id)).Failures);
        await NextDayAsync("lost@ministry.example");
        Assert.Equal(0, (await RowAsync(organiser, id)).Failures);
    }

    [Fact]
    public async Task After_five_failures_it_stops_says_so_to_who_made_it_and_can_be_resumed()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "gone@ministry.example");
        Refuse("gone@ministry.example");

        for (var day = 0; day < 5; day++)
        {
            await RunAsync();
            Assert.Null((await RowAsync(organiser, id)).StoppedAt);
        }

        await RunAsync();
        var stopped = await RowAsync(organiser, id);
        await RunAsync();

        Assert.NotNull(stopped.StoppedAt);
        Assert.Equal((5, "scheduled.mail-failed"), (stopped.Failures, stopped.LastError));
        var told = Assert.Single(Arrived($"{organiser.UserId:N}@people.test"));
        Assert.StartsWith("A daily list has stopped", told.Subject, StringComparison.Ordinal);
        Assert.Contains("gone@ministry.example", told.TextBody, StringComparison.Ordinal);

        _server.Recipient = _ => null;
        Assert.True((await _service.ResumeAsync(organiser, id, stopped.Id, default)).IsSuccess);
        Assert.Contains("Opening", await NextDayAsync("gone@ministry.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_the_right_gets_no_list_written_in_the_own_name()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "right@ministry.example");
        await _database.RevokeAllAsync(organiser);

        await RunAsync();

        Assert.Empty(Arrived("right@ministry.example"));
        Assert.Equal("scheduled.maker-lost-right", (await RowAsync(await _database.OrganiserAsync(), id)).LastError);
    }

    [Fact]
    public async Task A_paused_list_is_not_written_and_a_deleted_one_is_gone()
    {
        var (organiser, id) = await EventAsync();
        await SetUpAsync(organiser, id, ScheduledSubject.Sessions, "paused@ministry.example");
        var row = await RowAsync(organiser, id);

        Assert.True((await _service.PauseAsync(organiser, id, row.Id, default)).IsSuccess);
        await RunAsync();
        Assert.Empty(Arrived("paused@ministry.example"));
        Assert.True((await _service.DeleteAsync(organiser, id, row.Id, default)).IsSuccess);

        Assert.Empty(OrganiserDesk.Value(await _queries.ListAsync(organiser, id, default)).Rows);
        Assert.Equal("not-found", (await _service.ResumeAsync(organiser, id, row.Id, default)).Error!.Code);
    }

    [Theory]
    [InlineData("nobody", 7, "scheduled.address")]
    [InlineData("a@b.example\r\nBcc: c@d.example", 7, "scheduled.address")]
    [InlineData("a@b.example, c@d.example", 7, "scheduled.address")]
    [InlineData("a@b.example", 24, "choice")]
    public async Task What_cannot_be_set_up_is_refused(string address, int hour, string code)
    {
        var (organiser, id) = await EventAsync();

        var set = await _service.SetUpAsync(organiser, id, new DailyListForm { ToAddress = address, Hour = hour, Language = "en" }, default);

        Assert.Equal(code, set.Error!.Code);
    }

    private async Task<(Actor Organiser, Guid EventId)> EventAsync()
    {
        var organiser = await _database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var room = await _desk.RoomAsync(organiser, id);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "10:00", "11:00"));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm { Number = 1 }, default));
        return (organiser, id);
    }

    private async Task SetUpAsync(Actor organiser, Guid id, ScheduledSubject subject, string address, string language = "en") => Assert.True(
        (await _service.SetUpAsync(organiser, id, new DailyListForm { Subject = subject, ToAddress = address, Language = language, Hour = 7 }, default)).IsSuccess);

    private async Task<DailyListRow> RowAsync(Actor organiser, Guid id) => Assert.Single(OrganiserDesk.Value(await _queries.ListAsync(organiser, id, default)).Rows);

    private DailyListRunner Runner()
    {
        var texts = DelegationsDesk.Texts<DailyListTexts>();
        var links = new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") }));
        return new DailyListRunner(
            _database.Contexts, new DailyListReading(DelegationsDesk.Texts<DelegationsTexts>(), texts), new DailyListWriter(texts, links),
            new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>()), _database.Clock);
    }

    private void Refuse(string refused) => _server.Recipient = address => address == refused ? new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such user") : null;

    private async Task RunAsync()
    {
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await Runner().RunDueAsync(default);
        await DeliverAsync();
    }

    private async Task<string> NextDayAsync(string address)
    {
        await RunAsync();
        var mail = Arrived(address)[^1];
        return mail.Subject + "\n" + mail.TextBody;
    }

    private Task DeliverAsync() => new MailDesk(_database).Delivery(_server).DeliverDueAsync(default);

    private List<MimeKit.MimeMessage> Arrived(string address) => [.. _server.Taken.Where(mail => mail.To.Mailboxes.Any(box => box.Address == address))];
}
