using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class DocumentHeading
{
    private TitleForm? _form;
    private DocumentRow? _theirs;
    private PortalForm? _portalForm;

    [Inject]
    public required DocumentService Service { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public required DocumentRow Document { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    /// <summary>Asks the page to read the documents again.</summary>
    [Parameter]
    public EventCallback OnRenamed { get; set; }

    private void Open() => (_form, _theirs) = (new TitleForm { Title = Document.Title.ToInput(), Version = Document.Version }, null);

    private void Close() => (_form, _theirs) = (null, null);

    private Task OnKeepMineAsync()
    {
        _form!.Version = Document.Version;
        return OnSaveAsync();
    }

    private async Task OnSaveAsync()
    {
        Result? renamed = null;
        await TryAsync(async actor =>
        {
            _theirs = null;
            renamed = await Service.RenameAsync(actor, EventId, Document.Id, _form!.Title.ToText(), _form.Version, Lifetime);
            if (renamed.Error is { Kind: not ErrorKind.Stale })
            {
                _portalForm!.ShowErrors(Errors.Say(renamed));
            }
        });
        if (renamed is { IsSuccess: true })
        {
            Close();
        }

        if (renamed is { IsSuccess: true } or { Error.Kind: ErrorKind.Stale })
        {
            await OnRenamed.InvokeAsync();
            _theirs = renamed.IsSuccess ? null : Document;
        }
    }

    private IReadOnlyList<VersionDifference> Differences() =>
        VersionDifference.Among(VersionDifference.Of(Words["DocumentTitle"], _form!.Title, _theirs!.Title.ToInput()));

    private sealed class TitleForm
    {
        public LocalizedTextInput Title { get; set; } = new();

        /// <summary>Row version that the form was read at.</summary>
        public uint Version { get; set; }
    }
}
