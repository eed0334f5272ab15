using Microsoft.AspNetCore.Components;
using Radzen.Blazor;

namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>A view of Radzen's scheduler that draws one day with rooms as columns, and sessions for all rooms across them.</summary>
/// <remarks>
/// Radzen's own day view repeats what belongs to several resources in each of their columns, and has an element with three handlers
/// for every five minutes of every room. This one draws cards only.
/// </remarks>
public sealed class RoomsView : SchedulerViewBase
{
    public override string Icon => "calendar_view_day";

    [Parameter]
    public override string Text { get; set; } = "";

    public override string Title => Text;

    public override DateTime StartDate => Scheduler!.CurrentDate.Date;

    public override DateTime EndDate => StartDate.AddDays(1);

    /// <summary>Draws the sessions of the day. A method of the page, not a fragment: the scheduler draws before this view hears of new parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<IEnumerable<AppointmentData>, RenderFragment> Day { get; set; }

    public override DateTime Next() => Scheduler!.CurrentDate.AddDays(1);

    public override DateTime Prev() => Scheduler!.CurrentDate.AddDays(-1);

    public override RenderFragment Render() => Day(Scheduler!.GetAppointmentsInRange(StartDate, EndDate));
}
