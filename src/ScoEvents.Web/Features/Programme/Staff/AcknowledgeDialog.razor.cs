using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class AcknowledgeDialog
{
    private ElementReference _dialog;
    private string _titleId = "";
    private DraftConflict? _conflict;
    private AcknowledgeForm _form = new();
    private PortalForm? _portalForm;

    [Inject]
    public required ConflictsService Service { get; init; }

    [Inject]
    public required ConflictSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<ConflictTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>The conflict was acknowledged, by this person or by another who was faster.</summary>
    [Parameter]
    public EventCallback OnAcknowledged { get; set; }

    /// <summary>Asks for the reason why a conflict may stand.</summary>
    public async Task OpenAsync(DraftConflict conflict)
    {
        _conflict = conflict;
        _form = new AcknowledgeForm
        {
            Kind = conflict.Kind,
            SessionId = conflict.SessionId,
            OtherId = conflict.OtherId,
            SubjectId = conflict.SubjectId,
            Fingerprint = conflict.Fingerprint,
        };
        StateHasChanged();
        await Script.InvokeVoidAsync("portalDialog.open", Lifetime, _dialog);
    }

    protected override void OnInitialized() => _titleId = ElementIds.Next("acknowledge");

    private async Task OnSaveAsync()
    {
        var isDone = false;
        await TryAsync(async actor =>
        {
            var acknowledged = await Service.AcknowledgeAsync(actor, EventId, _form, Lifetime);
            isDone = acknowledged.IsSuccess;
            if (!isDone)
            {
                _portalForm!.ShowErrors(Errors.Say(acknowledged));
            }
        });
        if (isDone)
        {
            await CloseAsync();
            await OnAcknowledged.InvokeAsync();
        }
    }

    private async Task CloseAsync()
    {
        await Script.InvokeVoidAsync("portalDialog.close", Lifetime, _dialog);
        _conflict = null;
    }
}
