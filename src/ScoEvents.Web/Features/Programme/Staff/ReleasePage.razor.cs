using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ReleasePage
{
    private readonly ReleaseForm _form = new();
    private EventHead? _head;
    private ReleasePreview? _preview;
    private Error? _refused;
    private PortalForm? _portalForm;
    private bool _isOutdated;

    [Inject]
    public required ReleaseService Service { get; init; }

    [Inject]
    public required ProgrammeQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<ReleaseTexts> ReleaseTexts { get; init; }

    [Inject]
    public required ReleaseSpeech ReleaseSpeech { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnInitializedAsync() => ShowAsync(LoadAsync);

    private Task OnPublishAsync() => TryAsync(async actor =>
    {
        _form.Number = _preview!.Number;
        var published = await Service.PublishAsync(actor, EventId, _form, Lifetime);
        switch (published.Error)
        {
            case null:
                Navigation.NavigateTo(PortalRoutes.StaffProgramme(EventId));
                break;
            case { Kind: ErrorKind.Stale }:
                // What was typed stays; what would be published is read anew, so that nobody publishes what was not seen.
                _isOutdated = true;
                await LoadAsync(actor);
                break;
            case { Code: "programme.conflicts-block" }:
                await LoadAsync(actor);
                break;
            case { Kind: ErrorKind.NotFound }:
                _refused = published.Error;
                break;
            default:
                _portalForm!.ShowErrors(Errors.Say(published));
                break;
        }
    });

    private Task OnConflictsChangedAsync() => TryAsync(LoadAsync);

    private async Task LoadAsync(Actor actor)
    {
        var preview = await Queries.PreviewReleaseAsync(actor, EventId, Lifetime);
        var head = preview.IsSuccess ? await Events.GetHeadAsync(actor, EventId, Lifetime) : preview.Error!;
        _refused = head.Error;
        if (head.IsSuccess)
        {
            (_head, _preview) = (head.Value, preview.Value);
        }
    }

    private RenderFragment? Change(string key, IReadOnlyList<LocalizedText> titles) => titles.Count == 0 ? null : builder =>
    {
        builder.OpenElement(0, "li");
        builder.AddContent(1, Texts[key, titles.Count].Value);
        builder.AddContent(2, " ");
        builder.OpenElement(3, "bdi");
        builder.AddContent(4, string.Join("; ", titles.Select(title => title.ForReader())));
        builder.CloseElement();
        builder.CloseElement();
    };
}
