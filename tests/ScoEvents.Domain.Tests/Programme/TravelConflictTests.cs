using ScoEvents.Domain.Programme;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class TravelConflictTests
{
    private static readonly Guid _somebody = Guid.NewGuid();
    private static readonly TravelRules _quarter = new(15, []);

    [Theory]
    [InlineData(60, true)]
    [InlineData(74, true)]
    [InlineData(75, false)]
    [InlineData(90, false)]
    public void A_person_needs_the_time_on_the_way_between_two_buildings(int start, bool isShort)
    {
        var (first, second) = (Of(0, 60, Hall), Of(start, start + 30, OtherHall));

        var found = ConflictFinder.Find(Facts(second, first) with { Travel = _quarter });

        Assert.Equal(isShort ? [PlannedSessions.Of(ConflictKind.TravelBuffer, first, second, _somebody) with { Wanted = 15, Given = start - 60 }] : [], found);
    }

    [Fact]
    public void A_team_of_interpreters_travels_as_well()
    {
        var team = Guid.NewGuid();
        var (first, second) = (Placed(0, 60) with { Teams = [team] }, Placed(65, 90, OtherHall) with { Teams = [team] });

        Assert.Equal(
            [PlannedSessions.Of(ConflictKind.TravelBuffer, first, second, team) with { Wanted = 15, Given = 5 }],
            ConflictFinder.Find(Facts(first, second) with { Travel = _quarter }));
    }

    [Fact]
    public void Within_one_building_nobody_travels()
    {
        var neighbor = Guid.NewGuid();
        var facts = Facts(Of(0, 60, Hall), Of(60, 90, neighbor)) with { Travel = _quarter };

        Assert.Empty(ConflictFinder.Find(facts with { Rooms = new Dictionary<Guid, PlannedRoom> { [Hall] = Room(), [neighbor] = Room() } }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pair_of_buildings_has_a_time_of_its_own_in_either_direction(bool turned)
    {
        var time = turned ? new TravelTime(OtherBuilding, Building, 40) : new TravelTime(Building, OtherBuilding, 40);
        var (there, back) = (Of(0, 60, Hall), Of(99, 120, OtherHall));
        var again = Of(159, 180, Hall);

        var found = ConflictFinder.Find(Facts(there, back, again) with { Travel = new TravelRules(0, [time]) });

        Assert.Equal(
            [
                PlannedSessions.Of(ConflictKind.TravelBuffer, there, back, _somebody) with { Wanted = 40, Given = 39 },
                PlannedSessions.Of(ConflictKind.TravelBuffer, back, again, _somebody) with { Wanted = 40, Given = 39 },
            ],
            found);
    }

    [Fact]
    public void Only_the_way_from_where_somebody_was_last_counts()
    {
        var (before, last, next) = (Of(0, 60, Hall), Of(60, 70, OtherHall), Of(70, 80, OtherHall));

        var found = ConflictFinder.Find(Facts(before, last, next) with { Travel = _quarter });

        Assert.Equal([PlannedSessions.Of(ConflictKind.TravelBuffer, before, last, _somebody) with { Wanted = 15, Given = 0 }], found);
    }

    [Fact]
    public void Who_is_in_two_places_at_once_is_not_also_told_to_hurry()
    {
        var (first, second) = (Of(0, 60, Hall), Of(30, 90, OtherHall));

        Assert.Equal([ConflictKind.PersonInTwoPlaces], ConflictFinder.Find(Facts(first, second) with { Travel = _quarter }).Select(conflict => conflict.Kind));
    }

    [Fact]
    public void From_a_session_in_all_rooms_people_go_to_the_nearest_building()
    {
        var everywhere = Of(0, 60, Hall) with { Rooms = [Hall, OtherHall] };

        Assert.Empty(ConflictFinder.Find(Facts(everywhere, Of(60, 90, OtherHall)) with { Travel = _quarter }));
    }

    [Fact]
    public void Where_the_building_of_a_room_is_not_known_nobody_is_told_to_hurry() =>
        Assert.Empty(ConflictFinder.Find(Facts(Of(0, 60, Hall), Of(60, 90, Guid.NewGuid())) with { Travel = _quarter }));

    private static PlannedSession Of(int start, int end, Guid room) => Placed(start, end, room) with { People = [_somebody] };
}
