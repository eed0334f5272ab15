using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Exports.Staff;

public sealed partial class ExportPresets
{
    private string? _name;
    private string? _said;
    private string? _problem;
    private ConfirmDialog? _confirm;

    [Inject]
    public required ExportService Service { get; init; }

    [Inject]
    public required IStringLocalizer<ExportTexts> Texts { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ExportPresetRow> Presets { get; set; } = [];

    /// <summary>The choice that is saved.</summary>
    [Parameter, EditorRequired]
    public required ExportForm Form { get; set; }

    /// <summary>Told of a choice that was taken from the list.</summary>
    [Parameter]
    public EventCallback<ExportForm> Used { get; set; }

    /// <summary>Told after a change of the list.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private async Task OnUseAsync(ExportPresetRow preset)
    {
        // What an older portal saved may name what is no more; the rest of the page stays as it is then.
        if (ExportForm.Parse(preset.Options) is not { } form)
        {
            Tell(Error.Refused("exports.preset-outdated", preset.Name), null);
            return;
        }

        Tell(Result.Success, null);
        await Used.InvokeAsync(form);
    }

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        var saved = await Service.SavePresetAsync(actor, EventId, _name, Form, Lifetime);
        Tell(saved, Texts["PresetSaved", _name?.Trim() ?? ""]);
        if (saved.IsSuccess)
        {
            _name = null;
            await Changed.InvokeAsync();
        }
    });

    private async Task OnDeleteAsync(ExportPresetRow preset)
    {
        if (!await _confirm!.AskAsync(Texts["DeletePreset", preset.Name], Texts["DeletePresetSure", preset.Name], Texts["Delete"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            Tell(await Service.DeletePresetAsync(actor, EventId, preset.Id, Lifetime), null);
            await Changed.InvokeAsync();
        });
    }

    private void Tell(Result outcome, string? done) =>
        (_problem, _said) = (outcome.IsSuccess ? null : string.Join(' ', outcome.Errors.Select(Errors.Say)), outcome.IsSuccess ? done : null);
}
