using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Venues;

public sealed class RoomsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task Rooms_stand_in_the_order_in_which_they_were_added_whatever_their_venue()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);

        var first = await _desk.RoomAsync(organiser, id, "Hall Z");
        var venue = (await VenueAsync(organiser, id)).Venues[^1].VenueId;
        var second = OrganiserDesk.Value(await _desk.Venues.AddRoomAsync(organiser, id, In(venue, "Hall A"), CancellationToken.None));

        var rooms = (await VenueAsync(organiser, id)).Rooms;
        Assert.Equal([first, second], rooms.Select(room => room.RoomId));
        Assert.Equal(["Venue of Hall Z", "Venue of Hall Z"], rooms.Select(room => room.Venue["en"]));
        Assert.Equal([80, null], rooms.Select(room => room.Capacity));
    }

    public static TheoryData<string, string, Action<RoomForm>> Wrong() => new()
    {
        { "Name.En", "room.name-missing", form => form.Name = new LocalizedTextInput() },
        { "Name.Ru", "room.name-too-long", form => form.Name.Ru = new string('я', 161) },
        { "Name.En", "characters", form => form.Name.En = "Hall\u0007" },
        { "VenueName.En", "venue.name-missing", form => form.VenueName = new LocalizedTextInput() },
        { "VenueName.Zh", "venue.name-too-long", form => form.VenueName.Zh = new string('新', 161) },
        { "Capacity", "room.capacity-out-of-range", form => form.Capacity = 0 },
        { "Capacity", "room.capacity-out-of-range", form => form.Capacity = 20_001 },
        { "VenueId", "choice", form => form.VenueId = Guid.NewGuid() },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field(string field, string code, Action<RoomForm> spoil)
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var form = new RoomForm { VenueName = new LocalizedTextInput { En = "Centre" }, Name = new LocalizedTextInput { En = "Hall" }, Capacity = 10 };
        spoil(form);

        var added = await _desk.Venues.AddRoomAsync(organiser, id, form, CancellationToken.None);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(added));
        Assert.Empty((await VenueAsync(organiser, id)).Rooms);
    }

    [Fact]
    public async Task A_venue_of_another_secretariat_is_refused()
    {
        var foreigner = await database.OrganiserAsync("uz-isrs");
        var foreignEvent = await _desk.EventAsync(foreigner);
        var foreignRoom = await _desk.RoomAsync(foreigner, foreignEvent);
        var foreignVenue = (await VenueAsync(foreigner, foreignEvent)).Venues[0].VenueId;
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);

        var added = await _desk.Venues.AddRoomAsync(organiser, id, In(foreignVenue, "Hall"), CancellationToken.None);
        var used = await _desk.Venues.UseRoomAsync(organiser, id, new UseRoomForm { RoomId = foreignRoom }, CancellationToken.None);

        Assert.Equal([("VenueId", "choice")], OrganiserDesk.Refusals(added));
        Assert.Equal([("RoomId", "choice")], OrganiserDesk.Refusals(used));
        Assert.DoesNotContain(foreignVenue, (await VenueAsync(organiser, id)).Venues.Select(venue => venue.VenueId));
    }

    [Fact]
    public async Task Of_two_rooms_of_one_name_added_at_once_one_is_refused()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        await _desk.RoomAsync(organiser, id, "First");
        var venue = (await VenueAsync(organiser, id)).Venues[^1].VenueId;
        var other = await _desk.EventAsync(organiser);

        var results = await Task.WhenAll(
            new[] { id, other }.Select(target => Task.Run(() => _desk.Venues.AddRoomAsync(organiser, target, In(venue, "Twin"), CancellationToken.None))));

        Assert.Equal([("Name.En", "room.name-taken")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
    }

    [Fact]
    public async Task A_room_of_the_secretariat_is_used_once_by_an_event_also_when_asked_for_twice_at_once()
    {
        var organiser = await database.OrganiserAsync();
        var room = await _desk.RoomAsync(organiser, await _desk.EventAsync(organiser), "Shared hall");
        var id = await _desk.EventAsync(organiser);
        Assert.Contains(room, (await VenueAsync(organiser, id)).OtherRooms.Select(other => other.RoomId));

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => Task.Run(() => _desk.Venues.UseRoomAsync(organiser, id, new UseRoomForm { RoomId = room }, CancellationToken.None))));

        Assert.Equal([("RoomId", "event.room-twice")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
        var venue = await VenueAsync(organiser, id);
        Assert.Equal([room], venue.Rooms.Select(used => used.RoomId));
        Assert.DoesNotContain(room, venue.OtherRooms.Select(other => other.RoomId));
    }

    [Fact]
    public async Task A_room_is_removed_only_when_no_session_is_placed_in_it()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var (used, free) = (await _desk.RoomAsync(organiser, id, "Used"), await _desk.RoomAsync(organiser, id, "Free"));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", used, "09:00", "10:00"));

        var refused = await _desk.Venues.RemoveRoomAsync(organiser, id, used, CancellationToken.None);
        var removed = await _desk.Venues.RemoveRoomAsync(organiser, id, free, CancellationToken.None);
        var again = await _desk.Venues.RemoveRoomAsync(organiser, id, free, CancellationToken.None);

        Assert.Equal([(null, "event.room-in-use")], OrganiserDesk.Refusals(refused));
        Assert.True(removed.IsSuccess);
        Assert.Equal([(null, "programme.room-unknown")], OrganiserDesk.Refusals(again));
        var venue = await VenueAsync(organiser, id);
        Assert.Equal([(used, 1)], venue.Rooms.Select(room => (room.RoomId, room.Sessions)));
        Assert.Contains(free, venue.OtherRooms.Select(room => room.RoomId));
    }

    [Fact]
    public async Task A_room_is_never_removed_under_a_session_that_is_placed_in_it_at_the_same_moment()
    {
        var organiser = await database.OrganiserAsync();
        for (var round = 0; round < 10; round++)
        {
            var id = await _desk.EventAsync(organiser);
            var room = await _desk.RoomAsync(organiser, id, "Contested");
            var form = OrganiserDesk.Session("Opening", room, "09:00", "10:00");

            var removing = Task.Run(() => _desk.Venues.RemoveRoomAsync(organiser, id, room, CancellationToken.None));
            var placing = Task.Run(() => _desk.Programme.AddSessionAsync(organiser, id, form, CancellationToken.None));

            Assert.NotEqual((await removing).IsSuccess, (await placing).IsSuccess);
        }
    }

    [Fact]
    public async Task Others_may_not_change_the_rooms_and_only_staff_reads_them()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var room = await _desk.RoomAsync(organiser, id);

        foreach (var (actor, code) in await _desk.OthersAsync(id))
        {
            Assert.Equal(code, (await _desk.Venues.AddRoomAsync(actor, id, In(Guid.NewGuid(), "Hall"), CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.Venues.UseRoomAsync(actor, id, new UseRoomForm { RoomId = room }, CancellationToken.None)).Error?.Code);
            Assert.Equal(code, (await _desk.Venues.RemoveRoomAsync(actor, id, room, CancellationToken.None)).Error?.Code);
            var read = await _desk.VenuesQueries.GetAsync(actor, id, CancellationToken.None);
            Assert.Equal(code == "forbidden" ? null : code, read.Error?.Code);
            Assert.False(read.IsSuccess && read.Value.Venues.Count > 0);
        }
    }

    [Fact]
    public async Task Reading_takes_as_many_commands_for_three_rooms_as_for_one()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        await _desk.RoomAsync(organiser, id, "One");
        var one = await CommandCount.OfAsync(() => VenueAsync(organiser, id));
        await _desk.RoomAsync(organiser, id, "Two");
        await _desk.RoomAsync(organiser, id, "Three");

        var three = await CommandCount.OfAsync(() => VenueAsync(organiser, id));

        Assert.Equal((5, 5), (one, three));
    }

    private static RoomForm In(Guid venue, string name) => new() { VenueId = venue, Name = new LocalizedTextInput { En = name } };

    private async Task<EventVenue> VenueAsync(Actor actor, Guid id) =>
        OrganiserDesk.Value(await _desk.VenuesQueries.GetAsync(actor, id, CancellationToken.None));
}
