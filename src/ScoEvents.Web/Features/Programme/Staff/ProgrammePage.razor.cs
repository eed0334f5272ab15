using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme.Staff;

// What the page shows and how it is looked at; ProgrammePage.Moves.cs has what people do to it, ProgrammePage.Others.cs what others do meanwhile.
public sealed partial class ProgrammePage
{
    private const int StartOfWork = 8 * 60;

    private readonly BoardHistory _history = new();
    private BoardView _view = BoardView.Usual;
    private EventHead? _head;
    private TimetableDraft? _draft;
    private Error? _refused;
    private Guid? _shownEvent;
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _board;
    private DotNetObjectReference<ProgrammePage>? _self;
    private (DateOnly, bool)? _scrolled;

    [Inject]
    public required ScheduleService Schedule { get; init; }

    [Inject]
    public required ScheduleQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required BoardSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<BoardTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Words { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required CircuitLine Line { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    public string? DayQuery { get; set; }

    [SupplyParameterFromQuery(Name = "snap")]
    public string? SnapQuery { get; set; }

    [SupplyParameterFromQuery(Name = "zoom")]
    public string? ZoomQuery { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewQuery { get; set; }

    private DateOnly? Day => _draft is { Days: [var first, ..] days } ? _view.Day is { } day && days.Contains(day) ? day : first : null;

    private bool CanMove => _head is { CanChange: true } && _draft is { Zone: not null };

    protected override Task OnParametersSetAsync()
    {
        _view = BoardView.Read(DayQuery, SnapQuery, ZoomQuery, ViewQuery);
        if (_shownEvent == EventId)
        {
            return Task.CompletedTask;
        }

        _shownEvent = EventId;
        return ShowAsync(LoadAsync);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_draft is null || _refused is not null)
        {
            return;
        }

        if (_self is null)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", Lifetime, $"./{Assets["js/board.js"]}");
            _board = await _module.InvokeAsync<IJSObjectReference>("attach", Lifetime, _root, _self);
        }

        if (_board is not null && Day is { } day && _scrolled != (day, _view.IsList))
        {
            _scrolled = (day, _view.IsList);
            var first = _draft.Sessions.Where(session => session.Slot?.Day == day).Select(session => session.Slot!.StartMinute(day));
            await _board.InvokeVoidAsync("scrollTo", Lifetime, first.DefaultIfEmpty(StartOfWork).Min() / 60 * 60);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        Dispose();
        _self?.Dispose();
        try
        {
            if (_board is not null)
            {
                await _board.InvokeVoidAsync("dispose");
                await _board.DisposeAsync();
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
    }

    private async Task LoadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var draft = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = draft.Error;
        if (draft.IsSuccess)
        {
            (_head, _draft) = (head.Value, draft.Value);
            JoinOthers(actor);
        }
    }

    private string AddressOf(BoardView view) => Navigation.GetUriWithQueryParameters(PortalRoutes.StaffProgramme(EventId), view.ToQuery());

    private void Show(BoardView view)
    {
        _view = view;
        Navigation.NavigateTo(AddressOf(view), replace: true);
    }
}
