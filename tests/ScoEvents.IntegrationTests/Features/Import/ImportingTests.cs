using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.UiKit;
using Xunit;
using Xunit.Abstractions;
using static ScoEvents.IntegrationTests.Features.Import.ImportSamples;

namespace ScoEvents.IntegrationTests.Features.Import;

public sealed class ImportingTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly OrganiserDesk _events = new(database);
    private readonly ImportDesk _desk = new(database);

    [Fact]
    public async Task A_plan_writes_nothing_and_confirming_it_writes_exactly_what_it_said()
    {
        var (organiser, id) = await EventAsync();
        var file = Json([Session(1, "10:00"), Session(2, "11:00")], [Session(3, "10:00", "\"room\":\"Hall B\",\"track\":\"Networks\"")]);

        var plan = await _desk.PlanAsync(organiser, id, file);
        Assert.Empty((await ReadAsync(organiser, id)).Sessions);
        var done = OrganiserDesk.Value(await _desk.Service.ApplyAsync(organiser, id, plan, null, default));

        Assert.Equal(new ImportDone(3, 0, 0), done);
        Assert.Equal((10, 0), (plan.Count(ImportOutcome.Create), plan.Count(ImportOutcome.Skip)));
        var (planned, sessions) = await ReadAsync(organiser, id);
        Assert.Equal(["Talk 1", "Talk 2", "Talk 3"], sessions.Select(session => session.Title["en"]));
        Assert.Equal(["About 1", "About 2", "About 3"], sessions.Select(session => session.Abstract["en"]));
        Assert.Equal([Id(1), Id(2), Id(3)], sessions.Select(session => session.ExternalId));
        Assert.Equal([Utc("2026-12-07T04:30"), Utc("2026-12-07T05:30"), Utc("2026-12-07T04:30")], sessions.Select(session => session.Slot!.StartsAt));
        Assert.Equal(2, sessions.Select(session => session.Slot!.RoomId).Distinct().Count());
        Assert.Equal(2, planned.Rooms.Count);
        Assert.All(sessions, session => Assert.Equal(
            (SessionType.Panel, SessionAccess.Open, Classification.Clear, SessionState.Confirmed), (session.Type, session.Access, session.Classification, session.State)));
        await using var context = await database.OpenAsync(organiser);
        Assert.Equal([("Law", TrackColor.Blue), ("Networks", TrackColor.Green)], (await context.Tracks.Where(track => track.EventId == id).OrderBy(track => track.Position).ToListAsync()).Select(track => (track.Name["en"], track.Color)));
        Assert.Equal(["Person 1", "Person 2", "Person 3"], (await context.Speakers.Where(speaker => speaker.EventId == id).OrderBy(speaker => speaker.ExternalId).ToListAsync()).Select(speaker => speaker.Name["en"]));
    }

    [Fact]
    public async Task The_same_file_again_skips_everything_and_writes_nothing()
    {
        var (organiser, id) = await EventAsync();
        var file = Json([Session(1, "10:00"), Session(2, "10:15"), Session(3, "23:50")], [Session(4, "10:00", "\"persons\":[],\"track\":null")]);
        var (first, _) = await _desk.ImportAsync(organiser, id, file);
        var before = await VersionsAsync(organiser, id);

        var again = await _desk.PlanAsync(organiser, id, file);

        Assert.Equal([2], first.Rows.Where(row => row.IsInTray).Select(row => row.Number!.Value));
        Assert.Equal((0, 0, 0), (again.Count(ImportOutcome.Create), again.Count(ImportOutcome.Change), again.Count(ImportOutcome.Refuse)));
        Assert.Equal(first.Rows.Count, again.Count(ImportOutcome.Skip));
        Assert.False(again.HasWork);
        OrganiserDesk.Value(await _desk.Service.ApplyAsync(organiser, id, again, null, default));
        Assert.Equal(before, await VersionsAsync(organiser, id));
    }

    [Fact]
    public async Task A_changed_session_is_changed_and_not_doubled()
    {
        var (organiser, id) = await EventAsync();
        await _desk.ImportAsync(organiser, id, Json([Session(1, "10:00"), Session(2, "11:00")]));
        var (_, before) = await ReadAsync(organiser, id);

        var (plan, done) = await _desk.ImportAsync(organiser, id, Json(
            [Session(2, "11:00"), Session(1, "12:00", "\"title\":\"Talk one\",\"track\":\"Networks\",\"persons\":[{\"guid\":\"" + PersonId(2) + "\",\"public_name\":\"Person 2\"},{\"guid\":\"" + PersonId(1) + "\",\"public_name\":\"Person one\"}]")]));

        Assert.Equal(new ImportDone(0, 1, 0), done);
        Assert.Equal(
            [
                new ImportChange("title", "en", "Talk 1", "Talk one"),
                new ImportChange("track", null, "Law", "Networks"),
                new ImportChange("place", null, "Hall A · 2026-12-07 10:00–10:30", "Hall A · 2026-12-07 12:00–12:30"),
                new ImportChange("speakers", null, "Person 1", "Person 2; Person one"),
            ],
            Assert.Single(plan.Rows, row => row is { Kind: ImportKind.Session, Outcome: ImportOutcome.Change }).Changes);
        Assert.Equal([new ImportChange("name", "en", "Person 1", "Person one")], Assert.Single(plan.Rows, row => row is { Kind: ImportKind.Person, Outcome: ImportOutcome.Change }).Changes);
        var (_, after) = await ReadAsync(organiser, id);
        Assert.Equal(before.Select(session => session.Id).Order(), after.Select(session => session.Id).Order());
        var changed = after.Single(session => session.ExternalId == Id(1));
        Assert.Equal(("Talk one", Utc("2026-12-07T06:30")), (changed.Title["en"], changed.Slot!.StartsAt));
        Assert.Equal(2, changed.Speakers.Count);
        Assert.Equal(before.Single(session => session.ExternalId == Id(2)).Version, after.Single(session => session.ExternalId == Id(2)).Version);
    }

    [Fact]
    public async Task Sessions_change_places_in_one_go()
    {
        var (organiser, id) = await EventAsync();
        await _desk.ImportAsync(organiser, id, Json([Session(1, "10:00")], [Session(2, "10:00")]));

        var (_, done) = await _desk.ImportAsync(organiser, id, Json([Session(2, "10:00")], [Session(1, "10:00")]));

        Assert.Equal(new ImportDone(0, 2, 0), done);
        var (_, sessions) = await ReadAsync(organiser, id);
        Assert.All(sessions, session => Assert.NotNull(session.Slot));
    }

    [Fact]
    public async Task What_an_organiser_added_in_the_portal_outlives_a_re_import()
    {
        var (organiser, id) = await EventAsync();
        await _desk.ImportAsync(organiser, id, Json([Session(1, "10:00")]));
        await using (var context = await database.OpenAsync(organiser))
        {
            var session = await context.Sessions.Include(row => row.Slot).Include(row => row.Speakers).SingleAsync(row => row.EventId == id);
            var facts = new SessionFacts(SessionType.RoundTable, SessionAccess.MembersOnly, session.Title.With("ru", "Доклад"), session.Abstract)
            {
                Classification = Classification.Amber,
                TrackId = session.TrackId,
                Notes = "Bring the list",
                AgendaItems = [new AgendaItem(LocalizedText.Of("en", "First item"))],
                InterpretedInto = ["ru"],
                ExpectedAttendance = 40,
            };
            Assert.True(session.Describe(facts, database.Clock.GetUtcNow()).IsSuccess);
            await context.SaveChangesAsync();
        }

        await _desk.ImportAsync(organiser, id, Json([Session(1, "10:00", "\"title\":\"Talk one\",\"type\":\"talk\"")]));

        var after = Assert.Single((await ReadAsync(organiser, id)).Sessions);
        Assert.Equal(("Talk one", "Доклад", "Bring the list", (int?)40), (after.Title["en"], after.Title["ru"], after.Notes, after.ExpectedAttendance));
        Assert.Equal((SessionType.RoundTable, SessionAccess.MembersOnly, Classification.Amber), (after.Type, after.Access, after.Classification));
        Assert.Equal(("First item", "ru"), (Assert.Single(after.AgendaItems).Title["en"], Assert.Single(after.InterpretedInto)));
    }

    [Fact]
    public async Task A_file_with_every_fault_is_taken_as_far_as_it_can_be_and_the_rest_is_told()
    {
        var (organiser, id) = await EventAsync();
        // Numbers as text, a foreign guid, markup, an overlap, a control character and an override, a day outside, no room, no zone, a bad start, links.
        var file = Json(
            [
                Session(1, "10:00", "\"id\":\"1\",\"duration\":\"45\",\"guid\":\"legacy-1\",\"abstract\":\"<p>First<br>second <a href='https://example.org/x'>more</a></p><script>alert(1)</script>\""),
                Session(2, "10:30", "\"title\":\"Ove\\u202Erlap\\u0007\""),
                Session(3, "10:00", "\"date\":\"2026-12-20T10:00:00+05:30\""),
                Session(4, "25:99", "\"date\":\"never\""),
                Session(5, "12:00", "\"links\":[{\"url\":\"javascript:alert(1)\",\"title\":\"x\"},{\"url\":\"https://example.org/\",\"title\":\"y\"}]"),
                Session(6, "13:00", "\"duration\":\"20:00\""),
            ],
            zone: "");

        var (plan, done) = await _desk.ImportAsync(organiser, id, file);

        Assert.Equal(new ImportDone(5, 0, 3), done);
        var rows = plan.Rows.Where(row => row.Kind == ImportKind.Session).ToDictionary(row => row.Number!.Value);
        Assert.Equal(ImportOutcome.Refuse, rows[4].Outcome);
        Assert.Equal([2, 3, 6], rows.Values.Where(row => row.IsInTray).Select(row => row.Number!.Value));
        Assert.Equivalent(new[] { ScheduleProblemCodes.WrongType, ScheduleProblemCodes.GuidDerived, ScheduleProblemCodes.TextMarkup }, Codes(rows[1]));
        Assert.Equivalent(new[] { ScheduleProblemCodes.TextCharacters, ImportCodes.RoomTaken }, Codes(rows[2]));
        Assert.Contains(ImportCodes.OutsideEvent, Codes(rows[3]));
        Assert.Contains(ScheduleProblemCodes.StartUnreadable, Codes(rows[4]));
        Assert.Equivalent(new[] { ScheduleProblemCodes.LinkRefused, ImportCodes.LinksDropped }, Codes(rows[5]));
        Assert.Contains(ImportCodes.DurationOutOfRange, Codes(rows[6]));
        Assert.Contains(ScheduleProblemCodes.ZoneMissing, plan.Remarks.Select(remark => remark.Code));
        var (_, sessions) = await ReadAsync(organiser, id);
        Assert.Equal("First\nsecond more (https://example.org/x)", sessions.Single(session => session.Title["en"] == "Talk 1").Abstract["en"]!.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal));
        Assert.Single(sessions, session => session.Title["en"] == "Overlap" && session.Slot is null);

        // The foreign identity, too, finds its session again.
        Assert.False((await _desk.PlanAsync(organiser, id, file)).HasWork);
    }

    [Fact]
    public async Task A_table_is_taken_over_and_again_by_its_numbers()
    {
        var (organiser, id) = await EventAsync();
        var table = "№;Название;Title (en);Дата;Начало;Окончание;Зал;Тип;Докладчики\n1;Открытие;Opening;07.12.2026;10:00;11:00;Зал 1;Открытие;Ли Вэй; Анна\n2;Перерыв;;;11:00;11:30;;Перерыв;\n3;=Формула;;08.12.2026;9:00;10:00;Зал 1;Панель;\n"
            .Replace("Ли Вэй; Анна", "\"Ли Вэй; Анна\"", StringComparison.Ordinal);

        var (_, done) = await _desk.ImportAsync(organiser, id, ImportDesk.Bytes(table));
        var (again, moved) = await _desk.ImportAsync(organiser, id, ImportDesk.Bytes(table.Replace("10:00;11:00", "10:00;10:45", StringComparison.Ordinal)));

        Assert.Equal((new ImportDone(3, 0, 0), new ImportDone(0, 1, 0)), (done, moved));
        Assert.Equal("Зал 1 · 2026-12-07 10:00–10:45", Assert.Single(Assert.Single(again.Rows, row => row.Outcome == ImportOutcome.Change).Changes).After);
        var (_, sessions) = await ReadAsync(organiser, id);
        var opening = sessions.Single(session => session.Type == SessionType.OpeningCeremony);
        Assert.Equal(("Открытие", "Opening", 2), (opening.Title["ru"], opening.Title["en"], opening.Speakers.Count));
        var tea = sessions.Single(session => session.Type == SessionType.Break);
        Assert.Null(tea.Slot!.RoomId);
        Assert.Single(tea.Slot.Rooms);
        Assert.Equal("=Формула", sessions.Single(session => session.Type == SessionType.Panel).Title["ru"]);
    }

    [Fact]
    public async Task Days_and_zone_are_taken_by_a_draft_that_has_no_sessions()
    {
        var (organiser, id) = await EventAsync();
        var file = Json([Session(1, "10:00", "\"date\":\"2026-12-20T10:00:00+05:30\"")]);
        var form = ImportDesk.Form();
        form.TakesDays = true;

        var (_, done) = await _desk.ImportAsync(organiser, id, file, form);

        Assert.Equal(new ImportDone(1, 0, 0), done);
        var (planned, sessions) = await ReadAsync(organiser, id);
        Assert.Equal((new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 20)), (planned.StartsOn, planned.EndsOn));
        Assert.NotNull(Assert.Single(sessions).Slot);
    }

    [Fact]
    public async Task A_draft_that_changed_meanwhile_makes_the_plan_stale_and_keeps_everything()
    {
        var (organiser, id) = await EventAsync();
        var room = await _events.RoomAsync(organiser, id);
        var session = await _events.SessionAsync(organiser, id, OrganiserDesk.Session("Mine", room, "10:00", "11:00"));
        var file = Json([Session(1, "12:00")]);
        var plan = await _desk.PlanAsync(organiser, id, file);
        Assert.True((await _events.Programme.UnscheduleSessionAsync(organiser, id, session, await VersionAsync(organiser, session), default)).IsSuccess);

        var refused = await _desk.Service.ApplyAsync(organiser, id, plan, null, default);

        Assert.Equal(ErrorKind.Stale, refused.Error!.Kind);
        Assert.Equal(session, Assert.Single((await ReadAsync(organiser, id)).Sessions).Id);
        await _desk.ImportAsync(organiser, id, file);
        Assert.Equal(2, (await ReadAsync(organiser, id)).Sessions.Count);
    }

    [Fact]
    public async Task A_room_that_another_event_took_meanwhile_makes_the_plan_stale()
    {
        var (organiser, id) = await EventAsync();
        var other = await _events.EventAsync(organiser);
        var room = await _events.RoomAsync(organiser, id);
        Assert.True((await _events.Venues.UseRoomAsync(organiser, other, new Web.Features.Venues.UseRoomForm { RoomId = room }, default)).IsSuccess);
        var file = Json([Session(1, "10:00")]);
        var plan = await _desk.PlanAsync(organiser, id, file);
        await _events.SessionAsync(organiser, other, OrganiserDesk.Session("Theirs", room, "10:00", "11:00"));

        var refused = await _desk.Service.ApplyAsync(organiser, id, plan, null, default);

        Assert.Equal(ErrorKind.Stale, refused.Error!.Kind);
        Assert.Empty((await ReadAsync(organiser, id)).Sessions);
        var (again, _) = await _desk.ImportAsync(organiser, id, file);
        Assert.Contains(ImportCodes.RoomTakenElsewhere, Codes(again.Rows.Single(row => row.Kind == ImportKind.Session)));
    }

    [Fact]
    public async Task Of_two_who_import_at_once_one_writes_and_the_other_plans_anew()
    {
        var (organiser, id) = await EventAsync();
        var plans = new[] { await _desk.PlanAsync(organiser, id, Json([Session(1), Session(2, "11:00")])), await _desk.PlanAsync(organiser, id, Json([Session(1), Session(3, "12:00")])) };

        var results = await Task.WhenAll(plans.Select(plan => _desk.Service.ApplyAsync(organiser, id, plan, null, default)));

        Assert.Single(results, result => result.IsSuccess);
        Assert.Single(results, result => result.Error is { Kind: ErrorKind.Stale });
        Assert.Equal(2, (await ReadAsync(organiser, id)).Sessions.Count);
    }

    [Fact]
    public async Task A_plan_of_one_event_cannot_be_carried_out_in_another()
    {
        var (organiser, id) = await EventAsync();
        var other = await _events.EventAsync(organiser);
        var plan = await _desk.PlanAsync(organiser, id, Json([Session(1)]));

        Assert.Equal(ErrorKind.NotFound, (await _desk.Service.ApplyAsync(organiser, other, plan, null, default)).Error!.Kind);
    }

    [Fact]
    public async Task A_closed_event_and_another_secretariats_venue_are_refused()
    {
        var (organiser, id) = await EventAsync();
        var elsewhere = await database.OrganiserAsync("uz-isrs");
        var foreign = await _events.EventAsync(elsewhere);
        await _events.RoomAsync(elsewhere, foreign);
        await using var context = await database.OpenAsync(organiser);
        var form = ImportDesk.Form();
        form.VenueId = (await _events.VenuesQueries.GetAsync(elsewhere, foreign, default)).Value.Venues[0].VenueId;
        var reading = await _desk.ReadAsync(Json([Session(1)]));

        Assert.Equal([("VenueId", "choice")], OrganiserDesk.Refusals(await _desk.Queries.PlanAsync(organiser, id, reading, form, default)));
        var plan = await _desk.PlanAsync(organiser, id, Json([Session(1)]));
        await database.ScalarAsync($"UPDATE events SET status = 'Cancelled' WHERE id = '{id}'");
        Assert.Equal("event.closed", (await _desk.Queries.PlanAsync(organiser, id, reading, ImportDesk.Form(), default)).Error!.Code);
        Assert.Equal("event.closed", (await _desk.Service.ApplyAsync(organiser, id, plan, null, default)).Error!.Code);
    }

    [Fact]
    public async Task Commands_do_not_grow_with_the_rows()
    {
        var (organiser, one) = await EventAsync();
        var three = await _events.EventAsync(organiser);
        var few = Json([Session(1, "10:00")]);
        var more = Json([Session(1, "10:00"), Session(2, "11:00"), Session(3, "12:00")]);

        var reading = (Few: await _desk.ReadAsync(few), More: await _desk.ReadAsync(more));
        var planning = await CommandCount.OfAsync(() => _desk.Queries.PlanAsync(organiser, one, reading.Few, ImportDesk.Form(), default));
        Assert.Equal(planning, await CommandCount.OfAsync(() => _desk.Queries.PlanAsync(organiser, three, reading.More, ImportDesk.Form(), default)));
        var plans = (Few: await _desk.PlanAsync(organiser, one, few), More: await _desk.PlanAsync(organiser, three, more));
        var writing = await CommandCount.OfAsync(() => _desk.Service.ApplyAsync(organiser, one, plans.Few, null, default));
        Assert.Equal(writing, await CommandCount.OfAsync(() => _desk.Service.ApplyAsync(organiser, three, plans.More, null, default)));
        Assert.InRange(planning, 1, 20);
        Assert.InRange(writing, 1, 30);
    }

    [Fact]
    public async Task Five_thousand_sessions_are_written_in_portions_and_skipped_the_second_time()
    {
        var (organiser, id) = await EventAsync();
        // Two hundred five-minute sessions in each of 25 halls.
        var sessions = Enumerable.Range(0, ScheduleLimits.MaxEvents).Select(number =>
        {
            var start = new TimeOnly(6, 0).AddMinutes(number / 25 * 5).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            return Session(number + 1, start, $"\"duration\":\"5\",\"room\":\"Hall {number % 25 + 1}\"");
        });
        var file = Json([], [], more: "\"x\":1,").AsSpan().ToArray();
        var text = System.Text.Encoding.UTF8.GetString(file).Replace("\"Hall A\":[]", "\"\":[" + string.Join(',', sessions) + "]", StringComparison.Ordinal);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var reading = await _desk.ReadAsync(ImportDesk.Bytes(text));
        var read = watch.Elapsed;
        var plan = OrganiserDesk.Value(await _desk.Queries.PlanAsync(organiser, id, reading, ImportDesk.Form(), default));
        var compared = watch.Elapsed - read;
        var told = new List<int>();
        var commands = await CommandCount.OfAsync(async () => OrganiserDesk.Value(await _desk.Service.ApplyAsync(organiser, id, plan, new Heard(told), default)));
        var written = watch.Elapsed - compared - read;
        output.WriteLine($"Read in {read.TotalMilliseconds:0} ms, compared in {compared.TotalMilliseconds:0} ms, written in {written.TotalMilliseconds:0} ms with {commands} commands.");

        Assert.Equal(ScheduleLimits.MaxEvents, plan.Steps.Sessions.Count(one => one.Place is not null));
        // Each portion is a save, which EF Core sends in a few batches.
        Assert.InRange(commands, 20, 400);
        Assert.Equal(100, told[^1]);
        Assert.Equal(told.Order(), told);
        Assert.False(OrganiserDesk.Value(await _desk.Queries.PlanAsync(organiser, id, reading, ImportDesk.Form(), default)).HasWork);
    }

    public void Dispose() => _desk.Dispose();

    private sealed class Heard(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private static IEnumerable<string> Codes(ImportRow row) => row.Remarks.Select(remark => remark.Code);

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant + "Z", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Actor Organiser, Guid EventId)> EventAsync()
    {
        var organiser = await database.OrganiserAsync();
        return (organiser, await _events.EventAsync(organiser));
    }

    private async Task<(ScoEvent Event, IReadOnlyList<Session> Sessions)> ReadAsync(Actor actor, Guid eventId)
    {
        await using var context = await database.OpenAsync(actor);
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId);
        return (planned, await context.Sessions.AsNoTracking().Include(row => row.Slot).Include(row => row.Speakers).Where(row => row.EventId == eventId).OrderBy(row => row.Position).ToListAsync());
    }

    private async Task<IReadOnlyList<(Guid, uint)>> VersionsAsync(Actor actor, Guid eventId) =>
        [.. (await ReadAsync(actor, eventId)).Sessions.Select(session => (session.Id, session.Version))];

    private async Task<uint> VersionAsync(Actor actor, Guid sessionId)
    {
        await using var context = await database.OpenAsync(actor);
        return (await context.Sessions.AsNoTracking().SingleAsync(row => row.Id == sessionId)).Version;
    }
}
