using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Invitations.Staff;

public sealed partial class CallOffButton
{
    private ConfirmDialog? _confirm;

    [Inject]
    public required IStringLocalizer<InvitationsTexts> Words { get; init; }

    [Inject]
    public required InvitationDeliveryService Delivery { get; init; }

    [Parameter, EditorRequired]
    public required OwnInvitation Own { get; set; }

    /// <summary>Told when the delegation does not come any more.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private async Task OnCallOffAsync()
    {
        var side = Own.Side.Names.In(Language.Code);
        if (!await _confirm!.AskAsync(Words["Off.Title", side], Words["Off.Text", Own.Registered], Words["Off.Confirm"], isDangerous: true))
        {
            return;
        }

        if (Succeeded(await SendAsync((actor, cancellation) => Delivery.CallOffAsync(actor, Own.Id, null, cancellation))))
        {
            await OnDone.InvokeAsync();
        }
    }
}
