using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

public sealed partial class FocalPointsPage : FocalPointsStaffPage
{
    private EventFocalPoints? _read;
    private EventHead? _head;
    private Error? _refused;
    private ConfirmDialog? _confirm;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>The invitation of the side whose offices are open.</summary>
    [SupplyParameterFromQuery]
    public Guid? Side { get; set; }

    protected override Guid InvitationId => Side ?? Guid.Empty;

    protected override ConfirmDialog? Confirm => _confirm;

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    protected override async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = await Queries.OfEventAsync(actor, EventId, new SideOrder(ProtocolAlphabet.Russian, Language.Code), Lifetime);
        _refused = head.Error ?? read.Error;
        (_head, _read) = _refused is null ? (head.Value, read.Value) : (null, null);
    }
}
