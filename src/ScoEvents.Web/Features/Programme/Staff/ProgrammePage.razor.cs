using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme.Staff;

public sealed partial class ProgrammePage
{
    private EventHead? _head;
    private ProgrammeDraft? _draft;
    private Error? _refused;

    [Inject]
    public required ProgrammeQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ProgrammeSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<ProgrammeTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() => ShowAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var draft = head.IsSuccess ? await Queries.GetDraftAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = draft.Error;
        if (draft.IsSuccess)
        {
            (_head, _draft) = (head.Value, draft.Value);
        }
    });

    // Sessions that were left outside when the days of the event changed are shown too, or nobody could move them.
    private IEnumerable<DateOnly> DaysShown() => _draft!.Days
        .Union(_draft.Sessions.Where(session => session.Slot is not null).Select(session => DateOnly.FromDateTime(session.Slot!.Start)))
        .Order();
}
