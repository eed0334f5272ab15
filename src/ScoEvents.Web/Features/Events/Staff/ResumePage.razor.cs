using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class ResumePage
{
    private readonly ResumeForm _form = new();
    private ProgrammeMove? _moved;

    [Inject]
    public required EventStatusService Service { get; init; }

    protected override async Task<Error?> ReadAsync(Actor actor)
    {
        var impact = await Queries.GetImpactAsync(actor, EventId, Lifetime);
        if (impact.IsSuccess)
        {
            (_form.Version, _form.StartsOn) = (impact.Value.Version, _form.StartsOn ?? impact.Value.StartsOn);
        }

        return impact.Error;
    }

    private Task OnResumeAsync() => TryAsync(async actor =>
    {
        var resumed = await Service.ResumeAsync(actor, EventId, _form, Lifetime);
        if (!resumed.IsSuccess)
        {
            await ShowRefusalAsync(actor, resumed);
            return;
        }

        await LoadAsync(actor);
        _moved = resumed.Value;
    });
}
