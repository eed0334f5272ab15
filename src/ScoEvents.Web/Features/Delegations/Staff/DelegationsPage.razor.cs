using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegationsPage
{
    private EventDelegations? _read;
    private EventHead? _head;
    private Error? _refused;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Which alphabet orders the sides; see <see cref="SideOrders"/>.</summary>
    [SupplyParameterFromQuery]
    public string? Order { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = await Queries.OfEventAsync(actor, EventId, new SideOrder(SideOrders.Of(Order), Language.Code), Lifetime);
        _refused = head.Error ?? read.Error;
        (_head, _read) = _refused is null ? (head.Value, read.Value) : (null, null);
    });
}
