using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

/// <summary>From step to step, put off, taken up again and called off.</summary>
public sealed class StatusTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly WholeEventDesk _desk = new(database);

    [Fact]
    public async Task An_event_goes_its_whole_way_step_by_step()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 2));
        var id = await _desk.Organiser.EventAsync(organiser, form);

        foreach (var act in new[] { EventAct.Announce, EventAct.OpenRegistration, EventAct.CloseRegistration, EventAct.OpenRegistration, EventAct.Begin, EventAct.Conclude, EventAct.Archive })
        {
            Assert.Equal([], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, act, CancellationToken.None)));
        }

        Assert.Equal((EventStatus.Archived, true), ((await _desk.EventAsync(organiser, id)).Status, (await _desk.EventAsync(organiser, id)).IsPublic));
        Assert.Equal([(null, "event.closed")], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, EventAct.Announce, CancellationToken.None)));
    }

    [Fact]
    public async Task A_step_out_of_turn_and_an_act_that_is_no_step_are_refused()
    {
        var (organiser, id, _) = await AnnouncedAsync();

        Assert.Equal([(null, "event.cannot-conclude")], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, EventAct.Conclude, CancellationToken.None)));
        Assert.Equal([(null, "event.before-first-day")], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, EventAct.Begin, CancellationToken.None)));
        Assert.Equal([("", "choice")], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, EventAct.Cancel, CancellationToken.None)));
        Assert.Equal([("", "choice")], OrganiserDesk.Refusals(await _desk.Status.TakeAsync(organiser, id, (EventAct)99, CancellationToken.None)));
        Assert.Equal(EventStatus.Announced, (await _desk.EventAsync(organiser, id)).Status);
    }

    [Fact]
    public async Task To_postpone_to_new_days_takes_the_programme_along()
    {
        var (organiser, id, _) = await AnnouncedAsync();

        var moved = OrganiserDesk.Value(await _desk.PostponeAsync(organiser, id, new DateOnly(2027, 2, 1)));

        Assert.Equal((1, 0), (moved.Moved, moved.Tray.Count));
        Assert.Equal("2027-02-01 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]);
        var head = OrganiserDesk.Value(await _desk.Organiser.EventsQueries.GetHeadAsync(organiser, id, CancellationToken.None));
        Assert.Equal((EventStatus.Postponed, new DateOnly(2027, 2, 1), new DateOnly(2026, 12, 7)), (head.Status, head.Dates.Start, head.FormerDates?.Start));
        Assert.Equal("The venue is flooded.", head.Notice.In("en"));
    }

    [Fact]
    public async Task The_public_reads_the_notice_and_the_former_days_beside_the_event_and_its_agenda()
    {
        var (organiser, id, _) = await AnnouncedAsync();
        OrganiserDesk.Value(await _desk.Organiser.Releases.PublishAsync(organiser, id, new Web.Features.Programme.ReleaseForm { Number = 1 }, CancellationToken.None));
        OrganiserDesk.Value(await _desk.PostponeAsync(organiser, id, null));
        var slug = (await _desk.EventAsync(organiser, id)).Slug;

        var shown = await new PublicEventQueries(database.Contexts, database.Clock).FindAsync(slug, CancellationToken.None);
        var agenda = await new Web.Features.Programme.PublicProgrammeQueries(database.Contexts).FindAgendaAsync(slug, CancellationToken.None);

        var former = new EventDates(new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8), DatePrecision.Day);
        var expected = new EventNews(EventStatus.Postponed, former, former, LocalizedText.Of(en: "The venue is flooded."));
        Assert.Equal((expected, true), (shown!.News, shown.News.IsToBeDated));
        Assert.Equal(expected, agenda!.News);
    }

    [Fact]
    public async Task While_the_days_are_not_known_the_rooms_are_free_and_the_draft_keeps_its_times()
    {
        var (organiser, id, room) = await AnnouncedAsync();
        OrganiserDesk.Value(await _desk.PostponeAsync(organiser, id, null));

        var other = await _desk.Organiser.EventAsync(organiser);
        Assert.True((await _desk.Organiser.Venues.UseRoomAsync(organiser, other, new Web.Features.Venues.UseRoomForm { RoomId = room }, CancellationToken.None)).IsSuccess);
        await _desk.Organiser.SessionAsync(organiser, other, OrganiserDesk.Session("Other", room, "09:00", "10:00"));

        Assert.Equal("2026-12-07 09:30–10:30", (await _desk.TimesAsync(organiser, id, "Asia/Kolkata"))["Opening"]);
        var resumed = OrganiserDesk.Value(await ResumeAsync(organiser, id, null));
        Assert.Equal([("Opening", TrayReason.RoomTaken)], resumed.Tray.Select(session => (session.Title.In("en"), session.Reason)));
    }

    [Fact]
    public async Task An_event_that_is_taken_up_again_takes_its_rooms_again()
    {
        var (organiser, id, room) = await AnnouncedAsync();
        OrganiserDesk.Value(await _desk.PostponeAsync(organiser, id, null));

        var resumed = OrganiserDesk.Value(await ResumeAsync(organiser, id, new DateOnly(2027, 2, 1)));

        Assert.Equal((1, 0), (resumed.Moved, resumed.Tray.Count));
        var session = Assert.Single(await _desk.SessionsAsync(organiser, id));
        Assert.Equal([(room, session.Slot!.StartsAt, session.Slot.EndsAt)], session.Slot.Rooms.Select(used => (used.RoomId, used.StartsAt, used.EndsAt)));
        var stored = await _desk.EventAsync(organiser, id);
        Assert.Equal((EventStatus.Announced, new DateOnly(2027, 2, 1), new DateOnly(2026, 12, 7), true), (stored.Status, stored.StartsOn, stored.FormerStartsOn, stored.Notice.IsEmpty));
    }

    [Fact]
    public async Task A_cancelled_event_frees_its_rooms_and_keeps_its_plan_for_the_next_edition()
    {
        var (organiser, id, room) = await AnnouncedAsync();

        OrganiserDesk.Value(await _desk.CancelAsync(organiser, id));

        Assert.Equal(EventStatus.Cancelled, (await _desk.EventAsync(organiser, id)).Status);
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM slot_rooms WHERE room_id = '{room}'"));
        Assert.Equal([(null, "event.closed")], OrganiserDesk.Refusals(await _desk.PostponeAsync(organiser, id, new DateOnly(2027, 2, 1))));
        var next = await _desk.CloneAsync(organiser, id, new DateOnly(2027, 12, 6));
        Assert.Equal("2027-12-06 09:30–10:30", (await _desk.TimesAsync(organiser, next.EventId, "Asia/Kolkata"))["Opening"]);
    }

    [Fact]
    public async Task Focal_points_and_speakers_are_told_each_in_their_language_and_the_mails_wait_for_review()
    {
        var (organiser, id, _) = await AnnouncedAsync();
        await _desk.InviteAsync(organiser, id, "UZ", "KZ");
        await FocalPointAsync("UZ", "focal.uz@mfa.example", "ru");
        await FocalPointAsync("KG", "focal.kg@mfa.example", "ru");
        var speaker = await _desk.Organiser.SpeakerAsync(organiser, id, "Li Wei");
        await database.ScalarAsync($"UPDATE speakers SET email = 'li@example.org', language = 'zh' WHERE id = '{speaker}'");
        var impact = OrganiserDesk.Value(await _desk.Queries.GetImpactAsync(organiser, id, CancellationToken.None));

        OrganiserDesk.Value(await _desk.PostponeAsync(organiser, id, null));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        OrganiserDesk.Value(await ResumeAsync(organiser, id, null));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var written = OrganiserDesk.Value(await _desk.CancelAsync(organiser, id));

        Assert.Equal((2, 2, 2), (impact.Sides, impact.Letters, written));
        await using var context = await database.OpenAsync(organiser);
        var mails = await context.OutboxMails.Where(mail => mail.EventId == id).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.ToAddress).ToListAsync();
        Assert.Equal(
            [("focal.uz@mfa.example", "ru"), ("li@example.org", "zh"), ("focal.uz@mfa.example", "ru"), ("li@example.org", "zh"), ("focal.uz@mfa.example", "ru"), ("li@example.org", "zh")],
            mails.Select(mail => (mail.ToAddress, mail.Language)));
        Assert.All(mails, mail => Assert.Equal(Domain.Mail.MailState.Review, mail.State));
        Assert.Contains("The venue is flooded.", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("Новые даты будут объявлены.", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("新日期：2026年12月7日", mails[3].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("The venue is flooded.", mails[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_act_tells_nobody_and_neither_does_a_cancelled_draft()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var speaker = await _desk.Organiser.SpeakerAsync(organiser, id, "Li Wei");
        await database.ScalarAsync($"UPDATE speakers SET email = 'li@example.org' WHERE id = '{speaker}'");

        Assert.Equal([(null, "event.cannot-postpone")], OrganiserDesk.Refusals(await _desk.PostponeAsync(organiser, id, new DateOnly(2027, 2, 1))));
        Assert.Equal(0, OrganiserDesk.Value(await _desk.CancelAsync(organiser, id)));

        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM outbox_mails WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task What_the_organiser_saw_must_still_hold()
    {
        var (organiser, id, _) = await AnnouncedAsync();
        var seen = await _desk.VersionAsync(organiser, id);
        Assert.True((await _desk.Status.TakeAsync(organiser, id, EventAct.OpenRegistration, CancellationToken.None)).IsSuccess);
        var notice = new LocalizedTextInput { En = "Flood" };

        var (postponed, cancelled) = (
            await _desk.Status.PostponeAsync(organiser, id, new PostponeForm { Notice = notice, StartsOn = new DateOnly(2027, 2, 1), Version = seen }, CancellationToken.None),
            await _desk.Status.CancelAsync(organiser, id, new CancelForm { Notice = notice, Version = seen }, CancellationToken.None));

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(postponed));
        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(cancelled));
        Assert.Equal(EventStatus.RegistrationOpen, (await _desk.EventAsync(organiser, id)).Status);
    }

    [Fact]
    public async Task Of_two_who_postpone_and_cancel_at_once_one_is_told()
    {
        var (organiser, id, _) = await AnnouncedAsync();
        var seen = await _desk.VersionAsync(organiser, id);
        var notice = new LocalizedTextInput { En = "Flood" };

        var postponing = _desk.Status.PostponeAsync(organiser, id, new PostponeForm { Notice = notice, StartsOn = new DateOnly(2027, 2, 1), Version = seen }, CancellationToken.None);
        var cancelling = _desk.Status.CancelAsync(organiser, id, new CancelForm { Notice = notice, Version = seen }, CancellationToken.None);
        Result[] outcomes = [await postponing, await cancelling];

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal("stale", Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error!.Code);
    }

    [Fact]
    public async Task A_notice_is_asked_for_and_a_wrong_day_refused_beside_their_fields()
    {
        var (organiser, id, _) = await AnnouncedAsync();
        var version = await _desk.VersionAsync(organiser, id);

        var nothing = await _desk.Status.PostponeAsync(organiser, id, new PostponeForm { Version = version }, CancellationToken.None);
        var far = await _desk.Status.PostponeAsync(
            organiser, id, new PostponeForm { Notice = new LocalizedTextInput { En = "Flood" }, StartsOn = new DateOnly(9999, 12, 31), Version = version }, CancellationToken.None);
        var silent = await _desk.Status.CancelAsync(organiser, id, new CancelForm { Version = version }, CancellationToken.None);

        Assert.Equal([("Notice.En", "event.notice-missing"), ("StartsOn", "required")], OrganiserDesk.Refusals(nothing));
        Assert.Equal([("StartsOn", "event.day-out-of-range")], OrganiserDesk.Refusals(far));
        Assert.Equal([("Notice", "event.notice-missing")], OrganiserDesk.Refusals(silent));
    }

    private async Task<Result<ProgrammeMove>> ResumeAsync(Actor organiser, Guid id, DateOnly? firstDay) =>
        await _desk.Status.ResumeAsync(organiser, id, new ResumeForm { StartsOn = firstDay, Version = await _desk.VersionAsync(organiser, id) }, CancellationToken.None);

    // A focal point with an office, as an administrator names one.
    private async Task FocalPointAsync(string code, string address, string language)
    {
        var user = (await database.FocalPointAsync(code)).UserId;
        await database.ScalarAsync($"UPDATE users SET language = '{language}' WHERE id = '{user}'");
        await database.ScalarAsync(
            $"INSERT INTO focal_points (id, side_id, user_id, name, email, named_at) VALUES ('{Guid.CreateVersion7()}', '{await database.SideAsync(code)}', '{user}', 'Focal point of {code}', '{address}', now())");
    }

    private async Task<(Actor Organiser, Guid Id, Guid Room)> AnnouncedAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var room = await _desk.Organiser.RoomAsync(organiser, id);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:30", "10:30"));
        Assert.True((await _desk.Status.TakeAsync(organiser, id, EventAct.Announce, CancellationToken.None)).IsSuccess);
        return (organiser, id, room);
    }
}
