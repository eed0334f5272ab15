using Microsoft.AspNetCore.Components;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Delegations.Staff;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Invitations.Staff;

/// <summary>All invitations of an event: how far each is, and what is done with many at once. Shelf and capacity live in the address.</summary>
public sealed partial class EventInvitationsPage
{
    private readonly HashSet<Guid> _chosen = [];
    private EventInvitations? _choices;
    private InvitationDesk? _desk;
    private IReadOnlyList<DeskRow> _rows = [];
    private DeskShelf _shelf;
    private Capacity? _capacity;
    private DeadlineForm _deadline = new();
    private FluentValidationValidator? _validator;
    private ConfirmDialog? _confirm;
    private InvitePanel? _panel;

    [Inject]
    public required InvitationQueries Choices { get; init; }

    [Inject]
    public required InvitationDeskQueries Queries { get; init; }

    [Inject]
    public required InvitationService Invitations { get; init; }

    [Inject]
    public required InvitationDeliveryService Delivery { get; init; }

    [Inject]
    public required NoteService Notes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "capacity")]
    public string? AskedCapacity { get; set; }

    protected override Task OnParametersSetAsync()
    {
        _shelf = Enum.TryParse<DeskShelf>(Show, ignoreCase: true, out var shelf) && Enum.IsDefined(shelf) ? shelf : DeskShelf.All;
        _capacity = Enum.TryParse<Capacity>(AskedCapacity, ignoreCase: true, out var capacity) && Enum.IsDefined(capacity) ? capacity : null;
        return TryAsync(ReadAsync);
    }

    private async Task OnInviteAsync(InviteForm form)
    {
        var outcome = await SendAsync((actor, cancellation) => Invitations.InviteAsync(actor, EventId, form, cancellation));
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

    private void OnCapacity(Capacity? capacity) => Navigation.NavigateTo(InvitationRoutes.Overview(EventId, _shelf, capacity));

    private void OnChoose(Guid invitationId)
    {
        if (!_chosen.Remove(invitationId))
        {
            _chosen.Add(invitationId);
        }
    }

    private void OnChooseAll(ChangeEventArgs change)
    {
        _chosen.Clear();
        if (change.Value is true)
        {
            _chosen.UnionWith(_rows.Select(row => row.Id));
        }
    }

    private async Task OnDeadlineAsync()
    {
        var form = _deadline;
        var outcome = await SendAsync((actor, cancellation) => Delivery.SetDeadlineAsync(actor, EventId, form, cancellation));
        if (outcome is { IsSuccess: false, Error.Field: not null })
        {
            _validator!.Show(Speech.Say(outcome));
            return;
        }

        if (Succeeded(outcome))
        {
            Done = form.AnswerBy is { } day ? Words["Deadline.Done", DayOf(day)] : Words["Deadline.Cleared"];
        }

        await TryAsync(ReadAsync);
    }

    private async Task OnIssueAsync(NoteKind kind)
    {
        var rows = Chosen(row => kind switch { NoteKind.Invitation => row.WantsNote, NoteKind.Change => row.IsStanding && row.HasNote, _ => row.IsStanding });
        // Isolated: the name of Urdu would draw the number behind it to its other side.
        var languages = Language.List(rows.GroupBy(row => row.Language).OrderByDescending(group => group.Count()).Select(group => $"\u2068{NameOfLanguage(group.Key)}\u2069 {group.Count()}"));
        if (!await _confirm!.AskAsync(Words["Issue.Title", rows.Count], Words["Issue.Text", NamesOf(rows.Select(row => row.Side)), languages], Words["Issue.Confirm"]))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Notes.IssueAsync(actor, EventId, kind, Form(rows), cancellation));
        if (Succeeded(outcome))
        {
            var issued = outcome!.Value;
            Done = issued.Issued == 0 ? Words["Issue.None"] : Words["Issue.Done", issued.Issued, issued.First, issued.Last, issued.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), issued.Skipped];
        }

        await AfterAsync(outcome);
    }

    private async Task OnDeliverAsync()
    {
        var rows = Chosen(row => row.CanBeDelivered);
        if (!await _confirm!.AskAsync(Words["Deliver.Title", rows.Count], Words["Deliver.Text", NamesOf(rows.Select(row => row.Side))], Words["Deliver.Confirm"]))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Delivery.MarkDeliveredAsync(actor, EventId, Form(rows), cancellation));
        if (Succeeded(outcome))
        {
            Done = Words["Deliver.Done", outcome!.Value.Done, outcome.Value.Skipped];
        }

        await AfterAsync(outcome);
    }

    private async Task OnNoReplyAsync()
    {
        var rows = Chosen(row => row.IsOpen);
        if (!await _confirm!.AskAsync(Words["NoReply.Title", rows.Count], Words["NoReply.Text", NamesOf(rows.Select(row => row.Side))], Words["NoReply.Confirm"]))
        {
            return;
        }

        var outcome = await SendAsync((actor, cancellation) => Delivery.MarkNoReplyAsync(actor, EventId, Form(rows), cancellation));
        if (Succeeded(outcome))
        {
            Done = Words["NoReply.Done", outcome!.Value.Done, outcome.Value.Skipped];
        }

        await AfterAsync(outcome);
    }

    private void OnRemind() => Navigation.NavigateTo(InvitationRoutes.Reminders(EventId, Chosen(row => row.Missing.Count > 0).Select(row => row.Id)));

    private async Task AfterAsync(Result? outcome)
    {
        if (outcome is { IsSuccess: true })
        {
            _chosen.Clear();
        }

        if (outcome is not null)
        {
            await TryAsync(ReadAsync);
        }
    }

    private List<DeskRow> Chosen(Func<DeskRow, bool> fits) => [.. _rows.Where(row => _chosen.Contains(row.Id) && fits(row))];

    private int Count(Func<DeskRow, bool> fits) => _rows.Count(row => _chosen.Contains(row.Id) && fits(row));

    private static ChosenInvitations Form(IEnumerable<DeskRow> rows) => new() { InvitationIds = [.. rows.Select(row => row.Id)] };

    private async Task ReadAsync(Actor actor)
    {
        if (!await ReadHeadAsync(actor))
        {
            return;
        }

        var choices = await Choices.OfEventAsync(actor, EventId, Order, Lifetime);
        var desk = choices.IsSuccess ? await Queries.OfEventAsync(actor, EventId, Order, Lifetime) : choices.Error!;
        Refused = desk.Error;
        if (desk.IsSuccess)
        {
            (_choices, _desk) = (choices.Value, desk.Value);
            _rows = [.. _desk.Rows.Where(row => _shelf.Holds(row) && (_capacity is null || row.Capacity == _capacity))];
            _chosen.IntersectWith(_rows.Select(row => row.Id));
            _deadline = new DeadlineForm { AnswerBy = _desk.AnswerBy, Version = _desk.SettingsVersion };
        }
    }
}
