using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Accreditation.Staff;

public sealed partial class ReviewPage : IAsyncDisposable
{
    private readonly Dictionary<Guid, uint> _selected = [];
    private EventHead? _head;
    private ReviewQueue? _queue;
    private ReviewCase? _open;
    private ReviewFilter _filter = new(ReviewShelf.Waiting);
    private Error? _refused;
    private string? _problem;
    private string? _done;
    private string _announcement = "";
    private DecisionDialog? _decision;
    private BulkDialog? _bulk;
    private ReviewKeysDialog? _keys;

    [Inject]
    public required AccreditationQueries Queries { get; init; }

    [Inject]
    public required AccreditationService Service { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ErrorSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<AccreditationTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    /// <summary>See <see cref="ReviewShelf.Parse"/>.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Side { get; set; }

    [SupplyParameterFromQuery]
    public string? Role { get; set; }

    [SupplyParameterFromQuery]
    public string? Category { get; set; }

    [SupplyParameterFromQuery]
    public string? Vetting { get; set; }

    [SupplyParameterFromQuery]
    public bool Missing { get; set; }

    [SupplyParameterFromQuery]
    public bool Alike { get; set; }

    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    /// <summary>The case that is open beside the queue.</summary>
    [SupplyParameterFromQuery]
    public Guid? Person { get; set; }

    protected override Task OnParametersSetAsync()
    {
        var filter = new ReviewFilter(
            ReviewShelf.Parse(State), Side, Of<DelegationRole>(Role), Of<AttendeeCategory>(Category), Of<Vetting>(Vetting), Missing, Alike, Text, Page ?? 1);
        if (filter with { Page = 1 } != _filter with { Page = 1 })
        {
            // What cannot be seen any more is not decided on.
            _selected.Clear();
        }

        _filter = filter;
        return ShowAsync(LoadAsync);
    }

    private async Task LoadAsync(Actor actor)
    {
        var isOvertaken = BeginReading();
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var queue = head.IsSuccess
            ? await Queries.QueueAsync(actor, EventId, _filter, new SideOrder(ProtocolAlphabet.Russian, PortalLanguages.Current.Code), Lifetime)
            : head.Error!;
        if (isOvertaken())
        {
            return;
        }

        _refused = queue.Error;
        if (!queue.IsSuccess)
        {
            return;
        }

        (_head, _queue) = (head.Value, queue.Value);
        // A choice is of what was seen: what changed meanwhile is chosen anew.
        var found = _queue.Found.ToDictionary(one => one.CaseId, one => one.Version);
        foreach (var gone in _selected.Where(one => found.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Key).ToList())
        {
            _selected.Remove(gone);
        }

        await OpenAsync(actor, isOvertaken);
    }

    private async Task OpenAsync(Actor actor, Func<bool> isOvertaken)
    {
        if (Person is not { } caseId)
        {
            _open = null;
            return;
        }

        var isNew = _open?.Row.CaseId != caseId;
        var read = await Queries.CaseAsync(actor, EventId, caseId, Lifetime);
        if (isOvertaken())
        {
            return;
        }

        _open = read.IsSuccess ? read.Value : null;
        if (isNew && _open is { } open)
        {
            _announcement = Texts["Announce.Open", open.Row.DisplayName, open.Row.Side.Names.In(PortalLanguages.Current.Code), Texts[$"State.{open.Row.State}"].Value];
        }
    }

    private void Toggle(ReviewRow row)
    {
        var isSelected = _selected.Remove(row.CaseId);
        if (!isSelected)
        {
            _selected[row.CaseId] = row.Version;
        }

        _announcement = Texts[isSelected ? "Announce.Unselected" : "Announce.Selected", row.DisplayName];
    }

    private void SelectPage() => Select(_queue!.Rows.Select(row => new SeenCase(row.CaseId, row.Version)));

    private void SelectAll() => Select(_queue!.Found);

    private void Select(IEnumerable<SeenCase> cases)
    {
        foreach (var one in cases)
        {
            _selected[one.CaseId] = one.Version;
        }
    }

    private void Close() => Navigation.NavigateTo(AccreditationRoutes.Queue(EventId, _filter));

    private Task BeginAsync(ReviewAct act, ReviewRow row) => act is ReviewAct.TakeUp or ReviewAct.PutBack or ReviewAct.Approve or ReviewAct.Resume
        ? ActAsync(new ReviewForm { Act = act, CaseId = row.CaseId, Version = row.Version }, row.DisplayName)
        : _decision!.OpenAsync(act, row.CaseId, row.Version, row.DisplayName, row.Missing);

    private Task VetAsync(ReviewRow row, Vetting answer) =>
        ActAsync(new ReviewForm { Act = ReviewAct.Vet, CaseId = row.CaseId, Version = row.Version, Vetting = answer }, row.DisplayName);

    private async Task ActAsync(ReviewForm form, string name)
    {
        (_problem, _done) = (null, null);
        await TryAsync(async actor =>
        {
            var done = await Service.ActAsync(actor, EventId, form, Lifetime);
            await LoadAsync(actor);
            Say(done, Texts[$"Done.{form.Act}", name], $"{name}: ");
        });
    }

    private async Task OnApproveAllAsync()
    {
        var chosen = _selected.Select(one => new SeenCase(one.Key, one.Value)).ToList();
        Result<BulkOutcome>? plan = null;
        (_problem, _done) = (null, null);
        await TryAsync(async actor => plan = await Service.PreviewApprovalAsync(actor, EventId, chosen, Lifetime));
        if (plan is { IsSuccess: true } && await _bulk!.AskAsync(plan.Value))
        {
            await ChangeAllAsync("Bulk.Done", actor => Service.ApproveAllAsync(actor, EventId, chosen, Lifetime));
        }
        else if (plan is { IsSuccess: false })
        {
            _problem = Speech.Say(plan.Error!);
        }
    }

    private Task OnMarkAllAsync(Vetting answer) => ChangeAllAsync(
        "Bulk.Marked", actor => Service.MarkVettingAsync(actor, EventId, [.. _selected.Select(one => new SeenCase(one.Key, one.Value))], answer, Lifetime));

    private async Task ChangeAllAsync(string words, Func<Actor, Task<Result<BulkOutcome>>> change)
    {
        (_problem, _done) = (null, null);
        await TryAsync(async actor =>
        {
            var outcome = await change(actor);
            _selected.Clear();
            await LoadAsync(actor);
            Say(outcome, outcome.IsSuccess ? Texts[words, outcome.Value.Done.Count, outcome.Value.Left.Count] : "", "");
        });
    }

    private void Say(Result outcome, string done, string whom)
    {
        _done = outcome.IsSuccess ? done : null;
        _problem = outcome.IsSuccess ? null : whom + string.Join(' ', outcome.Errors.Select(error => Speech.Say(error, Texts)));
    }

    private async Task TellAsync(ReviewAct act, string name)
    {
        await TryAsync(LoadAsync);
        (_problem, _done) = (null, Texts[$"Done.{act}", name]);
    }

    private static T? Of<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
