using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class ContentConflictTests
{
    [Theory]
    [InlineData(-1, 60, true)]
    [InlineData(590, 601, true)]
    [InlineData(600, 660, true)]
    [InlineData(0, 600, false)]
    public void A_session_outside_the_event_blocks(int start, int end, bool outside)
    {
        var session = Placed(start, end);

        Assert.Equal(outside ? [Of(ConflictKind.OutsideEvent, session)] : [], ConflictFinder.Find(Facts(session)));
    }

    [Fact]
    public void Where_the_days_of_the_event_are_not_known_nothing_is_outside_them() =>
        Assert.Empty(ConflictFinder.Find(Facts(Placed(-9_000, -8_940)) with { Span = null }));

    public static TheoryData<SessionType, bool> Floors()
    {
        SessionType[] without = [SessionType.Exhibition, SessionType.GroupPhoto, SessionType.Reception, SessionType.Break];
        var data = new TheoryData<SessionType, bool>();
        foreach (var type in Enum.GetValues<SessionType>())
        {
            data.Add(type, !without.Contains(type));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_session_with_a_floor_needs_a_chair_and_a_confirmation(SessionType type, bool needed)
    {
        var session = Placed(0, 60) with { Type = type, Chair = null, State = SessionState.Nominated };

        var found = ConflictFinder.Find(Facts(session));

        Assert.Equal(needed ? [Of(ConflictKind.ChairMissing, session), Of(ConflictKind.Unconfirmed, session)] : [], found);
    }

    [Theory]
    [InlineData(SessionState.Draft, true)]
    [InlineData(SessionState.Nominated, true)]
    [InlineData(SessionState.Confirmed, false)]
    public void What_is_placed_must_be_confirmed(SessionState state, bool isFound)
    {
        var session = Placed(0, 60) with { State = state };

        Assert.Equal(isFound ? [Of(ConflictKind.Unconfirmed, session)] : [], ConflictFinder.Find(Facts(session)));
    }

    [Fact]
    public void A_title_that_lacks_wanted_languages_names_them()
    {
        var session = Placed(0, 60) with { Title = LocalizedText.Of(en: "Opening", hi: "उद्घाटन") };

        var found = ConflictFinder.Find(Facts(session) with { Languages = ["en", "ru", "zh"] });

        Assert.Equal([Of(ConflictKind.Untranslated, session) with { Languages = "ru,zh" }], found);
        Assert.Empty(ConflictFinder.Find(Facts(session) with { Languages = ["en", "hi"] }));
        Assert.Empty(ConflictFinder.Find(Facts(session)));
    }

    [Fact]
    public void Languages_that_no_assigned_team_speaks_are_named()
    {
        var (team, other) = (Guid.NewGuid(), Guid.NewGuid());
        var session = Placed(0, 60) with { Languages = ["zh", "ru", "fa"], Teams = [team] };
        var facts = Facts(session).In(Room() with { Booths = 3 }) with
        {
            Teams = new Dictionary<Guid, IReadOnlyList<string>> { [team] = ["en", "ru"], [other] = ["en", "zh", "fa"] },
        };

        Assert.Equal([Of(ConflictKind.InterpretersMissing, session) with { Languages = "fa,zh" }], ConflictFinder.Find(facts));
        Assert.Empty(ConflictFinder.Find(facts with { Sessions = [session with { Teams = [team, other] }] }));
    }

    [Fact]
    public void Of_a_session_without_place_and_time_nothing_is_said_but_that()
    {
        var unscheduled = Placed(0, 60) with
        {
            Rooms = [],
            During = null,
            Chair = null,
            State = SessionState.Draft,
            Title = LocalizedText.Of(ur: "افتتاح"),
            Languages = ["ru"],
            Expected = 1_000,
        };

        Assert.Equal([Of(ConflictKind.Unscheduled, unscheduled)], ConflictFinder.Find(Facts(unscheduled, Placed(0, 60)) with { Languages = ["en"] }));
    }
}
