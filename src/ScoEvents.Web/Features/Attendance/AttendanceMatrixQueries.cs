using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Reads attendance over all events that the reader works for, and over those that a source recorded.</summary>
public sealed class AttendanceMatrixQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Events on one page of the matrix.</summary>
    public const int PageSize = 8;

    /// <summary>States × events, latest events first, in a fixed number of commands. Refused: <c>forbidden</c> for somebody who works for no event, <c>not-found</c> for the public.</summary>
    /// <param name="actor">Staff of some event.</param>
    /// <param name="page">From 1; less counts as 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<AttendanceMatrix>> MatrixAsync(Actor actor, int page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        if (!reach.IsStaffSomewhere)
        {
            return actor == Actor.Public ? Error.NotFound() : Error.Forbidden();
        }

        var (events, rosters) = await EventsAsync(context, reach, cancellationToken);
        var shown = events.Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToList();
        var states = shown.SelectMany(planned => planned.Sides.Keys).Distinct().Where(rosters.States.ContainsKey)
            .OrderBy(side => rosters.States[side].ProtocolRankRussian)
            .Select(side => rosters.Sides[side].LabelOn(null));
        return new AttendanceMatrix([.. states], shown, LabelsOf(shown, rosters), Math.Max(page, 1), Math.Max(1, (events.Count + PageSize - 1) / PageSize));
    }

    /// <summary>"All of these groups except some": the exact list on a day, and the events in which exactly those took part, each by its own first day.</summary>
    /// <param name="actor">Staff of some event.</param>
    /// <param name="selection">What is asked.</param>
    /// <param name="day">The day the standing is asked as of.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Refused: <c>forbidden</c>, <c>not-found</c> for the public, and as <see cref="SideSelection.On"/>.</returns>
    public async Task<Result<SelectionAnswer>> SelectAsync(Actor actor, SideSelection selection, DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        if (!reach.IsStaffSomewhere)
        {
            return actor == Actor.Public ? Error.NotFound() : Error.Forbidden();
        }

        var (events, rosters) = await EventsAsync(context, reach, cancellationToken);
        var bySide = rosters.States.ToDictionary(pair => pair.Value.Id, pair => pair.Key);
        var states = selection.On([.. rosters.States.Values], day);
        if (!states.IsSuccess)
        {
            return Result<SelectionAnswer>.Fail(states.Errors);
        }

        var choices = Enum.GetValues<StateStatus>().SelectMany(status => StatusRoster.AsOf(rosters.States.Values, day)[status]
            .Select(state => (status, Label(state))));
        List<MatrixEvent> matching = selection.Statuses.Count == 0 ? [] : [.. events.Where(planned => Matches(planned, selection, rosters))];
        return new SelectionAnswer([.. states.Value.Select(Label)], [.. choices], matching, LabelsOf(matching, rosters));

        SideLabel Label(State state) => rosters.Sides[bySide[state.Id]].LabelOn(day);
    }

    // Of every side of the groups it must be known, else the sentence would claim more than the record holds.
    private static bool Matches(MatrixEvent planned, SideSelection selection, AttendanceRosters rosters)
    {
        var groups = selection.Statuses.Select(status => Domain.Delegations.Invitation.CapacityOf(status)).ToHashSet();
        var spoken = planned.Statements.Where(statement => groups.Contains(statement.Capacity)).ToList();
        if (spoken.Count == 0 || spoken.Exists(statement => statement.Form is AttendanceWording.Partial or AttendanceWording.Unknown))
        {
            return false;
        }

        return Codes(spoken.SelectMany(statement => statement.Absent)).SetEquals(selection.Except)
            && selection.And.All(code => planned.Sides.Values.Any(side => side.TookPart && rosters.Sides[side.SideId].Iso2 == code));

        HashSet<string> Codes(IEnumerable<AttendingSide> sides) => [.. sides.Select(side => rosters.Sides[side.SideId].Iso2 ?? "")];
    }

    private static Dictionary<Guid, SideLabel> LabelsOf(IEnumerable<MatrixEvent> events, AttendanceRosters rosters) =>
        events.SelectMany(planned => planned.Sides.Keys).Distinct().ToDictionary(side => side, side => rosters.Sides[side].LabelOn(null));

    private static async Task<(List<MatrixEvent> Events, AttendanceRosters Rosters)> EventsAsync(
        ScoEventsDbContext context, Reach reach, CancellationToken cancellationToken)
    {
        var found = await context.Events.AsNoTracking()
            .OrderByDescending(planned => planned.StartsOn != null).ThenByDescending(planned => planned.StartsOn).ThenBy(planned => planned.Id)
            .Select(planned => new { planned.Id, planned.SecretariatId, planned.Slug, planned.Title, planned.FallbackOrder, Dates = new EventDates(planned.StartsOn, planned.EndsOn, planned.DatePrecision) })
            .ToListAsync(cancellationToken);
        var visible = found.FindAll(planned => planned.SecretariatId is null || reach.CanReadDelegations(new EventScope(planned.Id, planned.SecretariatId)));
        var rosters = await AttendanceRosters.ReadAsync(context, [.. visible.Select(planned => planned.Id)], cancellationToken);
        return ([.. visible.Select(planned =>
        {
            var roster = rosters.Of(planned.Id, planned.Dates);
            return new MatrixEvent(
                planned.Id, planned.Slug, planned.Title, planned.Dates, planned.SecretariatId is not null, roster.ToDictionary(side => side.SideId), AttendanceStatement.Of(roster))
            {
                FallbackOrder = planned.FallbackOrder,
            };
        })], rosters);
    }
}
