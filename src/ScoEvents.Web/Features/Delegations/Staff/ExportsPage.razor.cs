using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class ExportsPage
{
    private InvitedEvent? _event;
    private EventHead? _head;
    private Error? _refused;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required DelegationQueries Queries { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = await Queries.EventAsync(actor, EventId, Lifetime);
        _refused = head.Error ?? read.Error;
        (_head, _event) = _refused is null ? (head.Value, read.Value) : (null, null);
    });
}
