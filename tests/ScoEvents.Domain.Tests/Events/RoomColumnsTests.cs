using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Events;

public class RoomColumnsTests
{
    private static readonly Guid[] _rooms = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    [Theory]
    [InlineData(2, 0, "201")]
    [InlineData(0, 2, "120")]
    [InlineData(0, 1, "102")]
    [InlineData(1, 1, "012")]
    [InlineData(0, 99, "120")]
    [InlineData(2, -5, "201")]
    public void A_room_takes_a_column_and_those_between_make_place(int room, int column, string expected)
    {
        var planned = Planned();

        AssertDone(planned.MoveRoom(_rooms[room], column, Clock.Later));

        Assert.Equal(expected.Select(index => _rooms[index - '0']), planned.Rooms.OrderBy(used => used.Position).Select(used => used.RoomId));
        Assert.Equal([0, 1, 2], planned.Rooms.Select(used => used.Position).Order());
        Assert.Equal(Clock.Later, planned.ModifiedAt);
    }

    [Fact]
    public void A_room_that_the_event_does_not_use_is_refused() => AssertRefused(Planned().MoveRoom(Guid.NewGuid(), 0, Clock.Later), "programme.room-unknown");

    private static ScoEvent Planned()
    {
        var planned = ScoEvent.Plan(
            Guid.NewGuid(), "seminar",
            new EventFacts(EventType.Seminar, null, LocalizedText.Of(en: "Seminar"), new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 2), "Asia/Kolkata", LocalizedText.Empty, null, 5),
            Clock.Now).Value;
        foreach (var room in _rooms)
        {
            planned.UseRoom(room, Clock.Now);
        }

        return planned;
    }
}
