using Microsoft.AspNetCore.Components;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegationPage
{
    private DelegationDetails? _read;
    private int? _refused;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public Guid DelegationId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var read = await Queries.DetailsAsync(await ActorAsync(), EventId, DelegationId, Lifetime);
        (_read, _refused) = read.Error is { } refused ? (null, StatusCodeOf(refused)) : (read.Value, (int?)null);
    }
}
