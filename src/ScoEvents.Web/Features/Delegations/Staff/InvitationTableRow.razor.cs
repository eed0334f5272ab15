using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class InvitationTableRow
{
    private QuotaForm? _form;
    private FluentValidationValidator? _validator;

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Parameter, EditorRequired]
    public required InvitationRow Row { get; set; }

    [Parameter, EditorRequired]
    public required InvitedEvent Event { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>Asked to change the quota; null where the answer did not come.</summary>
    [Parameter, EditorRequired]
    public required Func<QuotaForm, Task<Result?>> OnQuota { get; set; }

    [Parameter]
    public EventCallback OnWithdraw { get; set; }

    private void OnEdit() => _form = new QuotaForm { Quota = Row.Quota, Version = Row.Version };

    private async Task OnSubmitAsync()
    {
        switch (await OnQuota(_form!))
        {
            case { IsSuccess: true }:
                _form = null;
                break;
            case { } refused:
                _validator!.Show(Speech.Say(refused));
                // The row shows by now what the other has set; a second try is meant for that.
                _form!.Version = Row.Version;
                break;
            default:
                break;
        }
    }
}
