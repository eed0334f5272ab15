using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class EventLifePanel
{
    private IReadOnlyList<EventAct> _steps = [];
    private ConfirmDialog? _confirm;
    private string? _problem;

    [Inject]
    public required EventStatusService Service { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<WholeEventTexts> Texts { get; init; }

    [Parameter, EditorRequired]
    public required EventHead Head { get; set; }

    /// <summary>The event has another status now; the page reads it again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override void OnParametersSet() =>
        _steps = [.. Enum.GetValues<EventAct>().Where(act => act <= EventAct.Archive && Allows(act))];

    private async Task OnTakeAsync(EventAct act)
    {
        if (!await _confirm!.AskAsync(Texts[$"Act.{act}.Title"], Texts[$"Act.{act}.Text"], Texts[$"Act.{act}"]))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var taken = await Service.TakeAsync(actor, Head.Id, act, Lifetime);
            _problem = taken.Error is { } refused ? Errors.Say(refused) : null;
        });
        await OnChanged.InvokeAsync();
    }

    private bool Allows(EventAct act) => Head.CanChange && Head.Status.Allows(act) && !(act == EventAct.Announce && Head.IsPublic);
}
