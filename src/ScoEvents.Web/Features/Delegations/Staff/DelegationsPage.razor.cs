using Microsoft.AspNetCore.Components;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegationsPage
{
    private EventDelegations? _read;
    private int? _refused;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Which alphabet orders the sides; see <see cref="SideOrders"/>.</summary>
    [SupplyParameterFromQuery]
    public string? Order { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var read = await Queries.OfEventAsync(await ActorAsync(), EventId, new SideOrder(SideOrders.Of(Order), Language.Code), Lifetime);
        (_read, _refused) = read.Error is { } refused ? (null, StatusCodeOf(refused)) : (read.Value, (int?)null);
    }
}
