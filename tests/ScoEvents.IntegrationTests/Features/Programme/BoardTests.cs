using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

/// <summary>What the board works out by itself, without a database.</summary>
public sealed class BoardTests
{
    private static readonly DateOnly _day = new(2026, 12, 7);
    private static readonly EventZone _zone = EventZone.Find("Asia/Kolkata")!;
    private static readonly Guid _hallA = Guid.CreateVersion7();
    private static readonly Guid _hallB = Guid.CreateVersion7();

    [Fact]
    public void A_card_goes_later_longer_and_to_the_column_beside_and_not_beyond_the_last()
    {
        var panel = Card("Panel", _hallB, 600, 660);
        var plan = new BoardPlan(Draft(panel));

        Assert.Equal(Place(_hallB, 615, 675), plan.Later(panel, 15).Value);
        Assert.Equal(Place(_hallB, 585, 645), plan.Later(panel, -15).Value);
        Assert.Equal(Place(_hallB, 600, 690), plan.Longer(panel, 30, atStart: false).Value);
        Assert.Equal(Place(_hallB, 630, 660), plan.Longer(panel, 30, atStart: true).Value);
        Assert.Equal("programme.end-not-after-start", plan.Longer(panel, -60, atStart: false).Error!.Code);
        Assert.Equal(Place(_hallA, 600, 660), plan.Beside(panel, -1));
        Assert.Equal(Place(null, 600, 660), plan.Beside(panel, -2));
        Assert.Null(plan.Beside(panel, 1));
        Assert.Null(plan.Beside(panel, -3));
    }

    [Fact]
    public void A_card_that_is_to_go_to_the_next_free_place_passes_by_whatever_is_in_the_way()
    {
        var panel = Card("Panel", _hallA, 540, 600);
        var plan = new BoardPlan(Draft(panel, Card("Tea", null, 600, 630), Card("Talk", _hallA, 630, 700), Card("Beside", _hallB, 500, 560)));

        Assert.Equal(Place(_hallA, 700, 760), plan.NextFree(panel, 15)!.Value);
        Assert.Equal(Place(_hallA, 525, 585), plan.NextFree(panel, -15)!.Value);
        Assert.Null(plan.NextFreeBeside(panel, 1));
        Assert.Null(plan.NextFree(Card("Night", _hallB, 1380, 1440), 15));
    }

    [Fact]
    public void A_card_from_the_tray_goes_to_the_earliest_gap_of_a_working_day()
    {
        var waiting = Card("Waiting", null, 0, 0) with { Slot = null, Type = SessionType.ThematicSession };
        var plan = new BoardPlan(Draft(waiting, Card("Opening", null, 540, 570), Card("Talk", _hallA, 600, 700), Card("Other", _hallB, 570, 640)));

        Assert.Equal(Place(_hallB, 640, 700), plan.FirstFree(waiting, _day).Value);
        Assert.Equal("schedule.no-free-time", new BoardPlan(Draft(waiting, Card("Long", null, 540, 1440))).FirstFree(waiting, _day).Error!.Code);
        Assert.Equal("schedule.no-rooms", new BoardPlan(Draft(waiting) with { Rooms = [] }).FirstFree(waiting, _day).Error!.Code);
    }

    [Fact]
    public void A_card_keeps_its_times_on_another_day_and_may_begin_on_the_day_before_its_own_midnight()
    {
        var panel = Card("Panel", _hallA, 0, 60);
        var plan = new BoardPlan(Draft(panel));

        Assert.Equal(Place(_hallA, 1440, 1500), plan.OnDay(panel, _day.AddDays(1)).Value);
        Assert.Equal(Place(_hallA, -15, 45), plan.Later(panel, -15).Value);
        Assert.Equal(Place(null, 1430, 1490), plan.At(panel, _day, TimetableDraft.AllRooms, 1430).Value);
    }

    [Fact]
    public void The_last_twenty_steps_are_undone_and_done_again_against_the_versions_that_they_left()
    {
        var history = new BoardHistory();
        var session = Guid.CreateVersion7();
        for (var step = 0u; step < 25; step++)
        {
            history.Did([new MovedSession(session, step + 1, Place(_hallA, (int)step, 60), Place(_hallA, (int)step + 1, 60))]);
        }

        var undone = 0;
        var version = 25u;
        while (history.Undo() is { } moves)
        {
            Assert.Equal([new SessionMove(session, version, Place(_hallA, 24 - undone, 60))], moves);
            history.Undid([new MovedSession(session, ++version, null, null)]);
            undone++;
        }

        Assert.Equal(BoardHistory.MaxSteps, undone);
        Assert.Equal([new SessionMove(session, version, Place(_hallA, 6, 60))], history.Redo());
        history.Redid([new MovedSession(session, ++version, null, null)]);
        Assert.Equal([new SessionMove(session, version, Place(_hallA, 5, 60))], history.Undo());
        history.Did([new MovedSession(session, ++version, null, null)]);
        Assert.False(history.CanRedo);
    }

    [Fact]
    public void What_others_say_tells_who_is_here_and_who_falls_silent_is_forgotten()
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        var presence = new BoardPresence(clock);
        var (eventId, one, two) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal((one, BoardState.Asks), BoardPresence.Read(BoardPresence.Payload(eventId, one, BoardState.Asks)));
        Assert.StartsWith(BoardPresence.Topic(eventId), BoardPresence.Payload(eventId, one, BoardState.Here), StringComparison.Ordinal);
        Assert.Null(BoardPresence.Read(""));
        Assert.Null(BoardPresence.Read($"board:{eventId}:{one}:7"));
        Assert.True(presence.Hear(one, BoardState.Asks));
        Assert.True(presence.Hear(two, BoardState.Here));
        Assert.False(presence.Hear(one, BoardState.Here));
        Assert.Equal([one, two], presence.Here);
        clock.Advance(TimeSpan.FromSeconds(20));
        presence.Hear(two, BoardState.Here);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(presence.Prune());
        Assert.Equal([two], presence.Here);
        Assert.True(presence.Hear(two, BoardState.Left));
        Assert.False(presence.Hear(two, BoardState.Left));
    }

    [Theory]
    [InlineData("2026-12-07", "5", "4", "list", "day=2026-12-07,snap=5,view=list,zoom=4")]
    [InlineData(null, null, null, null, "")]
    [InlineData("nonsense", "7", "-1", "table", "")]
    [InlineData("2026-12-07T00:00", "15", "2", "board", "")]
    public void The_address_says_how_it_is_looked_at_and_nonsense_is_as_usual(string? day, string? snap, string? zoom, string? view, string expected)
    {
        var query = BoardView.Read(day, snap, zoom, view).ToQuery();

        Assert.Equal(expected, string.Join(',', query.Where(part => part.Value is not null).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}")));
    }

    private static TimetableDraft Draft(params TimetableSession[] sessions) => new(
        _zone.Id, [_day, _day.AddDays(1)],
        [new TimetableRoom(_hallA, LocalizedText.Of(en: "Hall A"), LocalizedText.Empty, true), new TimetableRoom(_hallB, LocalizedText.Of(en: "Hall B"), LocalizedText.Empty, true)],
        sessions, [], []);

    private static TimetableSession Card(string title, Guid? room, int start, int end)
    {
        var place = Place(room, start, end);
        return new TimetableSession(
            Guid.CreateVersion7(), 1, 0, LocalizedText.Of(en: title), SessionType.Panel, SessionState.Draft, Classification.Clear, null, null, null,
            new TimetableSlot(place, _zone.ToLocal(place.During.Start), _zone.ToLocal(place.During.End)));
    }

    private static SessionPlace Place(Guid? room, int start, int end)
    {
        var midnight = _zone.StartOfDay(_day);
        return new SessionPlace(room, new TimeInterval(midnight.AddMinutes(start), midnight.AddMinutes(end)));
    }
}
