using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Search.Staff;

public sealed partial class SearchPalette : IAsyncDisposable
{
    private const int OfEach = 5;

    // Whoever types on is not asked for in between.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(120);

    private ElementReference _root;
    private DotNetObjectReference<SearchPalette>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keyboard;
    private CancellationTokenSource? _asking;
    private SearchAnswer _answer = SearchAnswer.Nothing;
    private IReadOnlyList<IGrouping<SearchKind, SearchHit>> _groups = [];
    private string _listId = "";
    private string _keysId = "";
    private string _said = "";
    private bool _isSearching;
    private bool _isAway;
    private bool _wasAsked;

    [Inject]
    public required SearchQueries Queries { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<SearchTexts> Texts { get; init; }

    /// <summary>The browser has opened the palette: before anything is typed it names where one goes most.</summary>
    [JSInvokable]
    public Task OnOpenedAsync() => FindAsync("", TimeSpan.Zero);

    protected override void OnInitialized() => (_listId, _keysId) = (ElementIds.Next("palette"), ElementIds.Next("palette-keys"));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", Lifetime, $"./{Assets["js/palette.js"]}");
            _keyboard = await _module.InvokeAsync<IJSObjectReference>("attach", Lifetime, _root, _self);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone before it was ready; there is nobody to search.
        }
    }

    private Task OnTypedAsync(ChangeEventArgs typed) => FindAsync(typed.Value as string ?? "", _pause);

    private async Task FindAsync(string typed, TimeSpan pause)
    {
        // The newest takes its place before anything is awaited: letters that come meanwhile must find it there.
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(Lifetime);
        var before = _asking;
        (_asking, _isSearching) = (asking, true);
        try
        {
            // What was typed before is not wanted any more, neither here nor in the database.
            if (before is not null)
            {
                await before.CancelAsync();
            }

            await Task.Delay(pause, Clock, asking.Token);
            var answer = await Queries.FindAsync(await ActorAsync(), typed, PortalLanguages.Current, asking.Token);
            if (_asking == asking)
            {
                Show(answer, typed);
            }
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            // Something else is looked for by now, or the page is gone.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable && _asking == asking)
        {
            (_isAway, _answer, _groups, _said) = (true, SearchAnswer.Nothing, [], "");
        }
        finally
        {
            if (_asking == asking)
            {
                (_asking, _isSearching) = (null, false);
                StateHasChanged();
            }
        }
    }

    private void Show(SearchAnswer answer, string typed)
    {
        _groups = [.. answer.Hits.GroupBy(hit => hit.Kind).SelectMany(kind => kind.Take(OfEach)).GroupBy(hit => hit.Kind)];
        (_answer, _isAway, _wasAsked) = (answer, false, typed.Trim().Length > 0);
        _said = _wasAsked ? Texts.Counted("Results", _groups.Sum(group => group.Count())) : "";
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        Dispose();
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
            // The browser is gone, and what it held with it.
        }

        _self?.Dispose();
    }
}
