using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Packages;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Packages.Staff;

public sealed partial class PackageImportPage
{
    private const int PartSize = 64 * 1024;
    private const int MaxMegabytes = PackageFile.MaxPackedBytes / 1024 / 1024;

    private Error? _closed;
    private bool _isOpen;
    private int? _sent;
    private string? _refused;
    private byte[]? _package;
    private PackagePlan? _plan;
    private Guid? _eventId;
    private ElementReference _planTitle;
    private bool _isPlanNew;

    [Inject]
    public required PackageService Service { get; init; }

    [Inject]
    public required IStringLocalizer<PackageTexts> Texts { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    // Asked before the file comes: whoever may not bring it in must not send it either.
    protected override Task OnInitializedAsync() => ShowAsync(async actor =>
    {
        var may = await Service.MayImportAsync(actor, Lifetime);
        (_isOpen, _closed) = (may.IsSuccess, may.Error);
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isPlanNew)
        {
            _isPlanNew = false;
            await _planTitle.FocusAsync();
        }
    }

    private async Task OnChosenAsync(InputFileChangeEventArgs change)
    {
        (_refused, _eventId, _package, _plan) = (null, null, null, null);
        await TryAsync(async actor =>
        {
            if (change.File.Size > PackageFile.MaxPackedBytes)
            {
                _refused = Errors.Say(Error.Refused("package.too-large"));
                return;
            }

            var package = await ReceiveAsync(change.File);
            var plan = await Service.PlanAsync(actor, package, Lifetime);
            if (plan.Error is { } error)
            {
                _refused = Errors.Say(error);
                return;
            }

            (_plan, _isPlanNew, _package) = (plan.Value, true, plan.Value.Refusal is null ? package : null);
        });
        _sent = null;
    }

    private Task OnApplyAsync() => TryAsync(async actor =>
    {
        var taken = await Service.ImportAsync(actor, _package!, Lifetime);
        (_plan, _package) = (null, null);
        (_refused, _eventId) = (taken.Error is { } error ? Errors.Say(error) : null, taken.IsSuccess ? taken.Value : null);
    });

    private async Task<byte[]> ReceiveAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(PackageFile.MaxPackedBytes, Lifetime);
        using var received = new MemoryStream();
        var part = new byte[PartSize];
        int read;
        while ((read = await stream.ReadAsync(part, Lifetime)) > 0)
        {
            received.Write(part, 0, read);
            var percent = (int)(received.Length * 100 / Math.Max(1, file.Size));
            if (percent != _sent)
            {
                _sent = percent;
                StateHasChanged();
            }
        }

        return received.ToArray();
    }
}
