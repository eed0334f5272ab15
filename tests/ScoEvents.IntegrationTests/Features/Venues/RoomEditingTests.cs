using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Venues;

public sealed class RoomEditingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task All_of_a_room_is_kept_and_read_back()
    {
        var (organiser, id, room) = await RoomAsync();
        var form = (await EditAsync(organiser, id, room)).Form;
        form.Name.Ru = "Зал А";
        (form.Capacity, form.Booths, form.Clearance) = (120, 3, Classification.AmberStrict);
        form.Layouts[0].Persons = 110;
        form.Hours = [Hours(DayOfWeek.Saturday, 10, 14), Hours(null, 8, 0)];

        Assert.True((await _desk.Rooms.EditRoomAsync(organiser, id, room, form, CancellationToken.None)).IsSuccess);

        var read = (await EditAsync(organiser, id, room)).Form;
        Assert.Equal(("Hall A", "Зал А", 120, 3, Classification.AmberStrict), (read.Name.En, read.Name.Ru, read.Capacity, read.Booths, read.Clearance));
        Assert.Equal([110, null, null, null, null, null, null], read.Layouts.Select(row => row.Persons));
        Assert.Equal([(null, "08:00", "00:00"), (DayOfWeek.Saturday, "10:00", "14:00")], read.Hours.Select(row => (row.Day, Say(row.From), Say(row.To))));
        var row = Assert.Single((await VenueAsync(organiser, id)).Rooms);
        Assert.Equal((120, 3, Classification.AmberStrict, true), (row.Capacity, row.Booths, row.Clearance, row.HasHours));
    }

    public static TheoryData<string, string, Action<RoomEditForm>> Wrong() => new()
    {
        { "Name.En", "room.name-missing", form => form.Name = new LocalizedTextInput() },
        { "Name.Hi", "room.name-too-long", form => form.Name.Hi = new string('क', 161) },
        { "Capacity", "room.capacity-out-of-range", form => form.Capacity = 0 },
        { "Layouts[2].Persons", "room.capacity-out-of-range", form => form.Layouts[2].Persons = -1 },
        { "Layouts[2].Persons", "room.layout-above-capacity", form => form.Layouts[2].Persons = 81 },
        { "Booths", "room.booths-out-of-range", form => form.Booths = 21 },
        { "Booths", "required", form => form.Booths = null },
        { "Clearance", "choice", form => form.Clearance = (Classification)99 },
        { "Hours[0].From", "required", form => form.Hours = [new HoursRow { To = new TimeOnly(9, 0) }] },
        { "Hours[0].Day", "choice", form => form.Hours = [Hours((DayOfWeek)9, 9, 17)] },
        { "Hours[0].To", "room.hours-empty", form => form.Hours = [Hours(null, 9, 9)] },
        { "Hours[1].From", "room.hours-overlap", form => form.Hours = [Hours(null, 9, 17), Hours(null, 16, 18)] },
        { "Hours", "room.hours-too-many", form => form.Hours = [.. Enumerable.Range(0, 29).Select(_ => Hours(null, 9, 17))] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_beside_its_field_and_changes_nothing(string field, string code, Action<RoomEditForm> spoil)
    {
        var (organiser, id, room) = await RoomAsync();
        var form = (await EditAsync(organiser, id, room)).Form;
        form.Name.En = "Renamed";
        spoil(form);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(await _desk.Rooms.EditRoomAsync(organiser, id, room, form, CancellationToken.None)));

        Assert.Equal("Hall A", (await EditAsync(organiser, id, room)).Form.Name.En);
    }

    [Fact]
    public async Task The_second_of_two_who_change_a_room_is_told_even_when_nothing_in_it_differs()
    {
        var (organiser, id, room) = await RoomAsync();
        var (first, second, third) = ((await EditAsync(organiser, id, room)).Form, (await EditAsync(organiser, id, room)).Form, (await EditAsync(organiser, id, room)).Form);
        first.Capacity = 90;

        Assert.True((await _desk.Rooms.EditRoomAsync(organiser, id, room, first, CancellationToken.None)).IsSuccess);

        second.Booths = 2;
        Assert.Equal("stale", (await _desk.Rooms.EditRoomAsync(organiser, id, room, second, CancellationToken.None)).Error?.Code);
        Assert.Equal("stale", (await _desk.Rooms.EditRoomAsync(organiser, id, room, third, CancellationToken.None)).Error?.Code);
        Assert.Equal((90, 0), ((await EditAsync(organiser, id, room)).Form.Capacity, (await EditAsync(organiser, id, room)).Form.Booths));
    }

    [Fact]
    public async Task Of_two_rooms_that_take_one_name_at_once_one_is_refused()
    {
        var (organiser, id, room) = await RoomAsync();
        var venue = (await VenueAsync(organiser, id)).Used[0].VenueId;
        var neighbor = OrganiserDesk.Value(await _desk.Venues.AddRoomAsync(organiser, id, new RoomForm { VenueId = venue, Name = new LocalizedTextInput { En = "Hall B" } }, CancellationToken.None));
        var forms = new[] { (await EditAsync(organiser, id, room)).Form, (await EditAsync(organiser, id, neighbor)).Form };
        forms[0].Name.En = forms[1].Name.En = "Great hall";

        var results = await Task.WhenAll(new[] { room, neighbor }.Zip(forms).Select(
            pair => Task.Run(() => _desk.Rooms.EditRoomAsync(organiser, id, pair.First, pair.Second, CancellationToken.None))));

        Assert.Equal([("Name.En", "room.name-taken")], OrganiserDesk.Refusals(Assert.Single(results, result => !result.IsSuccess)));
    }

    [Fact]
    public async Task A_room_is_changed_for_all_events_that_share_it_and_its_form_says_how_many()
    {
        var (organiser, id, room) = await RoomAsync();
        var other = await _desk.EventAsync(organiser);
        await _desk.Venues.UseRoomAsync(organiser, other, new UseRoomForm { RoomId = room }, CancellationToken.None);
        var edit = await EditAsync(organiser, id, room);
        edit.Form.Name.En = "Renamed";

        Assert.True((await _desk.Rooms.EditRoomAsync(organiser, id, room, edit.Form, CancellationToken.None)).IsSuccess);

        Assert.Equal(1, edit.OtherEvents);
        Assert.Equal("Renamed", Assert.Single((await VenueAsync(organiser, other)).Rooms).Name["en"]);
        var venue = (await VenueAsync(organiser, id)).Used[0].VenueId;
        Assert.Equal(1, OrganiserDesk.Value(await _desk.VenuesQueries.GetVenueAsync(organiser, id, venue, CancellationToken.None)).OtherEvents);
    }

    [Fact]
    public async Task A_venue_takes_a_name_and_an_address_and_tells_the_second_of_two_editors()
    {
        var (organiser, id, _) = await RoomAsync();
        var venue = (await VenueAsync(organiser, id)).Used[0].VenueId;
        var (first, second) = (await VenueFormAsync(), await VenueFormAsync());
        (first.Name.En, first.Address.En) = ("Palace", "1 Main Street");
        second.Address.En = "2 Side Street";

        Assert.True((await _desk.Rooms.EditVenueAsync(organiser, id, venue, first, CancellationToken.None)).IsSuccess);

        Assert.Equal("stale", (await _desk.Rooms.EditVenueAsync(organiser, id, venue, second, CancellationToken.None)).Error?.Code);
        second.Address.Ur = new string('ا', 301);
        Assert.Equal([("Address.Ur", "venue.address-too-long")], OrganiserDesk.Refusals(await _desk.Rooms.EditVenueAsync(organiser, id, venue, second, CancellationToken.None)));
        Assert.Equal(("Palace", "1 Main Street"), (Assert.Single((await VenueAsync(organiser, id)).Used).Name["en"], (await VenueAsync(organiser, id)).Used[0].Address["en"]));

        async Task<VenueEditForm> VenueFormAsync() => OrganiserDesk.Value(await _desk.VenuesQueries.GetVenueAsync(organiser, id, venue, CancellationToken.None)).Form;
    }

    [Fact]
    public async Task Rooms_and_venues_that_the_event_does_not_use_are_not_found()
    {
        var (organiser, id, _) = await RoomAsync();
        var foreigner = await database.OrganiserAsync("uz-isrs");
        var foreignEvent = await _desk.EventAsync(foreigner);
        var foreignRoom = await _desk.RoomAsync(foreigner, foreignEvent);
        var foreignVenue = (await VenueAsync(foreigner, foreignEvent)).Used[0].VenueId;

        Assert.Equal("not-found", (await _desk.Rooms.EditRoomAsync(organiser, id, foreignRoom, new RoomEditForm(), CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Rooms.EditVenueAsync(organiser, id, foreignVenue, new VenueEditForm(), CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.VenuesQueries.GetRoomAsync(organiser, id, foreignRoom, CancellationToken.None)).Error?.Code);
        Assert.Equal("not-found", (await _desk.VenuesQueries.GetVenueAsync(organiser, id, foreignVenue, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task Rooms_change_their_columns_also_when_two_move_them_at_once()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var (a, b, c) = (await _desk.RoomAsync(organiser, id, "A"), await _desk.RoomAsync(organiser, id, "B"), await _desk.RoomAsync(organiser, id, "C"));

        Assert.True((await _desk.Venues.MoveRoomAsync(organiser, id, c, 0, CancellationToken.None)).IsSuccess);
        Assert.Equal([c, a, b], await ColumnsAsync());
        Assert.True((await _desk.Venues.MoveRoomAsync(organiser, id, c, 99, CancellationToken.None)).IsSuccess);
        Assert.Equal([a, b, c], await ColumnsAsync());
        Assert.Equal("programme.room-unknown", (await _desk.Venues.MoveRoomAsync(organiser, id, Guid.NewGuid(), 0, CancellationToken.None)).Error?.Code);

        await Task.WhenAll(new[] { b, c }.Select(room => Task.Run(() => _desk.Venues.MoveRoomAsync(organiser, id, room, 0, CancellationToken.None))));

        Assert.Equal(a, (await ColumnsAsync())[2]);

        async Task<Guid[]> ColumnsAsync() => [.. (await VenueAsync(organiser, id)).Rooms.Select(room => room.RoomId)];
    }

    private async Task<(Actor Organiser, Guid Id, Guid Room)> RoomAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.RoomAsync(organiser, id));
    }

    private async Task<RoomEdit> EditAsync(Actor actor, Guid id, Guid room) => OrganiserDesk.Value(await _desk.VenuesQueries.GetRoomAsync(actor, id, room, CancellationToken.None));

    private async Task<EventVenue> VenueAsync(Actor actor, Guid id) => OrganiserDesk.Value(await _desk.VenuesQueries.GetAsync(actor, id, CancellationToken.None));

    private static HoursRow Hours(DayOfWeek? day, int from, int to) => new() { Day = day, From = new TimeOnly(from, 0), To = new TimeOnly(to, 0) };

    private static string? Say(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
