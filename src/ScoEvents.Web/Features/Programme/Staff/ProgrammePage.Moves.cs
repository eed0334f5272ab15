using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>Where a card was let go, as board.js tells it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was seen when it was taken.</param>
/// <param name="Kind"><c>move</c>, or the edge that was taken: <c>start</c> or <c>end</c>.</param>
/// <param name="Target"><c>lane</c>, <c>tray</c> or <c>day</c>.</param>
/// <param name="Lane">Index of the column, or -1 for all rooms.</param>
/// <param name="Start">Minutes from midnight.</param>
/// <param name="End">Minutes from midnight.</param>
/// <param name="Day">The day of a tab.</param>
public sealed record BoardDrop(Guid Session, uint Version, string Kind, string Target, int Lane, int Start, int End, string? Day);

// What people do to sessions: by pointer, by key, on several at once, and back again.
public sealed partial class ProgrammePage
{
    private IReadOnlyList<string> _problems = [];
    private SessionMove? _stale;
    private string _said = "";
    private int _saidCount;

    /// <summary>A card was let go somewhere.</summary>
    [JSInvokable]
    public Task OnDropAsync(BoardDrop drop)
    {
        if (!CanMove || _draft!.Find(drop.Session) is not { } session)
        {
            return RefuseAsync(ScheduleErrors.Gone());
        }

        var plan = new BoardPlan(_draft);
        var day = BoardView.ReadDay(drop.Day);
        return drop switch
        {
            { Target: "tray" } => PlaceAsync(session, drop.Version, null),
            { Target: "day" } when day is { } onDay => PlaceAsync(session, drop.Version, plan.OnDay(session, onDay)),
            { Kind: "start" or "end" } when session.Slot is not null && Day is { } shown => PlaceAsync(session, drop.Version, plan.Between(session, shown, drop.Start, drop.End)),
            _ when drop.Lane < _draft.Rooms.Count && Day is { } shown => PlaceAsync(session, drop.Version, plan.At(session, shown, drop.Lane, drop.Start)),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>A key was pressed on a card.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(Guid sessionId, string key, bool shift, bool alt)
    {
        if (!CanMove || Day is not { } day || _draft!.Find(sessionId) is not { } session)
        {
            return;
        }

        var plan = new BoardPlan(_draft);
        if (key is "Delete" or "Backspace")
        {
            await (session.Slot is null ? Task.CompletedTask : PlaceAsync(session, session.Version, null));
            return;
        }

        if (key is "PageUp" or "PageDown")
        {
            await OnOtherDayAsync(plan, session, key == "PageUp" ? -1 : 1);
            return;
        }

        var wish = session.Slot is null ? plan.FirstFree(session, day) : Wish(plan, session, key, shift, alt);
        await (wish is null ? SayAsync(Texts["NoFurther"]) : PlaceAsync(session, session.Version, wish));
    }

    /// <summary>The key for another day was pressed on no card.</summary>
    [JSInvokable]
    public Task OnDayKeyAsync(int step)
    {
        if (Neighbor(step) is { } day)
        {
            Show(_view with { Day = day });
            _said = ProgrammeSpeech.Day(day);
        }

        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Takes the last step back.</summary>
    [JSInvokable]
    public Task OnUndoAsync() => _history.Undo() is { } moves
        ? MoveAsync(moves, _history.Undid, "Undone", () => _history.ForgetUndo())
        : SayAsync(Texts["NothingToUndo"]);

    /// <summary>Does the last undone step again.</summary>
    [JSInvokable]
    public Task OnRedoAsync() => _history.Redo() is { } moves
        ? MoveAsync(moves, _history.Redid, "Redone", () => _history.ForgetRedo())
        : SayAsync(Texts["NothingToRedo"]);

    /// <summary>The connection was lost before a move was confirmed, and has come back.</summary>
    [JSInvokable]
    public Task OnUnconfirmedAsync()
    {
        _problems = [Texts["Unconfirmed"]];
        RefreshSoon();
        StateHasChanged();
        return Task.CompletedTask;
    }

    private Task OnShiftAsync((IReadOnlyList<Guid> Sessions, int Minutes) wish) => MoveSeveralAsync(
        wish.Sessions, place => place with { During = new TimeInterval(place.During.Start.AddMinutes(wish.Minutes), place.During.End.AddMinutes(wish.Minutes)) });

    private Task OnRoomAsync((IReadOnlyList<Guid> Sessions, Guid? RoomId) wish) => MoveSeveralAsync(wish.Sessions, place => place with { RoomId = wish.RoomId });

    private Task OnUnscheduleAsync(IReadOnlyList<Guid> sessions) => MoveSeveralAsync(sessions, _ => null);

    private Task OnCopyDayAsync((DateOnly From, DateOnly To) wish) => TryAsync(async actor =>
    {
        (_problems, _stale) = ([], null);
        var copied = await Schedule.CopyDayAsync(actor, EventId, wish.From, wish.To, Lifetime);
        if (copied.IsSuccess)
        {
            await ReadAsync(actor);
            Say(Texts["Copied", copied.Value, ProgrammeSpeech.Day(wish.To)]);
        }
        else
        {
            Refuse(copied);
        }
    });

    private Task OnKeepMineAsync() => _stale is { } mine && _draft!.Find(mine.SessionId) is { } now
        ? MoveAsync([mine with { Version = now.Version }], _history.Did)
        : RefuseAsync(ScheduleErrors.Gone());

    private async Task OnOtherDayAsync(BoardPlan plan, TimetableSession session, int step)
    {
        if (Neighbor(step) is not { } day)
        {
            await SayAsync(Texts["NoFurther"]);
        }
        else if (await PlaceAsync(session, session.Version, plan.OnDay(session, day)))
        {
            // The card is followed, so that the keyboard stays on it.
            Show(_view with { Day = day });
            StateHasChanged();
        }
    }

    private Result<SessionPlace>? Wish(BoardPlan plan, TimetableSession session, string key, bool shift, bool alt)
    {
        var step = key is "ArrowUp" or "Previous" ? -1 : 1;
        var isSideways = key is "Previous" or "Next";
        return (isSideways, shift, alt) switch
        {
            (true, true, _) => null,
            (true, _, true) => plan.NextFreeBeside(session, step) is { } place ? Result.Ok(place) : null,
            (true, _, _) => plan.Beside(session, step) is { } place ? Result.Ok(place) : null,
            (false, true, _) => plan.Longer(session, step * _view.Snap, atStart: alt),
            (false, _, true) => plan.NextFree(session, step * _view.Snap),
            (false, _, _) => plan.Later(session, step * _view.Snap),
        };
    }

    private DateOnly? Neighbor(int step)
    {
        var days = _draft!.Days.ToList();
        var index = Day is { } day ? days.IndexOf(day) + step : -1;
        return index >= 0 && index < days.Count ? days[index] : null;
    }

    private Task<bool> PlaceAsync(TimetableSession session, uint version, Result<SessionPlace>? wish) => wish is { IsSuccess: false }
        ? RefuseAsync(wish)
        : MoveAsync([new SessionMove(session.Id, version, wish?.Value)], _history.Did);

    private Task<bool> MoveSeveralAsync(IReadOnlyList<Guid> ids, Func<SessionPlace, SessionPlace?> change)
    {
        var sessions = ids.Select(id => _draft!.Find(id)).OfType<TimetableSession>().ToList();
        var unscheduled = sessions.Where(session => session.Slot is null).Select(session => ScheduleErrors.NotScheduled(session.Title)).ToList();
        return unscheduled.Count > 0
            ? RefuseAsync(Result.Fail(unscheduled))
            : MoveAsync([.. sessions.Select(session => new SessionMove(session.Id, session.Version, change(session.Slot!.Place)))], _history.Did);
    }

    private async Task<bool> MoveAsync(IReadOnlyList<SessionMove> moves, Action<IReadOnlyList<MovedSession>> remember, string? saying = null, Action? onStale = null)
    {
        (_problems, _stale) = ([], null);
        var isDone = false;
        await TryAsync(async actor =>
        {
            var result = await Schedule.MoveAsync(actor, EventId, moves, Lifetime);
            _movesMade++;
            isDone = result.IsSuccess;
            if (isDone)
            {
                remember(result.Value);
                _draft = _draft!.With(result.Value);
                var said = result.Value.Count == 1 && _draft.Find(moves[0].SessionId) is { } moved ? Speech.Moved(moved, _draft) : Texts["MovedSeveral", result.Value.Count].Value;
                Say(saying is null ? said : Texts[saying, said]);
            }
            else
            {
                await RefuseAsync(actor, moves, result, onStale);
            }
        });
        RefreshSoon();
        StateHasChanged();
        return isDone;
    }

    // What is shown after a refusal is what is stored, so that the card stands where it belongs.
    private async Task RefuseAsync(Actor actor, IReadOnlyList<SessionMove> moves, Result refused, Action? onStale)
    {
        await ReadAsync(actor);
        switch (refused.Error!)
        {
            case { Kind: ErrorKind.Stale } when onStale is not null:
                onStale();
                _problems = [.. refused.Errors.Select(error => Texts["UndoStale", ((LocalizedText)error.Arguments[0]).ForReader()].Value)];
                break;
            case { Kind: ErrorKind.Stale } when moves.Count == 1 && _draft!.Find(moves[0].SessionId) is not null:
                _stale = moves[0];
                break;
            case { Kind: ErrorKind.NotFound, Code: "not-found" } or { Kind: ErrorKind.Forbidden }:
                _refused = refused.Error;
                break;
            default:
                Refuse(refused);
                break;
        }
    }

    private Task<bool> RefuseAsync(Result refused)
    {
        Refuse(refused);
        StateHasChanged();
        return Task.FromResult(false);
    }

    private void Refuse(Result refused) => _problems = [.. refused.Errors.Select(Errors.Say)];

    private Task SayAsync(string text)
    {
        Say(text);
        StateHasChanged();
        return Task.CompletedTask;
    }

    // A new element each time, so that the same words are said again.
    private void Say(string text) => (_said, _saidCount) = (text, _saidCount + 1);

    private IReadOnlyList<VersionDifference> StaleDifferences(SessionMove mine) => _draft!.Find(mine.SessionId) is { } now
        ? [new VersionDifference(now.Title.ForReader(), Speech.Place(mine.Place, _draft), Speech.Place(now.Slot?.Place, _draft))]
        : [];
}
