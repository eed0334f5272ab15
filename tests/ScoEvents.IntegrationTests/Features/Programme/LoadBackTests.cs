using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class LoadBackTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task The_draft_is_again_as_the_release_was_and_what_a_release_does_not_show_stays()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        var moved = await SessionAsync(organiser, id, "Moved", hall, "09:00", "10:00", speaker);
        var changed = await SessionAsync(organiser, id, "Old name", hall, "10:00", "11:00");
        var deleted = await SessionAsync(organiser, id, "Deleted", hall, "11:00", "12:00", speaker);
        var unscheduled = await SessionAsync(organiser, id, "Unscheduled", hall, "12:00", "13:00");
        var same = await SessionAsync(organiser, id, "Same", hall, "13:00", "14:00");
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, moved, form => (form.RoomId, form.StartsAt, form.Speakers) = (annex, new TimeOnly(9, 30), []));
        await EditAsync(organiser, id, changed, form => form.Title = new LocalizedTextInput { En = "New name" });
        await EditAsync(organiser, id, unscheduled, form => (form.RoomId, form.Day, form.StartsAt, form.EndsAt) = (null, null, null, null));
        await database.ScalarAsync($"UPDATE sessions SET notes = 'Ask the minister', expected_attendance = 70 WHERE id = '{changed}'");
        await DeleteAsync(organiser, id, deleted);
        await database.ScalarAsync($"DELETE FROM speakers WHERE id = '{speaker}' AND NOT EXISTS (SELECT FROM session_speakers WHERE speaker_id = '{speaker}')");
        var later = await SessionAsync(organiser, id, "Later", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);

        var preview = Preview(await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 1, default));
        var outcome = Preview(await _desk.Releases.LoadAsync(organiser, id, 1, new LoadForm { Stamp = preview.Stamp }, default));

        Assert.Equal(["Deleted", "Unscheduled"], outcome.Returning.Select(title => title["en"]).Order(StringComparer.Ordinal));
        Assert.Equal(["Moved", "Old name", "Later"], outcome.Moving.Concat(outcome.Changing).Concat(outcome.Leaving).Select(title => title["en"]));
        Assert.Empty(outcome.LeftOut);
        Assert.Equal(
            ["Deleted 11:00 Hall A Zoya", "Later tray", "Moved 09:00 Hall A Zoya", "Old name 10:00 Hall A", "Same 13:00 Hall A", "Unscheduled 12:00 Hall A"],
            await DraftAsync(organiser, id));
        Assert.Empty(OrganiserDesk.Value(await _desk.ReleaseQueries.CompareAsync(organiser, id, 1, null, default)).Sessions);
        await using var context = await database.OpenAsync(organiser);
        var sessions = await context.Sessions.Where(session => session.EventId == id).ToDictionaryAsync(session => session.Id);
        Assert.Equal(new[] { moved, changed, deleted, unscheduled, same, later }.Order(), sessions.Keys.Order());
        Assert.Equal(("Ask the minister", 70), (sessions[changed].Notes, sessions[changed].ExpectedAttendance));
        Assert.Equal(2, (await _desk.DraftAsync(organiser, id)).Releases.Count);
    }

    [Fact]
    public async Task Sessions_that_changed_places_change_back()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        var first = await SessionAsync(organiser, id, "First", hall, "09:00", "10:00");
        var second = await SessionAsync(organiser, id, "Second", annex, "09:00", "10:00");
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, first, form => (form.StartsAt, form.EndsAt) = (new TimeOnly(20, 0), new TimeOnly(21, 0)));
        await EditAsync(organiser, id, second, form => form.RoomId = hall);
        await EditAsync(organiser, id, first, form => (form.RoomId, form.StartsAt, form.EndsAt) = (annex, new TimeOnly(9, 0), new TimeOnly(10, 0)));

        await LoadAsync(organiser, id, 1);

        Assert.Equal(["First 09:00 Hall A", "Second 09:00 Annex"], await DraftAsync(organiser, id));
    }

    [Fact]
    public async Task A_session_whose_room_another_event_has_taken_goes_to_the_tray_and_is_named_and_the_rest_returns()
    {
        var (organiser, id, hall, _) = await EventAsync();
        var first = await SessionAsync(organiser, id, "First", hall, "09:00", "10:00");
        await SessionAsync(organiser, id, "Second", hall, "10:00", "11:00");
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, first, form => (form.RoomId, form.Day, form.StartsAt, form.EndsAt) = (null, null, null, null));
        var other = await _desk.EventAsync(organiser, OrganiserDesk.Seminar("Other event"));
        Assert.True((await _desk.Venues.UseRoomAsync(organiser, other, new UseRoomForm { RoomId = hall }, default)).IsSuccess);
        await SessionAsync(organiser, other, "Theirs", hall, "09:30", "09:45");

        var outcome = await LoadAsync(organiser, id, 1);

        var left = Assert.Single(outcome.LeftOut);
        Assert.Equal(("First", LeftOutReason.RoomTaken, "Hall A"), (left.Title["en"], left.Reason, left.Room["en"]));
        Assert.Equal(["First tray", "Second 10:00 Hall A"], await DraftAsync(organiser, id));
        Assert.Equal(["Theirs 09:30 Hall A"], await DraftAsync(organiser, other));
    }

    [Fact]
    public async Task A_session_outside_the_days_of_the_event_and_one_whose_room_is_gone_go_to_the_tray()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Second day", hall, "09:00", "10:00", new DateOnly(2026, 12, 8)));
        var annexed = await SessionAsync(organiser, id, "Annexed", annex, "09:00", "10:00");
        await PublishAsync(organiser, id);
        await DeleteAsync(organiser, id, annexed);
        Assert.True((await _desk.Venues.RemoveRoomAsync(organiser, id, annex, default)).IsSuccess);
        var form = OrganiserDesk.Value(await _desk.EventsQueries.GetFormAsync(organiser, id, default));
        form.EndsOn = form.StartsOn;
        Assert.True((await _desk.Events.EditAsync(organiser, id, form, default)).IsSuccess);

        var outcome = await LoadAsync(organiser, id, 1);

        Assert.Equal([("Annexed", LeftOutReason.RoomGone)], outcome.LeftOut.Select(left => (left.Title["en"]!, left.Reason)));
        Assert.Contains("Annexed tray", await DraftAsync(organiser, id));
    }

    [Fact]
    public async Task Where_the_draft_changed_since_it_was_shown_nothing_is_loaded()
    {
        var (organiser, id, hall, _) = await EventAsync();
        var session = await SessionAsync(organiser, id, "Session", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, session, form => form.EndsAt = new TimeOnly(10, 30));
        var preview = Preview(await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 1, default));
        await SessionAsync(organiser, id, "Later", hall, "11:00", "12:00");

        var loaded = await _desk.Releases.LoadAsync(organiser, id, 1, new LoadForm { Stamp = preview.Stamp }, default);

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(loaded));
        Assert.Equal(["Later 11:00 Hall A", "Session 09:00 Hall A"], await DraftAsync(organiser, id));
    }

    [Fact]
    public async Task Of_two_who_load_different_releases_at_once_one_finds_the_draft_changed()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        var session = await SessionAsync(organiser, id, "Session", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, session, form => form.RoomId = annex);
        await PublishAsync(organiser, id);
        await EditAsync(organiser, id, session, form => form.StartsAt = new TimeOnly(9, 30));
        var previews = new[] { Preview(await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 1, default)), Preview(await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 2, default)) };

        var results = await Task.WhenAll(previews.Select(preview => Task.Run(
            () => _desk.Releases.LoadAsync(organiser, id, preview.Number, new LoadForm { Stamp = preview.Stamp }, default))));

        var winner = Assert.Single(results, result => result.IsSuccess).Value.Number;
        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
        Assert.Equal([winner == 1 ? "Session 09:00 Hall A" : "Session 09:00 Annex"], await DraftAsync(organiser, id));
    }

    [Fact]
    public async Task A_session_that_moves_while_a_release_is_published_is_frozen_before_or_after_and_never_between()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        var session = await SessionAsync(organiser, id, "Session", hall, "09:00", "10:00");
        var places = new Dictionary<Guid, string> { [hall] = "09:00 Hall A", [annex] = "11:00 Annex" };
        for (var round = 0; round < 10; round++)
        {
            var target = round % 2 == 0 ? annex : hall;
            var form = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, default)).Form;
            (form.RoomId, form.StartsAt, form.EndsAt) = (target, new TimeOnly(target == annex ? 11 : 9, 0), new TimeOnly(target == annex ? 12 : 10, 0));

            var publishing = Task.Run(() => _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), default));
            var moving = Task.Run(() => _desk.Programme.EditSessionAsync(organiser, id, session, form, default));
            await Task.WhenAll(publishing, moving);

            Assert.True((await moving).IsSuccess);
            var frozen = Assert.Single(OrganiserDesk.Value(await _desk.ReleaseQueries.GetAsync(organiser, id, OrganiserDesk.Value(await publishing), default)).Sessions);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{frozen.Start:HH:mm} {frozen.Room["en"]}"), places.Values);
        }
    }

    [Fact]
    public async Task Releases_are_listed_read_and_compared_in_as_many_commands_for_three_as_for_one()
    {
        var (organiser, id, hall, annex) = await EventAsync();
        var session = await SessionAsync(organiser, id, "Session", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);
        var one = await CommandsAsync(organiser, id);
        await EditAsync(organiser, id, session, form => form.RoomId = annex);
        await SessionAsync(organiser, id, "Second", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);
        await SessionAsync(organiser, id, "Third", hall, "10:00", "11:00");
        await PublishAsync(organiser, id);

        Assert.Equal(one, await CommandsAsync(organiser, id));
        var list = OrganiserDesk.Value(await _desk.ReleaseQueries.ListAsync(organiser, id, default));
        Assert.Equal([(3, 3, 1), (2, 2, 2), (1, 1, 1)], list.Rows.Select(row => (row.Number, row.Sessions, row.Differing)));
        var difference = OrganiserDesk.Value(await _desk.ReleaseQueries.CompareAsync(organiser, id, 1, 3, default));
        Assert.Equal(["Second New", "Session Moved", "Third New"], difference.Sessions.Select(row => $"{row.Entry.Title["en"]} {row.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_release_that_is_not_there_is_not_found_and_others_may_not_load()
    {
        var (organiser, id, hall, _) = await EventAsync();
        await SessionAsync(organiser, id, "Session", hall, "09:00", "10:00");
        await PublishAsync(organiser, id);

        Assert.Equal("not-found", (await _desk.ReleaseQueries.GetAsync(organiser, id, 2, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.ReleaseQueries.CompareAsync(organiser, id, 1, 2, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 2, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Releases.LoadAsync(organiser, id, 2, new LoadForm(), default)).Error?.Code);
        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Releases.LoadAsync(actor, id, 1, new LoadForm(), default)).Error?.Code);
        }
    }

    private static LoadPreview Preview(Result<LoadPreview> result) => OrganiserDesk.Value(result);

    private async Task<(Actor Organiser, Guid Id, Guid Hall, Guid Annex)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.RoomAsync(organiser, id), await _desk.RoomAsync(organiser, id, "Annex"));
    }

    private Task<Guid> SessionAsync(Actor organiser, Guid id, string title, Guid room, string start, string end, params Guid[] speakers)
    {
        var form = OrganiserDesk.Session(title, room, start, end);
        form.Speakers = [.. speakers];
        return _desk.SessionAsync(organiser, id, form);
    }

    private async Task PublishAsync(Actor organiser, Guid id)
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm(), default));
    }

    private async Task<LoadPreview> LoadAsync(Actor organiser, Guid id, int number)
    {
        var preview = Preview(await _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, number, default));
        return Preview(await _desk.Releases.LoadAsync(organiser, id, number, new LoadForm { Stamp = preview.Stamp }, default));
    }

    private async Task EditAsync(Actor organiser, Guid id, Guid session, Action<SessionForm> change)
    {
        var form = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, default)).Form;
        change(form);
        Assert.Empty(OrganiserDesk.Refusals(await _desk.Programme.EditSessionAsync(organiser, id, session, form, default)));
    }

    private async Task DeleteAsync(Actor organiser, Guid id, Guid session)
    {
        var row = (await _desk.DraftAsync(organiser, id)).Sessions.Single(found => found.Id == session);
        Assert.True((await _desk.Programme.DeleteSessionAsync(organiser, id, session, row.Version, default)).IsSuccess);
    }

    private async Task<int[]> CommandsAsync(Actor organiser, Guid id) =>
    [
        await CommandCount.OfAsync(() => _desk.ReleaseQueries.ListAsync(organiser, id, default)),
        await CommandCount.OfAsync(() => _desk.ReleaseQueries.GetAsync(organiser, id, 1, default)),
        await CommandCount.OfAsync(() => _desk.ReleaseQueries.CompareAsync(organiser, id, 1, null, default)),
        await CommandCount.OfAsync(() => _desk.ReleaseQueries.PreviewLoadAsync(organiser, id, 1, default)),
    ];

    private async Task<IReadOnlyList<string>> DraftAsync(Actor organiser, Guid id)
    {
        var draft = await _desk.DraftAsync(organiser, id);
        return [.. draft.Sessions.Select(session => string.Join(' ', Words(draft, session))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Words(ProgrammeDraft draft, DraftSession session) => session.Slot is { } slot
        ? [session.Title["en"]!, slot.Start.ToString("HH:mm", CultureInfo.InvariantCulture), draft.Rooms.Single(room => room.Id == slot.RoomId).Name["en"]!, .. session.Speakers.Select(name => name["en"]!)]
        : [session.Title["en"]!, "tray"];
}
