using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Mail.Staff;

/// <summary>One mail as its recipient will read it, and what is decided of it.</summary>
public sealed partial class MailDetailsPage
{
    private EventHead? _head;
    private MailDetails? _mail;
    private Error? _refused;
    private ConfirmDialog? _confirm;
    private string? _problem;

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

    [Parameter]
    public Guid MailId { get; set; }

    /// <summary>What can be decided of a mail that stands on a shelf.</summary>
    internal static IReadOnlyList<MailDecision> DecisionsOn(MailShelf shelf) => shelf switch
    {
        MailShelf.Review => [MailDecision.Send, MailDecision.Discard],
        MailShelf.OnTheWay => [MailDecision.Discard],
        MailShelf.Uncertain => [MailDecision.Settle, MailDecision.Send, MailDecision.Discard],
        MailShelf.Failed => [MailDecision.Send, MailDecision.Discard],
        MailShelf.Sent => [],
        MailShelf.Discarded => [MailDecision.Send],
    };

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    private async Task OnDecideAsync(MailDecision decision)
    {
        var row = _mail!.Row;
        if (row.Shelf == MailShelf.Uncertain && decision == MailDecision.Send
            && !await _confirm!.AskAsync(Texts["SendAgain.Title"], Texts["SendAgain.Text"], Texts["SendAgain.Confirm"], isDangerous: true))
        {
            return;
        }

        await TryAsync(async actor =>
        {
            var decided = await Service.DecideAsync(actor, EventId, [new SeenMail(row.Id, row.Version)], decision, Lifetime);
            _problem = decided switch
            {
                { IsSuccess: false } => Errors.Say(decided.Error!),
                { Value.Skipped: > 0 } => Texts["Done.Skipped", decided.Value.Skipped],
                _ => null,
            };
            await ReadAsync(actor);
        });
    }

    private string KeyOf(MailDecision decision) =>
        decision == MailDecision.Send && _mail!.Row.Shelf is not MailShelf.Review ? "SendAgain" : decision.ToString();

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var mail = head.IsSuccess ? await Queries.GetAsync(actor, EventId, MailId, Lifetime) : head.Error!;
        _refused = mail.Error;
        if (mail.IsSuccess)
        {
            (_head, _mail) = (head.Value, mail.Value);
        }
    }
}
