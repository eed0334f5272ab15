using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Venues;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class RoomConflictTests
{
    [Theory]
    [InlineData(0, 60, false)]
    [InlineData(0, 480, false)]
    [InlineData(-1, 60, true)]
    [InlineData(400, 481, true)]
    [InlineData(500, 560, true)]
    public void A_session_outside_the_bookable_hours_is_found(int start, int end, bool isFound)
    {
        var session = Placed(start, end);
        var room = Room() with { Hours = [new BookableHours(null, new TimeOnly(9, 0), new TimeOnly(17, 0))] };

        var found = ConflictFinder.Find(Facts(session).In(room) with { Span = null });

        Assert.Equal(isFound ? [Of(ConflictKind.RoomOutsideHours, session, subject: Hall)] : [], found);
    }

    [Fact]
    public void Where_the_zone_of_the_place_is_not_known_no_room_is_closed()
    {
        var room = Room() with { Hours = [new BookableHours(null, new TimeOnly(9, 0), new TimeOnly(10, 0))] };

        Assert.Empty(ConflictFinder.Find(Facts(Placed(120, 180)).In(room) with { Zone = null }));
    }

    [Theory]
    [InlineData(100, null, false)]
    [InlineData(101, null, true)]
    [InlineData(40, RoomLayout.UShape, false)]
    [InlineData(41, RoomLayout.UShape, true)]
    [InlineData(100, RoomLayout.Theatre, false)]
    [InlineData(101, RoomLayout.Theatre, true)]
    [InlineData(null, RoomLayout.UShape, false)]
    public void More_people_than_the_room_holds_in_the_layout_are_found(int? expected, RoomLayout? layout, bool isFound)
    {
        var session = Placed(0, 60) with { Expected = expected, Layout = layout };
        var room = Room() with { CapacityByLayout = new Dictionary<RoomLayout, int> { [RoomLayout.UShape] = 40 } };

        var found = ConflictFinder.Find(Facts(session).In(room));

        Assert.Equal(isFound ? [Of(ConflictKind.RoomTooSmall, session, subject: Hall) with { Wanted = expected, Given = layout == RoomLayout.UShape ? 40 : 100 }] : [], found);
    }

    [Fact]
    public void A_room_of_which_the_capacity_is_not_known_is_never_too_small() =>
        Assert.Empty(ConflictFinder.Find(Facts(Placed(0, 60) with { Expected = 20_000 }).In(Room() with { Capacity = null })));

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void All_rooms_together_hold_what_they_hold_each(int expected, bool isFound)
    {
        var session = Placed(0, 60) with { Rooms = [Hall, OtherHall], Expected = expected };

        Assert.Equal(
            isFound ? [Of(ConflictKind.RoomTooSmall, session) with { Wanted = expected, Given = 200 }] : [], ConflictFinder.Find(Facts(session)));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(0, true)]
    public void Each_language_of_interpretation_takes_a_booth(int booths, bool isFound)
    {
        var team = Guid.NewGuid();
        var session = Placed(0, 60) with { Languages = ["ru", "zh"], Teams = [team] };
        var facts = Facts(session).In(Room() with { Booths = booths }) with { Teams = new Dictionary<Guid, IReadOnlyList<string>> { [team] = ["en", "ru", "zh"] } };

        Assert.Equal(isFound ? [Of(ConflictKind.BoothsMissing, session, subject: Hall) with { Wanted = 2, Given = booths }] : [], ConflictFinder.Find(facts));
    }

    [Fact]
    public void Of_all_rooms_at_once_the_one_with_the_most_booths_counts()
    {
        var team = Guid.NewGuid();
        var session = Placed(0, 60) with { Rooms = [OtherHall, Hall], Languages = ["ru", "zh"], Teams = [team] };
        var facts = Facts(session).In(Room() with { Booths = 2 }) with { Teams = new Dictionary<Guid, IReadOnlyList<string>> { [team] = ["ru", "zh"] } };

        Assert.Empty(ConflictFinder.Find(facts));
    }

    [Theory]
    [InlineData(Classification.Amber, Classification.Amber, false)]
    [InlineData(Classification.Amber, Classification.AmberStrict, true)]
    [InlineData(Classification.Clear, Classification.Green, true)]
    [InlineData(Classification.Red, Classification.Red, false)]
    [InlineData(null, Classification.Red, false)]
    public void A_session_that_is_classified_above_the_room_blocks(Classification? clearance, Classification classification, bool isFound)
    {
        var session = Placed(0, 60) with { Classification = classification };

        var found = ConflictFinder.Find(Facts(session).In(Room() with { Clearance = clearance }));

        Assert.Equal(isFound ? [Of(ConflictKind.RoomClearance, session, subject: Hall) with { Wanted = (int)classification, Given = (int)clearance! }] : [], found);
    }

    [Fact]
    public void Every_room_of_a_session_in_all_of_them_must_be_open_and_cleared()
    {
        var session = Placed(0, 60) with { Rooms = [Hall, OtherHall], Classification = Classification.Red };
        var room = Room() with { Clearance = Classification.Green, Hours = [new BookableHours(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(17, 0))] };

        var found = ConflictFinder.Find(Facts(session).In(room));

        Assert.Equal([(ConflictKind.RoomOutsideHours, (Guid?)Hall), (ConflictKind.RoomClearance, Hall)], found.Select(conflict => (conflict.Kind, conflict.SubjectId)));
    }

    [Fact]
    public void Of_a_room_that_is_not_known_nothing_is_said() =>
        Assert.Empty(ConflictFinder.Find(Facts(Placed(0, 60, Guid.NewGuid()) with { Expected = 20_000, Classification = Classification.Red })));
}
