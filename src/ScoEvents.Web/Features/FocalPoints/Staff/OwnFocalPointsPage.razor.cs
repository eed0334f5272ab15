using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

public sealed partial class OwnFocalPointsPage : FocalPointsStaffPage
{
    private OwnFocalPoints? _own;
    private Error? _refused;
    private ConfirmDialog? _confirm;

    [Parameter]
    public Guid Invitation { get; set; }

    protected override Guid InvitationId => Invitation;

    protected override ConfirmDialog? Confirm => _confirm;

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    protected override async Task ReadAsync(Actor actor)
    {
        var read = await Queries.OwnAsync(actor, Invitation, Lifetime);
        (_own, _refused) = (read.IsSuccess ? read.Value : null, read.Error);
    }
}
