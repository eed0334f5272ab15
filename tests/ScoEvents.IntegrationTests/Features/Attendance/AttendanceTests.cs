using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Participants;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Localization;
using Xunit;
using static ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.IntegrationTests.Features.Attendance;

public sealed class AttendanceTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly ParticipantsDesk _desk;
    private readonly AttendanceQueries _queries;
    private readonly AttendanceMatrixQueries _matrix;
    private readonly AttendanceService _service;
    private readonly AttendanceSpeech _speech = new(DelegationsDesk.Texts<AttendanceTexts>());

    public AttendanceTests(TestDatabase database)
    {
        _database = database;
        _desk = new ParticipantsDesk(database);
        _queries = new AttendanceQueries(database.Contexts, database.Clock);
        _matrix = new AttendanceMatrixQueries(database.Contexts);
        _service = new AttendanceService(database.Contexts, _queries, database.Clock);
    }

    [Fact]
    public async Task What_is_recorded_says_who_and_when_and_unknown_takes_it_away()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.Delegations.InviteAsync(organiser, eventId, "KZ");
        var side = await _database.SideAsync("KZ");

        await RecordAsync(organiser, eventId, side, Absent);
        await RecordAsync(organiser, eventId, side, PresentOnline);

        var row = await RowAsync(organiser, eventId, side);
        Assert.Equal((PresentOnline, _database.Clock.GetUtcNow()), (row.State, row.At));
        Assert.NotNull(row.By);
        await RecordAsync(organiser, eventId, side, null);
        Assert.Null((await RowAsync(organiser, eventId, side)).State);
        Assert.Equal(
            ["Added", "Modified", "Deleted"],
            (await AuditAsync(eventId)).Order(StringComparer.Ordinal).OrderBy(action => Array.IndexOf(["Added", "Modified", "Deleted"], action)));
    }

    [Fact]
    public async Task All_members_except_two_comes_out_as_a_sentence_in_five_languages()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync(host: "IN");
        foreach (var code in new[] { "BY", "IR", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ" })
        {
            await RecordAsync(organiser, eventId, await _database.SideAsync(code), code is "TJ" or "UZ" ? Absent : code == "CN" ? PresentOnline : Present);
        }

        var read = (await _queries.OfEventAsync(organiser, eventId, null, null, default)).Value;

        var members = read.Statements.Single(statement => statement.Capacity == Capacity.Member);
        Assert.Equal("All member states except Tajikistan and Uzbekistan took part.", Say("en", members, read));
        Assert.Equal("Участвовали все государства-члены, кроме Таджикистана и Узбекистана.", Say("ru", members, read));
        Assert.Equal("除塔吉克斯坦和乌兹别克斯坦外，所有成员国均出席。", Say("zh", members, read));
        Assert.Equal("ताजिकिस्तान और उज़्बेकिस्तान को छोड़कर सभी सदस्य देशों ने भाग लिया।", Say("hi", members, read));
        Assert.Equal("تاجکستان اور ازبکستان کے سوا تمام رکن ریاستوں نے شرکت کی۔", Say("ur", members, read));
        Assert.Equal("It is not known which of the SCO partners took part.", Say("en", read.Statements.Single(statement => statement.Capacity == Capacity.Partner), read));
    }

    [Fact]
    public async Task Events_that_a_source_recorded_yield_the_sentence_too()
    {
        var organiser = await _database.OrganiserAsync();

        var matrix = await EventsAsync(organiser);

        var advisers = matrix.Events.Single(planned => planned.Slug == "delhi-nsa-meeting-afghanistan-2021");
        Assert.Equal(
            "All member states except China and Pakistan took part.",
            _speech.Say(advisers.Statements.Single(), matrix.Labels));
        var seminar = matrix.Events.Single(planned => planned.Slug == "new-delhi-cyber-security-seminar-2021");
        Assert.Equal(
            [(Capacity.Member, AttendanceWording.Unknown, 8), (Capacity.Observer, AttendanceWording.Unknown, 4), (Capacity.DialoguePartner, AttendanceWording.Unknown, 6)],
            seminar.Statements.Select(statement => (statement.Capacity, statement.Form, statement.Unknown.Count)));
    }

    [Fact]
    public async Task All_members_except_some_finds_the_events_in_which_exactly_those_took_part()
    {
        var organiser = await _database.OrganiserAsync();

        var answer = (await _matrix.SelectAsync(organiser, new SideSelection([StateStatus.Member], ["PK", "CN"], []), new DateOnly(2021, 12, 7), default)).Value;

        Assert.Equal(["IN", "KZ", "KG", "RU", "TJ", "UZ"], answer.States.Select(side => side.Code));
        Assert.Contains(answer.Events, planned => planned.Slug == "delhi-nsa-meeting-afghanistan-2021");
        var others = (await _matrix.SelectAsync(organiser, new SideSelection([StateStatus.Member], ["PK"], []), new DateOnly(2021, 12, 7), default)).Value;
        Assert.DoesNotContain(others.Events, planned => planned.Slug == "delhi-nsa-meeting-afghanistan-2021");
        Assert.Equal("attendance.not-in-group", (await _matrix.SelectAsync(organiser, new SideSelection([StateStatus.Member], ["IR"], []), new DateOnly(2021, 12, 7), default)).Error!.Code);
    }

    [Fact]
    public async Task What_was_seen_at_the_door_is_proposed_and_what_somebody_recorded_stays()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var kazakhstan = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        var person = await _desk.PersonAsync(kazakhstan, "Head", DelegationRole.Head, "CheckedIn");
        var absent = await _desk.PersonAsync(kazakhstan, "Other", DelegationRole.Member);
        await _desk.Delegations.AcceptedAsync(organiser, eventId, "UZ");
        await _desk.Delegations.InviteAsync(organiser, eventId, "KG");
        var (kz, uz, kg) = (await _database.SideAsync("KZ"), await _database.SideAsync("UZ"), await _database.SideAsync("KG"));
        await CheckInAsync(organiser, eventId, kz, person);
        await RecordAsync(organiser, eventId, uz, PresentOnline);

        var proposed = (await _queries.OfEventAsync(organiser, eventId, null, kz, default)).Value;
        Assert.Equal((Present, Confirmed, Invited), (Row(proposed, kz).Proposed, Row(proposed, uz).Proposed, Row(proposed, kg).Proposed));
        Assert.Equal([("Head", Present), ("Other", Confirmed)], proposed.Persons.Select(row => (row.Name.Split(' ')[^1].ToLowerInvariant() == "head" ? "Head" : "Other", row.Proposed)));
        Assert.Equal(2, proposed.OpenProposals);
        Assert.Equal((1, 2), (proposed.Shares.BySide.Single().Present, proposed.Shares.BySide.Single().Accredited));
        Assert.Equal([(DelegationRole.Head, 1, 1), (DelegationRole.Member, 0, 1)], proposed.Shares.ByRole.Select(share => (share.Of, share.Present, share.Accredited)));

        Assert.Equal(2, (await _service.AcceptProposalsAsync(organiser, eventId, null, default)).Value);

        var read = (await _queries.OfEventAsync(organiser, eventId, null, null, default)).Value;
        Assert.Equal((Present, PresentOnline, Invited), (Row(read, kz).State, Row(read, uz).State, Row(read, kg).State));
        Assert.Equal(0, (await _service.AcceptProposalsAsync(organiser, eventId, null, default)).Value);
        await _service.RecordAsync(organiser, eventId, new AttendanceForm { SideId = kz, DelegateId = absent, State = PresentOnline }, default);
        Assert.Equal(2, (await _queries.OfEventAsync(organiser, eventId, null, null, default)).Value.Shares.BySide.Single().Present);
    }

    [Fact]
    public async Task What_is_of_elsewhere_or_not_on_the_roster_is_refused()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var other = await _desk.Delegations.EventAsync();
        var session = await SessionAsync(organiser, other);
        var kz = await _database.SideAsync("KZ");
        var person = await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, other, "KZ"), "Head", DelegationRole.Head);

        Assert.Equal("not-found", await CodeAsync(new AttendanceForm { SideId = kz, SessionId = session, State = Present }));
        Assert.Equal("not-found", await CodeAsync(new AttendanceForm { SideId = kz, DelegateId = person, State = Present }));
        Assert.Equal("attendance.not-invited", await CodeAsync(new AttendanceForm { SideId = await _database.SideAsync("VN"), State = Present }));
        Assert.Equal("choice", await CodeAsync(new AttendanceForm { SideId = kz, State = (Domain.Events.Attendance)99 }));
        Assert.Equal("not-found", (await _queries.OfEventAsync(organiser, eventId, session, null, default)).Error!.Code);

        async Task<string?> CodeAsync(AttendanceForm form) => (await _service.RecordAsync(organiser, eventId, form, default)).Error?.Code;
    }

    [Fact]
    public async Task Of_two_who_record_the_same_side_first_both_are_heard_or_one_is_told()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.Delegations.InviteAsync(organiser, eventId, "KZ");
        var side = await _database.SideAsync("KZ");

        var outcomes = await Task.WhenAll(new[] { Present, Absent }.Select(state =>
            Task.Run(() => _service.RecordAsync(organiser, eventId, new AttendanceForm { SideId = side, State = state }, default))));

        Assert.Contains(outcomes, outcome => outcome.IsSuccess);
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal(ErrorKind.Stale, outcome.Error!.Kind));
        Assert.Equal(1L, await _database.ScalarAsync($"SELECT count(*) FROM attendance_records WHERE event_id = '{eventId}'"));
    }

    [Fact]
    public async Task The_roster_takes_as_many_commands_for_three_sides_as_for_one()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var session = await SessionAsync(organiser, eventId);
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);
        var one = await CommandsAsync();
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "UZ"), "Head", DelegationRole.Head);
        await RecordAsync(organiser, eventId, await _database.SideAsync("KG"), Present);
        await SessionAsync(organiser, eventId);

        Assert.Equal(one, await CommandsAsync());
        Assert.Equal(20, one);

        Task<int> CommandsAsync() => DelegationsDesk.CommandsOfAsync(() => _queries.OfEventAsync(organiser, eventId, session, null, default));
    }

    [Fact]
    public async Task The_matrix_takes_as_many_commands_for_every_page_and_shows_no_event_of_others()
    {
        var organiser = await _database.OrganiserAsync();
        var own = await _desk.Delegations.EventAsync();
        var hidden = await _desk.Delegations.EventAsync(secretariat: "sco-rats-ec");

        var first = await DelegationsDesk.CommandsOfAsync(() => _matrix.MatrixAsync(organiser, 1, default));
        await _desk.Delegations.EventAsync();
        await _desk.Delegations.EventAsync();

        Assert.Equal(first, await DelegationsDesk.CommandsOfAsync(() => _matrix.MatrixAsync(organiser, 1, default)));
        var events = (await EventsAsync(organiser)).Events;
        Assert.Contains(events, planned => planned.Id == own && planned.IsOfActor);
        Assert.DoesNotContain(events, planned => planned.Id == hidden);
        Assert.Equal("forbidden", (await _matrix.MatrixAsync(await _database.FocalPointAsync("KZ"), 1, default)).Error!.Code);
    }

    private async Task<AttendanceMatrix> EventsAsync(Actor actor)
    {
        var first = (await _matrix.MatrixAsync(actor, 1, default)).Value;
        var (events, labels) = (new List<MatrixEvent>(), new Dictionary<Guid, ScoEvents.Web.Features.Delegations.SideLabel>());
        for (var page = 1; page <= first.PageCount; page++)
        {
            var read = (await _matrix.MatrixAsync(actor, page, default)).Value;
            events.AddRange(read.Events);
            foreach (var (side, label) in read.Labels)
            {
                labels[side] = label;
            }
        }

        return first with { Events = events, Labels = labels };
    }

    private async Task RecordAsync(Actor actor, Guid eventId, Guid side, Domain.Events.Attendance? state)
    {
        var outcome = await _service.RecordAsync(actor, eventId, new AttendanceForm { SideId = side, State = state }, default);
        Assert.True(outcome.IsSuccess, outcome.Error?.Code);
    }

    private async Task<SideAttendance> RowAsync(Actor actor, Guid eventId, Guid side) => Row((await _queries.OfEventAsync(actor, eventId, null, null, default)).Value, side);

    private static SideAttendance Row(EventAttendanceRead read, Guid side) => read.Sides.Single(row => row.Side.SideId == side);

    private string Say(string language, AttendanceStatement statement, EventAttendanceRead read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = PortalLanguages.Find(language)!.Culture;
        try
        {
            return _speech.Say(statement, read.Labels);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private async Task<List<string>> AuditAsync(Guid eventId)
    {
        await using var context = await _database.OpenAsync(await _database.PersonAsync(Role.Auditor, GrantScope.Portal));
        return await context.AuditEntries.Where(entry => entry.EventId == eventId && entry.Entity == nameof(AttendanceRecord)).Select(entry => entry.Action).ToListAsync();
    }

    private async Task CheckInAsync(Actor actor, Guid eventId, Guid side, Guid person) => await _database.ScalarAsync($"""
        INSERT INTO check_ins (id, event_id, delegate_id, side_id, direction, scanned_at, received_at, device_name, outcome, by)
        VALUES (gen_random_uuid(), '{eventId}', '{person}', '{side}', 'In', now(), now(), 'Door', 'Admitted', '{actor.UserId}') RETURNING 1
        """);

    private async Task<Guid> SessionAsync(Actor organiser, Guid eventId)
    {
        var session = Domain.Programme.Session.Draft(eventId, new Domain.Programme.SessionFacts(
            Domain.Programme.SessionType.Plenary, Domain.Programme.SessionAccess.Open, LocalizedText.Of("Plenary"), LocalizedText.Empty), 0, _database.Clock.GetUtcNow()).Value;
        await using var context = await _database.OpenAsync(organiser);
        context.Sessions.Add(session);
        await context.SaveChangesAsync();
        return session.Id;
    }
}
