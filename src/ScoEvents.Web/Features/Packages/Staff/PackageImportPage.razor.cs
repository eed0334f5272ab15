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
    private Guid? _eventId;

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

    private async Task OnChosenAsync(InputFileChangeEventArgs change)
    {
        (_refused, _eventId) = (null, null);
        await TryAsync(async actor =>
        {
            if (change.File.Size > PackageFile.MaxPackedBytes)
            {
                _refused = Errors.Say(Error.Refused("package.too-large"));
                return;
            }

            var taken = await Service.ImportAsync(actor, await ReceiveAsync(change.File), Lifetime);
            (_refused, _eventId) = (taken.Error is { } error ? Errors.Say(error) : null, taken.IsSuccess ? taken.Value : null);
        });
        _sent = null;
    }

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
