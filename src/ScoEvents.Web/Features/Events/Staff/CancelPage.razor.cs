using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class CancelPage
{
    private readonly CancelForm _form = new();
    private EventImpact? _impact;
    private ConfirmDialog? _confirm;
    private int? _letters;

    [Inject]
    public required EventStatusService Service { get; init; }

    protected override async Task<Error?> ReadAsync(Actor actor)
    {
        var impact = await Queries.GetImpactAsync(actor, EventId, Lifetime);
        if (impact.IsSuccess)
        {
            _impact = impact.Value;
            _form.Version = impact.Value.Version;
        }

        return impact.Error;
    }

    private async Task OnCancelAsync()
    {
        var impact = _impact!;
        if (!await _confirm!.AskAsync(
            Texts["Cancel.Confirm.Title", Head!.Title.ForReader()], Texts["Cancel.Confirm.Text", impact.Sides, impact.Persons, impact.Letters], Texts["Cancel.Action"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var cancelled = await Service.CancelAsync(actor, EventId, _form, Lifetime);
            if (!cancelled.IsSuccess)
            {
                await ShowRefusalAsync(actor, cancelled);
                return;
            }

            await LoadAsync(actor);
            _letters = cancelled.Value;
        });
    }
}
