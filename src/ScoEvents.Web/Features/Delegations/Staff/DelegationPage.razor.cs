using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class DelegationPage
{
    private DelegationDetails? _read;
    private Error? _refused;

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public Guid DelegationId { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(async actor =>
    {
        var read = await Queries.DetailsAsync(actor, EventId, DelegationId, Lifetime);
        (_read, _refused) = (read.IsSuccess ? read.Value : null, read.Error);
    });
}
