using System.Globalization;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Programme.Staff;

// What others do meanwhile: their moves, and who of them is here.
public sealed partial class ProgrammePage
{
    private static readonly TimeSpan _burst = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly List<IDisposable> _subscriptions = [];
    private readonly (CultureInfo Formats, CultureInfo Words) _reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private BoardPresence? _presence;
    private IReadOnlyList<BoardVisitor> _visitors = [];
    private Guid? _me;
    private int _movesMade;
    private bool _isRefreshDue;
    private bool _isRefreshing;
    private bool _isOld;
    private bool _isLineDown;

    private void JoinOthers(Actor actor)
    {
        _me = actor.UserId;
        _presence = new BoardPresence(Clock);
        _subscriptions.Add(Feed.Subscribe(ChangeFeed.Draft(EventId), _ => AsReaderAsync(RefreshSoonAsync)));
        _subscriptions.Add(Feed.Subscribe(BoardPresence.Topic(EventId), payload => AsReaderAsync(() => HearAsync(payload))));
        Line.Up += OnLineUp;
        Line.Down += OnLineDown;
        _ = ReportAsync(StayAsync);
    }

    // Whoever calls from outside of the circuit brings the language of nobody along.
    private Task AsReaderAsync(Func<Task> work) => ReportAsync(() =>
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _reader;
        return work();
    });

    // Nobody waits for this work: what fails in it must still reach the page's error boundary.
    private async Task ReportAsync(Func<Task> work)
    {
        try
        {
            await InvokeAsync(work);
        }
        catch (Exception exception) when (!Lifetime.IsCancellationRequested)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void OnLineUp() => _ = AsReaderAsync(async () =>
    {
        // What was rendered while the line was down reaches the browser; what PostgreSQL says now is read all the same.
        _isLineDown = false;
        RefreshSoon();
        await TellAsync(BoardState.Asks);
    });

    private void OnLineDown() => _ = AsReaderAsync(async () =>
    {
        _isLineDown = true;
        await TellAsync(BoardState.Left);
    });

    // Several changes in one breath are read once; a change during a reading is read once more.
    private void RefreshSoon()
    {
        _isRefreshDue = true;
        if (!_isRefreshing && !Lifetime.IsCancellationRequested)
        {
            _isRefreshing = true;
            _ = ReportAsync(RefreshAsync);
        }
    }

    private Task RefreshSoonAsync()
    {
        RefreshSoon();
        return Task.CompletedTask;
    }

    private async Task RefreshAsync()
    {
        try
        {
            while (_isRefreshDue)
            {
                await Task.Delay(_isOld ? _pause : _burst, Clock, Lifetime);
                _isRefreshDue = false;
                await RefreshOnceAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; there is nobody to show it to.
        }
        finally
        {
            _isRefreshing = false;
        }
    }

    private async Task RefreshOnceAsync()
    {
        var movesMade = _movesMade;
        try
        {
            var draft = await Queries.GetAsync(await ActorAsync(), EventId, Lifetime);
            _isOld = false;
            if (IsBusy || movesMade != _movesMade)
            {
                // Read before a move of this page that is newer: it would show the card at its old place for a moment.
                _isRefreshDue = true;
            }
            else if (draft.IsSuccess)
            {
                _draft = draft.Value;
            }
            else
            {
                _refused = draft.Error;
            }
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogOld(Log, exception);
            (_isOld, _isRefreshDue) = (true, true);
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        var draft = await Queries.GetAsync(actor, EventId, Lifetime);
        if (draft.IsSuccess)
        {
            _draft = draft.Value;
        }
    }

    private async Task StayAsync()
    {
        await TellAsync(BoardState.Asks);
        using var timer = new PeriodicTimer(BoardPresence.Interval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(Lifetime))
            {
                if (!_isLineDown)
                {
                    await TellAsync(BoardState.Here);
                }

                if (_presence!.Prune())
                {
                    await NameVisitorsAsync();
                }
            }
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page.
        }
    }

    private async Task HearAsync(string payload)
    {
        if (_presence is null || BoardPresence.Read(payload) is not var (userId, state))
        {
            return;
        }

        var isOwn = userId == _me;
        if (isOwn && state is BoardState.Left && !_isLineDown)
        {
            // Another page of the same person was closed; this one is still open.
            await TellAsync(BoardState.Here);
            return;
        }

        var isNew = _presence.Hear(userId, state);
        if (state is BoardState.Asks && !isOwn && !_isLineDown)
        {
            await TellAsync(BoardState.Here);
        }

        if (isNew)
        {
            await NameVisitorsAsync();
        }
    }

    private async Task NameVisitorsAsync()
    {
        try
        {
            var visitors = await Queries.GetVisitorsAsync(await ActorAsync(), EventId, _presence!.Here, Lifetime);
            if (visitors.IsSuccess)
            {
                _visitors = visitors.Value;
                StateHasChanged();
            }
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogOld(Log, exception);
        }
    }

    private async Task TellAsync(BoardState state)
    {
        try
        {
            await Schedule.AnnounceAsync(await ActorAsync(), EventId, state, CancellationToken.None);
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogOld(Log, exception);
        }
    }

    private async Task LeaveAsync()
    {
        Line.Up -= OnLineUp;
        Line.Down -= OnLineDown;
        _subscriptions.ForEach(subscription => subscription.Dispose());
        if (_presence is not null)
        {
            await TellAsync(BoardState.Left);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An open timetable could not reach the database; it tries again")]
    private static partial void LogOld(ILogger logger, Exception exception);
}
