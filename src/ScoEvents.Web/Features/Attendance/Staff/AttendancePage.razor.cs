using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Attendance.Staff;

/// <summary>Who was at an event, or in one of its sessions; the address holds the session and the side whose persons are shown.</summary>
public sealed partial class AttendancePage
{
    private EventHead? _head;
    private EventAttendanceRead? _read;
    private Error? _refused;
    private string? _problem;
    private string? _done;

    [Inject]
    public required AttendanceQueries Queries { get; init; }

    [Inject]
    public required AttendanceService Service { get; init; }

    [Inject]
    public required EventsQueries Events { get; init; }

    [Inject]
    public required AttendanceSpeech Speech { get; init; }

    [Inject]
    public required ParticipantSpeech ListSpeech { get; init; }

    [Inject]
    public required ErrorSpeech Errors { get; init; }

    [Inject]
    public required IStringLocalizer<AttendanceTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Session { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Side { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(ReadAsync);

    private void OnSession(Guid? session) =>
        Navigation.NavigateTo(AttendanceRoutes.Of(EventId, session, Side));

    private Task OnRecordAsync(SideAttendance row, Domain.Events.Attendance? state) =>
        RecordAsync(new AttendanceForm { SideId = row.Side.SideId, SessionId = Session, State = state }, row.Side.Names.ForReader());

    private Task OnRecordAsync(Guid sideId, PersonAttendance person, Domain.Events.Attendance? state) =>
        RecordAsync(new AttendanceForm { SideId = sideId, SessionId = Session, DelegateId = person.DelegateId, State = state }, person.Name);

    private Task OnAcceptAsync() => ChangeAsync(async actor =>
    {
        var accepted = await Service.AcceptProposalsAsync(actor, EventId, Session, Lifetime);
        return (accepted, accepted.IsSuccess ? Texts["Done.Proposals", accepted.Value].Value : null);
    });

    private Task RecordAsync(AttendanceForm form, string name) => ChangeAsync(async actor =>
        (await Service.RecordAsync(actor, EventId, form, Lifetime), Texts["Done", name, Speech.Say(form.State)].Value));

    private Task ChangeAsync(Func<Actor, Task<(Result Outcome, string? Done)>> change) => TryAsync(async actor =>
    {
        (_problem, _done) = (null, null);
        var (outcome, done) = await change(actor);
        _problem = outcome.IsSuccess ? null : string.Join(' ', outcome.Errors.Select(Errors.Say));
        _done = outcome.IsSuccess ? done : null;
        // Also after a refusal: a choice that was not taken must not look as if it was.
        await ReadAsync(actor);
    });

    private async Task ReadAsync(Actor actor)
    {
        var head = await Events.GetHeadAsync(actor, EventId, Lifetime);
        var read = head.IsSuccess ? await Queries.OfEventAsync(actor, EventId, Session, Side, Lifetime) : head.Error!;
        _refused = read.Error;
        if (read.IsSuccess)
        {
            (_head, _read) = (head.Value, read.Value);
        }
    }
}
