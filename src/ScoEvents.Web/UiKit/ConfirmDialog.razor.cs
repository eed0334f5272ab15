using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace ScoEvents.Web.UiKit;

public sealed partial class ConfirmDialog
{
    private ElementReference _dialog;
    private string _titleId = "";
    private Question? _question;
    private TaskCompletionSource<bool>? _answer;

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<UiKitTexts> Texts { get; init; }

    /// <summary>
    /// True when the person confirms. <paramref name="title"/> asks, <paramref name="text"/> names what will
    /// happen, <paramref name="confirm"/> is the verb on the button.
    /// </summary>
    public async Task<bool> AskAsync(string title, string text, string confirm, bool isDangerous = false)
    {
        _answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _question = new Question(title, text, confirm, isDangerous);
        StateHasChanged();
        await Script.InvokeVoidAsync("portalDialog.open", _dialog);
        return await _answer.Task;
    }

    protected override void OnInitialized() => _titleId = ElementIds.Next("dialog");

    private async Task CloseAsync(bool isConfirmed)
    {
        Answer(isConfirmed);
        await Script.InvokeVoidAsync("portalDialog.close", _dialog);
    }

    private void Answer(bool isConfirmed) => _answer?.TrySetResult(isConfirmed);

    private sealed record Question(string Title, string Text, string Confirm, bool IsDangerous);
}
