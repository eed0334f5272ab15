using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Keeps the interpreter teams of an event.</summary>
public sealed class InterpretersService(IDbContextFactory<ScoEventsDbContext> contexts, IValidator<InterpretersForm> validator)
{
    /// <summary>Adds a team.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The team.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The team. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, and as <see cref="InterpreterTeam.Create"/>.</returns>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid eventId, InterpretersForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        var team = InterpreterTeam.Create(eventId, form.Name, form.Languages);
        if (!team.IsSuccess)
        {
            return team.Error!;
        }

        context.InterpreterTeams.Add(team.Value);
        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.Error is { } failed ? failed : team.Value.Id;
    }

    /// <summary>Changes name and languages of a team.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="teamId">A team of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddAsync"/>.</returns>
    public async Task<Result> EditAsync(Actor actor, Guid eventId, Guid teamId, InterpretersForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        var team = await context.InterpreterTeams.SingleOrDefaultAsync(row => row.Id == teamId && row.EventId == eventId, cancellationToken);
        if (team is null)
        {
            return Error.NotFound();
        }

        var described = team.Describe(form.Name, form.Languages);
        if (!described.IsSuccess)
        {
            return described;
        }

        var entry = context.Entry(team);
        entry.Property(row => row.Version).OriginalValue = form.Version;
        entry.Property(row => row.Name).IsModified = true;
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Deletes a team that interprets no session of the draft, with its absences; releases keep what they say.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="teamId">A team of the event.</param>
    /// <param name="version">Row version that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>interpreters.in-use</c>, <c>stale</c>.</returns>
    public async Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid teamId, uint version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Whoever assigns teams shares the event's row, so none is assigned between the question and the answer.
        await context.LockEventAsync(eventId, cancellationToken);
        var team = await context.InterpreterTeams.SingleOrDefaultAsync(row => row.Id == teamId && row.EventId == eventId, cancellationToken);
        if (team is null)
        {
            return Error.NotFound();
        }

        var sessions = await context.Set<SessionInterpreter>().CountAsync(assigned => assigned.TeamId == teamId, cancellationToken);
        if (sessions > 0)
        {
            return Error.Refused("interpreters.in-use", sessions);
        }

        context.Unavailabilities.RemoveRange(await context.Unavailabilities
            .Where(absence => absence.EventId == eventId && absence.SubjectKind == AvailabilitySubject.InterpreterTeam && absence.SubjectId == teamId)
            .ToListAsync(cancellationToken));
        context.InterpreterTeams.Remove(team);
        context.Entry(team).Property(row => row.Version).OriginalValue = version;
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
