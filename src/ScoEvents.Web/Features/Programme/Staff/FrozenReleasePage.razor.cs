using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>The whole programme that a release froze, and the way back into the draft.</summary>
public sealed partial class FrozenReleasePage
{
    private EventHead? _head;
    private FrozenProgramme? _programme;
    private Error? _refused;
    private ConfirmDialog? _confirm;
    private LoadPreview? _outcome;
    private string? _problem;

    [Inject]
    public required ReleaseService Service { get; init; }

    [Inject]
    public required ReleaseQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required ReleaseSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ReleaseTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> EventTexts { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [Parameter]
    public int Number { get; set; }

    protected override Task OnParametersSetAsync()
    {
        (_outcome, _problem) = (null, null);
        return ShowAsync(ReadAsync);
    }

    private async Task OnLoadAsync()
    {
        (_outcome, _problem) = (null, null);
        LoadPreview? shown = null;
        await TryAsync(async actor =>
        {
            var preview = await Queries.PreviewLoadAsync(actor, EventId, Number, Lifetime);
            if (preview.IsSuccess)
            {
                shown = preview.Value;
            }
            else
            {
                _problem = Errors.Say(preview.Error!);
            }
        });
        if (shown is null)
        {
            return;
        }

        if (shown.IsUnchanged && shown.LeftOut.Count == 0)
        {
            _problem = Texts["Load.Same", Number];
            return;
        }

        StateHasChanged();
        if (await _confirm!.AskAsync(Texts["Load.Title", Number], Speech.Ask(shown), Texts["Load.Confirm", Number]))
        {
            await TryAsync(actor => LoadAsync(actor, shown));
        }
    }

    private async Task LoadAsync(Actor actor, LoadPreview shown)
    {
        var loaded = await Service.LoadAsync(actor, EventId, Number, new LoadForm { Stamp = shown.Stamp }, Lifetime);
        if (loaded.IsSuccess)
        {
            _outcome = loaded.Value;
        }
        else
        {
            _problem = loaded.Error!.Kind == ErrorKind.Stale ? Texts["Load.Stale"] : Errors.Say(loaded.Error!);
        }
    }

    private async Task OnPrintAsync() => await Script.InvokeVoidAsync("print");

    private string ReleaseTitle(ReleaseLine release) =>
        release.Name is { } name ? Texts["ReleaseNumberAndName", release.Number, name] : Texts["ReleaseNumber", release.Number];

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var programme = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Number, Lifetime) : head.Error!;
        _refused = programme.Error;
        if (programme.IsSuccess)
        {
            (_head, _programme) = (head.Value, programme.Value);
        }
    }
}
