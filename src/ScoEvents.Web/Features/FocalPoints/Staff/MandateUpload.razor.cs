using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.FocalPoints.Staff;

public sealed partial class MandateUpload
{
    private MandateForm _form = new();
    private PortalForm? _portalForm;
    private IBrowserFile? _file;
    private int _round;

    [Inject]
    public required IStringLocalizer<FocalPointTexts> Words { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter, EditorRequired]
    public required Func<MandateForm, Task<Result?>> OnFile { get; set; }

    // The validator asks whether there is a file; its bytes come only when the form is sent.
    private void OnChosen(IBrowserFile? file) => (_file, _form.FileName, _form.File) = (file, file?.Name, file is null ? null : []);

    private async Task OnSubmitAsync()
    {
        if (_file!.Size > MandateLetter.MaxSize)
        {
            _portalForm!.ShowErrors([("File", Speech.Say(FocalPointErrors.MandateTooLarge()))]);
            return;
        }

        using var received = new MemoryStream();
        await using (var stream = _file.OpenReadStream(MandateLetter.MaxSize))
        {
            await stream.CopyToAsync(received);
        }

        _form.File = received.ToArray();
        var outcome = await OnFile(_form);
        if (outcome is { IsSuccess: true })
        {
            (_form, _file) = (new MandateForm(), null);
            _round++;
        }
        else if (outcome is not null)
        {
            _portalForm!.ShowErrors(Speech.Say(outcome));
        }
    }
}
