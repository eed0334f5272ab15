using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Mail.Staff;

/// <summary>The outbox of an event: what waits, what is on its way, what failed, and what becomes of it. Shelf and page live in the address.</summary>
public sealed partial class MailListPage
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<Guid> _chosen = [];
    private bool _isRefreshDue;
    private EventHead? _head;
    private Outbox? _outbox;
    private Error? _refused;
    private ConfirmDialog? _confirm;
    private string? _done;
    private string? _problem;
    private string? _timeZone;

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required MailService Service { get; init; }

    [Inject]
    public required MailQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<MailTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public string? Shelf { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    protected override void OnInitialized()
    {
        var subscription = Feed.Subscribe(ChangeFeed.Mail(EventId), _ => InvokeAsync(OnChangedAsync));
        Lifetime.Register(subscription.Dispose);
    }

    protected override Task OnParametersSetAsync()
    {
        (_done, _problem) = (null, null);
        return ShowAsync(ReadAsync);
    }

    // A hundred mails that leave at once are read once.
    private async Task OnChangedAsync()
    {
        if (_isRefreshDue)
        {
            return;
        }

        _isRefreshDue = true;
        await Task.Delay(_pause, Clock, Lifetime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isRefreshDue = false;
        if (!Lifetime.IsCancellationRequested)
        {
            await ShowAsync(ReadAsync);
            StateHasChanged();
        }
    }

    private void OnChoose(Guid mailId)
    {
        if (!_chosen.Remove(mailId))
        {
            _chosen.Add(mailId);
        }
    }

    private void OnChooseAll(ChangeEventArgs change)
    {
        _chosen.Clear();
        if (change.Value is true)
        {
            _chosen.UnionWith(_outbox!.Rows.Select(mail => mail.Id));
        }
    }

    private async Task OnSendAllAsync()
    {
        var (outbox, count) = (_outbox!, _outbox!.Counts.GetValueOrDefault(MailShelf.Review));
        if (await _confirm!.AskAsync(Texts["SendAll.Title"], Texts.Counted("SendAll.Text", count), Texts["SendAll.Confirm"]))
        {
            await AnswerAsync(async actor =>
            {
                var sent = await Service.SendAllAsync(actor, EventId, outbox.ReadAt, Lifetime);
                return sent.IsSuccess ? Result.Ok(new MailsDecided(sent.Value, 0)) : sent.Error!;
            }, MailDecision.Send);
        }
    }

    private async Task OnDecideAsync(MailDecision decision)
    {
        var seen = _outbox!.Rows.Where(mail => _chosen.Contains(mail.Id)).Select(mail => new SeenMail(mail.Id, mail.Version)).ToList();
        if (_outbox.Shelf != MailShelf.Uncertain || decision != MailDecision.Send
            || await _confirm!.AskAsync(Texts["SendAgain.Title"], Texts["SendAgain.Text"], Texts["SendAgain.Confirm"], isDangerous: true))
        {
            await AnswerAsync(actor => Service.DecideAsync(actor, EventId, seen, decision, Lifetime), decision);
        }
    }

    private Task AnswerAsync(Func<Actor, Task<Result<MailsDecided>>> decide, MailDecision decision) => TryAsync(async actor =>
    {
        (_done, _problem) = (null, null);
        var decided = await decide(actor);
        if (decided.IsSuccess)
        {
            _done = Texts[$"Done.{decision}", decided.Value.Done] + (decided.Value.Skipped == 0 ? "" : " " + Texts["Done.Skipped", decided.Value.Skipped]);
        }
        else
        {
            _problem = Errors.Say(decided.Error!);
        }

        await ReadAsync(actor);
    });

    private static IReadOnlyList<MailDecision> DecisionsOn(MailShelf shelf) => MailDetailsPage.DecisionsOn(shelf);

    // Sending what failed or is uncertain is sending it again.
    private string KeyOf(MailDecision decision) =>
        decision == MailDecision.Send && _outbox!.Shelf is not MailShelf.Review ? "SendAgain" : decision.ToString();

    private async Task ReadAsync(Actor actor)
    {
        var isOvertaken = BeginReading();
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var shelf = Enum.TryParse<MailShelf>(Shelf, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : (MailShelf?)null;
        var outbox = head.IsSuccess ? await Queries.ListAsync(actor, EventId, shelf, Page ?? 1, Lifetime) : head.Error!;
        if (isOvertaken())
        {
            return;
        }

        _refused = outbox.Error;
        if (outbox.IsSuccess)
        {
            _chosen.IntersectWith(outbox.Value.Rows.Select(mail => mail.Id));
            (_head, _outbox, _timeZone) = (head.Value, outbox.Value, outbox.Value.TimeZone);
        }
    }
}
