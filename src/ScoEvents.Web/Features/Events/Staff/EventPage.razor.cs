using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class EventPage
{
    private EventDetails? _details;
    private Error? _refused;

    [Inject]
    public required EventsQueries Queries { get; init; }

    [Inject]
    public required EventSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<EventsTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private Task ReadAsync() => ShowAsync(async actor =>
    {
        var found = await Queries.GetAsync(actor, EventId, Lifetime);
        (_details, _refused) = (found.IsSuccess ? found.Value : null, found.Error);
    });
}
