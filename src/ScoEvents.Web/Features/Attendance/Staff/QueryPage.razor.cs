using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Attendance.Staff;

/// <summary>"All members except X and Y" as a question; the address holds it, so that an answer can be sent on.</summary>
public sealed partial class QueryPage
{
    private SelectionAnswer? _answer;
    private Error? _refused;
    private string? _problem;
    private SideSelection _selection = new([StateStatus.Member], [], []);
    private DateOnly _day;

    [Inject]
    public required AttendanceMatrixQueries Queries { get; init; }

    [Inject]
    public required ParticipantSpeech ListSpeech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<AttendanceTexts> Texts { get; init; }

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    [SupplyParameterFromQuery]
    public string[]? Group { get; set; }

    [SupplyParameterFromQuery]
    public string[]? Except { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(async actor =>
    {
        _day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        List<StateStatus> groups = Group is null or []
            ? [StateStatus.Member]
            : [.. Group.Where(group => Enum.TryParse<StateStatus>(group, out _)).Select(Enum.Parse<StateStatus>)];
        _selection = new SideSelection(groups, [.. (Except ?? []).Distinct()], []);
        var read = await Queries.SelectAsync(actor, _selection, _day, Lifetime);
        _problem = null;
        if (read.Error is { Kind: ErrorKind.Refused })
        {
            // The exceptions of another day or group: say so, and show the groups without them.
            _problem = string.Join(' ', read.Errors.Select(Errors.Say));
            _selection = _selection with { Except = [] };
            read = await Queries.SelectAsync(actor, _selection, _day, Lifetime);
        }

        _refused = read.Error;
        _answer = read.IsSuccess ? read.Value : null;
    });

    private static string AddressOf(MatrixEvent planned) =>
        planned.IsOfActor ? AttendanceRoutes.Of(planned.Id) : PortalRoutes.PublicEvent(PortalLanguages.Current, planned.Slug);
}
