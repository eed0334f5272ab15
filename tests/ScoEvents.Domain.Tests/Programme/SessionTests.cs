using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

public class SessionTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _room = Guid.NewGuid();
    private static readonly Guid _otherRoom = Guid.NewGuid();
    private static readonly TimeInterval _span = new(Clock.Now, Clock.Now.AddDays(3));

    [Fact]
    public void A_drafted_session_is_unscheduled()
    {
        var session = Session.Draft(_event, Facts(), 4, Clock.Now).Value;

        Assert.Equal((_event, 4, Clock.Now), (session.EventId, session.Position, session.ModifiedAt));
        Assert.Equal(Facts(), new SessionFacts(session.Type, session.Access, session.Title, session.Abstract));
        Assert.Null(session.Slot);
        Assert.Empty(session.Speakers);
    }

    public static TheoryData<string, SessionFacts> Unacceptable() => new()
    {
        { "Title:programme.title-missing", Facts() with { Title = LocalizedText.Empty } },
        { "Title:programme.title-too-long", Facts() with { Title = LocalizedText.Of(en: "ok", zh: new string('中', Session.MaxTitleLength + 1)) } },
        { "Abstract:programme.abstract-too-long", Facts() with { Abstract = LocalizedText.Of(ur: new string('ا', Session.MaxAbstractLength + 1)) } },
    };

    [Theory]
    [MemberData(nameof(Unacceptable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_beside_its_field(string refusal, SessionFacts facts)
    {
        var session = Drafted();

        AssertRefused(Session.Draft(_event, facts, 0, Clock.Now), refusal);
        AssertRefused(session.Describe(facts, Clock.Later), refusal);

        Assert.Equal(Facts(), new SessionFacts(session.Type, session.Access, session.Title, session.Abstract));
        Assert.Equal(Clock.Now, session.ModifiedAt);
    }

    [Fact]
    public void Every_field_that_cannot_be_is_named_at_once() => AssertRefused(
        Session.Draft(_event, Facts() with { Title = LocalizedText.Empty, Abstract = LocalizedText.Of(en: new string('a', 4_001)) }, 0, Clock.Now),
        "Title:programme.title-missing", "Abstract:programme.abstract-too-long");

    [Fact]
    public void A_description_of_the_greatest_length_replaces_the_former()
    {
        var session = Drafted();
        var facts = new SessionFacts(
            SessionType.Closing, SessionAccess.HeadsOnly, LocalizedText.Of(en: new string('a', Session.MaxTitleLength)),
            LocalizedText.Of(en: new string('b', Session.MaxAbstractLength)));

        AssertDone(session.Describe(facts, Clock.Later));

        Assert.Equal(facts, new SessionFacts(session.Type, session.Access, session.Title, session.Abstract));
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 720)]
    [InlineData(3 * 1440 - 5, 5)]
    public void A_session_is_placed_within_the_event_from_five_minutes_to_twelve_hours(int start, int minutes)
    {
        var session = Drafted();

        AssertDone(session.MoveTo(_room, At(start, minutes), _span, Clock.Later));

        Assert.Equal(At(start, minutes), session.Slot!.During);
        Assert.Equal((session.Id, _event, _room), (session.Slot.SessionId, session.Slot.EventId, session.Slot.RoomId));
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Theory]
    [InlineData(60, 0, "EndsAt:programme.end-not-after-start")]
    [InlineData(60, -30, "EndsAt:programme.end-not-after-start")]
    [InlineData(60, 4, "EndsAt:programme.duration-out-of-range")]
    [InlineData(60, 721, "EndsAt:programme.duration-out-of-range")]
    [InlineData(-1, 30, "Day:programme.outside-event")]
    [InlineData(-60, 30, "Day:programme.outside-event")]
    [InlineData(3 * 1440 - 30, 31, "Day:programme.outside-event")]
    [InlineData(3 * 1440, 30, "Day:programme.outside-event")]
    public void A_time_that_cannot_be_is_refused_and_the_session_stays_where_it_was(int start, int minutes, string refusal)
    {
        var (unscheduled, scheduled) = (Drafted(), Drafted());
        AssertDone(scheduled.MoveTo(_room, At(0, 30), _span, Clock.Now));

        AssertRefused(unscheduled.MoveTo(_otherRoom, At(start, minutes), _span, Clock.Later), refusal);
        AssertRefused(scheduled.MoveTo(_otherRoom, At(start, minutes), _span, Clock.Later), refusal);

        Assert.Null(unscheduled.Slot);
        Assert.Equal((_room, At(0, 30)), (scheduled.Slot!.RoomId, scheduled.Slot.During));
        Assert.Equal((Clock.Now, Clock.Now), (unscheduled.ModifiedAt, scheduled.ModifiedAt));
    }

    [Fact]
    public void A_moved_session_keeps_its_slot()
    {
        var session = Drafted();
        AssertDone(session.MoveTo(_room, At(0, 30), _span, Clock.Now));
        var slot = session.Slot;

        AssertDone(session.MoveTo(_otherRoom, At(60, 45), _span, Clock.Later));

        Assert.Same(slot, session.Slot);
        Assert.Equal((_otherRoom, At(60, 45), Clock.Later), (slot!.RoomId, slot.During, session.ModifiedAt));
    }

    [Fact]
    public void A_slot_is_kept_in_universal_time()
    {
        var session = Drafted();
        var during = At(0, 30);

        AssertDone(session.MoveTo(_room, new TimeInterval(during.Start.ToOffset(TimeSpan.FromHours(5.5)), during.End.ToOffset(TimeSpan.FromHours(5.5))), _span, Clock.Now));

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (session.Slot!.StartsAt.Offset, session.Slot.EndsAt.Offset));
        Assert.Equal(during, session.Slot.During);
    }

    [Fact]
    public void A_session_may_run_across_midnight_but_not_past_the_last_one()
    {
        var zone = EventZone.Find("Asia/Kolkata")!;
        var (first, last) = (new DateOnly(2025, 3, 10), new DateOnly(2025, 3, 11));
        var span = zone.Days(first, last);

        AssertDone(Drafted().MoveTo(_room, new(Instant(zone, first, 23, 0), Instant(zone, last, 1, 0)), span, Clock.Now));
        AssertDone(Drafted().MoveTo(_room, new(Instant(zone, last, 23, 0), zone.StartOfDay(last.AddDays(1))), span, Clock.Now));
        AssertRefused(
            Drafted().MoveTo(_room, new(Instant(zone, last, 23, 0), Instant(zone, last.AddDays(1), 0, 1)), span, Clock.Now), "Day:programme.outside-event");
        AssertRefused(Drafted().MoveTo(_room, new(Instant(zone, first.AddDays(-1), 23, 59), Instant(zone, first, 1, 0)), span, Clock.Now), "Day:programme.outside-event");
    }

    [Fact]
    public void The_last_evening_in_one_zone_is_outside_the_event_in_another()
    {
        var (kolkata, berlin) = (EventZone.Find("Asia/Kolkata")!, EventZone.Find("Europe/Berlin")!);
        var day = new DateOnly(2025, 3, 10);
        var evening = new TimeInterval(Instant(berlin, day, 21, 0), Instant(berlin, day, 22, 0));

        AssertDone(Drafted().MoveTo(_room, evening, berlin.Days(day, day), Clock.Now));
        AssertRefused(Drafted().MoveTo(_room, evening, kolkata.Days(day, day), Clock.Now), "Day:programme.outside-event");
    }

    [Fact]
    public void A_session_across_a_daylight_change_lasts_as_long_as_it_lasts_and_not_as_the_clocks_say()
    {
        var zone = EventZone.Find("Europe/Berlin")!;
        var (spring, autumn) = (new DateOnly(2025, 3, 30), new DateOnly(2025, 10, 26));

        // 01:57 to 03:01 on the clock are four minutes when the hour between is skipped.
        AssertRefused(
            Drafted().MoveTo(_room, new(Instant(zone, spring, 1, 57), Instant(zone, spring, 3, 1)), zone.Days(spring, spring), Clock.Now),
            "EndsAt:programme.duration-out-of-range");
        AssertDone(Drafted().MoveTo(_room, new(Instant(zone, spring, 1, 55), Instant(zone, spring, 3, 0)), zone.Days(spring, spring), Clock.Now));

        // 00:00 to 12:00 on the clock are thirteen hours when an hour is repeated.
        AssertRefused(
            Drafted().MoveTo(_room, new(Instant(zone, autumn, 0, 0), Instant(zone, autumn, 12, 0)), zone.Days(autumn, autumn), Clock.Now),
            "EndsAt:programme.duration-out-of-range");
        AssertDone(Drafted().MoveTo(_room, new(Instant(zone, spring, 0, 0), Instant(zone, spring, 13, 0)), zone.Days(spring, spring), Clock.Now));
    }

    [Fact]
    public void An_unscheduled_session_has_no_place_any_more()
    {
        var session = Drafted();
        AssertDone(session.MoveTo(_room, At(0, 30), _span, Clock.Now));

        session.Unschedule(Clock.Later);

        Assert.Null(session.Slot);
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Fact]
    public void The_chair_comes_first_and_the_speakers_in_the_order_of_the_floor()
    {
        var session = Drafted();
        var (chair, a, b) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        AssertDone(session.SetSpeakers(chair, [a, b], Clock.Later));

        Assert.Equal([(chair, SpeakerRole.Chair, 0), (a, SpeakerRole.Speaker, 0), (b, SpeakerRole.Speaker, 1)], Floor(session));
        Assert.All(session.Speakers, speaker => Assert.Equal(session.Id, speaker.SessionId));
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Fact]
    public void A_changed_order_of_the_floor_shows()
    {
        var session = Drafted();
        var (chair, a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        AssertDone(session.SetSpeakers(null, [a, b], Clock.Now));

        AssertDone(session.SetSpeakers(chair, [c, b, a], Clock.Later));

        Assert.Equal([(chair, SpeakerRole.Chair, 0), (c, SpeakerRole.Speaker, 0), (b, SpeakerRole.Speaker, 1), (a, SpeakerRole.Speaker, 2)], Floor(session));
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Fact]
    public void The_chair_may_speak_too()
    {
        var session = Drafted();
        var chair = Guid.NewGuid();

        AssertDone(session.SetSpeakers(chair, [chair], Clock.Later));

        Assert.Equal([(chair, SpeakerRole.Chair, 0), (chair, SpeakerRole.Speaker, 0)], Floor(session));
    }

    [Fact]
    public void Nobody_speaks_twice_in_one_session()
    {
        var session = Drafted();
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        AssertDone(session.SetSpeakers(null, [a], Clock.Now));

        AssertRefused(session.SetSpeakers(null, [a, b, a], Clock.Later), "Speakers:programme.speaker-twice");

        Assert.Equal([(a, SpeakerRole.Speaker, 0)], Floor(session));
        Assert.Equal(Clock.Now, session.ModifiedAt);
    }

    [Fact]
    public void The_same_people_again_are_no_change()
    {
        var session = Drafted();
        var (chair, a) = (Guid.NewGuid(), Guid.NewGuid());
        AssertDone(session.SetSpeakers(chair, [a], Clock.Now));
        var before = session.Speakers;

        AssertDone(session.SetSpeakers(chair, [a], Clock.Later));

        Assert.Equal(before, session.Speakers);
        Assert.Equal(Clock.Now, session.ModifiedAt);
    }

    [Fact]
    public void Who_stays_keeps_the_part_and_who_is_not_named_leaves()
    {
        var session = Drafted();
        var (chair, a, b) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        AssertDone(session.SetSpeakers(chair, [a, b], Clock.Now));
        var kept = session.Speakers.Single(speaker => speaker.SpeakerId == b);

        AssertDone(session.SetSpeakers(null, [b], Clock.Later));

        Assert.Same(kept, Assert.Single(session.Speakers));
        Assert.Equal(0, kept.Order);
    }

    private static Session Drafted() => Session.Draft(_event, Facts(), 0, Clock.Now).Value;

    private static SessionFacts Facts() =>
        new(SessionType.ThematicSession, SessionAccess.DelegationsOnly, LocalizedText.Of(en: "Threats"), LocalizedText.Of(ru: "Угрозы"));

    private static TimeInterval At(int start, int minutes) => new(Clock.Now.AddMinutes(start), Clock.Now.AddMinutes(start + minutes));

    private static DateTimeOffset Instant(EventZone zone, DateOnly day, int hour, int minute) => zone.ToInstant(day, new TimeOnly(hour, minute))!.Value;

    private static IEnumerable<(Guid, SpeakerRole, int)> Floor(Session session) =>
        session.Speakers.Select(speaker => (speaker.SpeakerId, speaker.Role, speaker.Order));
}
