using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Events;

/// <summary>A whole event that moves while somebody else places a session in the same room.</summary>
public sealed class MovingRacesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Rounds = 20;
    private static readonly DateOnly _before = new(2026, 12, 7);
    private static readonly DateOnly _after = new(2027, 2, 1);

    private readonly WholeEventDesk _desk = new(database);

    [Fact]
    public async Task A_room_that_two_events_want_at_once_is_had_by_one_and_nobody_waits_for_the_other_for_ever()
    {
        var organiser = await database.OrganiserAsync();
        var colleague = await database.OrganiserAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var (id, other, room) = await PairAsync(organiser);

            var moving = _desk.PostponeAsync(organiser, id, _after);
            var placing = _desk.Organiser.Programme.AddSessionAsync(colleague, other, OrganiserDesk.Session("Other", room, "10:00", "11:00", _after), CancellationToken.None);
            var (moved, placed) = (OrganiserDesk.Value(await moving), await placing);

            // Whoever was first has the room: either the session that moved waits in the tray, or the other was refused.
            Assert.Equal(placed.IsSuccess ? 1 : 0, moved.Tray.Count);
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM slot_rooms WHERE room_id = '{room}'"));
        }
    }

    [Fact]
    public async Task Of_two_who_change_the_zone_at_once_one_is_told_and_the_clock_moves_once()
    {
        var organiser = await database.OrganiserAsync();
        var (id, _, _) = await PairAsync(organiser);
        var (mine, theirs) = (await FormAsync(organiser, id), await FormAsync(organiser, id));
        (mine.TimeZone, mine.ZoneChoice) = ("Asia/Tashkent", ZoneChoice.KeepClock);
        (theirs.TimeZone, theirs.ZoneChoice) = ("Asia/Almaty", ZoneChoice.KeepClock);

        var outcomes = await Task.WhenAll(
            _desk.Organiser.Events.EditAsync(organiser, id, mine, CancellationToken.None), _desk.Organiser.Events.EditAsync(organiser, id, theirs, CancellationToken.None));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal("stale", Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error!.Code);
        var zone = (await _desk.EventAsync(organiser, id)).TimeZone!;
        Assert.Equal("2026-12-07 09:30–10:30", (await _desk.TimesAsync(organiser, id, zone))["Opening"]);
    }

    // An announced event with a session in a room, and another event on the days to which the first will move, with the same room.
    private async Task<(Guid Id, Guid Other, Guid Room)> PairAsync(Actor organiser)
    {
        var id = await _desk.Organiser.EventAsync(organiser);
        var room = await _desk.Organiser.RoomAsync(organiser, id, $"Hall {Guid.NewGuid():N}");
        await _desk.Organiser.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:30", "10:30", _before));
        Assert.True((await _desk.Status.TakeAsync(organiser, id, EventAct.Announce, CancellationToken.None)).IsSuccess);
        var form = OrganiserDesk.Seminar("Other event");
        (form.StartsOn, form.EndsOn) = (_after, _after);
        var other = await _desk.Organiser.EventAsync(organiser, form);
        Assert.True((await _desk.Organiser.Venues.UseRoomAsync(organiser, other, new Web.Features.Venues.UseRoomForm { RoomId = room }, CancellationToken.None)).IsSuccess);
        return (id, other, room);
    }

    private async Task<EventForm> FormAsync(Actor organiser, Guid id) => OrganiserDesk.Value(await _desk.Organiser.EventsQueries.GetFormAsync(organiser, id, CancellationToken.None));
}
