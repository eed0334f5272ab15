using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Programme.Public;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>How a day becomes a table of rooms and hours.</summary>
public sealed class AgendaGridDayTests
{
    private static readonly EventZone _zone = EventZone.Find("Asia/Kolkata")!;
    private static readonly Guid _hallA = new(1, 0, 0, new byte[8]);
    private static readonly Guid _hallB = new(2, 0, 0, new byte[8]);

    [Fact]
    public void Each_room_is_a_column_and_each_beginning_and_end_a_row()
    {
        var day = Lay(Session("A1", _hallA, 0, 60), Session("B1", _hallB, 30, 90));

        Assert.Equal(["Room 1", "Room 2"], day.Rooms.Select(room => room.Name.In("en")));
        Assert.Equal(["0+30: A1 2x1, - 1x1", "30+30: B1 2x1", "60+30: - 1x1"], Written(day));
    }

    [Fact]
    public void What_takes_all_rooms_spans_their_columns()
    {
        var day = Lay(Session("A1", _hallA, 0, 30), Session("B1", _hallB, 0, 30), Session("Break", null, 30, 45));

        Assert.Equal(["0+30: A1 1x1, B1 1x1", "30+15: Break 1x2"], Written(day));
        Assert.Equal(0, day.Apart);
    }

    [Fact]
    public void Closed_sessions_stand_apart_and_beside_each_other_where_they_overlap()
    {
        var day = Lay(Session("A1", _hallA, 0, 60), Closed(0, 60), Closed(30, 60));

        Assert.Equal(2, day.Apart);
        Assert.Equal(["0+30: A1 2x1, closed 2x1, - 1x1", "30+30: closed 1x1"], Written(day));
    }

    [Fact]
    public void What_takes_all_rooms_covers_no_session_that_is_in_one()
    {
        var day = Lay(Session("A1", _hallA, 0, 60), Session("Ceremony", null, 30, 90));

        Assert.Equal(1, day.Apart);
        Assert.Equal(["0+30: A1 2x1, - 1x1", "30+30: Ceremony 2x1", "60+30: - 1x1"], Written(day));
    }

    [Fact]
    public void Every_row_of_a_large_day_is_covered_exactly_once()
    {
        var sessions = Enumerable.Range(0, 60).Select(index => Session(
            $"S{index}", new Guid(index % 6 + 1, 0, 0, new byte[8]), index / 6 * 60 + index % 6 * 5, index / 6 * 60 + 55 + index % 6));

        var day = Lay([.. sessions, Closed(10, 300), Closed(20, 40)]);

        var columns = day.Rooms.Count + day.Apart;
        Assert.Equal(columns * day.Rows.Count, day.Rows.Sum(row => row.Cells.Sum(cell => cell.Rows * cell.Columns)));
        Assert.Equal(62, day.Rows.SelectMany(row => row.Cells).Count(cell => cell.Session is not null));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 5)]
    [InlineData(35, 45)]
    [InlineData(720, 120)]
    public void A_row_has_one_of_the_heights_that_the_style_sheet_knows(int minutes, int height) =>
        Assert.Equal(height, new AgendaGridRow(default, minutes, []).Height);

    private static AgendaGridDay Lay(params PublicSession[] sessions)
    {
        var ordered = sessions.OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ToList();
        return AgendaGridDay.Of(Assert.Single(AgendaDays.Of(ordered, _zone)), AgendaRoom.Of(ordered));
    }

    private static IEnumerable<string> Written(AgendaGridDay day) => day.Rows.Select(row =>
        $"{(row.At - At(0)).TotalMinutes:0}+{row.Minutes}: {string.Join(", ", row.Cells.Select(cell => $"{Name(cell.Session)} {cell.Rows}x{cell.Columns}"))}");

    private static string Name(PublicSession? session) => session is null ? "-" : session.IsClosed ? "closed" : session.Title.In("en");

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 11, 10, 4, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    private static PublicSession Session(string title, Guid? room, int start, int end) => new(
        Guid.CreateVersion7(), SessionType.Panel, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Empty,
        room is null ? LocalizedText.Empty : LocalizedText.Of(en: $"Room {room.Value.ToByteArray()[0]}"), room?.ToByteArray()[0] ?? 0, At(start), At(end), [], false, 0, At(0))
    {
        RoomId = room,
    };

    private static PublicSession Closed(int start, int end) => Session("", null, start, end) with { Access = SessionAccess.HeadsOnly, IsClosed = true };
}
