using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class ClonePage
{
    private CloneForm? _form;
    private LocalizedText? _series;
    private IReadOnlyList<ProposedSideRow> _sides = [];
    private CloneOutcome? _outcome;

    [Inject]
    public required EventCloningService Service { get; init; }

    protected override async Task<Error?> ReadAsync(Actor actor)
    {
        var proposal = await Queries.GetCloneFormAsync(actor, EventId, Lifetime);
        if (!proposal.IsSuccess)
        {
            return proposal.Error;
        }

        (_form, _series) = (_form ?? proposal.Value.Form, proposal.Value.Series);
        await ReadSidesAsync(actor);
        return null;
    }

    private Task OnDayChangedAsync() => TryAsideAsync(ReadSidesAsync);

    private Task OnCloneAsync() => TryAsync(async actor =>
    {
        var cloned = await Service.CloneAsync(actor, EventId, _form!, Lifetime);
        if (!cloned.IsSuccess)
        {
            await ShowRefusalAsync(actor, cloned);
            return;
        }

        await LoadAsync(actor);
        _outcome = cloned.Value;
    });

    // Who holds a status is asked as of the new first day, so another day is another list.
    private async Task ReadSidesAsync(Actor actor)
    {
        if (_form!.StartsOn is { } day && NoticeRules.IsPlausible(day))
        {
            var sides = await Queries.GetNextSidesAsync(actor, EventId, day, Lifetime);
            _sides = sides.IsSuccess ? sides.Value : [];
        }
    }
}
