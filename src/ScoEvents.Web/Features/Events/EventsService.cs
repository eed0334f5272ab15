using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>Plans events and changes what they are.</summary>
public sealed class EventsService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<EventForm> validator)
{
    // Others may take the same name between the look and the save; each try looks anew.
    private const int MaxSlugTries = 8;

    /// <summary>Starts the draft of an event of one secretariat, with its organisation as organiser, and gives it a free name in addresses.</summary>
    /// <param name="actor">An organiser of the secretariat.</param>
    /// <param name="form">What the event is; a secretariat may be left out where the actor plans in one only.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The event. Refused: <c>not-found</c> for those who plan nowhere, <c>forbidden</c>, <c>required</c> at the secretariat, <c>event.side-unknown</c>, <c>choice</c>, and as <see cref="ScoEvent.Plan"/>.</returns>
    public async Task<Result<Guid>> PlanAsync(Actor actor, EventForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var planning = reach.PlanningSecretariats.ToList();
        if (planning.Count == 0)
        {
            return reach.IsStaffSomewhere ? Error.Forbidden() : Error.NotFound();
        }

        var secretariatId = form.SecretariatId ?? (planning.Count == 1 ? planning[0] : null);
        if (secretariatId is null)
        {
            return Error.Invalid(nameof(form.SecretariatId), "required");
        }

        if (!reach.CanPlanIn(secretariatId.Value))
        {
            return Error.Forbidden().At(nameof(form.SecretariatId));
        }

        var errors = await CheckAsync(context, form, cancellationToken);
        return errors.Count > 0 ? Result<Guid>.Fail(errors) : await PlanAsync(context, secretariatId.Value, form, cancellationToken);
    }

    /// <summary>Changes what an event is and who carries it; tells every node where the public sees it. Where the first day or the zone changes, the placed sessions follow as the organiser chose.</summary>
    /// <remarks>One transaction that holds the event's row. Published releases stay as they are until the next.</remarks>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What became of the placed sessions. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>event.side-unknown</c>, <c>choice</c>, <c>event.choose-dates</c> and <c>event.choose-zone</c> where sessions are placed and nothing was chosen, <c>programme.room-overlap</c> or <c>programme.room-taken</c> where another event has a room at the new time, and as <see cref="ScoEvent.Describe"/>.</returns>
    public async Task<Result<ProgrammeMove>> EditAsync(Actor actor, Guid eventId, EventForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = await CheckAsync(context, form, cancellationToken);
        if (errors.Count > 0)
        {
            return Result<ProgrammeMove>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var planned = await context.Events.Include(row => row.Parties).Include(row => row.Rooms).AsSplitQuery().SingleAsync(row => row.Id == eventId, cancellationToken);
        if (planned.Version != form.Version && !planned.IsClosed)
        {
            return Error.Stale();
        }

        var before = (planned.StartsOn, planned.TimeZone);
        var described = planned.Describe(Facts(form), clock.GetUtcNow());
        if (!described.IsSuccess)
        {
            return Result<ProgrammeMove>.Fail(described.Errors);
        }

        SetParties(planned, form);
        var moved = await MoveAsync(context, planned, before, form, admitted.Value.Reach, cancellationToken);
        if (!moved.IsSuccess)
        {
            return Result<ProgrammeMove>.Fail(moved.Errors);
        }

        // A change of the parties alone must meet a stale version too, within one tick of the clock as well.
        context.Entry(planned).Property(row => row.ModifiedAt).IsModified = true;
        var saved = await context.SaveMovedAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        if (planned.IsPublic)
        {
            await context.AnnounceChangeAsync(eventId, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return moved.Value.ToShow();
    }

    // Nothing moves by itself: where sessions are placed, the organiser has said what the new days or the new zone mean for them.
    private async Task<Result<SlotsMoved>> MoveAsync(
        ScoEventsDbContext context, ScoEvent planned, (DateOnly? StartsOn, string? TimeZone) before, EventForm form, Reach reach, CancellationToken cancellationToken)
    {
        var days = before.StartsOn is { } first ? planned.StartsOn!.Value.DayNumber - first.DayNumber : 0;
        var isZoneChanged = before.TimeZone != planned.TimeZone;
        if ((days == 0 && !isZoneChanged) || !await context.Slots.AnyAsync(slot => slot.EventId == planned.Id, cancellationToken))
        {
            return SlotsMoved.None;
        }

        var errors = new List<Error>();
        if (days != 0 && form.DatesChoice is null)
        {
            errors.Add(Error.Invalid(nameof(form.DatesChoice), "event.choose-dates"));
        }

        if (isZoneChanged && form.ZoneChoice is null)
        {
            errors.Add(Error.Invalid(nameof(form.ZoneChoice), "event.choose-zone"));
        }

        if (errors.Count > 0)
        {
            return Result<SlotsMoved>.Fail(errors);
        }

        var (keepsClock, shifted) = (isZoneChanged && form.ZoneChoice == ZoneChoice.KeepClock, form.DatesChoice == DatesChoice.Shift ? days : 0);
        if (!keepsClock && shifted == 0)
        {
            return SlotsMoved.None;
        }

        var to = EventZone.Find(planned.TimeZone)!;
        var shift = new ClockShift(keepsClock ? EventZone.Find(before.TimeZone)! : to, to, shifted);
        var moved = await context.MoveSlotsAsync(planned, shift, clock.GetUtcNow(), cancellationToken);
        var taken = keepsClock ? moved.TakenByOthers(reach) : [];
        return taken.Count > 0 ? Result<SlotsMoved>.Fail(taken) : moved;
    }

    private async Task<Result<Guid>> PlanAsync(ScoEventsDbContext context, Guid secretariatId, EventForm form, CancellationToken cancellationToken)
    {
        var organiser = await context.Sides
            .Where(side => context.Secretariats.Any(secretariat => secretariat.Id == secretariatId && secretariat.OrganisationId == side.OrganisationId))
            .Select(side => side.Id)
            .SingleAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var slug = await context.FreeSlugAsync(form.Title.ToText(), form.StartsOn!.Value, cancellationToken);
            var planned = ScoEvent.Plan(secretariatId, slug, Facts(form), clock.GetUtcNow());
            if (!planned.IsSuccess)
            {
                return Result<Guid>.Fail(planned.Errors);
            }

            planned.Value.SetParties(OrganisationRole.Organiser, [organiser]);
            SetParties(planned.Value, form);
            context.Events.Add(planned.Value);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return planned.Value.Id;
            }
            catch (DbUpdateException exception) when (tries < MaxSlugTries && exception.InnerException is PostgresException { ConstraintName: ConstraintErrors.EventSlug })
            {
                context.ChangeTracker.Clear();
            }
        }
    }

    // Every choice is held against what exists, not against what was offered.
    private async Task<List<Error>> CheckAsync(ScoEventsDbContext context, EventForm form, CancellationToken cancellationToken)
    {
        var errors = validator.Check(form).ToList();
        List<(string Field, List<Guid> Ids)> lists =
            [(nameof(form.CoOrganisers), form.CoOrganisers), (nameof(form.Auspices), form.Auspices), (nameof(form.KnowledgePartners), form.KnowledgePartners)];
        var named = lists.SelectMany(list => list.Ids).ToList();
        if (form.HostSideId is { } host)
        {
            named.Add(host);
        }

        var known = await context.Sides.Where(side => named.Contains(side.Id)).Select(side => new { side.Id, side.StateId }).ToListAsync(cancellationToken);
        errors.AddRange(lists
            .Where(list => list.Ids.Exists(id => !known.Exists(side => side.Id == id)))
            .Select(list => Error.Invalid(list.Field, "event.side-unknown")));
        if (form.HostSideId is { } hostId && !known.Exists(side => side.Id == hostId && side.StateId is not null))
        {
            errors.Add(Error.Invalid(nameof(form.HostSideId), "choice"));
        }

        if (form.CountryId is { } countryId && !await context.States.AnyAsync(state => state.Id == countryId, cancellationToken))
        {
            errors.Add(Error.Invalid(nameof(form.CountryId), "choice"));
        }

        return errors;
    }

    private static EventFacts Facts(EventForm form) => new(
        form.Type!.Value, form.Format, form.Title.ToText(), form.StartsOn!.Value, form.EndsOn!.Value, form.TimeZone!, form.City.ToText(), form.CountryId, form.DelegationQuota!.Value);

    private static void SetParties(ScoEvent planned, EventForm form)
    {
        planned.SetParties(OrganisationRole.Host, form.HostSideId is { } host ? [host] : []);
        planned.SetParties(OrganisationRole.CoOrganiser, form.CoOrganisers);
        planned.SetParties(OrganisationRole.Auspices, form.Auspices);
        planned.SetParties(OrganisationRole.KnowledgePartner, form.KnowledgePartners);
    }
}
