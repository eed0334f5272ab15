using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class DocumentUpload
{
    private const int MaxMegabytes = FileInspection.MaxSize / 1024 / 1024;
    private const int PartSize = 64 * 1024;

    private static readonly string _accept = string.Join(',', FileInspection.Endings.Select(ending => "." + ending));

    private DocumentForm _form = new();
    private PortalForm? _portalForm;
    private IBrowserFile? _file;
    private int? _sent;
    private int _round;
    private IReadOnlyList<SelectOption<Guid?>> _documents = [];
    private IReadOnlyList<SelectOption<string?>> _languages = [];
    private IReadOnlyList<SelectOption<Classification?>> _classifications = [];

    [Inject]
    public required DocumentService Service { get; init; }

    [Inject]
    public required SessionSpeech Speech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    /// <summary>Those of which another language or revision can be uploaded.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DocumentRow> Documents { get; set; } = [];

    /// <summary>Tells the name of what was kept.</summary>
    [Parameter]
    public EventCallback<string> OnUploaded { get; set; }

    protected override void OnParametersSet()
    {
        _documents = [.. Documents.Select(document => new SelectOption<Guid?>(document.Id, document.Title.ForReader()))];
        _languages = [.. PortalLanguages.All.Select(language => new SelectOption<string?>(language.Code, SessionSpeech.Language(language.Code)))];
        _classifications = [.. Enum.GetValues<Classification>().Select(classification => new SelectOption<Classification?>(classification, Speech.Say(classification)))];
    }

    // The validator asks whether there is a file; its bytes come only when the form is sent.
    private void OnChosen(IBrowserFile? file) => (_file, _form.FileName, _form.File) = (file, file?.Name, file is null ? null : []);

    private async Task OnUploadAsync()
    {
        string? kept = null;
        await TryAsync(async actor =>
        {
            if (_file!.Size > FileInspection.MaxSize)
            {
                _portalForm!.ShowErrors([("File", Errors.Say(DocumentErrors.TooLarge()))]);
                return;
            }

            _form.File = await ReceiveAsync(_file);
            var uploaded = await Service.UploadAsync(actor, EventId, SessionId, _form, Lifetime);
            _form.File = [];
            if (uploaded.IsSuccess)
            {
                kept = _file.Name;
            }
            else
            {
                _portalForm!.ShowErrors(Errors.Say(uploaded));
            }
        });
        _sent = null;
        if (kept is not null)
        {
            (_form, _file) = (new DocumentForm(), null);
            _round++;
            await OnUploaded.InvokeAsync(kept);
        }
    }

    private async Task<byte[]> ReceiveAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(FileInspection.MaxSize, Lifetime);
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
