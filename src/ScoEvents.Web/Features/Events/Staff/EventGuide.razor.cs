using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Events.Staff;

public sealed partial class EventGuide
{
    private const string Hidden = "hidden";

    private IReadOnlyList<Step> _steps = [];
    private Step? _next;
    private int _done;
    private bool _isHidden;
    private bool _isKnown;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required IStringLocalizer<EventsTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<GuideTexts> Guide { get; init; }

    [Parameter, EditorRequired]
    public required EventHead Head { get; set; }

    // Of one person on one browser: it is a matter of taste and not of the event.
    private string Memory => $"scoevents.guide.{Head.Id}";

    protected override void OnParametersSet()
    {
        var progress = Head.Progress;
        _steps =
        [
            new Step("Basics", EventRoutes.Edit(Head.Id), Head.Dates.Start is not null && Head.TimeZone is not null, null),
            new Step("AddRooms", PortalRoutes.StaffVenue(Head.Id), progress.Rooms > 0, progress.Rooms > 0 ? Texts["Check.Rooms", progress.Rooms].Value : null),
            new Step(
                "DraftSessions", PortalRoutes.StaffProgramme(Head.Id), progress.Scheduled > 0,
                progress.Sessions > 0 ? Texts["Check.Sessions", progress.Sessions, progress.Scheduled].Value : null),
            new Step(
                "InviteSides", PortalRoutes.StaffEventInvitations(Head.Id), progress.Invitations > 0,
                progress.Invitations > 0 ? Texts["Check.Invitations", progress.Invitations].Value : null),
            new Step("PublishProgramme", EventRoutes.Publish(Head.Id), progress.Releases > 0, progress.Releases > 0 ? Texts["Check.Release", progress.Releases].Value : null),
        ];
        _next = _steps.FirstOrDefault(step => !step.IsDone);
        _done = _steps.Count(step => step.IsDone);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _isHidden = await Script.InvokeAsync<string?>("portalMemory.read", Memory) == Hidden;
            _isKnown = true;
            StateHasChanged();
        }
    }

    private async Task SetAsync(bool isHidden)
    {
        _isHidden = isHidden;
        await Script.InvokeVoidAsync("portalMemory.write", Memory, isHidden ? Hidden : null);
    }

    private sealed record Step(string Key, string Address, bool IsDone, string? Count);
}
