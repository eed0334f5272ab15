using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class ConflictsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_conflict_names_sessions_rooms_numbers_and_times()
    {
        var (organiser, id, room, session) = await CrowdedAsync();

        var conflict = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));

        Assert.Equal(
            (ConflictSeverity.Acknowledge, session, "Crowded", ConflictSubject.Room, room, "Hall A", 81, 80),
            (conflict.Severity, conflict.SessionId, conflict.Title["en"], conflict.SubjectKind, conflict.SubjectId, conflict.Subject!["en"], conflict.Wanted, conflict.Given));
        Assert.Equal((new DateTime(2026, 12, 7, 9, 0, 0), new DateTime(2026, 12, 7, 10, 0, 0)), conflict.During);
        Assert.Equal(["Hall A"], conflict.Rooms.Select(name => name["en"]));
        Assert.True(conflict.StandsInTheWay);
    }

    [Fact]
    public async Task A_release_waits_for_the_acknowledgement_and_keeps_it_with_its_reason()
    {
        var (organiser, id, room, session) = await CrowdedAsync();
        var conflict = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));
        Assert.Equal([(null, "programme.conflicts-block")], OrganiserDesk.Refusals(await PublishAsync(organiser, id)));
        Assert.Equal([ConflictKind.RoomTooSmall], (await PreviewAsync(organiser, id)).Blocking.Select(open => open.Kind));

        Assert.True((await AcknowledgeAsync(organiser, id, conflict, "Chairs are brought")).IsSuccess);

        Assert.Empty((await PreviewAsync(organiser, id)).Blocking);
        OrganiserDesk.Value(await PublishAsync(organiser, id));
        var shown = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).Acknowledgement;
        Assert.Equal(("Chairs are brought", $"Person {organiser.UserId:N}", new DateTime(2026, 10, 1, 13, 30, 0)), (shown?.Reason, shown?.By, shown!.At));
        await _desk.Conflicts.RevokeAsync(organiser, id, shown.Id, CancellationToken.None);
        var kept = Assert.Single(OrganiserDesk.Value(await _desk.ConflictsQueries.GetReleasedAsync(organiser, id, 1, CancellationToken.None)));
        Assert.Equal((ConflictKind.RoomTooSmall, "Crowded", "Chairs are brought", shown.By, shown.At), (kept.Kind, kept.Title["en"], kept.Reason, kept.By, kept.At));
        Assert.Empty(OrganiserDesk.Value(await _desk.ConflictsQueries.GetReleasedAsync(organiser, id, 2, CancellationToken.None)));
        await using var context = await database.OpenAsync(organiser);
        var release = await context.Releases.SingleAsync(row => row.EventId == id);
        Assert.Equal(
            [new ReleasedAcknowledgement(ConflictKind.RoomTooSmall, session, null, room, "Chairs are brought", organiser.UserId!.Value, database.Clock.GetUtcNow())],
            release.Acknowledgements);
    }

    [Fact]
    public async Task An_acknowledgement_survives_what_is_not_its_business()
    {
        var (organiser, id, room, session) = await CrowdedAsync();
        await AcknowledgeAsync(organiser, id, Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)), "Chairs are brought");

        await EditSessionAsync(organiser, id, session, form => (form.Title.Ru, form.StartsAt) = ("Другая", new TimeOnly(9, 30)));
        await EditRoomAsync(organiser, id, room, form => (form.Name.En, form.Booths) = ("Great hall", 4));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Another", room, "14:00", "15:00"));

        Assert.False(Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).StandsInTheWay);
    }

    [Fact]
    public async Task An_acknowledgement_falls_when_its_facts_change_and_is_renewed_with_another_reason()
    {
        var (organiser, id, room, session) = await CrowdedAsync();
        await AcknowledgeAsync(organiser, id, Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)), "Chairs are brought");

        await EditRoomAsync(organiser, id, room, form => form.Capacity = 70);

        var fallen = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));
        Assert.Equal((true, 70), (fallen.StandsInTheWay, fallen.Given));
        Assert.Equal("programme.conflicts-block", (await PublishAsync(organiser, id)).Error?.Code);
        Assert.True((await AcknowledgeAsync(organiser, id, fallen, "Some stand")).IsSuccess);
        Assert.Equal("Some stand", Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).Acknowledgement?.Reason);
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM conflict_acknowledgements WHERE event_id = '{id}'"));
        await database.ExpectAsync(organiser, session, 75);
        Assert.True(Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).StandsInTheWay);
    }

    [Fact]
    public async Task Nobody_acknowledges_what_is_other_by_now_or_gone()
    {
        var (organiser, id, _, session) = await CrowdedAsync();
        var seen = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));

        await database.ExpectAsync(organiser, session, 90);
        Assert.Equal("stale", (await AcknowledgeAsync(organiser, id, seen, "Reason")).Error?.Code);
        await database.ExpectAsync(organiser, session, 80);
        Assert.Equal("conflict.gone", (await AcknowledgeAsync(organiser, id, seen, "Reason")).Error?.Code);
    }

    [Theory]
    [InlineData(null, "conflict.reason-missing")]
    [InlineData("  ", "conflict.reason-missing")]
    [InlineData("R\u202E", "characters")]
    public async Task A_reason_must_be_given(string? reason, string code)
    {
        var (organiser, id, _, _) = await CrowdedAsync();
        var conflict = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));

        Assert.Equal([("Reason", code)], OrganiserDesk.Refusals(await AcknowledgeAsync(organiser, id, conflict, reason)));
        Assert.Equal([("Reason", "conflict.reason-too-long")], OrganiserDesk.Refusals(await AcknowledgeAsync(organiser, id, conflict, new string('r', 501))));
    }

    [Fact]
    public async Task What_blocks_or_is_only_shown_is_not_acknowledged()
    {
        var (organiser, id, room, _) = await CrowdedAsync();
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        var other = await _desk.RoomAsync(organiser, id, "Hall B");
        foreach (var place in new[] { room, other })
        {
            var form = OrganiserDesk.Session("Double", place, "15:00", "16:00");
            form.ChairId = speaker;
            await _desk.SessionAsync(organiser, id, form);
        }

        foreach (var kind in new[] { ConflictKind.PersonInTwoPlaces, ConflictKind.Unconfirmed })
        {
            var conflict = (await OfAsync(organiser, id, kind))[0];
            Assert.Equal([(null, "conflict.not-acknowledgeable")], OrganiserDesk.Refusals(await AcknowledgeAsync(organiser, id, conflict, "Reason")));
        }

        Assert.Equal("programme.conflicts-block", (await PublishAsync(organiser, id)).Error?.Code);
    }

    [Fact]
    public async Task An_acknowledgement_is_taken_back_once_and_the_conflict_stands_in_the_way_again()
    {
        var (organiser, id, _, _) = await CrowdedAsync();
        await AcknowledgeAsync(organiser, id, Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)), "Reason");
        var known = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).Acknowledgement!.Id;
        var foreigner = await database.OrganiserAsync("uz-isrs");

        Assert.Equal("conflict.gone", (await _desk.Conflicts.RevokeAsync(foreigner, await _desk.EventAsync(foreigner), known, CancellationToken.None)).Error?.Code);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _desk.Conflicts.RevokeAsync(organiser, id, known, CancellationToken.None))));

        Assert.Contains(Assert.Single(results, result => !result.IsSuccess).Error!.Code, new[] { "stale", "conflict.gone" });
        Assert.True(Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)).StandsInTheWay);
    }

    [Fact]
    public async Task Two_who_acknowledge_the_same_at_once_leave_one_acknowledgement()
    {
        var (organiser, id, _, _) = await CrowdedAsync();
        var conflict = Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));

        var results = await Task.WhenAll(new[] { "First", "Second" }.Select(reason => Task.Run(() => AcknowledgeAsync(organiser, id, conflict, reason))));

        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM conflict_acknowledgements WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Somebody_who_is_away_is_found_by_name_and_stretch()
    {
        var (organiser, id, room, _) = await CrowdedAsync();
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        var form = OrganiserDesk.Session("Panel", room, "11:00", "12:00");
        form.ChairId = speaker;
        await _desk.SessionAsync(organiser, id, form);
        OrganiserDesk.Value(await _desk.Availability.AddAsync(
            organiser, id, new AvailabilityForm { Subject = $"Speaker:{speaker}", FirstDay = new DateOnly(2026, 12, 7), From = new TimeOnly(11, 30), To = new TimeOnly(15, 0) }, CancellationToken.None));

        var conflict = Assert.Single(await OfAsync(organiser, id, ConflictKind.PersonUnavailable));

        Assert.Equal(
            ("Zoya", ConflictSubject.Person, (new DateTime(2026, 12, 7, 11, 30, 0), new DateTime(2026, 12, 7, 15, 0, 0))),
            (conflict.Subject!["en"], conflict.SubjectKind, conflict.Away!.Value));
    }

    [Fact]
    public async Task Settings_decide_what_is_found_how_far_people_travel_and_which_titles_are_wanted()
    {
        var (organiser, id, room, _) = await CrowdedAsync();
        var other = await _desk.RoomAsync(organiser, id, "Hall B");
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        foreach (var (place, start, end) in new[] { (room, "11:00", "12:00"), (other, "12:20", "13:00") })
        {
            var form = OrganiserDesk.Session("Panel " + start, place, start, end);
            form.ChairId = speaker;
            await _desk.SessionAsync(organiser, id, form);
        }

        Assert.Empty(await OfAsync(organiser, id, ConflictKind.TravelBuffer));
        var edit = await SettingsAsync(organiser, id);
        edit.Form.TravelTimes = [new TravelRow { From = edit.Venues[0].Id, To = edit.Venues[1].Id, Minutes = 30 }];
        edit.Form.Languages.Single(row => row.Code == "ru").IsWanted = true;
        edit.Form.Severities.Single(row => row.Kind == ConflictKind.RoomTooSmall).Severity = ConflictSeverity.Ignore;
        edit.Form.Severities.Single(row => row.Kind == ConflictKind.ChairMissing).Severity = ConflictSeverity.Block;

        Assert.True((await _desk.Settings.SaveAsync(organiser, id, edit.Form, CancellationToken.None)).IsSuccess);

        var travel = Assert.Single(await OfAsync(organiser, id, ConflictKind.TravelBuffer));
        Assert.Equal(("Zoya", 30, 20), (travel.Subject!["en"], travel.Wanted, travel.Given));
        Assert.Equal(["ru", "ru", "ru"], (await OfAsync(organiser, id, ConflictKind.Untranslated)).SelectMany(conflict => conflict.Languages));
        Assert.Empty(await OfAsync(organiser, id, ConflictKind.RoomTooSmall));
        Assert.Equal([ConflictSeverity.Block], (await OfAsync(organiser, id, ConflictKind.ChairMissing)).Select(conflict => conflict.Severity));
        var read = (await SettingsAsync(organiser, id)).Form;
        Assert.Equal((15, 30, "ru"), (read.TravelMinutes, Assert.Single(read.TravelTimes).Minutes, Assert.Single(read.Languages, row => row.IsWanted).Code));
    }

    public static TheoryData<string, string, Action<ProgrammeSettingsForm>> WrongSettings() => new()
    {
        { "TravelMinutes", "required", form => form.TravelMinutes = null },
        { "TravelMinutes", "settings.travel-out-of-range", form => form.TravelMinutes = 241 },
        { "TravelTimes[0].From", "required", form => form.TravelTimes[0].From = null },
        { "TravelTimes[0].Minutes", "settings.travel-out-of-range", form => form.TravelTimes[0].Minutes = -1 },
        { "TravelTimes[0].To", "settings.travel-same-venue", form => form.TravelTimes[0].To = form.TravelTimes[0].From },
        { "TravelTimes[0].To", "choice", form => form.TravelTimes[0].To = Guid.NewGuid() },
        { "TravelTimes[1].To", "settings.travel-twice", form => form.TravelTimes.Add(new TravelRow { From = form.TravelTimes[0].To, To = form.TravelTimes[0].From, Minutes = 5 }) },
        { "Languages", "settings.language-unknown", form => form.Languages[0].Code = "fr" },
        { "Severities", "settings.severity-fixed", form => form.Severities.Add(new SeverityRow { Kind = ConflictKind.RoomOverlap, Severity = ConflictSeverity.Ignore }) },
        { "Severities[0].Severity", "choice", form => form.Severities[0].Severity = (ConflictSeverity)9 },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task Wrong_settings_are_refused_beside_their_field(string field, string code, Action<ProgrammeSettingsForm> spoil)
    {
        var (organiser, id, _, _) = await CrowdedAsync();
        await _desk.RoomAsync(organiser, id, "Hall B");
        var edit = await SettingsAsync(organiser, id);
        edit.Form.TravelTimes = [new TravelRow { From = edit.Venues[0].Id, To = edit.Venues[1].Id, Minutes = 30 }];
        spoil(edit.Form);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Settings.SaveAsync(organiser, id, edit.Form, CancellationToken.None)));
        Assert.Equal(0u, (await SettingsAsync(organiser, id)).Form.Version);
    }

    [Fact]
    public async Task Of_two_who_save_the_first_settings_at_once_one_is_told_and_so_is_who_comes_late()
    {
        var (organiser, id, _, _) = await CrowdedAsync();
        var (first, second) = ((await SettingsAsync(organiser, id)).Form, (await SettingsAsync(organiser, id)).Form);
        (first.TravelMinutes, second.TravelMinutes) = (20, 30);

        var results = await Task.WhenAll(new[] { first, second }.Select(form => Task.Run(() => _desk.Settings.SaveAsync(organiser, id, form, CancellationToken.None))));

        Assert.Equal([(null, "stale")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
        var late = (await SettingsAsync(organiser, id)).Form;
        Assert.True((await _desk.Settings.SaveAsync(organiser, id, late, CancellationToken.None)).IsSuccess);
        late.TravelMinutes = 45;
        Assert.True((await _desk.Settings.SaveAsync(organiser, id, (await SettingsAsync(organiser, id)).Form, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task Reading_takes_as_many_commands_for_three_conflicts_as_for_one()
    {
        var (organiser, id, room, _) = await CrowdedAsync();
        await AcknowledgeAsync(organiser, id, Assert.Single(await OfAsync(organiser, id, ConflictKind.RoomTooSmall)), "Reason");
        var one = await CommandCount.OfAsync(() => OfAsync(organiser, id, ConflictKind.RoomTooSmall));
        foreach (var (start, end) in new[] { ("11:00", "12:00"), ("13:00", "14:00") })
        {
            await database.ExpectAsync(organiser, await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Crowded", room, start, end)), 90);
        }

        Assert.Equal((one, true), (await CommandCount.OfAsync(() => OfAsync(organiser, id, ConflictKind.RoomTooSmall)), one < 20));
    }

    private async Task<(Actor Organiser, Guid Id, Guid Room, Guid Session)> CrowdedAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var room = await _desk.RoomAsync(organiser, id);
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Crowded", room, "09:00", "10:00"));
        await database.ExpectAsync(organiser, session, 81);
        return (organiser, id, room, session);
    }

    private async Task<IReadOnlyList<DraftConflict>> OfAsync(Actor actor, Guid id, ConflictKind kind) =>
        [.. OrganiserDesk.Value(await _desk.ConflictsQueries.GetAsync(actor, id, CancellationToken.None)).Conflicts.Where(conflict => conflict.Kind == kind)];

    private async Task<SettingsEdit> SettingsAsync(Actor actor, Guid id) => OrganiserDesk.Value(await _desk.ConflictsQueries.GetSettingsAsync(actor, id, CancellationToken.None));

    private Task<ScoEvents.Domain.Shared.Result> AcknowledgeAsync(Actor actor, Guid id, DraftConflict conflict, string? reason) => _desk.Conflicts.AcknowledgeAsync(
        actor, id,
        new AcknowledgeForm { Kind = conflict.Kind, SessionId = conflict.SessionId, OtherId = conflict.OtherId, SubjectId = conflict.SubjectId, Fingerprint = conflict.Fingerprint, Reason = reason },
        CancellationToken.None);

    private Task<ScoEvents.Domain.Shared.Result<int>> PublishAsync(Actor actor, Guid id) => _desk.Releases.PublishAsync(actor, id, new ReleaseForm(), CancellationToken.None);

    private async Task<ReleasePreview> PreviewAsync(Actor actor, Guid id) => OrganiserDesk.Value(await _desk.ProgrammeQueries.PreviewReleaseAsync(actor, id, CancellationToken.None));

    private async Task EditSessionAsync(Actor actor, Guid id, Guid session, Action<SessionForm> change)
    {
        var form = OrganiserDesk.Value(await _desk.Sessions.GetAsync(actor, id, session, CancellationToken.None)).Form;
        change(form);
        Assert.True((await _desk.Programme.EditSessionAsync(actor, id, session, form, CancellationToken.None)).IsSuccess);
    }

    private async Task EditRoomAsync(Actor actor, Guid id, Guid room, Action<RoomEditForm> change)
    {
        var form = OrganiserDesk.Value(await _desk.VenuesQueries.GetRoomAsync(actor, id, room, CancellationToken.None)).Form;
        change(form);
        Assert.True((await _desk.Rooms.EditRoomAsync(actor, id, room, form, CancellationToken.None)).IsSuccess);
    }
}
