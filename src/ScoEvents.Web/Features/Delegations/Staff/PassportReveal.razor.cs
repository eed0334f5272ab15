using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class PassportReveal
{
    private ElementReference _dialog;
    private PassportQuestion _question = new();
    private PortalForm? _form;
    private bool _isOpen;
    private string? _number;

    [Inject]
    public required PassportService Service { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public Guid PersonId { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The number as everybody sees it; empty where there is none.</summary>
    [Parameter, EditorRequired]
    public string Masked { get; set; } = "";

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    /// <summary>Whether the button is offered; the service decides.</summary>
    [Parameter]
    public bool IsAllowed { get; set; }

    private async Task OnOpenAsync()
    {
        (_isOpen, _question) = (true, new PassportQuestion());
        await Script.InvokeVoidAsync("portalDialog.open", _dialog);
    }

    private async Task OnShowAsync()
    {
        Result<string>? shown = null;
        await TryAsync(async actor => shown = await Service.RevealAsync(actor, EventId, PersonId, _question.Reason, Lifetime));
        if (shown is { IsSuccess: true })
        {
            _number = shown.Value;
        }
        else if (shown is not null)
        {
            _form?.ShowErrors(Speech.Say(shown));
        }
    }

    private async Task OnCloseAsync() => await Script.InvokeVoidAsync("portalDialog.close", _dialog);

    // Whichever way the dialog goes, the number goes with it.
    private void OnClosed() => (_isOpen, _number) = (false, null);
}

/// <summary>Why somebody wants to see a number.</summary>
public sealed class PassportQuestion
{
    /// <summary>The reason.</summary>
    public string? Reason { get; set; }
}
