using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class SpeakerDialog
{
    private ElementReference _dialog;
    private SpeakerForm _form = new();
    private PortalForm? _portalForm;
    private bool _isOpen;
    private IReadOnlyList<SelectOption<Guid?>> _sides = [];

    [Inject]
    public required ProgrammeService Service { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<SideChoice> Sides { get; set; } = [];

    /// <summary>Tells the page who was added.</summary>
    [Parameter]
    public EventCallback<Guid> OnAdded { get; set; }

    /// <summary>Shows the dialog with an empty form.</summary>
    public async Task OpenAsync()
    {
        _form = new SpeakerForm();
        _sides = [.. Sides.Select(side => new SelectOption<Guid?>(side.Id, side.Name.ForReader(), Texts[side.IsState ? "States" : "Organisations"]))];
        _isOpen = true;
        StateHasChanged();
        await Script.InvokeVoidAsync("portalDialog.open", Lifetime, _dialog);
    }

    private async Task OnSaveAsync()
    {
        Guid? added = null;
        await TryAsync(async actor =>
        {
            var result = await Service.AddSpeakerAsync(actor, EventId, _form, Lifetime);
            if (result.IsSuccess)
            {
                added = result.Value;
            }
            else
            {
                _portalForm!.ShowErrors(Errors.Say(result));
            }
        });
        if (added is { } speaker)
        {
            await CloseAsync();
            await OnAdded.InvokeAsync(speaker);
        }
    }

    private async Task CloseAsync()
    {
        await Script.InvokeVoidAsync("portalDialog.close", Lifetime, _dialog);
        _isOpen = false;
    }
}
