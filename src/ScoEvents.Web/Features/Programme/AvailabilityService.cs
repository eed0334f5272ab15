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
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Notes when chairs, speakers, heads of delegation and interpreter teams cannot be there.</summary>
public sealed class AvailabilityService(IDbContextFactory<ScoEventsDbContext> contexts, IValidator<AvailabilityForm> validator)
{
    /// <summary>Notes an absence.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Who and when; days and times are local to the event's zone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The absence. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>availability.zone-missing</c>, <c>availability.subject-unknown</c>, <c>availability.time-skipped</c>, and as <see cref="Unavailability.Of"/>.</returns>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid eventId, AvailabilityForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var during = await CheckAsync(context, eventId, form, cancellationToken);
        if (!during.IsSuccess)
        {
            return Result<Guid>.Fail(during.Errors);
        }

        var (kind, subjectId) = SubjectKey.Read(form.Subject)!.Value;
        var known = kind switch
        {
            AvailabilitySubject.Speaker => await context.Speakers.AnyAsync(speaker => speaker.Id == subjectId && speaker.EventId == eventId, cancellationToken),
            AvailabilitySubject.Head => await context.Sides.AnyAsync(side => side.Id == subjectId, cancellationToken),
            AvailabilitySubject.InterpreterTeam => await context.InterpreterTeams.AnyAsync(team => team.Id == subjectId && team.EventId == eventId, cancellationToken),
        };
        if (!known)
        {
            return Error.Invalid(nameof(form.Subject), "availability.subject-unknown");
        }

        var absence = Unavailability.Of(eventId, kind, subjectId, during.Value, form.Note);
        if (!absence.IsSuccess)
        {
            return absence.Error!;
        }

        context.Unavailabilities.Add(absence.Value);
        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.Error is { } failed ? failed : absence.Value.Id;
    }

    /// <summary>Changes when somebody is away and why; who it is stays.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="absenceId">An absence of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddAsync"/>.</returns>
    public async Task<Result> EditAsync(Actor actor, Guid eventId, Guid absenceId, AvailabilityForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var during = await CheckAsync(context, eventId, form, cancellationToken);
        if (!during.IsSuccess)
        {
            return during;
        }

        var absence = await context.Unavailabilities.SingleOrDefaultAsync(row => row.Id == absenceId && row.EventId == eventId, cancellationToken);
        if (absence is null)
        {
            return Error.NotFound();
        }

        var described = absence.Describe(during.Value, form.Note);
        if (!described.IsSuccess)
        {
            return described;
        }

        var entry = context.Entry(absence);
        entry.Property(row => row.Version).OriginalValue = form.Version;
        entry.Property(row => row.Note).IsModified = true;
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Deletes an absence.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="absenceId">An absence of the event.</param>
    /// <param name="version">Row version that the actor saw.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public async Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid absenceId, uint version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var absence = await context.Unavailabilities.SingleOrDefaultAsync(row => row.Id == absenceId && row.EventId == eventId, cancellationToken);
        if (absence is null)
        {
            return Error.NotFound();
        }

        context.Unavailabilities.Remove(absence);
        context.Entry(absence).Property(row => row.Version).OriginalValue = version;
        return await context.TrySaveAsync(cancellationToken);
    }

    private async Task<Result<TimeInterval>> CheckAsync(ScoEventsDbContext context, Guid eventId, AvailabilityForm form, CancellationToken cancellationToken)
    {
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<TimeInterval>.Fail(errors);
        }

        return EventZone.Find(opened.Value.TimeZone) is { } zone ? form.Read(zone) : Error.Refused("availability.zone-missing");
    }
}
