using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class EventsPage
{
    private string? _text;
    private EventStatus? _status;
    private EventList? _list;
    private Error? _refused;
    private IReadOnlyList<SelectOption<EventStatus?>> _statuses = [];

    [Inject]
    public required EventsQueries Queries { get; init; }

    [Inject]
    public required EventSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<EventsTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    private EventFilter Filter => new(Text, Enum.TryParse<EventStatus>(Status, out var status) && Enum.IsDefined(status) ? status : null, Page ?? 1);

    private bool IsFiltered => Filter is not { Text: null or "", Status: null };

    protected override void OnInitialized() =>
        _statuses = [.. Enum.GetValues<EventStatus>().Select(status => new SelectOption<EventStatus?>(status, Speech.Say(status)))];

    protected override async Task OnParametersSetAsync()
    {
        (_text, _status) = (Text, Filter.Status);
        await ShowAsync(async actor =>
        {
            var asked = Filter;
            var found = await Queries.ListAsync(actor, asked, Lifetime);
            if (asked != Filter)
            {
                // Another filter was asked for meanwhile, and its answer may be here already.
                return;
            }

            (_list, _refused) = (found.IsSuccess ? found.Value : null, found.Error);
        });
    }

    private void OnFilter() => Navigation.NavigateTo(EventRoutes.List(new EventFilter(_text, _status)));
}
