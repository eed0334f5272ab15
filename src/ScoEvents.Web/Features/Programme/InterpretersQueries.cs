using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the people who prepare an event read of its interpreter teams.</summary>
public sealed class InterpretersQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The teams in the order in which they were added.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<InterpreterTeamRow>>> ListAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var teams = await context.InterpreterTeams.AsNoTracking().Where(team => team.EventId == eventId).OrderBy(team => team.Id)
            .Select(team => new InterpreterTeamRow(
                team.Id, team.Name, team.Languages, context.Set<SessionInterpreter>().Count(assigned => assigned.TeamId == team.Id), team.Version))
            .ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<InterpreterTeamRow>>(teams);
    }
}
