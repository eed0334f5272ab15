using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Translations.Staff;

public sealed partial class MissingText
{
    private TranslationForm _form = new();
    private PortalForm? _portalForm;
    private LocalizedTextPart? _part;
    private PortalLanguage _language = PortalLanguages.English;
    private string _sourceId = "";
    private bool _isOpen;
    private bool _isStale;
    private bool _wantsFocus;

    [Inject]
    public required TranslationService Service { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required ElementIds ElementIds { get; init; }

    [Inject]
    public required IStringLocalizer<TranslationTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    [Parameter, EditorRequired]
    public required EventText Text { get; set; }

    /// <summary>The wanted language that the text lacks.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    /// <summary>Tells the page, in words, that the gap is closed; the empty string where it only has to read again.</summary>
    [Parameter]
    public EventCallback<string> OnWritten { get; set; }

    protected override void OnInitialized() => _sourceId = ElementIds.Next("missing-text");

    protected override void OnParametersSet() => _language = PortalLanguages.Find(Language)!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_wantsFocus && _part is not null)
        {
            _wantsFocus = false;
            await _part.FocusAsync();
        }
    }

    private void Open()
    {
        _form = new TranslationForm { Kind = Text.Kind, Id = Text.Id, Index = Text.Index, Language = Language };
        (_isOpen, _isStale, _wantsFocus) = (true, false, true);
    }

    private async Task OnSaveAsync()
    {
        string? said = null;
        await TryAsync(async actor =>
        {
            // Others may have written here since; saving once more is then a decision.
            (_form.Version, _isStale) = (Text.Version, false);
            var written = await Service.WriteAsync(actor, EventId, _form, Lifetime);
            switch (written.Error)
            {
                case null:
                    said = Texts["Written", Texts[$"Kind.{Text.Kind}"].Value, _language.NativeName];
                    break;
                case { Kind: ErrorKind.Stale }:
                    _isStale = true;
                    break;
                default:
                    _portalForm!.ShowErrors(Errors.Say(written));
                    break;
            }
        });
        // A text that others changed meanwhile is read again: perhaps nothing is missing any more.
        if (said is not null || _isStale)
        {
            _isOpen = _isStale;
            await OnWritten.InvokeAsync(said ?? "");
        }
    }
}
