using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Attendance.Staff;

/// <summary>Sides × sessions of one event; the address holds the page.</summary>
public sealed partial class SessionMatrixPage
{
    private EventHead? _head;
    private SessionMatrix? _matrix;
    private IReadOnlyDictionary<Guid, SideLabel> _labels = new Dictionary<Guid, SideLabel>();
    private Error? _refused;

    [Inject]
    public required SessionMatrixQueries Queries { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required AttendanceSpeech Speech { get; init; }

    [Inject]
    public required IStringLocalizer<AttendanceTexts> Texts { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = head.IsSuccess ? await Queries.OfEventAsync(actor, EventId, Page ?? 1, Lifetime) : head.Error!;
        _refused = read.Error;
        if (read.IsSuccess)
        {
            (_head, _matrix, _labels) = (head.Value, read.Value, read.Value.Labels);
        }
    });

    private static bool IsSaid(SessionColumn session) => session.Statements.Any(statement => statement.Form != AttendanceWording.Unknown);
}
