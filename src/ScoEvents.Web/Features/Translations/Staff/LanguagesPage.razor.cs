using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Translations.Staff;

public sealed partial class LanguagesPage
{
    private const int Step = 50;

    private EventHead? _head;
    private EventTexts? _texts;
    private EventLanguagesForm _form = new();
    private EventLanguagesForm? _stored;
    private Error? _refused;
    private PortalForm? _portalForm;
    private string? _said;
    private TextKind? _kind;
    private int _shown = Step;
    private IReadOnlyList<(EventText Text, string Language)> _gaps = [];
    private IReadOnlyList<SelectOption<string>> _options = [];

    [Inject]
    public required TranslationService Service { get; init; }

    [Inject]
    public required TranslationQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required OpenEventLanguages Open { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<TranslationTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Narrows what is missing to one language.</summary>
    [SupplyParameterFromQuery]
    public string? Language { get; set; }

    /// <summary>Narrows what is missing to one kind of texts.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    protected override void OnInitialized() => _options = [.. PortalLanguages.All.Select(language => new SelectOption<string>(language.Code, language.NativeName))];

    protected override async Task OnParametersSetAsync()
    {
        if (_texts is null || _head?.Id != EventId)
        {
            await ShowAsync(LoadAsync);
        }
        else
        {
            Narrow();
        }
    }

    private void OnFilter(string? language, TextKind? kind) =>
        Navigation.NavigateTo(TranslationRoutes.Missing(EventId, string.IsNullOrEmpty(language) ? null : language, kind).Split('#')[0]);

    private Task OnSaveAsync() => TryAsync(async actor =>
    {
        (_stored, _said) = (null, null);
        var saved = await Service.SetLanguagesAsync(actor, EventId, _form, Lifetime);
        switch (saved.Error)
        {
            case null:
                await Open.AgainAsync(Lifetime);
                await LoadAsync(actor);
                _said = Texts["Saved"];
                break;
            case { Kind: ErrorKind.Stale }:
                var texts = await Queries.GetAsync(actor, EventId, Lifetime);
                (_stored, _refused) = (texts.IsSuccess ? texts.Value.Form : null, texts.Error);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = saved.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(saved));
                break;
        }
    });

    private Task OnKeepMineAsync()
    {
        _form.Version = _stored!.Version;
        return OnSaveAsync();
    }

    private void OnTakeTheirs() => (_form, _stored) = (_stored!, null);

    // What was chosen above and is not saved yet stays, under the event's new version: writing a title changes it too.
    private Task OnWrittenAsync(string said) => TryAsync(async actor =>
    {
        var (wanted, fallback) = (_form.Wanted, _form.Fallback);
        await LoadAsync(actor);
        (_form.Wanted, _form.Fallback, _said) = (wanted, fallback, said.Length > 0 ? said : null);
    });

    private async Task LoadAsync(Actor actor)
    {
        var texts = await Queries.GetAsync(actor, EventId, Lifetime);
        var head = texts.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : texts.Error!;
        if (!head.IsSuccess)
        {
            _refused = head.Error;
            return;
        }

        (_head, _texts, _form) = (head.Value, texts.Value, texts.Value.Form);
        Narrow();
    }

    private void Narrow()
    {
        _kind = Enum.TryParse<TextKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
        _gaps = [.. _texts!.Gaps.Where(gap => (string.IsNullOrEmpty(Language) || gap.Language == Language) && (_kind is null || gap.Text.Kind == _kind))];
        _shown = Step;
    }

    private IReadOnlyList<VersionDifference> Differences()
    {
        var (mine, theirs) = (_form, _stored!);
        VersionDifference Row(string key, Func<EventLanguagesForm, IEnumerable<string>> languages) => new(Texts[key], Names(languages(mine)), Names(languages(theirs)));
        return VersionDifference.Among([Row("Wanted", form => form.Wanted), Row("Fallback", form => form.Fallback)]);
    }

    private static string Names(IEnumerable<string> languages) => string.Join(" · ", languages.Select(code => PortalLanguages.Find(code)!.NativeName));
}
