using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Attendance.Staff;

/// <summary>States × events; the address holds the page.</summary>
public sealed partial class MatrixPage
{
    private AttendanceMatrix? _matrix;
    private IReadOnlyDictionary<Guid, SideLabel> _labels = new Dictionary<Guid, SideLabel>();
    private Error? _refused;

    [Inject]
    public required AttendanceMatrixQueries Queries { get; init; }

    [Inject]
    public required AttendanceSpeech Speech { get; init; }

    [Inject]
    public required EventSpeech EventSpeech { get; init; }

    [Inject]
    public required IStringLocalizer<AttendanceTexts> Texts { get; init; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        var read = await Queries.MatrixAsync(actor, Page ?? 1, Lifetime);
        _refused = read.Error;
        if (read.IsSuccess)
        {
            _matrix = read.Value;
            _labels = read.Value.Labels;
        }
    });

    private static string AddressOf(MatrixEvent planned) =>
        planned.IsOfActor ? AttendanceRoutes.Of(planned.Id) : PortalRoutes.PublicEvent(PortalLanguages.Current, planned.Slug);

    private static bool IsSaid(MatrixEvent planned) => planned.Statements.Any(statement => statement.Form != AttendanceWording.Unknown);
}
