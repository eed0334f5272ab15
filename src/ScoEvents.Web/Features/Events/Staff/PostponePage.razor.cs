using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class PostponePage
{
    private readonly PostponeForm _form = new();
    private EventImpact? _impact;
    private ProgrammeMove? _moved;
    private IReadOnlyList<SelectOption<bool>> _choices = [];

    [Inject]
    public required EventStatusService Service { get; init; }

    protected override async Task<Error?> ReadAsync(Actor actor)
    {
        _choices = [new(true, Texts["Postpone.NewDays"]), new(false, Texts["Postpone.ToBeDated"])];
        var impact = await Queries.GetImpactAsync(actor, EventId, Lifetime);
        if (impact.IsSuccess)
        {
            _impact = impact.Value;
            _form.Version = impact.Value.Version;
        }

        return impact.Error;
    }

    // Whoever only sets the days of what is put off already need not write the notice again.
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Head is { Status: EventStatus.Postponed } head)
        {
            _form.Notice = head.Notice.ToInput();
        }
    }

    private Task OnPostponeAsync() => TryAsync(async actor =>
    {
        var postponed = await Service.PostponeAsync(actor, EventId, _form, Lifetime);
        if (!postponed.IsSuccess)
        {
            await ShowRefusalAsync(actor, postponed);
            return;
        }

        await LoadAsync(actor);
        _moved = postponed.Value;
    });
}
