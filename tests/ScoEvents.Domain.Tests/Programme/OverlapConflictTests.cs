using ScoEvents.Domain.Programme;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class OverlapConflictTests
{
    private static readonly Guid _somebody = Guid.NewGuid();

    [Fact]
    public void An_empty_programme_has_no_conflict() => Assert.Empty(ConflictFinder.Find(Facts()));

    [Fact]
    public void A_programme_without_faults_has_no_conflict() =>
        Assert.Empty(ConflictFinder.Find(Facts(Placed(0, 60), Placed(60, 120), Placed(60, 120, OtherHall))));

    [Theory]
    [InlineData(0, 60, 59, 120)]
    [InlineData(0, 60, 10, 20)]
    [InlineData(0, 60, 0, 60)]
    public void Two_sessions_in_one_room_at_once_block(int start, int end, int otherStart, int otherEnd)
    {
        var (first, second) = (Placed(start, end), Placed(otherStart, otherEnd));
        var (earlier, later) = start < otherStart || first.SessionId.CompareTo(second.SessionId) < 0 ? (first, second) : (second, first);

        var found = ConflictFinder.Find(Facts(second, first));

        Assert.Equal([Of(ConflictKind.RoomOverlap, earlier, later, Hall)], found);
        Assert.Equal(ConflictSeverity.Block, found[0].Severity);
    }

    [Fact]
    public void Sessions_that_touch_overlap_neither_in_a_room_nor_for_a_person_nor_for_a_team()
    {
        var team = Guid.NewGuid();
        var sessions = new[] { Placed(0, 60), Placed(60, 120), Placed(120, 180) }.Select(session => session with { Chair = _somebody, Teams = [team] });

        Assert.Empty(ConflictFinder.Find(Facts([.. sessions])));
    }

    [Fact]
    public void A_long_session_conflicts_with_every_short_one_within_it()
    {
        var long_ = Placed(0, 180);
        PlannedSession[] within = [Placed(10, 20), Placed(20, 30), Placed(170, 190)];

        var found = ConflictFinder.Find(Facts([.. within, long_]));

        Assert.Equal(within.Select(session => Of(ConflictKind.RoomOverlap, long_, session, Hall)), found);
    }

    [Fact]
    public void A_session_in_all_rooms_overlaps_in_each_of_them()
    {
        var everywhere = Placed(0, 60) with { Rooms = [Hall, OtherHall] };
        var (here, there) = (Placed(30, 40), Placed(50, 90, OtherHall));

        var found = ConflictFinder.Find(Facts(everywhere, here, there));

        Assert.Equal([Of(ConflictKind.RoomOverlap, everywhere, here, Hall), Of(ConflictKind.RoomOverlap, everywhere, there, OtherHall)], found);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_person_in_two_places_blocks_whether_in_the_chair_or_on_the_floor(bool presidesFirst, bool presidesSecond)
    {
        var (first, second) = (With(Placed(0, 60), presidesFirst), With(Placed(30, 90, OtherHall), presidesSecond));

        Assert.Equal([Of(ConflictKind.PersonInTwoPlaces, first, second, _somebody)], ConflictFinder.Find(Facts(second, first)));

        static PlannedSession With(PlannedSession session, bool presides) => presides ? session with { Chair = _somebody } : session with { People = [_somebody] };
    }

    [Fact]
    public void A_chair_who_speaks_in_the_own_session_is_in_one_place() =>
        Assert.Empty(ConflictFinder.Find(Facts(Placed(0, 60) with { Chair = _somebody, People = [_somebody, _somebody] })));

    [Fact]
    public void A_team_of_interpreters_in_two_places_blocks()
    {
        var (first, second) = (Placed(0, 60) with { Teams = [_somebody] }, Placed(30, 90, OtherHall) with { Teams = [_somebody, Guid.NewGuid()] });

        Assert.Equal([Of(ConflictKind.InterpretersInTwoPlaces, first, second, _somebody)], ConflictFinder.Find(Facts(second, first)));
    }

    [Theory]
    [InlineData(SessionState.Withdrawn)]
    [InlineData(SessionState.Cancelled)]
    public void A_session_that_is_off_conflicts_with_nothing(SessionState state)
    {
        var off = Placed(-30, 60) with { State = state, Chair = null };

        Assert.Empty(ConflictFinder.Find(Facts(off, off with { SessionId = Guid.NewGuid(), Rooms = [], During = null }, Placed(0, 60))));
    }
}
