using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

public sealed class CloningTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // The Monday after Berlin, Cairo and others changed their clocks; New Delhi never does.
    private static readonly DateOnly _nextYear = new(2027, 12, 6);

    private readonly WholeEventDesk _desk = new(database);

    [Fact]
    public async Task A_whole_event_comes_along_a_year_later_and_the_first_edition_stays_as_it_was()
    {
        var (organiser, id, room) = await SeminarAsync();
        var (uz, dsci) = (await database.SideAsync("UZ"), await database.SideAsync("in-dsci"));
        var edit = OrganiserDesk.Value(await _desk.Organiser.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
        (edit.HostSideId, edit.CoOrganisers, edit.KnowledgePartners) = (await database.SideAsync("IN"), [uz, dsci], [dsci]);
        OrganiserDesk.Value(await _desk.Organiser.Events.EditAsync(organiser, id, edit, CancellationToken.None));
        var (before, sessions) = (await _desk.EventAsync(organiser, id), await _desk.SessionsAsync(organiser, id));

        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);

        var (first, next) = (await _desk.EventAsync(organiser, id), await _desk.EventAsync(organiser, outcome.EventId));
        Assert.Equal((2, 3, 2), (outcome.Edition, outcome.Sessions, outcome.Placed));
        Assert.Equal([], outcome.Tray);
        Assert.Equal((EventStatus.Draft, id, false), (next.Status, next.ClonedFromId, next.IsPublic));
        Assert.Equal(new EventDates(_nextYear, _nextYear.AddDays(1), DatePrecision.Day), next.Dates);
        Assert.Equal((first.SeriesId, 1, 2), (next.SeriesId, first.Edition, next.Edition));
        Assert.Equal(Parties(before), Parties(next));
        Assert.Equal([room], next.Rooms.Select(used => used.RoomId));

        var copies = await _desk.SessionsAsync(organiser, outcome.EventId);
        Assert.Equal(
            sessions.Select(session => (session.Type, session.Access, session.Classification, session.Title, session.Abstract, session.Position)),
            copies.Select(session => (session.Type, session.Access, session.Classification, session.Title, session.Abstract, session.Position)));
        Assert.All(copies, session => Assert.Equal(SessionState.Draft, session.State));
        Assert.Empty(copies.Select(session => session.Id).Intersect(sessions.Select(session => session.Id)));
        Assert.Equal(
            new Dictionary<string, string> { ["Opening"] = "2027-12-06 09:30–10:30", ["Late"] = "2027-12-07 22:00–00:00" }.OrderBy(pair => pair.Key),
            (await _desk.TimesAsync(organiser, outcome.EventId, "Asia/Kolkata")).OrderBy(pair => pair.Key));
        Assert.Equal(await PeopleAsync(organiser, id), await PeopleAsync(organiser, outcome.EventId));
        Assert.Equal(sessions.Select(session => session.Slot?.StartsAt), (await _desk.SessionsAsync(organiser, id)).Select(session => session.Slot?.StartsAt));
    }

    [Fact]
    public async Task Tracks_teams_settings_and_all_that_a_session_holds_come_along_under_ids_of_their_own()
    {
        var (organiser, id, _) = await SeminarAsync();
        var (track, team) = await DressAsync(organiser, id, "Opening");
        var before = (await _desk.SessionsAsync(organiser, id)).Single(session => session.Title.In("en") == "Opening");

        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);

        var copy = (await _desk.SessionsAsync(organiser, outcome.EventId)).Single(session => session.Title.In("en") == "Opening");
        await using var context = await database.OpenAsync(organiser);
        var (newTrack, newTeam) = (await context.Tracks.SingleAsync(row => row.EventId == outcome.EventId), await context.InterpreterTeams.SingleAsync(row => row.EventId == outcome.EventId));
        var chair = await context.Speakers.SingleAsync(row => row.EventId == outcome.EventId && row.Id == copy.AgendaItems[0].SpeakerId);
        Assert.Equal(("Threats", TrackColor.Teal, 3), (newTrack.Name.In("en"), newTrack.Color, newTrack.Position));
        Assert.Equal(("Booth one", "ru zh"), (newTeam.Name, string.Join(' ', newTeam.Languages)));
        Assert.Equal("Chair", chair.Name.In("en"));
        Assert.NotEqual((track, team), (newTrack.Id, newTeam.Id));
        Assert.Equal((newTrack.Id, newTeam.Id), (copy.TrackId, Assert.Single(copy.Interpreters).TeamId));
        Assert.Equal(
            (before.Classification, before.ExpectedAttendance, before.Layout, string.Join(' ', before.InterpretedInto), before.Notes, SessionState.Draft),
            (copy.Classification, copy.ExpectedAttendance, copy.Layout, string.Join(' ', copy.InterpretedInto), copy.Notes, copy.State));
        Assert.Equal([("Welcome", 15)], copy.AgendaItems.Select(item => (item.Title.In("en"), item.Minutes)));
        Assert.Equal(SessionState.Confirmed, before.State);
        Assert.Null(copy.ExternalId);
        Assert.Equal(40, (await context.ProgrammeSettings.SingleAsync(row => row.EventId == outcome.EventId)).TravelMinutes);
    }

    [Fact]
    public async Task Documents_delegations_and_releases_do_not_come_along()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.InviteAsync(organiser, id, "UZ");
        OrganiserDesk.Value(await _desk.Invitations.AcceptAsync(await database.FocalPointAsync("UZ"), (await InvitationAsync(organiser, id)), CancellationToken.None));
        OrganiserDesk.Value(await _desk.Organiser.Releases.PublishAsync(organiser, id, new Web.Features.Programme.ReleaseForm { Number = 1 }, CancellationToken.None));

        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);

        foreach (var table in new[] { "delegations", "releases", "session_documents", "unavailabilities", "conflict_acknowledgements" })
        {
            Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM {table} WHERE event_id = '{outcome.EventId}'"));
        }
    }

    [Fact]
    public async Task Only_what_was_asked_for_comes_along()
    {
        var (organiser, id, _) = await SeminarAsync();
        var form = await _desk.CloneFormAsync(organiser, id, _nextYear);
        (form.IsEdition, form.Parties, form.Rooms, form.Sessions, form.Speakers, form.Tracks, form.Teams, form.Settings, form.Invitees) =
            (false, false, false, false, false, false, false, false, false);

        var outcome = OrganiserDesk.Value(await _desk.Cloning.CloneAsync(organiser, id, form, CancellationToken.None));

        var next = await _desk.EventAsync(organiser, outcome.EventId);
        Assert.Equal((0, 0, 0), (next.Parties.Count, next.Rooms.Count, outcome.Sessions));
        Assert.Equal(((Guid?)null, (int?)null), (next.SeriesId, next.Edition));
        Assert.Equal([], await PeopleAsync(organiser, outcome.EventId));
    }

    [Fact]
    public async Task Sessions_without_their_rooms_wait_in_the_tray_and_without_their_people_have_none()
    {
        var (organiser, id, _) = await SeminarAsync();
        var form = await _desk.CloneFormAsync(organiser, id, _nextYear);
        (form.Rooms, form.Speakers) = (false, false);

        var outcome = OrganiserDesk.Value(await _desk.Cloning.CloneAsync(organiser, id, form, CancellationToken.None));

        var copies = await _desk.SessionsAsync(organiser, outcome.EventId);
        Assert.Equal(3, copies.Count);
        Assert.All(copies, session => Assert.Equal((null, 0), (session.Slot, session.Speakers.Count)));
    }

    [Fact]
    public async Task Withdrawn_and_cancelled_sessions_stay_behind()
    {
        var (organiser, id, _) = await SeminarAsync();
        await database.ScalarAsync($"DELETE FROM slots USING sessions s WHERE s.id = session_id AND s.event_id = '{id}' AND s.title->>'en' = 'Late'");
        await database.ScalarAsync($"UPDATE sessions SET state = 'Cancelled' WHERE event_id = '{id}' AND title->>'en' = 'Late'");

        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);

        Assert.Equal(["Opening", "Waiting"], (await _desk.SessionsAsync(organiser, outcome.EventId)).Select(session => session.Title.In("en")));
    }

    [Fact]
    public async Task A_session_whose_room_another_event_has_at_the_new_time_waits_in_the_tray_and_is_named()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.CloneAsync(organiser, id, _nextYear);

        var second = await _desk.CloneAsync(organiser, id, _nextYear);

        Assert.Equal((3, 3, 0), (second.Edition, second.Sessions, second.Placed));
        Assert.Equal([("Late", TrayReason.RoomTaken), ("Opening", TrayReason.RoomTaken)], second.Tray.Select(session => (session.Title.In("en"), session.Reason)).Order());
        Assert.Equal([], await _desk.TimesAsync(organiser, second.EventId, "Asia/Kolkata"));
    }

    [Fact]
    public async Task Times_keep_the_clock_across_a_daylight_change_and_a_skipped_one_waits_in_the_tray()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn, form.TimeZone) = (new DateOnly(2027, 3, 21), new DateOnly(2027, 3, 21), "Europe/Berlin");
        var id = await _desk.Organiser.EventAsync(organiser, form);
        var room = await _desk.Organiser.RoomAsync(organiser, id);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Night", room, "02:15", "03:15", new DateOnly(2027, 3, 21)));
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Day", room, "10:00", "11:00", new DateOnly(2027, 3, 21)));

        var outcome = await _desk.CloneAsync(organiser, id, new DateOnly(2027, 3, 28));

        Assert.Equal([("Night", TrayReason.TimeSkipped)], outcome.Tray.Select(session => (session.Title.In("en"), session.Reason)));
        Assert.Equal("2027-03-28 10:00–11:00", (await _desk.TimesAsync(organiser, outcome.EventId, "Europe/Berlin"))["Day"]);
    }

    [Fact]
    public async Task The_invited_sides_come_as_proposals_by_the_statuses_of_the_new_day_and_nothing_is_sent()
    {
        var organiser = await database.OrganiserAsync();
        var form = OrganiserDesk.Seminar();
        (form.StartsOn, form.EndsOn, form.HostSideId) = (new DateOnly(2021, 12, 7), new DateOnly(2021, 12, 8), await database.SideAsync("IN"));
        var id = await _desk.Organiser.EventAsync(organiser, form);
        OrganiserDesk.Value(await _desk.Invitations.InviteAsync(organiser, id, new Web.Features.Delegations.InviteForm
        {
            FirstDay = form.StartsOn,
            Statuses = [Domain.States.StateStatus.Observer],
            GuestSideIds = [await database.SideAsync("EG"), await database.SideAsync("sco-rats")],
        }, CancellationToken.None));

        var outcome = await _desk.CloneAsync(organiser, id, new DateOnly(2026, 12, 7));

        var named = outcome.Sides.Where(side => side.Change != SideChange.Same).Select(side => (side.Code, side.Now, side.Change)).ToList();
        Assert.Contains(("IR", Capacity.Member, SideChange.OtherStatus), named);
        Assert.Contains(("BY", Capacity.Member, SideChange.OtherStatus), named);
        Assert.Contains(("MN", Capacity.Partner, SideChange.OtherStatus), named);
        Assert.Contains(("EG", Capacity.Partner, SideChange.OtherStatus), named);
        Assert.DoesNotContain(named, side => side.Code == "IN");
        await using var context = await database.OpenAsync(organiser);
        var proposals = await context.Invitations.Where(invitation => invitation.EventId == outcome.EventId).ToListAsync();
        Assert.Equal(outcome.Sides.Count(side => side.Now is not null), proposals.Count);
        Assert.All(proposals, invitation => Assert.Equal((InvitationStatus.Draft, (DateTimeOffset?)null), (invitation.Status, invitation.IssuedAt)));
        Assert.Equal(0, OrganiserDesk.Value(await _desk.Organiser.EventsQueries.GetHeadAsync(organiser, outcome.EventId, CancellationToken.None)).Progress.Invitations);
        Assert.Equal(EventStatus.Draft, (await _desk.EventAsync(organiser, outcome.EventId)).Status);
    }

    [Fact]
    public async Task A_side_does_not_see_that_it_is_proposed_until_the_invitation_is_sent()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.InviteAsync(organiser, id, "UZ");
        var focalPoint = await database.FocalPointAsync("UZ");
        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);
        await using var context = await database.OpenAsync(focalPoint);

        var hidden = await context.Invitations.CountAsync(invitation => invitation.EventId == outcome.EventId);
        await _desk.InviteAsync(organiser, outcome.EventId, "UZ");
        var sent = await context.Invitations.Where(invitation => invitation.EventId == outcome.EventId).Select(invitation => invitation.Status).ToListAsync();

        Assert.Equal(0, hidden);
        Assert.Equal([InvitationStatus.Issued], sent);
    }

    [Fact]
    public async Task The_next_edition_of_a_series_is_proposed_with_the_next_number_and_a_taken_one_is_refused()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.CloneAsync(organiser, id, _nextYear);
        var proposal = OrganiserDesk.Value(await _desk.Queries.GetCloneFormAsync(organiser, id, CancellationToken.None));
        Assert.Equal((3, "Seminar on the security of information", new DateOnly(2027, 12, 6)), (proposal.Form.Edition, proposal.Series!.In("en"), proposal.Form.StartsOn));
        proposal.Form.Edition = 2;

        var refused = await _desk.Cloning.CloneAsync(organiser, id, proposal.Form, CancellationToken.None);

        Assert.Equal([("Edition", "series.edition-taken")], OrganiserDesk.Refusals(refused));
    }

    [Fact]
    public async Task A_series_starts_with_the_cloned_event_and_needs_a_name()
    {
        var (organiser, id, _) = await SeminarAsync();
        var form = await _desk.CloneFormAsync(organiser, id, _nextYear);

        form.Edition = 1;
        Assert.Equal([("Edition", "series.edition-too-low")], OrganiserDesk.Refusals(await _desk.Cloning.CloneAsync(organiser, id, form, CancellationToken.None)));
        (form.Edition, form.SeriesName) = (5, new LocalizedTextInput());
        Assert.Equal([("SeriesName", "series.name-missing")], OrganiserDesk.Refusals(await _desk.Cloning.CloneAsync(organiser, id, form, CancellationToken.None)));
        form.SeriesName = new LocalizedTextInput { En = "Cyber seminars", Ru = "Киберсеминары" };
        var outcome = OrganiserDesk.Value(await _desk.Cloning.CloneAsync(organiser, id, form, CancellationToken.None));

        var series = OrganiserDesk.Value(await _desk.Queries.GetSeriesAsync(organiser, (await _desk.EventAsync(organiser, id)).SeriesId!.Value, CancellationToken.None));
        Assert.Equal("Киберсеминары", series.Name.In("ru"));
        Assert.Equal([(4, id), (5, outcome.EventId)], series.Editions.Select(edition => (edition.Edition, edition.Id)));
    }

    [Fact]
    public async Task Of_two_who_make_the_same_edition_at_once_out_of_two_events_one_is_told()
    {
        var (organiser, id, _) = await SeminarAsync();
        var second = await _desk.CloneAsync(organiser, id, _nextYear);
        var colleague = await database.OrganiserAsync();
        var (mine, theirs) = (await _desk.CloneFormAsync(organiser, id, _nextYear.AddDays(28)), await _desk.CloneFormAsync(colleague, second.EventId, _nextYear.AddDays(56)));
        Assert.Equal((3, 3), (mine.Edition, theirs.Edition));

        var outcomes = await Task.WhenAll(
            _desk.Cloning.CloneAsync(organiser, id, mine, CancellationToken.None), _desk.Cloning.CloneAsync(colleague, second.EventId, theirs, CancellationToken.None));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal([("Edition", "series.edition-taken")], OrganiserDesk.Refusals(Assert.Single(outcomes, outcome => !outcome.IsSuccess)));
        var series = (await _desk.EventAsync(organiser, id)).SeriesId!.Value;
        Assert.Equal(3L, await database.ScalarAsync($"SELECT count(*) FROM events WHERE series_id = '{series}'"));
    }

    [Fact]
    public async Task Of_two_who_start_a_series_out_of_one_event_at_once_one_is_told()
    {
        var (organiser, id, _) = await SeminarAsync();
        var colleague = await database.OrganiserAsync();
        var (mine, theirs) = (await _desk.CloneFormAsync(organiser, id, _nextYear), await _desk.CloneFormAsync(colleague, id, _nextYear));

        var outcomes = await Task.WhenAll(
            _desk.Cloning.CloneAsync(organiser, id, mine, CancellationToken.None), _desk.Cloning.CloneAsync(colleague, id, theirs, CancellationToken.None));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal([("Edition", "series.edition-taken")], OrganiserDesk.Refusals(Assert.Single(outcomes, outcome => !outcome.IsSuccess)));
    }

    [Fact]
    public async Task To_clone_takes_the_right_to_plan_in_the_secretariat()
    {
        var (organiser, id, _) = await SeminarAsync();
        var form = await _desk.CloneFormAsync(organiser, id, _nextYear);
        var alone = await database.PersonAsync(Role.Organiser, GrantScope.Event(id));

        Assert.Equal("forbidden", (await _desk.Cloning.CloneAsync(alone, id, form, CancellationToken.None)).Error?.Code);
        foreach (var (actor, code) in await _desk.Organiser.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Cloning.CloneAsync(actor, id, form, CancellationToken.None)).Error?.Code);
        }
    }

    [Fact]
    public async Task A_series_is_read_by_those_who_work_for_an_edition_and_shows_them_those_editions()
    {
        var (organiser, id, _) = await SeminarAsync();
        var outcome = await _desk.CloneAsync(organiser, id, _nextYear);
        var series = (await _desk.EventAsync(organiser, id)).SeriesId!.Value;
        var staff = await database.PersonAsync(Role.Staff, GrantScope.Event(outcome.EventId));

        Assert.Equal([outcome.EventId], OrganiserDesk.Value(await _desk.Queries.GetSeriesAsync(staff, series, CancellationToken.None)).Editions.Select(edition => edition.Id));
        Assert.Equal("not-found", (await _desk.Queries.GetSeriesAsync(await database.OrganiserAsync("uz-isrs"), series, CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Queries.GetSeriesAsync(Actor.Public, series, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task The_sides_of_the_next_edition_take_as_many_commands_for_three_as_for_one()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.InviteAsync(organiser, id, "UZ");
        var one = await CommandCount.OfAsync(async () => Assert.Single(await SidesAsync(organiser, id), side => side.Then is not null));
        await _desk.InviteAsync(organiser, id, "KZ", "sco-rats");

        var three = await CommandCount.OfAsync(async () => Assert.Equal(3, (await SidesAsync(organiser, id)).Count(side => side.Then is not null)));

        Assert.Equal(one, three);
        Assert.InRange(three, 1, 8);
    }

    [Fact]
    public async Task A_series_takes_as_many_commands_for_three_editions_as_for_one()
    {
        var (organiser, id, _) = await SeminarAsync();
        await _desk.CloneAsync(organiser, id, _nextYear);
        var series = (await _desk.EventAsync(organiser, id)).SeriesId!.Value;
        var two = await CommandCount.OfAsync(async () => Assert.Equal(2, OrganiserDesk.Value(await _desk.Queries.GetSeriesAsync(organiser, series, CancellationToken.None)).Editions.Count));
        await _desk.CloneAsync(organiser, id, _nextYear.AddDays(28));

        var three = await CommandCount.OfAsync(async () => Assert.Equal(3, OrganiserDesk.Value(await _desk.Queries.GetSeriesAsync(organiser, series, CancellationToken.None)).Editions.Count));

        Assert.Equal((3, 3), (two, three));
    }

    private async Task<(Actor Organiser, Guid Id, Guid Room)> SeminarAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.Organiser.EventAsync(organiser);
        var room = await _desk.Organiser.RoomAsync(organiser, id);
        var (chair, speaker) = (await _desk.Organiser.SpeakerAsync(organiser, id, "Chair", await database.SideAsync("UZ")), await _desk.Organiser.SpeakerAsync(organiser, id, "Speaker"));
        var opening = OrganiserDesk.Session("Opening", room, "09:30", "10:30");
        opening.ChairId = chair;
        await _desk.Organiser.SessionAsync(organiser, id, opening);
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Late", room, "22:00", "00:00", new DateOnly(2026, 12, 8)));
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Waiting"));
        await NameAsync(id, "Late", speaker);
        return (organiser, id, room);
    }

    private async Task<IReadOnlyList<ProposedSideRow>> SidesAsync(Actor organiser, Guid id) =>
        OrganiserDesk.Value(await _desk.Queries.GetNextSidesAsync(organiser, id, _nextYear, CancellationToken.None));

    private async Task<Guid> InvitationAsync(Actor organiser, Guid id)
    {
        await using var context = await database.OpenAsync(organiser);
        return await context.Invitations.Where(invitation => invitation.EventId == id).Select(invitation => invitation.Id).SingleAsync();
    }

    // Everything that a session can hold, and the settings of the event.
    private async Task<(Guid Track, Guid Team)> DressAsync(Actor organiser, Guid id, string title)
    {
        await using var context = await database.OpenAsync(organiser);
        var track = Track.Create(id, LocalizedText.Of(en: "Threats"), TrackColor.Teal, 3).Value;
        var team = InterpreterTeam.Create(id, "Booth one", ["ru", "zh"]).Value;
        context.AddRange(track, team);
        await context.SaveChangesAsync();
        var session = (await context.Sessions.Include(row => row.Interpreters).Include(row => row.Speakers).Where(row => row.EventId == id).ToListAsync()).Single(row => row.Title.In("en") == title);
        var now = database.Clock.GetUtcNow();
        Assert.True(session.Describe(
            new SessionFacts(session.Type, SessionAccess.MembersOnly, session.Title, session.Abstract)
            {
                Classification = Domain.Documents.Classification.AmberStrict,
                TrackId = track.Id,
                ExpectedAttendance = 60,
                Layout = Domain.Venues.RoomLayout.UShape,
                InterpretedInto = ["ru", "zh"],
                AgendaItems = [new AgendaItem(LocalizedText.Of(en: "Welcome"), session.Speakers[0].SpeakerId, 15)],
                Notes = "Flags from the protocol department.",
            },
            now).IsSuccess);
        session.SetInterpreters([team.Id], now);
        session.Confirm(now);
        await context.SaveChangesAsync();
        await database.ScalarAsync($"INSERT INTO programme_settings (event_id, severities, travel_minutes, travel_times, languages) VALUES ('{id}', '{{}}', 40, '[]', '[]')");
        return (track.Id, team.Id);
    }

    private Task NameAsync(Guid id, string title, Guid speaker) => database.ScalarAsync(
        $"INSERT INTO session_speakers (session_id, speaker_id, role, floor_order) SELECT s.id, '{speaker}', 'Speaker', 0 FROM sessions s WHERE s.event_id = '{id}' AND s.title->>'en' = '{title}'");

    // Who does what in which session, by names: the same in both editions, although every id is another.
    private async Task<IReadOnlyList<string>> PeopleAsync(Actor organiser, Guid id)
    {
        await using var context = await database.OpenAsync(organiser);
        var names = await context.Speakers.Where(speaker => speaker.EventId == id).ToDictionaryAsync(speaker => speaker.Id, speaker => $"{speaker.Name.In("en")} {speaker.SideId}");
        var parts = (await _desk.SessionsAsync(organiser, id)).SelectMany(session => session.Speakers.Select(person => $"{session.Title.In("en")}: {person.Role} {names[person.SpeakerId]}"));
        return [.. names.Values.Order(StringComparer.Ordinal), .. parts.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<(OrganisationRole Role, int Position, Guid Side)> Parties(ScoEvent planned) =>
        planned.Parties.Select(party => (party.Role, party.Position, party.SideId)).Order();
}
