using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>Makes the next edition out of an event.</summary>
public sealed class EventCloningService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<CloneForm> validator)
{
    // Others may take the same name between the look and the save; each try begins anew.
    private const int MaxSlugTries = 8;

    /// <summary>Drafts another event out of this one, on as many days: what is wanted of it comes along at the same times of the day, as drafts. Documents, delegations and releases never do; the invited sides come as proposals that nobody is sent.</summary>
    /// <remarks>One transaction that holds the row of the cloned event. What finds its room taken at the new time waits in the tray.</remarks>
    /// <param name="actor">An organiser of the event who may plan in its secretariat.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Title, first day, series and parts.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The new event and what became of its parts. Refused: <c>not-found</c>, <c>forbidden</c>, <c>required</c>, <c>event.day-out-of-range</c>, <c>series.edition-taken</c>, <c>series.edition-too-low</c>, and as <see cref="EventSeries.Start"/>, <see cref="ScoEvent.Clone"/> and <see cref="ScoEvent.Join"/>.</returns>
    public async Task<Result<CloneOutcome>> CloneAsync(Actor actor, Guid eventId, CloneForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitPlannerAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (validator.Check(form) is { Count: > 0 } invalid)
        {
            return Result<CloneOutcome>.Fail(invalid);
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryCloneAsync(context, eventId, form, cancellationToken);
            }
            catch (DbUpdateException exception) when (tries < MaxSlugTries && exception.InnerException is PostgresException { ConstraintName: ConstraintErrors.EventSlug })
            {
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<CloneOutcome>> TryCloneAsync(ScoEventsDbContext context, Guid eventId, CloneForm form, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var source = await context.Events.Include(row => row.Parties).Include(row => row.Rooms).AsSplitQuery().SingleAsync(row => row.Id == eventId, cancellationToken);
        var (title, now) = (form.Title.ToText(), clock.GetUtcNow());
        var slug = await context.FreeSlugAsync(title, form.StartsOn!.Value, cancellationToken);
        var cloned = source.Clone(slug, title, form.StartsOn.Value, now);
        if (!cloned.IsSuccess)
        {
            return Result<CloneOutcome>.Fail(cloned.Errors);
        }

        var next = cloned.Value;
        context.Events.Add(next);
        var joined = form.IsEdition ? await JoinAsync(context, source, next, form, now, cancellationToken) : Result.Success;
        if (!joined.IsSuccess)
        {
            return Result<CloneOutcome>.Fail(joined.Errors);
        }

        var copy = new EditionCopy(source, next, form, now);
        var placed = await copy.CopyAsync(context, cancellationToken);
        var sides = form.Invitees ? await ProposeAsync(context, source, next, cancellationToken) : [];
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new CloneOutcome(next.Id, next.Edition, copy.Sessions, placed.Moved, placed.ToShow().Tray, sides);
    }

    private static async Task<Result> JoinAsync(
        ScoEventsDbContext context, ScoEvent source, ScoEvent next, CloneForm form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edition = form.Edition!.Value;
        if (source.SeriesId is { } seriesId)
        {
            return await context.Events.AnyAsync(row => row.SeriesId == seriesId && row.Edition == edition, cancellationToken)
                ? Error.Invalid(nameof(form.Edition), "series.edition-taken")
                : next.Join(seriesId, edition, now);
        }

        if (edition < 2)
        {
            return Error.Invalid(nameof(form.Edition), "series.edition-too-low");
        }

        var series = EventSeries.Start(source.SecretariatId!.Value, form.SeriesName.ToText());
        if (!series.IsSuccess)
        {
            return series;
        }

        context.EventSeries.Add(series.Value);
        var before = source.Join(series.Value.Id, edition - 1, now);
        return before.IsSuccess ? next.Join(series.Value.Id, edition, now) : before;
    }

    private static async Task<IReadOnlyList<ProposedSideRow>> ProposeAsync(ScoEventsDbContext context, ScoEvent source, ScoEvent next, CancellationToken cancellationToken)
    {
        var hosts = next.Parties.Where(party => party.Role == OrganisationRole.Host).Select(party => party.SideId).ToList();
        var proposed = await context.ProposeSidesAsync(source, next.StartsOn!.Value, hosts, cancellationToken);
        context.Invitations.AddRange(proposed.Where(side => side.Now is not null)
            .Select(side => Invitation.Propose(next.Id, side.SideId, side.Now!.Value, side.Quota ?? next.DelegationQuota)));
        return await context.NameAsync(proposed, next.StartsOn.Value, cancellationToken);
    }
}
