using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class AvailabilityTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly _first = new(2026, 12, 7);
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task An_absence_is_kept_in_local_time_and_read_back_as_it_was_typed()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var form = Away(speaker, new TimeOnly(9, 30), new TimeOnly(12, 0));
        form.Note = "Flight";

        var added = OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, form, CancellationToken.None));

        var read = await FormAsync(organiser, id, added);
        Assert.Equal((form.Subject, _first, form.From, null, form.To, "Flight"), (read.Subject, read.FirstDay, read.From, read.LastDay, read.To, read.Note));
        var absence = Assert.Single(Assert.Single(await SubjectsAsync(organiser, id)).Absences);
        Assert.Equal((new DateTime(2026, 12, 7, 9, 30, 0), new DateTime(2026, 12, 7, 12, 0, 0), "Flight"), (absence.Start, absence.End, absence.Note));
        Assert.Equal(
            "2026-12-07 04:00:00+00 2026-12-07 06:30:00+00",
            await database.ScalarAsync($"SELECT starts_at AT TIME ZONE 'UTC' || '+00 ' || ends_at AT TIME ZONE 'UTC' || '+00' FROM unavailabilities WHERE id = '{added}'"));
    }

    [Fact]
    public async Task Whole_days_need_no_times_and_may_reach_beyond_the_event()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var form = new AvailabilityForm { Subject = $"Speaker:{speaker}", FirstDay = _first.AddDays(-1), LastDay = _first };

        var added = OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, form, CancellationToken.None));

        var read = await FormAsync(organiser, id, added);
        Assert.Equal((form.FirstDay, null, form.LastDay, null), (read.FirstDay, read.From, read.LastDay, read.To));
        var overview = OrganiserDesk.Value(await _desk.AvailabilityQueries.GetAsync(organiser, id, CancellationToken.None));
        Assert.Equal([_first.AddDays(-1), _first, _first.AddDays(1)], overview.Days);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromDays(1)), overview.Subjects[0].Absences[0].On(_first));
        Assert.Null(overview.Subjects[0].Absences[0].On(_first.AddDays(1)));
    }

    public static TheoryData<string, string, Action<AvailabilityForm>> Wrong() => new()
    {
        { "Subject", "availability.subject-unknown", form => form.Subject = null },
        { "Subject", "availability.subject-unknown", form => form.Subject = "Speaker:none" },
        { "Subject", "availability.subject-unknown", form => form.Subject = $"Speaker:{Guid.NewGuid()}" },
        { "Subject", "availability.subject-unknown", form => form.Subject = $"Head:{Guid.NewGuid()}" },
        { "Subject", "availability.subject-unknown", form => form.Subject = $"InterpreterTeam:{Guid.NewGuid()}" },
        { "FirstDay", "required", form => form.FirstDay = null },
        { "FirstDay", "choice", form => form.FirstDay = DateOnly.MaxValue },
        { "LastDay", "choice", form => form.LastDay = DateOnly.MinValue },
        { "To", "availability.end-not-after-start", form => form.To = form.From },
        { "To", "availability.end-not-after-start", form => form.LastDay = form.FirstDay!.Value.AddDays(-1) },
        { "Note", "availability.note-too-long", form => form.Note = new string('n', 301) },
        { "Note", "characters", form => form.Note = "N\u202E" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field(string field, string code, Action<AvailabilityForm> spoil)
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var form = Away(speaker, new TimeOnly(9, 30), new TimeOnly(12, 0));
        spoil(form);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Availability.AddAsync(organiser, id, form, CancellationToken.None)));
        Assert.Empty(Assert.Single(await SubjectsAsync(organiser, id)).Absences);
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_refused()
    {
        var organiser = await database.OrganiserAsync();
        var seminar = OrganiserDesk.Seminar();
        (seminar.StartsOn, seminar.EndsOn, seminar.TimeZone) = (new DateOnly(2027, 3, 28), new DateOnly(2027, 3, 28), "Europe/Vilnius");
        var id = await _desk.EventAsync(organiser, seminar);
        var speaker = await _desk.SpeakerAsync(organiser, id, "Zoya");
        var form = new AvailabilityForm { Subject = $"Speaker:{speaker}", FirstDay = seminar.StartsOn, From = new TimeOnly(3, 30) };

        Assert.Equal([("From", "availability.time-skipped")], OrganiserDesk.Refusals(await _desk.Availability.AddAsync(organiser, id, form, CancellationToken.None)));
    }

    [Fact]
    public async Task A_speaker_or_team_of_another_event_is_refused()
    {
        var (organiser, id, _) = await SpeakerAsync();
        var (_, _, foreign) = await SpeakerAsync();

        var added = await _desk.Availability.AddAsync(organiser, id, Away(foreign, null, null), CancellationToken.None);

        Assert.Equal([("Subject", "availability.subject-unknown")], OrganiserDesk.Refusals(added));
    }

    [Fact]
    public async Task The_second_of_two_who_change_or_delete_an_absence_is_told()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var added = OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, Away(speaker, null, null), CancellationToken.None));
        var (first, second) = (await FormAsync(organiser, id, added), await FormAsync(organiser, id, added));
        first.To = new TimeOnly(12, 0);

        Assert.True((await _desk.Availability.EditAsync(organiser, id, added, first, CancellationToken.None)).IsSuccess);

        Assert.Equal("stale", (await _desk.Availability.EditAsync(organiser, id, added, second, CancellationToken.None)).Error?.Code);
        Assert.Equal("stale", (await _desk.Availability.DeleteAsync(organiser, id, added, second.Version, CancellationToken.None)).Error?.Code);
        var third = await FormAsync(organiser, id, added);
        Assert.Equal(new TimeOnly(12, 0), third.To);
        Assert.True((await _desk.Availability.DeleteAsync(organiser, id, added, third.Version, CancellationToken.None)).IsSuccess);
        Assert.Equal("not-found", (await _desk.Availability.DeleteAsync(organiser, id, added, third.Version, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task The_overview_names_speakers_heads_of_invited_sides_and_teams_with_what_they_miss()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var room = await _desk.RoomAsync(organiser, id);
        var team = await TeamAsync(organiser, id);
        var form = OrganiserDesk.Session("Heads", room, "10:00", "11:00");
        (form.Access, form.ChairId) = (SessionAccess.HeadsOnly, speaker);
        await _desk.SessionAsync(organiser, id, form);
        var side = await database.SideAsync("KZ");
        foreach (var subject in new[] { $"Head:{side}", $"InterpreterTeam:{team}" })
        {
            OrganiserDesk.Value(await _desk.Availability.AddAsync(
                organiser, id, new AvailabilityForm { Subject = subject, FirstDay = _first, From = new TimeOnly(10, 30) }, CancellationToken.None));
        }

        var subjects = await SubjectsAsync(organiser, id);

        Assert.Equal(
            [(AvailabilitySubject.Speaker, "Zoya"), (AvailabilitySubject.Head, "Kazakhstan"), (AvailabilitySubject.InterpreterTeam, "Booth 1")],
            subjects.Select(subject => (subject.Kind, subject.Name["en"]!)));
        Assert.Equal(["Heads False", "Heads True", ""], subjects.Select(subject => string.Join(' ', subject.Parts.Select(part => $"{part.Title["en"]} {part.IsMissed}"))));
    }

    [Fact]
    public async Task Reading_takes_as_many_commands_for_three_absences_as_for_one()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, Away(speaker, null, null), CancellationToken.None));
        var one = await CommandCount.OfAsync(() => SubjectsAsync(organiser, id));
        foreach (var name in new[] { "Second", "Third" })
        {
            var other = await _desk.SpeakerAsync(organiser, id, name);
            OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, Away(other, null, null), CancellationToken.None));
        }

        Assert.Equal(one, await CommandCount.OfAsync(() => SubjectsAsync(organiser, id)));
    }

    [Fact]
    public async Task A_team_is_kept_with_its_languages_and_the_second_of_two_editors_is_told()
    {
        var (organiser, id, _) = await SpeakerAsync();
        var team = await TeamAsync(organiser, id);
        var seen = Assert.Single(OrganiserDesk.Value(await _desk.InterpretersQueries.ListAsync(organiser, id, CancellationToken.None)));
        Assert.Equal(("Booth 1", "en,ru", 0), (seen.Name, string.Join(',', seen.Languages), seen.Sessions));
        var form = new InterpretersForm { Name = "Booth 2", Languages = ["en", "zh"], Version = seen.Version };

        Assert.True((await _desk.Interpreters.EditAsync(organiser, id, team, form, CancellationToken.None)).IsSuccess);

        Assert.Equal("stale", (await _desk.Interpreters.EditAsync(organiser, id, team, form, CancellationToken.None)).Error?.Code);
        Assert.Equal("stale", (await _desk.Interpreters.DeleteAsync(organiser, id, team, seen.Version, CancellationToken.None)).Error?.Code);
        Assert.Equal("Booth 2", Assert.Single(OrganiserDesk.Value(await _desk.InterpretersQueries.ListAsync(organiser, id, CancellationToken.None))).Name);
    }

    [Theory]
    [InlineData("Name", "interpreters.name-missing", " ", "en")]
    [InlineData("Name", "characters", "B\u202E", "en")]
    [InlineData("Languages", "interpreters.languages-missing", "Booth", "")]
    [InlineData("Languages", "programme.language-unknown", "Booth", "xx")]
    public async Task A_wrong_team_is_refused_beside_its_field(string field, string code, string name, string language)
    {
        var (organiser, id, _) = await SpeakerAsync();
        var form = new InterpretersForm { Name = name, Languages = language.Length == 0 ? [] : [language] };

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Interpreters.AddAsync(organiser, id, form, CancellationToken.None)));
    }

    [Fact]
    public async Task A_team_that_interprets_a_session_is_not_deleted_and_takes_its_absences_along_when_it_is()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        var team = await TeamAsync(organiser, id);
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Plenary"));
        await database.ChangeSessionAsync(organiser, session, row => row.SetInterpreters([team], database.Clock.GetUtcNow()));
        OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, new AvailabilityForm { Subject = $"InterpreterTeam:{team}", FirstDay = _first }, CancellationToken.None));
        OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, Away(speaker, null, null), CancellationToken.None));
        var version = Assert.Single(OrganiserDesk.Value(await _desk.InterpretersQueries.ListAsync(organiser, id, CancellationToken.None))).Version;

        Assert.Equal([(null, "interpreters.in-use")], OrganiserDesk.Refusals(await _desk.Interpreters.DeleteAsync(organiser, id, team, version, CancellationToken.None)));
        await database.ChangeSessionAsync(organiser, session, row => row.SetInterpreters([], database.Clock.GetUtcNow()));
        Assert.True((await _desk.Interpreters.DeleteAsync(organiser, id, team, version, CancellationToken.None)).IsSuccess);

        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM unavailabilities WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Only_the_people_who_prepare_the_event_reach_absences_and_acknowledgements_by_sql()
    {
        var (organiser, id, speaker) = await SpeakerAsync();
        OrganiserDesk.Value(await _desk.Availability.AddAsync(organiser, id, Away(speaker, null, null), CancellationToken.None));
        var staff = await database.PersonAsync(Role.Staff, GrantScope.Event(id));
        foreach (var (actor, sees) in new[] { (organiser, true), (staff, true), (Actor.Public, false), (await database.OrganiserAsync("uz-isrs"), false), (await database.FocalPointAsync("KZ"), false) })
        {
            await using var sql = await RowLevelSecurity.RawSql.AsAsync(database, actor);
            Assert.Equal(sees ? 1 : 0, await sql.CountAsync($"SELECT count(*) FROM unavailabilities WHERE event_id = '{id}'"));
            Assert.Equal(actor == organiser ? 1 : 0, await sql.RunAsync($"UPDATE unavailabilities SET note = 'Known' WHERE event_id = '{id}'"));
            if (actor != organiser)
            {
                Assert.Equal("42501", await sql.RefusedAsync(
                    $"INSERT INTO conflict_acknowledgements (id, event_id, kind, session_id, fingerprint, reason, by, at) VALUES (gen_random_uuid(), '{id}', 'RoomTooSmall', gen_random_uuid(), '', 'r', gen_random_uuid(), now())"));
            }
        }
    }

    private async Task<(Actor Organiser, Guid Id, Guid Speaker)> SpeakerAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.SpeakerAsync(organiser, id, "Zoya"));
    }

    private async Task<Guid> TeamAsync(Actor organiser, Guid id) =>
        OrganiserDesk.Value(await _desk.Interpreters.AddAsync(organiser, id, new InterpretersForm { Name = " Booth 1 ", Languages = ["en", "ru"] }, CancellationToken.None));

    private async Task<AvailabilityForm> FormAsync(Actor actor, Guid id, Guid absence) =>
        OrganiserDesk.Value(await _desk.AvailabilityQueries.GetFormAsync(actor, id, absence, CancellationToken.None));

    private async Task<IReadOnlyList<AvailabilitySubjectRow>> SubjectsAsync(Actor actor, Guid id) =>
        OrganiserDesk.Value(await _desk.AvailabilityQueries.GetAsync(actor, id, CancellationToken.None)).Subjects;

    private static AvailabilityForm Away(Guid speaker, TimeOnly? from, TimeOnly? to) => new() { Subject = $"Speaker:{speaker}", FirstDay = _first, From = from, To = to };
}
