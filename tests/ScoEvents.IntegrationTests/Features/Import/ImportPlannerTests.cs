using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.Import;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Import;

/// <summary>The comparison of a file with a draft, without a database.</summary>
public sealed class ImportPlannerTests
{
    private static readonly EventZone _zone = EventZone.Find("Asia/Kolkata")!;
    private static readonly DraftedRoom _hall = new(Guid.CreateVersion7(), Guid.CreateVersion7(), LocalizedText.Of("en", "Hall A"), true);
    private static readonly DraftedRoom _unused = new(Guid.CreateVersion7(), _hall.VenueId, LocalizedText.Of(en: "Hall B", ru: "Зал Б"), false);

    [Fact]
    public void New_rooms_tracks_persons_and_sessions_are_created()
    {
        var plan = Plan(Draft(), [Session("A", 10, room: "Hall A", track: "Law", persons: ["Li Wei"])]);

        Assert.Equal(
            [(ImportKind.Session, "A", ImportOutcome.Create), (ImportKind.Room, "Hall A", ImportOutcome.Skip), (ImportKind.Track, "Law", ImportOutcome.Create), (ImportKind.Person, "Li Wei", ImportOutcome.Create)],
            plan.Rows.Select(row => (row.Kind, row.Name, row.Outcome)));
        var planned = Assert.Single(plan.Steps.Sessions);
        Assert.Equal((new PlannedPlace(0, During(10)), (int?)0, SessionType.ThematicSession), (planned.Place, planned.TrackKey, planned.Type));
        Assert.Equal([0], planned.Floor);
    }

    [Fact]
    public void Rooms_are_found_by_any_spelling_of_their_name_and_taken_into_use_where_the_venue_has_them()
    {
        var plan = Plan(Draft(), [Session("A", 10, room: "HALL  A"), Session("B", 10, room: "зал б"), Session("C", 10, room: "Annex")], Choices() with { VenueId = _hall.VenueId });

        Assert.Equal([("Hall A", ImportOutcome.Skip), ("Hall B", ImportOutcome.Change), ("Annex", ImportOutcome.Create)], plan.Rows.Where(row => row.Kind == ImportKind.Room).Select(row => (row.Name, row.Outcome)));
        Assert.Equal([(_unused.Id, false), ((Guid?)null, false)], plan.Steps.Rooms.Select(room => (room.RoomId, room.IsUsed)));
        Assert.Equal([0, 1, 2], plan.Steps.Sessions.Select(one => one.Place!.RoomKey!.Value));
    }

    [Fact]
    public void Rooms_to_make_need_a_venue()
    {
        var refused = ImportPlanner.Plan(Draft(), Reading([Session("A", 10, room: "Annex")]), Choices() with { VenueName = LocalizedText.Empty });

        Assert.Equal([("VenueName.En", "import.venue-needed")], refused.Errors.Select(error => (error.Field, error.Code)));
    }

    [Fact]
    public void The_later_of_two_sessions_in_a_room_waits_in_the_tray()
    {
        var plan = Plan(Draft(), [Session("Late", 10, minute: 15), Session("Early", 10), Session("After", 10, minute: 30)]);

        Assert.Equal([("Late", true), ("Early", false), ("After", false)], Sessions(plan).Select(row => (row.Name, row.IsInTray)));
        Assert.Equal([("Hall A", "Early")], Remarks(plan, ImportCodes.RoomTaken).Select(remark => (remark.Arguments[0], remark.Arguments[1])));
    }

    [Fact]
    public void Sessions_of_the_draft_and_of_other_events_are_not_pushed_away()
    {
        var draft = Draft(Drafted("Mine", slot: Slot(10))) with { Busy = [new BusyRoom(_hall.Id, During(11))] };

        var plan = Plan(draft, [Session("A", 10), Session("B", 11), Session("C", 12)]);

        Assert.Equal([true, true, false], Sessions(plan).Select(row => row.IsInTray));
        Assert.Equal("Mine", Assert.Single(Remarks(plan, ImportCodes.RoomTaken)).Arguments[1]);
        Assert.Single(Remarks(plan, ImportCodes.RoomTakenElsewhere));
    }

    [Fact]
    public void Two_sessions_may_change_places()
    {
        var (one, two) = (Drafted("One", slot: Slot(10)), Drafted("Two", slot: Slot(11)));

        var plan = Plan(Draft(one, two), [Session("One", 11, guid: one.Id), Session("Two", 10, guid: two.Id)]);

        Assert.All(Sessions(plan), row => Assert.Equal((ImportOutcome.Change, false), (row.Outcome, row.IsInTray)));
        Assert.Equal([During(11), During(10)], plan.Steps.Sessions.Select(session => session.Place!.During));
    }

    [Fact]
    public void A_session_whose_new_place_is_not_possible_keeps_the_one_it_has()
    {
        var (moved, other) = (Drafted("Moved", slot: Slot(10)), Drafted("Other", slot: Slot(11)));

        var plan = Plan(Draft(moved, other), [Session("Moved", 11, guid: moved.Id)]);

        var row = Assert.Single(Sessions(plan));
        Assert.Equal((ImportOutcome.Skip, false), (row.Outcome, row.IsInTray));
        Assert.Equal([ImportCodes.RoomTaken, ImportCodes.PlaceKept], row.Remarks.Select(remark => remark.Code));
    }

    [Fact]
    public void Outside_the_days_too_short_too_long_or_without_a_room_a_session_waits_in_the_tray()
    {
        var plan = Plan(Draft(),
        [
            Session("Before", 10, day: 6), Session("Short", 10, minutes: 4), Session("Long", 10, minutes: 721), Session("Roomless", 10, room: null), Session("Over midnight", 23, day: 8, minutes: 90),
        ]);

        Assert.All(Sessions(plan), row => Assert.Equal((ImportOutcome.Create, true), (row.Outcome, row.IsInTray)));
        Assert.Equal(
            [ImportCodes.OutsideEvent, ImportCodes.DurationOutOfRange, ImportCodes.DurationOutOfRange, ImportCodes.NoRoom, ImportCodes.OutsideEvent],
            Sessions(plan).Select(row => Assert.Single(row.Remarks).Code));
    }

    [Fact]
    public void A_break_without_a_room_is_for_all_rooms()
    {
        var plan = Plan(Draft(), [Session("Tea", 10, room: null, type: "Coffee break"), Session("Talk", 10, minute: 15)]);

        Assert.Equal([new PlannedPlace(null, During(10)), null], plan.Steps.Sessions.Select(one => one.Place));
        Assert.Equal(["Tea"], Remarks(plan, ImportCodes.RoomTaken).Select(remark => remark.Arguments[1]));
    }

    [Fact]
    public void A_session_is_found_by_its_own_identity_or_by_that_of_the_file_it_came_from()
    {
        var external = Guid.NewGuid();
        var (own, foreign) = (Drafted("Own", slot: Slot(10)), Drafted("Foreign", slot: Slot(11), externalId: external.ToString()));

        var plan = Plan(Draft(own, foreign), [Session("Own", 10, guid: own.Id), Session("Foreign, renamed", 11, guid: external), Session("Third", 12)]);

        Assert.Equal([ImportOutcome.Skip, ImportOutcome.Change, ImportOutcome.Create], Sessions(plan).Select(row => row.Outcome));
        Assert.Equal([new ImportChange("title", "en", "Foreign", "Foreign, renamed")], Sessions(plan)[1].Changes);
        Assert.Equal([foreign.Id, (Guid?)null], plan.Steps.Sessions.Select(one => one.SessionId));
    }

    [Fact]
    public void Two_rows_that_are_one_session_are_not_both_taken()
    {
        var external = Guid.NewGuid();
        var session = Drafted("One", externalId: external.ToString());

        var plan = Plan(Draft(session), [Session("One", 10, guid: session.Id), Session("Again", 11, guid: external)]);

        Assert.Equal([ImportOutcome.Change, ImportOutcome.Refuse], Sessions(plan).Select(row => row.Outcome));
        Assert.Equal(ImportCodes.Twice, Assert.Single(Sessions(plan)[1].Remarks).Code);
    }

    [Fact]
    public void What_the_file_does_not_say_stays_as_it_is()
    {
        var (chair, speaker) = (Person("Chair"), Person("Speaker"));
        var track = new DraftedTrack(Guid.CreateVersion7(), LocalizedText.Of("en", "Law"), TrackColor.Red);
        var session = Drafted("One", slot: Slot(10)) with
        {
            Title = LocalizedText.Of(en: "One", ru: "Раз"),
            Abstract = LocalizedText.Of(ur: "خلاصہ"),
            Type = SessionType.Panel,
            TrackId = track.Id,
            ChairId = chair.Id,
            Floor = [speaker.Id],
        };
        var draft = Draft(session) with { Persons = [chair, speaker], Tracks = [track] };

        // Of a table with nothing but titles and times; "talk" says less than what an organiser chose.
        var plan = Plan(draft, [Session("One", 10, guid: session.Id, room: null, type: "Talk")]);

        Assert.Equal(ImportOutcome.Skip, Assert.Single(Sessions(plan)).Outcome);
        Assert.Empty(plan.Steps.Sessions);
    }

    [Fact]
    public void Who_presides_and_is_named_among_the_persons_does_not_speak_because_of_that()
    {
        var (chair, speaker) = (Person("Chair"), Person("Speaker"));
        var session = Drafted("One", slot: Slot(10)) with { ChairId = chair.Id, Floor = [speaker.Id] };

        var plan = Plan(Draft(session) with { Persons = [chair, speaker] }, [Session("One", 10, guid: session.Id, persons: ["Chair", "Speaker"])]);

        Assert.Equal(ImportOutcome.Skip, Assert.Single(Sessions(plan)).Outcome);
    }

    [Fact]
    public void A_person_is_found_by_identity_first_and_two_of_one_name_stay_two()
    {
        var known = Person("Li Wei") with { ExternalId = Guid.NewGuid().ToString() };
        var one = Session("A", 10) with { Persons = [new SchedulePerson { Name = ScheduleText.Of("Li Wei (renamed)"), Guid = Guid.Parse(known.ExternalId) }] };
        var two = Session("B", 11) with { Persons = [new SchedulePerson { Name = ScheduleText.Of("Li Wei"), Id = 7 }, new SchedulePerson { Name = ScheduleText.Of("Li Wei"), Id = 8 }] };

        var plan = Plan(Draft() with { Persons = [known] }, [one, two]);

        Assert.Equal([(known.Id, true), ((Guid?)null, false), (null, false)], plan.Steps.Persons.Select(person => (person.SpeakerId, person.IsChanged)));
        Assert.Equal([new ImportChange("name", "en", "Li Wei", "Li Wei (renamed)")], plan.Rows.Single(row => row.Kind == ImportKind.Person && row.Outcome == ImportOutcome.Change).Changes);
    }

    [Fact]
    public void Texts_go_to_the_language_of_their_script_and_long_ones_are_cut_behind_a_word()
    {
        var session = Session("Открытие", 10) with
        {
            Subtitle = ScheduleText.Of("Opening"),
            Abstract = ScheduleText.Of("Opening"),
            Description = ScheduleText.Of(string.Join(' ', Enumerable.Repeat("word", 1_000))),
        };

        var planned = Assert.Single(Plan(Draft(), [session]).Steps.Sessions);

        Assert.Equal(("Открытие", null), (planned.Title["ru"], planned.Title["en"]));
        Assert.StartsWith("Opening\n\nword word", planned.Abstract["en"], StringComparison.Ordinal);
        Assert.EndsWith("word…", planned.Abstract["en"], StringComparison.Ordinal);
        Assert.InRange(planned.Abstract.LongestLength, MaxAbstract - 5, MaxAbstract);
    }

    [Theory]
    [InlineData("研讨会", "zh")]
    [InlineData("सत्र एक", "hi")]
    [InlineData("افتتاحی اجلاس", "ur")]
    [InlineData("Семинар IPv6", "ru")]
    [InlineData("Eröffnung", "en")]
    [InlineData("— 42 —", "en")]
    public void The_language_of_a_text_is_that_of_most_of_its_letters(string text, string language) => Assert.Equal(language, ImportWords.LanguageOf(text));

    [Fact]
    public void Times_are_moments_or_by_choice_the_clock_of_the_place()
    {
        var session = Session("A", 10) with { Start = new DateTimeOffset(2026, 12, 7, 10, 0, 0, TimeSpan.FromHours(1)) };

        var moments = Plan(Draft(), [session]);
        var clock = Plan(Draft(), [session], Choices() with { KeepsClock = true });

        Assert.Equal("2026-12-07 14:30–15:00", ImportTimes.Say(moments.Steps.Sessions[0].Place!.During, _zone));
        Assert.Equal("2026-12-07 10:00–10:30", ImportTimes.Say(clock.Steps.Sessions[0].Place!.During, _zone));
        Assert.Single(moments.Remarks, remark => remark.Code == ImportCodes.ZoneDiffers);
        Assert.DoesNotContain(clock.Remarks, remark => remark.Code == ImportCodes.ZoneDiffers);
    }

    [Fact]
    public void A_draft_without_sessions_may_take_days_and_zone_from_the_file()
    {
        var session = Session("A", 10) with { Start = new DateTimeOffset(2027, 3, 2, 23, 30, 0, TimeSpan.FromHours(1)), Duration = TimeSpan.FromHours(2) };
        var reading = Reading([session], zone: "Europe/Berlin", first: new DateOnly(2027, 3, 1), last: new DateOnly(2027, 3, 2));

        var taken = ImportPlanner.Plan(Draft(), reading, Choices() with { TakesDays = true }).Value;
        var refused = ImportPlanner.Plan(Draft(Drafted("There")), reading, Choices() with { TakesDays = true }).Value;

        // The last session ends in the night after the last day.
        Assert.Equal(new PlannedDays(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 3), "Europe/Berlin"), taken.Steps.Days);
        Assert.NotNull(Assert.Single(taken.Steps.Sessions).Place);
        Assert.Null(refused.Steps.Days);
        Assert.Null(Assert.Single(refused.Steps.Sessions).Place);
    }

    [Fact]
    public void A_zone_that_the_file_names_but_does_not_keep_to_is_not_taken()
    {
        var reading = Reading([Session("A", 10)], zone: "UTC");

        var plan = ImportPlanner.Plan(Draft(), reading, Choices() with { TakesDays = true }).Value;

        Assert.Null(plan.Steps.Days);
        Assert.Single(plan.Remarks, remark => remark.Code == ImportCodes.DaysTaken && remark.Arguments[2] == "Asia/Kolkata");
    }

    [Fact]
    public void More_days_than_an_event_can_have_are_not_taken()
    {
        var reading = Reading([Session("A", 10)], first: new DateOnly(2026, 1, 1), last: new DateOnly(2026, 12, 31));

        var plan = ImportPlanner.Plan(Draft(), reading, Choices() with { TakesDays = true }).Value;

        Assert.Null(plan.Steps.Days);
        Assert.Single(plan.Remarks, remark => remark.Code == ImportCodes.DaysTooMany);
    }

    [Fact]
    public void Rows_that_could_not_be_read_are_refused_with_the_reason()
    {
        var reading = Reading([Session("A", 10) with { Row = 1 }]) with
        {
            Problems =
            [
                new ScheduleProblem(ScheduleSeverity.Refused, ScheduleProblemCodes.StartUnreadable, "", 2, ["", "noon"]),
                new ScheduleProblem(ScheduleSeverity.Repaired, ScheduleProblemCodes.ZoneMissing, "", null, ["Asia/Kolkata"]),
            ],
        };

        var plan = ImportPlanner.Plan(Draft(), reading, Choices()).Value;

        Assert.Equal([(1, ImportOutcome.Create), (2, ImportOutcome.Refuse)], Sessions(plan).Select(row => (row.Number!.Value, row.Outcome)));
        Assert.Equal(ScheduleProblemCodes.StartUnreadable, Assert.Single(Sessions(plan)[1].Remarks).Code);
        Assert.Equal(ScheduleProblemCodes.ZoneMissing, Assert.Single(plan.Remarks).Code);
    }

    [Fact]
    public void A_withdrawn_session_gets_no_place()
    {
        var session = Drafted("Off") with { IsOff = true };

        var row = Assert.Single(Sessions(Plan(Draft(session), [Session("Off", 10, guid: session.Id)])));

        Assert.Equal((ImportOutcome.Skip, false, ImportCodes.IsOff), (row.Outcome, row.IsInTray, Assert.Single(row.Remarks).Code));
    }

    [Theory]
    [InlineData("#e53935", TrackColor.Red)]
    [InlineData("#1155cc", TrackColor.Blue)]
    [InlineData("#0a8f3c", TrackColor.Green)]
    [InlineData("#00897b", TrackColor.Teal)]
    [InlineData("#ffc107", TrackColor.Amber)]
    [InlineData("#fb8c00", TrackColor.Orange)]
    [InlineData("#8e24aa", TrackColor.Violet)]
    [InlineData("#607d8b", TrackColor.Slate)]
    [InlineData("#888888", TrackColor.Slate)]
    [InlineData("#000000", TrackColor.Slate)]
    [InlineData(null, TrackColor.Green)]
    public void A_tracks_color_is_the_nearest_of_the_few(string? color, TrackColor token) => Assert.Equal(token, TrackColors.Nearest(color, 2));

    [Theory]
    [InlineData("Round table", SessionType.RoundTable)]
    [InlineData("круглый стол", SessionType.RoundTable)]
    [InlineData("lecture", SessionType.ThematicSession)]
    [InlineData("WORKSHOP", SessionType.HandsOn)]
    [InlineData("开幕式", SessionType.OpeningCeremony)]
    [InlineData("وقفہ", SessionType.Break)]
    [InlineData("भोजन", SessionType.Break)]
    [InlineData("Zauberei", null)]
    public void Kinds_of_sessions_are_known_by_the_words_of_five_languages(string words, SessionType? type) => Assert.Equal(type, SessionTypeWords.Find(words));

    [Fact]
    public void What_is_said_of_a_kind_is_read_back() =>
        Assert.All(Enum.GetValues<SessionType>(), type => Assert.Equal(type, SessionTypeWords.Find(SessionTypeWords.Say(type))));

    private const int MaxAbstract = Domain.Programme.Session.MaxAbstractLength;

    private static ImportChoices Choices() =>
        new(SessionAccess.Open, Classification.Clear, SessionType.ThematicSession, null, LocalizedText.Of("en", "Centre"), false, true, false);

    private static ImportPlan Plan(ImportDraft draft, IReadOnlyList<ScheduleEvent> events, ImportChoices? choices = null) =>
        ImportPlanner.Plan(draft, Reading(events), choices ?? Choices()).Value;

    private static ImportDraft Draft(params DraftedSession[] sessions) => new(
        new ImportTarget(Guid.CreateVersion7(), sessions.Length == 0, (new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8)), "Asia/Kolkata"),
        [_hall, _unused], [], [], sessions, [], "draft");

    private static DraftedSession Drafted(string title, DraftedSlot? slot = null, string? externalId = null) =>
        new(Guid.CreateVersion7(), externalId, SessionType.ThematicSession, LocalizedText.Of("en", title), LocalizedText.Empty, null, false, slot, null, []);

    private static DraftedSlot Slot(int hour) => new(_hall.Id, [_hall.Id], During(hour));

    private static DraftedPerson Person(string name) => new(Guid.CreateVersion7(), null, LocalizedText.Of("en", name), LocalizedText.Empty);

    private static TimeInterval During(int hour)
    {
        var start = _zone.ToInstant(new DateOnly(2026, 12, 7), new TimeOnly(hour, 0))!.Value;
        return new TimeInterval(start, start.AddMinutes(30));
    }

    private static ScheduleEvent Session(
        string title, int hour, int minute = 0, int day = 7, int minutes = 30, string? room = "Hall A", string? track = null, string type = "", Guid? guid = null, string[]? persons = null) => new()
        {
            Guid = guid ?? Guid.NewGuid(),
            Day = 1,
            Title = ScheduleText.Of(title),
            Start = new DateTimeOffset(2026, 12, day, hour, minute, 0, new TimeSpan(5, 30, 0)),
            Duration = TimeSpan.FromMinutes(minutes),
            Room = room,
            Track = track,
            Type = type,
            Persons = [.. (persons ?? []).Select(name => new SchedulePerson { Name = ScheduleText.Of(name) })],
        };

    private static ScheduleReading Reading(IReadOnlyList<ScheduleEvent> events, string? zone = "Asia/Kolkata", DateOnly? first = null, DateOnly? last = null) => new(
        new ScheduleDocument
        {
            Conference = new ScheduleConference
            {
                Acronym = "seminar2026",
                Title = ScheduleText.Of("Seminar"),
                Start = first ?? new DateOnly(2026, 12, 7),
                End = last ?? new DateOnly(2026, 12, 8),
                TimeZoneName = zone,
            },
            Rooms = [.. events.Where(one => one.Room is not null).Select(one => one.Room!).Distinct().Select(room => new ScheduleRoom { Name = ScheduleText.Of(room), Guid = Guid.NewGuid() })],
            Tracks = [.. events.Where(one => one.Track is not null).Select(one => one.Track!).Distinct().Select(track => new ScheduleTrack { Name = ScheduleText.Of(track) })],
            Events = [.. events.Select((one, index) => one with { Row = one.Row ?? index + 1 })],
        },
        []);

    private static List<ImportRow> Sessions(ImportPlan plan) => [.. plan.Rows.Where(row => row.Kind == ImportKind.Session)];

    private static List<ImportRemark> Remarks(ImportPlan plan, string code) => [.. plan.Rows.SelectMany(row => row.Remarks).Where(remark => remark.Code == code)];
}
