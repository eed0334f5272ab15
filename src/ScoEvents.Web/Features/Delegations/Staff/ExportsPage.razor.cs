using Microsoft.AspNetCore.Components;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class ExportsPage
{
    private EventHead? _event;
    private int? _refused;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var read = await Queries.EventAsync(await ActorAsync(), EventId, Lifetime);
        (_event, _refused) = read.Error is { } refused ? (null, StatusCodeOf(refused)) : (read.Value, (int?)null);
    }
}
