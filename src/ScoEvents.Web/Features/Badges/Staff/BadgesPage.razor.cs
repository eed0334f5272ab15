using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Badges.Staff;

/// <summary>Who has a badge: issue, print, replace, take back. Shelf, search and page live in the address.</summary>
public sealed partial class BadgesPage
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<Guid> _chosen = [];
    private bool _isRefreshDue;
    private string? _text;
    private BadgeBoard? _board;
    private EventHead? _head;
    private Error? _refused;
    private ConfirmDialog? _confirm;
    private BadgeRow? _revoking;
    private RevokeForm _revocation = new();
    private IReadOnlyList<string> _revocationErrors = [];

    [Inject]
    public required BadgeService Service { get; init; }

    [Inject]
    public required BadgeQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<BadgeTexts> Words { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public string? Shelf { get; set; }

    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    protected override void OnInitialized()
    {
        var subscription = Feed.Subscribe(ChangeFeed.Delegations(EventId), _ => InvokeAsync(OnChangedAsync));
        Lifetime.Register(subscription.Dispose);
    }

    protected override Task OnParametersSetAsync()
    {
        _text = Text;
        return ShowAsync(ReadAsync);
    }

    // A bulk of badges tells of itself many times and is read once.
    private async Task OnChangedAsync()
    {
        if (_isRefreshDue)
        {
            return;
        }

        _isRefreshDue = true;
        await Task.Delay(_pause, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isRefreshDue = false;
        if (!Lifetime.IsCancellationRequested)
        {
            await ShowAsync(ReadAsync);
            StateHasChanged();
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        var isOvertaken = BeginReading();
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var shelf = Enum.TryParse<BadgeShelf>(Shelf, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : BadgeShelf.All;
        var board = head.IsSuccess ? await Queries.BoardAsync(actor, EventId, new BadgeFilter(shelf, Text, Page ?? 1, Language.Code), Lifetime) : head.Error!;
        if (isOvertaken())
        {
            return;
        }

        _refused = board.Error;
        if (board.IsSuccess)
        {
            (_head, _board) = (head.Value, board.Value);
        }
    }

    private void OnSearch() => Navigation.NavigateTo(BadgeRoutes.Badges(EventId, _board!.Shelf, _text));

    private void OnChoose(BadgeRow row)
    {
        if (!_chosen.Remove(row.DelegateId))
        {
            _chosen.Add(row.DelegateId);
        }
    }

    private void OnChooseAll(ChangeEventArgs change)
    {
        var all = _board!.Rows.Where(row => row.HasLive).Select(row => row.DelegateId).ToList();
        if (change.Value is true)
        {
            _chosen.UnionWith(all);
        }
        else
        {
            _chosen.ExceptWith(all);
        }
    }

    private async Task OnIssueAllAsync()
    {
        var count = _board!.Counts[BadgeShelf.Waiting];
        if (await _confirm!.AskAsync(Words["IssueAll", count], Words["IssueAllAsk", count], Words["Issue"]))
        {
            var issued = await SendAsync((actor, cancel) => Service.IssueManyAsync(actor, EventId, null, cancel));
            await AfterAsync(issued, () => Words["Issued", issued!.Value]);
        }
    }

    private async Task OnIssueAsync(BadgeRow row) =>
        await AfterAsync(await SendAsync((actor, cancel) => Service.IssueAsync(actor, EventId, row.DelegateId, cancel)), () => Words["Issued", 1]);

    private async Task OnReissueAsync(BadgeRow row)
    {
        if (await _confirm!.AskAsync(Words["ReissueOf", row.Name], Words["ReissueAsk", row.Name], Words["Reissue"], isDangerous: true))
        {
            await AfterAsync(await SendAsync((actor, cancel) => Service.ReissueAsync(actor, EventId, row.DelegateId, cancel)), () => Words["Issued", 1]);
        }
    }

    private void OnAskRevoke(BadgeRow row) => (_revoking, _revocation, _revocationErrors) = (row, new RevokeForm(), []);

    private async Task OnRevokeAsync()
    {
        var person = _revoking!;
        var revoked = await SendAsync((actor, cancel) => Service.RevokeAsync(actor, EventId, person.DelegateId, _revocation, cancel));
        if (revoked?.Error is { Field: not null })
        {
            _revocationErrors = [.. revoked.Errors.Select(Speech.Say)];
            return;
        }

        _revoking = null;
        await AfterAsync(revoked, () => Words["Revoked", person.Name]);
    }

    private async Task OnRotateAsync()
    {
        if (await _confirm!.AskAsync(Words["Key.Rotate"], Words["Key.RotateAsk"], Words["Key.Rotate"]))
        {
            await AfterAsync(await SendAsync((actor, cancel) => Service.RotateKeyAsync(actor, EventId, cancel)), () => Words["Key.Rotated"]);
        }
    }

    private async Task AfterAsync(Result? outcome, Func<string> done)
    {
        if (Succeeded(outcome))
        {
            Done = done();
        }

        await ShowAsync(ReadAsync);
    }
}
