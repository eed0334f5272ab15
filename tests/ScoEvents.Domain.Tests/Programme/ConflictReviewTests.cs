using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

public class ConflictReviewTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _organiser = Guid.NewGuid();
    private static readonly Guid _somebody = Guid.NewGuid();

    [Theory]
    [InlineData(ConflictSeverity.Block, true)]
    [InlineData(ConflictSeverity.Acknowledge, true)]
    [InlineData(ConflictSeverity.Warn, false)]
    public void What_blocks_and_what_nobody_acknowledged_stands_in_the_way(ConflictSeverity severity, bool stands)
    {
        var facts = Facts(Placed(0, 60) with { Expected = 101 }) with { Severities = Severity(ConflictKind.RoomTooSmall, severity) };

        Assert.Equal(stands, Assert.Single(ConflictReview.Of(facts, [])).StandsInTheWay);
    }

    [Fact]
    public void An_acknowledged_conflict_stands_in_the_way_no_more_and_tells_who_said_so()
    {
        var facts = Facts(Placed(0, 60) with { Expected = 101 });

        var acknowledged = Acknowledge(facts);

        var reviewed = Assert.Single(ConflictReview.Of(facts, [acknowledged]));
        Assert.False(reviewed.StandsInTheWay);
        Assert.Same(acknowledged, reviewed.Acknowledgement);
        Assert.Equal(("Chairs are brought", _organiser, Clock.Now), (acknowledged.Reason, acknowledged.By, acknowledged.At));
    }

    [Theory]
    [InlineData(ConflictSeverity.Block)]
    [InlineData(ConflictSeverity.Warn)]
    public void What_blocks_or_is_only_shown_cannot_be_acknowledged(ConflictSeverity severity)
    {
        var facts = Facts(Placed(0, 60) with { Expected = 101 });
        var acknowledged = Acknowledge(facts);
        var changed = facts with { Severities = Severity(ConflictKind.RoomTooSmall, severity) };
        var reviewed = Assert.Single(ConflictReview.Of(changed, [acknowledged]));

        AssertRefused(ConflictAcknowledgement.Of(_event, reviewed, "Reason", _organiser, Clock.Now), "conflict.not-acknowledgeable");

        Assert.Null(reviewed.Acknowledgement);
    }

    [Theory]
    [InlineData(" ", "Reason:conflict.reason-missing")]
    [InlineData("\u202E", "Reason:characters")]
    public void A_reason_must_be_given(string reason, string refusal)
    {
        var reviewed = Assert.Single(ConflictReview.Of(Facts(Placed(0, 60) with { Expected = 101 }), []));

        AssertRefused(ConflictAcknowledgement.Of(_event, reviewed, reason, _organiser, Clock.Now), refusal);
        AssertRefused(ConflictAcknowledgement.Of(_event, reviewed, new string('r', 501), _organiser, Clock.Now), "Reason:conflict.reason-too-long");
        AssertDone(ConflictAcknowledgement.Of(_event, reviewed, new string('r', 500), _organiser, Clock.Now));
    }

    [Fact]
    public void An_acknowledgement_is_about_one_conflict_and_no_other()
    {
        var (first, second) = (Placed(0, 60) with { Expected = 101 }, Placed(60, 120) with { Expected = 101 });
        var acknowledged = ConflictAcknowledgement.Of(_event, ConflictReview.Of(Facts(first), [])[0], "Reason", _organiser, Clock.Now).Value;

        var reviewed = ConflictReview.Of(Facts(first, second), [acknowledged]);

        Assert.Equal([(first.SessionId, false), (second.SessionId, true)], reviewed.Select(conflict => (conflict.Conflict.SessionId, conflict.StandsInTheWay)));
    }

    public static TheoryData<string, Func<ProgrammeFacts>, Func<ProgrammeFacts, ProgrammeFacts>, bool> Changes()
    {
        var crowded = Placed(0, 60) with { Expected = 120, People = [_somebody] };
        var absent = Facts(crowded with { Expected = null }) with { Absences = [new Absence(AvailabilitySubject.Speaker, _somebody, Minutes(30, 90))] };
        var late = Facts(Placed(0, 60)).In(Room() with { Hours = [new BookableHours(null, new TimeOnly(9, 30), new TimeOnly(17, 0))] });
        var hurried = Facts(Placed(0, 60) with { Chair = _somebody }, Placed(65, 90, OtherHall) with { Chair = _somebody }) with { Travel = new TravelRules(15, []) };
        var untranslated = Facts(Placed(0, 60)) with { Languages = ["ru", "zh"], Severities = Severity(ConflictKind.Untranslated, ConflictSeverity.Acknowledge) };
        var nominated = Facts(Placed(0, 60) with { State = SessionState.Nominated }) with { Severities = Severity(ConflictKind.Unconfirmed, ConflictSeverity.Acknowledge) };
        var outside = Facts(Placed(590, 650)) with { Severities = Severity(ConflictKind.OutsideEvent, ConflictSeverity.Acknowledge) };
        var secret = Facts(Placed(0, 60) with { Classification = Classification.Red }).In(Room() with { Clearance = Classification.Clear }) with
        {
            Severities = Severity(ConflictKind.RoomClearance, ConflictSeverity.Acknowledge),
        };
        return new()
        {
            { "the title of a crowded session", () => Facts(crowded), facts => Change(facts, session => session with { Title = LocalizedText.Of(en: "Other", ru: "Другая") }), true },
            { "its time", () => Facts(crowded), facts => Change(facts, session => session with { During = Minutes(10, 60) }), true },
            { "its speakers and chair", () => Facts(crowded), facts => Change(facts, session => session with { Chair = Guid.NewGuid(), People = [] }), true },
            { "another session", () => Facts(crowded), facts => facts with { Sessions = [.. facts.Sessions, Placed(120, 180)] }, true },
            { "the number it expects", () => Facts(crowded), facts => Change(facts, session => session with { Expected = 121 }), false },
            { "what the room holds", () => Facts(crowded), facts => facts.In(Room() with { Capacity = 90 }), false },
            { "the booths of the room", () => Facts(crowded), facts => facts.In(Room() with { Booths = 9 }), true },
            { "its room", () => Facts(crowded), facts => Change(facts, session => session with { Rooms = [OtherHall] }), false },
            { "the time of a session somebody misses", () => absent, facts => Change(facts, session => session with { During = Minutes(0, 61) }), false },
            { "how long somebody is away", () => absent, facts => facts with { Absences = [new Absence(AvailabilitySubject.Speaker, _somebody, Minutes(30, 91))] }, false },
            { "when somebody else is away", () => absent, facts => facts with { Absences = [.. facts.Absences, new Absence(AvailabilitySubject.Speaker, Guid.NewGuid(), Minutes(0, 91))] }, true },
            { "the room of a session somebody misses", () => absent, facts => Change(facts, session => session with { Rooms = [OtherHall] }), true },
            { "the hours of a room", () => late, facts => facts.In(Room() with { Hours = [new BookableHours(null, new TimeOnly(9, 30), new TimeOnly(18, 0))] }), false },
            { "the time in a closed room", () => late, facts => Change(facts, session => session with { During = Minutes(5, 60) }), false },
            { "the seats of a closed room", () => late, facts => facts.In(facts.Rooms[Hall] with { Capacity = 10 }), true },
            { "the way between buildings", () => hurried, facts => facts with { Travel = new TravelRules(20, []) }, false },
            { "another way", () => hurried, facts => facts with { Travel = new TravelRules(15, [new TravelTime(Guid.NewGuid(), Guid.NewGuid(), 60)]) }, true },
            { "one language more", () => untranslated, facts => Change(facts, session => session with { Title = LocalizedText.Of(en: "Session", zh: "会议") }), false },
            { "the wording of a title", () => untranslated, facts => Change(facts, session => session with { Title = LocalizedText.Of(en: "Another") }), true },
            { "the state of a session", () => nominated, facts => Change(facts, session => session with { State = SessionState.Draft }), false },
            { "the days of the event", () => outside, facts => facts with { Span = Minutes(0, 630) }, false },
            { "the clearance of a room", () => secret, facts => facts.In(Room() with { Clearance = Classification.Green }), false },
        };
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_acknowledgement_survives_what_is_not_its_business_and_falls_with_the_facts(
        string changed, Func<ProgrammeFacts> arrange, Func<ProgrammeFacts, ProgrammeFacts> change, bool survives)
    {
        var facts = arrange();
        var acknowledged = Acknowledge(facts);
        Assert.False(ConflictReview.Of(facts, [acknowledged])[0].StandsInTheWay);

        var reviewed = ConflictReview.Of(change(facts), [acknowledged]).Where(conflict => conflict.Conflict.Kind == acknowledged.Kind);

        Assert.True(survives == (Assert.Single(reviewed).Acknowledgement is not null), $"After a change of {changed}.");
    }

    [Fact]
    public void Every_kind_has_a_fingerprint_and_no_two_conflicts_share_one()
    {
        var random = new Random(42);
        var reviewed = Enumerable.Range(0, 100).SelectMany(_ => ConflictReview.Of(RandomProgrammes.Next(random, 20), [])).ToList();

        Assert.Equal(Enum.GetValues<ConflictKind>(), reviewed.Select(conflict => conflict.Conflict.Kind).Distinct().Order());
        Assert.Equal(reviewed.Count, reviewed.Select(conflict => conflict.Fingerprint).Distinct().Count());
        Assert.All(reviewed, conflict => Assert.Equal(ConflictAcknowledgement.MaxFingerprintLength, conflict.Fingerprint.Length));
    }

    private static Dictionary<ConflictKind, ConflictSeverity> Severity(ConflictKind kind, ConflictSeverity severity) => new() { [kind] = severity };

    private static ProgrammeFacts Change(ProgrammeFacts facts, Func<PlannedSession, PlannedSession> change) => facts with { Sessions = [.. facts.Sessions.Select(change)] };

    private static ConflictAcknowledgement Acknowledge(ProgrammeFacts facts) =>
        ConflictAcknowledgement.Of(_event, Assert.Single(ConflictReview.Of(facts, [])), " Chairs are brought ", _organiser, Clock.Now).Value;
}
