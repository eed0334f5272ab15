using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class SpeakersPage
{
    private EventHead? _head;
    private SpeakersPageRows? _speakers;
    private Error? _refused;
    private SpeakerDialog? _dialog;
    private Guid? _opened;

    [Inject]
    public required SpeakerQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SessionTexts> Words { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>Part of a name in any spelling.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>From 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    /// <summary>The person whose form is opened with the page.</summary>
    [SupplyParameterFromQuery]
    public Guid? Person { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(LoadAsync);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Person is { } person && person != _opened && _dialog is not null && _speakers?.CanChange is true)
        {
            _opened = person;
            await _dialog.OpenAsync(person);
        }
    }

    private void OnSearch(ChangeEventArgs change) => Navigation.NavigateTo(ProgrammeRoutes.Speakers(EventId, (string?)change.Value, 1));

    private Task OnSavedAsync(Guid speakerId) => TryAsync(LoadAsync);

    private async Task LoadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var speakers = head.IsSuccess
            ? await Queries.ListAsync(actor, EventId, new SpeakerFilter(Text, Page ?? 1, PortalLanguages.Current.Code), Lifetime)
            : head.Error!;
        _refused = speakers.Error;
        if (speakers.IsSuccess)
        {
            (_head, _speakers) = (head.Value, speakers.Value);
        }
    }
}
