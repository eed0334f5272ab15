using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>A day of an agenda as a table of rooms and hours: a row from each beginning or end to the next, a column for each room.</summary>
/// <param name="Date">The day at the place.</param>
/// <param name="Rooms">The rooms, each a column.</param>
/// <param name="Apart">How many further columns hold what has no room here: closed sessions, and what would cover another session.</param>
/// <param name="Rows">The rows in order.</param>
public sealed record AgendaGridDay(DateOnly Date, IReadOnlyList<AgendaRoom> Rooms, int Apart, IReadOnlyList<AgendaGridRow> Rows)
{
    /// <summary>Lays out the sessions of one day; what takes all rooms spans their columns.</summary>
    /// <param name="day">The day with its sessions by start.</param>
    /// <param name="rooms">The rooms of the whole agenda; those without a session on the day get no column.</param>
    public static AgendaGridDay Of(AgendaDays.Day day, IReadOnlyList<AgendaRoom> rooms)
    {
        var marks = day.Sessions.SelectMany(session => new[] { session.StartsAt, session.EndsAt }).Distinct().Order().ToList();
        var used = rooms.Where(room => day.Sessions.Any(session => session.RoomId == room.Id)).ToList();
        var layout = new Layout(marks, used.Count);
        foreach (var session in day.Sessions.Where(session => session.RoomId is not null))
        {
            layout.Place(session, used.FindIndex(room => room.Id == session.RoomId), 1);
        }

        foreach (var session in day.Sessions.Where(session => session.RoomId is null))
        {
            layout.Place(session, 0, session.IsForAllRooms ? used.Count : 0);
        }

        return new AgendaGridDay(day.Date, used, layout.Columns - used.Count, layout.Rows());
    }

    private sealed class Layout(List<DateTimeOffset> marks, int rooms)
    {
        private readonly List<AgendaGridCell?[]> _columns = [.. Enumerable.Range(0, rooms).Select(_ => new AgendaGridCell?[marks.Count - 1])];

        public int Columns => _columns.Count;

        /// <summary>Into these columns where they are free, else into the first further column that is.</summary>
        public void Place(PublicSession session, int column, int width)
        {
            var (first, end) = (marks.BinarySearch(session.StartsAt), marks.BinarySearch(session.EndsAt));
            if (width == 0 || !Enumerable.Range(column, width).All(index => IsFree(index, first, end)))
            {
                column = rooms;
                while (column < _columns.Count && !IsFree(column, first, end))
                {
                    column++;
                }

                width = 1;
                if (column == _columns.Count)
                {
                    _columns.Add(new AgendaGridCell?[marks.Count - 1]);
                }
            }

            var cell = new AgendaGridCell(session, end - first, width);
            foreach (var index in Enumerable.Range(column, width))
            {
                Array.Fill(_columns[index], cell, first, end - first);
            }
        }

        public IReadOnlyList<AgendaGridRow> Rows() =>
            [.. Enumerable.Range(0, marks.Count - 1).Select(row => new AgendaGridRow(marks[row], (int)(marks[row + 1] - marks[row]).TotalMinutes, [.. Cells(row)]))];

        private bool IsFree(int column, int first, int end) => Array.TrueForAll(_columns[column][first..end], cell => cell is null);

        // A cell stands where its first column and first row meet; what is empty goes down as one cell to the next session.
        private IEnumerable<AgendaGridCell> Cells(int row)
        {
            for (var column = 0; column < _columns.Count; column++)
            {
                var cell = _columns[column][row];
                var isBegun = row > 0 && ReferenceEquals(_columns[column][row - 1], cell);
                var isBeside = column > 0 && cell is not null && ReferenceEquals(_columns[column - 1][row], cell);
                if (isBegun || isBeside)
                {
                    continue;
                }

                yield return cell ?? new AgendaGridCell(null, _columns[column].Skip(row).TakeWhile(below => below is null).Count(), 1);
            }
        }
    }
}

/// <summary>A row of a day.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Minutes">How long it is.</param>
/// <param name="Cells">The cells that begin in it.</param>
public sealed record AgendaGridRow(DateTimeOffset At, int Minutes, IReadOnlyList<AgendaGridCell> Cells)
{
    private static readonly int[] _heights = [5, 10, 15, 20, 30, 45, 60, 90, 120];

    /// <summary>The height that a style sheet knows, in minutes: the nearest that is not less, 120 at most.</summary>
    public int Height => Array.Find(_heights, height => height >= Minutes) is > 0 and var height ? height : _heights[^1];
}

/// <summary>A cell of a row.</summary>
/// <param name="Session">What takes place, or null where nothing does.</param>
/// <param name="Rows">How many rows it goes down, from 1.</param>
/// <param name="Columns">How many columns it is wide, from 1.</param>
public sealed record AgendaGridCell(PublicSession? Session, int Rows, int Columns);
