using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Delegations.Staff;

public sealed partial class EventInvitationsPage
{
    private EventInvitations? _read;
    private EventHead? _head;
    private Error? _refused;
    private ConfirmDialog? _confirm;
    private InvitePanel? _panel;

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required InvitationQueries Queries { get; init; }

    [Inject]
    public required InvitationService Service { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    private async Task OnInviteAsync(InviteForm form)
    {
        var outcome = await SendAsync((actor, cancellation) => Service.InviteAsync(actor, EventId, form, cancellation));
        if (Succeeded(outcome))
        {
            _panel?.Clear();
            Done = Texts["Invited.Done", outcome!.Value.Invited, outcome.Value.Skipped];
        }

        // Stale means that the event moved: what was ticked stands for another day, so the page shows the new one.
        if (outcome is { IsSuccess: true } or { Error.Kind: ErrorKind.Stale })
        {
            await TryAsync(ReadAsync);
        }
    }

    private async Task<Result?> OnQuotaAsync(InvitationRow row, QuotaForm form)
    {
        var outcome = await SendAsync((actor, cancellation) => Service.ChangeQuotaAsync(actor, EventId, row.Id, form, cancellation));
        if (outcome is { IsSuccess: true })
        {
            Done = Texts["Quota.Done", row.Side.Names.In(Language.Code), form.Quota!];
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }

        // A row that asks through a function and not an event callback renders itself only.
        StateHasChanged();
        return outcome;
    }

    private async Task OnWithdrawAsync(InvitationRow row)
    {
        var name = row.Side.Names.In(Language.Code);
        if (!await _confirm!.AskAsync(Texts["Withdraw.Title", name], Texts["Withdraw.Text", row.Registered], Texts["Withdraw.Confirm"], isDangerous: true))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Service.WithdrawAsync(actor, EventId, row.Id, cancellation));
        if (Succeeded(outcome))
        {
            Done = Texts["Withdraw.Done", name];
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = await Queries.OfEventAsync(actor, EventId, new SideOrder(ProtocolAlphabet.Russian, Language.Code), Lifetime);
        _refused = head.Error ?? read.Error;
        (_head, _read) = _refused is null ? (head.Value, read.Value) : (null, null);
    }
}
