using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class SessionListPanel
{
    private const string AllRooms = "all";

    private readonly HashSet<Guid> _chosen = [];
    private Dictionary<Guid, string> _marks = [];
    private Column _sorted = Column.Time;
    private bool _isDescending;
    private int _minutes = 15;
    private string _room = AllRooms;
    private DateOnly _from;
    private DateOnly _to;

    [Parameter, EditorRequired]
    public required TimetableDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    [Parameter]
    public bool CanMove { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>Moves the sessions by so many minutes, below zero to earlier.</summary>
    [Parameter]
    public EventCallback<(IReadOnlyList<Guid> Sessions, int Minutes)> OnShift { get; set; }

    /// <summary>Moves the sessions into a room, or null for all rooms.</summary>
    [Parameter]
    public EventCallback<(IReadOnlyList<Guid> Sessions, Guid? RoomId)> OnRoom { get; set; }

    /// <summary>Takes the sessions out of the timetable.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Guid>> OnUnschedule { get; set; }

    /// <summary>Copies the sessions of a day to another.</summary>
    [Parameter]
    public EventCallback<(DateOnly From, DateOnly To)> OnCopyDay { get; set; }

    private bool IsHeld => IsBusy || _chosen.Count == 0;

    protected override void OnInitialized()
    {
        _room = Draft.Rooms.FirstOrDefault(room => room.IsUsed)?.Id.ToString() ?? AllRooms;
        (_from, _to) = Draft.Days is [var first, var second, ..] ? (first, second) : default;
    }

    protected override void OnParametersSet()
    {
        // What somebody else deleted is no longer chosen.
        _chosen.IntersectWith(Draft.Sessions.Select(session => session.Id));
        _marks = Draft.Marks();
    }

    private Task ShiftAsync(int minutes) => OnShift.InvokeAsync(([.. _chosen], minutes));

    private Task ChangeRoomAsync() => OnRoom.InvokeAsync(([.. _chosen], _room == AllRooms ? null : Guid.Parse(_room, CultureInfo.InvariantCulture)));

    private void Choose(Guid sessionId, bool isChosen)
    {
        if (isChosen)
        {
            _chosen.Add(sessionId);
        }
        else
        {
            _chosen.Remove(sessionId);
        }
    }

    private void ChooseAll(bool isChosen)
    {
        _chosen.Clear();
        if (isChosen)
        {
            _chosen.UnionWith(Draft.Sessions.Select(session => session.Id));
        }
    }

    private void Sort(Column column) => (_sorted, _isDescending) = (column, _sorted == column && !_isDescending);

    // Sorting is stable, and the sessions come in order of time.
    private IEnumerable<TimetableSession> Sorted()
    {
        var words = ReaderOrder.Current;
        return _sorted switch
        {
            Column.Time => _isDescending ? Draft.Sessions.Reverse() : Draft.Sessions,
            Column.Room => By(session => session.Slot is null ? "\uFFFF" : Speech.Room(session.Slot.Place.RoomId, Draft), words),
            Column.Title => By(session => session.Title.ForReader(), words),
            Column.Type => By(session => Programme.Say(session.Type), words),
            Column.State => By(session => session.State, Comparer<SessionState>.Default),
        };
    }

    private IEnumerable<TimetableSession> By<T>(Func<TimetableSession, T> key, IComparer<T> order) =>
        _isDescending ? Draft.Sessions.OrderByDescending(key, order) : Draft.Sessions.OrderBy(key, order);

    private RenderFragment DayChoice(string id, DateOnly chosen, Action<DateOnly> choose) => builder =>
    {
        builder.OpenElement(0, "select");
        builder.AddAttribute(1, "id", id);
        builder.AddAttribute(2, "class", "input");
        builder.AddAttribute(3, "value", BoardView.Written(chosen));
        builder.AddAttribute(4, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, change => choose(BoardView.ReadDay((string?)change.Value) ?? chosen)));
        foreach (var day in Draft.Days)
        {
            builder.OpenElement(5, "option");
            builder.SetKey(day);
            builder.AddAttribute(6, "value", BoardView.Written(day));
            builder.AddAttribute(7, "selected", day == chosen);
            builder.AddContent(8, ProgrammeSpeech.Day(day));
            builder.CloseElement();
        }

        builder.CloseElement();
    };

    private enum Column
    {
        Time,
        Room,
        Title,
        Type,
        State,
    }
}
