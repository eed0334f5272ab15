using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Accreditation.Staff;

// The keyboard, and what others do meanwhile.
public sealed partial class ReviewPage
{
    // Check-in at a busy door writes many times a second; the queue is read again once in that time.
    private static readonly TimeSpan _burst = TimeSpan.FromMilliseconds(700);

    private readonly (CultureInfo Formats, CultureInfo Words) _reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keyboard;
    private DotNetObjectReference<ReviewPage>? _self;
    private IDisposable? _subscription;
    private bool _isRefreshDue;
    private bool _isRefreshing;

    /// <summary>A key on a person of the queue; called by the page's script.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string key, string? caseId)
    {
        if (key == "?")
        {
            await _keys!.OpenAsync();
            return;
        }

        if (!Guid.TryParse(caseId, out var id) || (_queue?.Rows.FirstOrDefault(found => found.CaseId == id) ?? (_open?.Row.CaseId == id ? _open.Row : null)) is not { } row)
        {
            return;
        }

        switch (key)
        {
            case "t":
                await BeginAsync(ReviewAct.TakeUp, row);
                break;
            case "a":
                await BeginAsync(ReviewAct.Approve, row);
                break;
            case "r":
                await BeginAsync(ReviewAct.Return, row);
                break;
            case "x":
                Toggle(row);
                break;
            case "Enter":
                Navigation.NavigateTo(AccreditationRoutes.Queue(EventId, _filter, row.CaseId));
                break;
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        try
        {
            if (_keyboard is not null)
            {
                await _keyboard.InvokeVoidAsync("detach");
                await _keyboard.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self?.Dispose();
        Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_queue is null || _subscription is not null)
        {
            return;
        }

        _subscription = Feed.Subscribe(ChangeFeed.Delegations(EventId), _ => InvokeAsync(RefreshSoon));
        _self = DotNetObjectReference.Create(this);
        _module = await Script.InvokeAsync<IJSObjectReference>("import", Lifetime, $"./{Assets["js/review.js"]}");
        _keyboard = await _module.InvokeAsync<IJSObjectReference>("attach", Lifetime, _root, _self);
    }

    // Several changes in one breath are read once; a change during a reading is read once more.
    private void RefreshSoon()
    {
        _isRefreshDue = true;
        if (!_isRefreshing && !Lifetime.IsCancellationRequested)
        {
            _isRefreshing = true;
            _ = RefreshAsync();
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            while (_isRefreshDue)
            {
                await Task.Delay(_burst, Clock, Lifetime);
                if (IsBusy)
                {
                    continue;
                }

                _isRefreshDue = false;
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _reader;
                await TryAsync(LoadAsync);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (Lifetime.IsCancellationRequested)
        {
            // The person left the page; there is nobody to show it to.
        }
        catch (Exception exception) when (!Lifetime.IsCancellationRequested)
        {
            await DispatchExceptionAsync(exception);
        }
        finally
        {
            _isRefreshing = false;
        }
    }
}
