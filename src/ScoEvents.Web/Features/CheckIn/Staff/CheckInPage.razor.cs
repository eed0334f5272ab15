using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.CheckIn.Staff;

/// <summary>What happens at the doors, as it happens. What is shown and the page live in the address.</summary>
public sealed partial class CheckInPage
{
    private const string ProblemsShown = "problems";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(2);

    private bool _isRefreshDue;
    private DoorBoard? _board;
    private EventHead? _head;
    private Error? _refused;

    [Inject]
    public required CheckInQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<CheckInTexts> Words { get; init; }

    [Inject]
    public required IStringLocalizer<ErrorTexts> Reasons { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public string? Shown { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    private bool OnlyProblems => Shown == ProblemsShown;

    protected override void OnInitialized()
    {
        var subscription = Feed.Subscribe(ChangeFeed.Delegations(EventId), _ => InvokeAsync(OnChangedAsync));
        Lifetime.Register(subscription.Dispose);
    }

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    // A rush at the doors is read twice a second, not for every person.
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

    private async Task ReadAsync(Actor actor)
    {
        var isOvertaken = BeginReading();
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var board = head.IsSuccess ? await Queries.BoardAsync(actor, EventId, OnlyProblems, Page ?? 1, Lifetime) : head.Error!;
        if (isOvertaken())
        {
            return;
        }

        _refused = board.Error;
        if (board.IsSuccess)
        {
            (_head, _board) = (head.Value, board.Value);
        }
    }

    private string TimeOf(ScanRow row)
    {
        var time = EventZone.Find(_board!.TimeZone) is { } zone ? DateWords.WithTime(row.ScannedAt, zone, Language) : row.ScannedAt.ToString("g", Language.Culture);
        return row.ReceivedAt - row.ScannedAt > _late ? $"{time} ({Words["LateBy"]})" : time;
    }

    private string ZoneOf(ScanRow row) => row.ZoneId is not { } id ? Words["Entrance"]
        : _board!.Zones.FirstOrDefault(zone => zone.Id == id) is { } known ? NameOf(known) : "–";

    private string NameOf(DoorZone zone) => zone.Name.GetValueOrDefault(Language.Code) ?? zone.Name.GetValueOrDefault(Languages.English) ?? zone.Name.Values.FirstOrDefault() ?? "–";

    private static Tone ToneOf(CheckInOutcome outcome) => outcome switch
    {
        CheckInOutcome.Admitted => Tone.Success,
        CheckInOutcome.Duplicate => Tone.Warning,
        CheckInOutcome.Refused => Tone.Danger,
    };
}
