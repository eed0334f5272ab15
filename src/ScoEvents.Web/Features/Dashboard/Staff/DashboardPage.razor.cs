using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Dashboard.Staff;

/// <summary>The first page after signing in: what waits for the person, the most urgent first, as it changes.</summary>
public sealed partial class DashboardPage
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private DashboardDetails? _details;
    private bool _isRefreshDue;

    [Inject]
    public required DashboardQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<DashboardTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        await TryAsync(ReadAsync);
        foreach (var topic in new[] { ChangeFeed.Drafts, ChangeFeed.AllDelegations })
        {
            var subscription = Feed.Subscribe(topic, message => InvokeAsync(() => OnChangedAsync(message)));
            Lifetime.Register(subscription.Dispose);
        }
    }

    // An import touches hundreds of rows: the page reads once for all of them.
    private async Task OnChangedAsync(string message)
    {
        if (_isRefreshDue || Lifetime.IsCancellationRequested || !Concerns(message))
        {
            return;
        }

        _isRefreshDue = true;
        await Task.Delay(_pause, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isRefreshDue = false;
        if (!Lifetime.IsCancellationRequested)
        {
            await TryAsync(ReadAsync);
            StateHasChanged();
        }
    }

    // The empty message says that others may have been lost.
    private bool Concerns(string message) => message.Length == 0
        || _details is null || (Guid.TryParse(message.Split(':')[1], out var eventId) && _details.EventIds.Contains(eventId));

    private async Task ReadAsync(Actor actor)
    {
        var found = await Queries.GetAsync(actor, Lifetime);
        _details = found.IsSuccess ? found.Value : null;
    }

    private (string Address, string Text)? AllOf(DashboardPart part) => part switch
    {
        DashboardPart.Delegations => (PortalRoutes.StaffInvitations, Texts["InvitedAction"]),
        DashboardPart.Desks or DashboardPart.Planned or DashboardPart.Days => (PortalRoutes.StaffEvents, Texts["PlanAction"]),
        DashboardPart.Portal => null,
    };
}
