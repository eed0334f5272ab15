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

    private IEnumerable<(EventStep Step, bool Done, string Text)> Checklist(EventProgress progress) =>
    [
        (EventStep.AddRooms, progress.Rooms > 0, Texts["Check.Rooms", progress.Rooms]),
        (EventStep.DraftSessions, progress.Sessions > 0, Texts["Check.Sessions", progress.Sessions, progress.Scheduled]),
        (EventStep.InviteSides, progress.Invitations > 0, Texts["Check.Invitations", progress.Invitations]),
        (EventStep.PublishProgramme, progress.Releases > 0, progress.Releases > 0 ? Texts["Check.Release", progress.Releases] : Texts["Check.NoRelease"]),
    ];
}
