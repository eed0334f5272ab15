using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Webhooks;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Webhooks.Staff;

/// <summary>The programs that are told what happens to an event, and what became of each message.</summary>
public sealed partial class WebhooksPage
{
    private EventHead? _head;
    private EventWebhooks? _shown;
    private IReadOnlyList<SelectOption<WebhookTopic>> _topics = [];
    private WebhookForm _form = new();
    private NewWebhook? _new;
    private Error? _refused;
    private PortalForm? _portalForm;
    private ConfirmDialog? _confirm;
    private string? _done;
    private string? _problem;

    [Inject]
    public required WebhookService Service { get; init; }

    [Inject]
    public required WebhookQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<WebhookTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync()
    {
        _topics = [.. Enum.GetValues<WebhookTopic>().Select(topic => new SelectOption<WebhookTopic>(topic, Texts[$"Topic.{topic}"]))];
        return ShowAsync(LoadAsync);
    }

    private Task OnAddAsync() => TryAsync(async actor =>
    {
        (_new, _done, _problem) = (null, null, null);
        var added = await Service.AddAsync(actor, EventId, _form, Lifetime);
        if (!added.IsSuccess)
        {
            _portalForm!.ShowErrors(Errors.Say(added));
            return;
        }

        (_new, _form) = (added.Value, new WebhookForm());
        await LoadAsync(actor);
    });

    private Task OnSwitchAsync(WebhookRow webhook) => ChangeAsync(
        actor => Service.SwitchAsync(actor, EventId, webhook.Id, webhook.DisabledAt is not null, Lifetime),
        Texts[webhook.DisabledAt is null ? "SwitchedOff" : "SwitchedOn", webhook.Url]);

    private async Task OnRemoveAsync(WebhookRow webhook)
    {
        if (await _confirm!.AskAsync(Texts["RemoveTitle"], Texts["RemoveText", webhook.Url], Texts["Remove"], isDangerous: true))
        {
            await ChangeAsync(actor => Service.RemoveAsync(actor, EventId, webhook.Id, Lifetime), Texts["Removed", webhook.Url]);
        }
    }

    private Task OnSendAgainAsync(WebhookMessageRow message) =>
        ChangeAsync(actor => Service.SendAgainAsync(actor, EventId, message.Id, Lifetime), Texts["SendsAgain"]);

    private Task OnRefreshAsync() => TryAsync(LoadAsync);

    private Task ChangeAsync(Func<Actor, Task<Result>> change, string done) => TryAsync(async actor =>
    {
        var changed = await change(actor);
        (_done, _problem) = (changed.IsSuccess ? done : null, changed.Error is { } refused ? Errors.Say(refused) : null);
        await LoadAsync(actor);
    });

    private async Task LoadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var shown = head.IsSuccess ? await Queries.GetAsync(actor, EventId, Lifetime) : head.Error!;
        _refused = shown.Error;
        if (shown.IsSuccess)
        {
            (_head, _shown) = (head.Value, shown.Value);
        }
    }

    private string? Told(WebhookMessageRow message) => message switch
    {
        { State: WebhookMessageState.Delivered, DeliveredAt: { } at } => Texts["DeliveredAt", Local(at), message.LastDuration ?? 0],
        { LastError: { } error } => string.Join(
            " ", new[] { Texts[$"Error.{error}", message.LastStatus ?? 0].Value, message.State == WebhookMessageState.Queued && message.NextAttemptAt is { } next ? Texts["NextAt", Local(next)].Value : "" }.Where(part => part.Length > 0)),
        _ => null,
    };

    private static string StandingOf(WebhookRow webhook) => webhook.IsGivenUp ? "GivenUp" : webhook.DisabledAt is not null ? "Off" : webhook.Failures > 0 ? "Failing" : "On";

    private static Tone ToneOf(WebhookRow webhook) => webhook.IsGivenUp ? Tone.Danger : webhook.DisabledAt is not null ? Tone.Neutral : webhook.Failures > 0 ? Tone.Warning : Tone.Success;

    private static Tone ToneOf(WebhookMessageState state) => state switch
    {
        WebhookMessageState.Queued or WebhookMessageState.Sending => Tone.Info,
        WebhookMessageState.Delivered => Tone.Success,
        WebhookMessageState.Failed => Tone.Danger,
    };

    private string Local(DateTimeOffset instant) =>
        (EventZone.Find(_shown?.TimeZone)?.ToLocal(instant) ?? instant.UtcDateTime).ToString("g", CultureInfo.CurrentCulture);
}
