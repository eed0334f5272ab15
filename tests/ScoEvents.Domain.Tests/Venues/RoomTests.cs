using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Venues;

public class RoomTests
{
    private readonly Venue _venue = Venue.Create(Guid.NewGuid(), LocalizedText.Of(en: "Centre")).Value;

    [Fact]
    public void All_of_a_room_is_changed_at_once_and_its_hours_stand_in_order()
    {
        var room = _venue.AddRoom(LocalizedText.Of(en: "Hall"), 100).Value;
        BookableHours[] hours = [Hours(DayOfWeek.Monday, 13, 0), Hours(null, 8, 20), Hours(DayOfWeek.Monday, 9, 13)];

        AssertDone(_venue.ChangeRoom(room.Id, new RoomFacts(LocalizedText.Of(ru: "Зал"), 120)
        {
            CapacityByLayout = new Dictionary<RoomLayout, int> { [RoomLayout.UShape] = 40, [RoomLayout.Theatre] = 120 },
            BookableHours = hours,
            Booths = 3,
            Clearance = Classification.AmberStrict,
        }));

        Assert.Equal((LocalizedText.Of(ru: "Зал"), 120, 3, Classification.AmberStrict), (room.Name, room.Capacity, room.Booths, room.Clearance));
        Assert.Equal([(RoomLayout.Theatre, 120), (RoomLayout.UShape, 40)], room.CapacityByLayout.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([hours[1], hours[2], hours[0]], room.BookableHours);
    }

    [Fact]
    public void A_change_that_is_refused_leaves_the_room_as_it_was()
    {
        var room = _venue.AddRoom(LocalizedText.Of(en: "Hall"), 100).Value;

        AssertRefused(_venue.ChangeRoom(room.Id, new RoomFacts(LocalizedText.Of(en: "Larger hall"), 0) { Booths = 4 }), "Capacity:room.capacity-out-of-range");

        Assert.Equal((LocalizedText.Of(en: "Hall"), 100, 0), (room.Name, room.Capacity, room.Booths));
    }

    public static TheoryData<string, Func<RoomFacts, RoomFacts>> Wrong() => new()
    {
        { "Name:room.name-missing", facts => facts with { Name = LocalizedText.Empty } },
        { "Name:room.name-too-long", facts => facts with { Name = LocalizedText.Of(zh: new string('厅', 161)) } },
        { "Name:characters", facts => facts with { Name = LocalizedText.Of(en: "Hall\u202E") } },
        { "Name:room.name-taken", facts => facts with { Name = LocalizedText.Of(en: "Neighbor") } },
        { "Capacity:room.capacity-out-of-range", facts => facts with { Capacity = 20_001 } },
        { "Layouts[2].Persons:room.capacity-out-of-range", facts => Layout(facts, RoomLayout.UShape, 0) },
        { "Layouts[6].Persons:room.layout-above-capacity", facts => Layout(facts, RoomLayout.Standing, 101) },
        { "Booths:room.booths-out-of-range", facts => facts with { Booths = -1 } },
        { "Booths:room.booths-out-of-range", facts => facts with { Booths = 21 } },
        { "Hours[0].To:room.hours-empty", facts => facts with { BookableHours = [Hours(null, 9, 9)] } },
        { "Hours[1].To:room.hours-empty", facts => facts with { BookableHours = [Hours(null, 9, 17), Hours(DayOfWeek.Friday, 9, 8)] } },
        { "Hours[1].From:room.hours-overlap", facts => facts with { BookableHours = [Hours(null, 9, 17), Hours(null, 16, 0)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_refused_beside_its_field(string refusal, Func<RoomFacts, RoomFacts> spoil)
    {
        _venue.AddRoom(LocalizedText.Of(en: "Neighbor"), null);
        var room = _venue.AddRoom(LocalizedText.Of(en: "Hall"), 100).Value;

        AssertRefused(_venue.ChangeRoom(room.Id, spoil(new RoomFacts(room.Name, 100))), refusal);
    }

    [Fact]
    public void The_bounds_themselves_are_taken()
    {
        var room = _venue.AddRoom(LocalizedText.Of(en: "Hall"), 1).Value;

        AssertDone(_venue.ChangeRoom(room.Id, new RoomFacts(LocalizedText.Of(en: new string('h', 160)), 20_000)
        {
            CapacityByLayout = new Dictionary<RoomLayout, int> { [RoomLayout.Theatre] = 20_000, [RoomLayout.Boardroom] = 1 },
            Booths = 20,
            BookableHours = [Hours(null, 0, 0), Hours(DayOfWeek.Monday, 9, 12), Hours(DayOfWeek.Monday, 12, 17)],
        }));
    }

    [Fact]
    public void A_layout_may_hold_anything_where_the_room_as_such_is_not_known()
    {
        var room = _venue.AddRoom(LocalizedText.Of(en: "Hall"), null).Value;

        AssertDone(_venue.ChangeRoom(room.Id, Layout(new RoomFacts(room.Name, null), RoomLayout.Theatre, 500)));
    }

    [Fact]
    public void A_room_of_another_venue_is_not_found() => AssertRefused(_venue.ChangeRoom(Guid.NewGuid(), new RoomFacts(LocalizedText.Of(en: "Hall"), 1)), "not-found");

    [Fact]
    public void A_venue_takes_a_new_name_and_address()
    {
        AssertDone(_venue.Describe(LocalizedText.Of(en: "Palace"), LocalizedText.Of(en: new string('a', 300))));

        Assert.Equal("Palace", _venue.Name["en"]);
        AssertRefused(_venue.Describe(LocalizedText.Empty, LocalizedText.Of(en: new string('a', 301))), "Name:venue.name-missing", "Address:venue.address-too-long");
        AssertRefused(_venue.Describe(LocalizedText.Of(en: new string('n', 161)), LocalizedText.Of(en: "\u0007")), "Name:venue.name-too-long", "Address:characters");
        AssertRefused(_venue.Describe(LocalizedText.Of(en: "\u202E"), LocalizedText.Empty), "Name:characters");
        Assert.Equal("Palace", _venue.Name["en"]);
    }

    private static RoomFacts Layout(RoomFacts facts, RoomLayout layout, int persons) =>
        facts with { CapacityByLayout = new Dictionary<RoomLayout, int> { [layout] = persons } };

    private static BookableHours Hours(DayOfWeek? day, int from, int to) => new(day, new TimeOnly(from, 0), new TimeOnly(to, 0));
}
