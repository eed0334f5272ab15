using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Venues;

public class VenueTests
{
    private static readonly Guid _secretariat = Guid.NewGuid();
    private static readonly LocalizedText _tooLong = LocalizedText.Of(en: "ok", ru: new string('я', Venue.MaxNameLength + 1));
    private static readonly LocalizedText _longest = LocalizedText.Of(en: new string('a', Venue.MaxNameLength));

    [Fact]
    public void A_venue_belongs_to_its_secretariat_and_has_no_room_yet()
    {
        var venue = Venue.Create(_secretariat, LocalizedText.Of(en: "House")).Value;

        Assert.Equal((_secretariat, LocalizedText.Of(en: "House")), (venue.SecretariatId, venue.Name));
        Assert.Empty(venue.Rooms);
    }

    [Fact]
    public void A_venue_without_a_name_is_refused() => AssertRefused(Venue.Create(_secretariat, LocalizedText.Empty), "VenueName:venue.name-missing");

    [Fact]
    public void A_venue_with_too_long_a_name_is_refused()
    {
        AssertRefused(Venue.Create(_secretariat, _tooLong), "VenueName:venue.name-too-long");
        AssertDone(Venue.Create(_secretariat, _longest));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(Room.MaxCapacity)]
    public void A_room_is_added_with_its_capacity_if_that_is_known(int? capacity)
    {
        var venue = House();

        var room = venue.AddRoom(LocalizedText.Of(en: "Hall 1"), capacity).Value;

        Assert.Same(room, Assert.Single(venue.Rooms));
        Assert.Equal((venue.Id, LocalizedText.Of(en: "Hall 1"), capacity), (room.VenueId, room.Name, room.Capacity));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Room.MaxCapacity + 1)]
    public void A_capacity_out_of_range_is_refused(int capacity)
    {
        var venue = House();

        AssertRefused(venue.AddRoom(LocalizedText.Of(en: "Hall 1"), capacity), "Capacity:room.capacity-out-of-range");

        Assert.Empty(venue.Rooms);
    }

    [Fact]
    public void A_room_without_a_name_is_refused() => AssertRefused(House().AddRoom(LocalizedText.Empty, 10), "Name:room.name-missing");

    [Fact]
    public void A_room_with_too_long_a_name_is_refused()
    {
        AssertRefused(House().AddRoom(_tooLong, 10), "Name:room.name-too-long");
        AssertDone(House().AddRoom(_longest, 10));
    }

    [Fact]
    public void Two_rooms_of_one_name_are_refused_in_one_venue_only()
    {
        var venue = House();
        AssertDone(venue.AddRoom(LocalizedText.Of(en: "Hall", ru: "Зал"), 10));

        AssertRefused(venue.AddRoom(LocalizedText.Of(en: " Hall ", ru: "Зал"), 20), "Name:room.name-taken");
        AssertDone(venue.AddRoom(LocalizedText.Of(en: "Hall 2", ru: "Зал 2"), 20));
        AssertDone(House().AddRoom(LocalizedText.Of(en: "Hall", ru: "Зал"), 10));

        Assert.Equal(2, venue.Rooms.Count);
    }

    private static Venue House() => Venue.Create(_secretariat, LocalizedText.Of(en: "House")).Value;
}
