using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>What reminders would say, before they are sent. Which sides are chosen lives in the address.</summary>
public sealed partial class RemindersPage
{
    private ReminderPreview? _preview;
    private ConfirmDialog? _confirm;

    [Inject]
    public required InvitationDeskQueries Queries { get; init; }

    [Inject]
    public required ReminderService Service { get; init; }

    [SupplyParameterFromQuery]
    public string? Of { get; set; }

    protected override Task OnParametersSetAsync() => TryAsync(ReadAsync);

    private async Task OnSendAsync()
    {
        var preview = _preview!;
        if (!await _confirm!.AskAsync(Words["Send.Title", preview.Sides], Words["Send.Text", preview.Sides, preview.Mails], Words["Send.Confirm"]))
        {
            return;
        }

        var chosen = new ChosenInvitations { InvitationIds = [.. preview.Items.Where(item => item.Skip is null).Select(item => item.InvitationId)] };
        var outcome = await SendAsync((actor, cancellation) => Service.SendAsync(actor, EventId, chosen, cancellation));
        if (Succeeded(outcome))
        {
            Done = Words["Send.Done", outcome!.Value.Sides, outcome.Value.Mails, outcome.Value.Skipped];
            await TryAsync(ReadAsync);
        }
    }

    private async Task ReadAsync(Actor actor)
    {
        if (!await ReadHeadAsync(actor))
        {
            return;
        }

        var desk = await Queries.OfEventAsync(actor, EventId, Order, Lifetime);
        Refused = desk.Error;
        if (!desk.IsSuccess)
        {
            return;
        }

        var asked = Of?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).ToHashSet();
        List<Guid> ids = [.. desk.Value.Rows.Where(row => asked is null ? row.Missing.Count > 0 : asked.Contains(row.Id)).Select(row => row.Id)];
        var preview = await Queries.PreviewRemindersAsync(actor, EventId, ids, Order, Lifetime);
        _preview = preview.IsSuccess ? preview.Value : new ReminderPreview([]);
        if (!preview.IsSuccess)
        {
            Problem = Speech.Say(preview.Error!);
        }
    }
}
