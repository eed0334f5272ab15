using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>What organisers read before they do something to an event as a whole.</summary>
public sealed class WholeEventQueries(IDbContextFactory<ScoEventsDbContext> contexts, MailOutbox outbox)
{
    // The same weekday, about a year later.
    private const int DaysToNextEdition = 364;

    /// <summary>Whom it concerns that an event is put off or called off.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<EventImpact>> GetImpactAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var letters = await outbox.CountNoticesAsync(context, eventId, cancellationToken);
        return await context.Events.AsNoTracking().Where(row => row.Id == eventId)
            .Select(row => new EventImpact(
                context.Invitations.Count(invitation => invitation.EventId == eventId && EditionSides.Concerned.Contains(invitation.Status)),
                context.Delegates.Count(person => person.EventId == eventId && person.WithdrawnAt == null),
                row.Status == EventStatus.Draft ? 0 : letters,
                context.Slots.Count(slot => slot.EventId == eventId),
                row.StartsOn,
                row.Version))
            .SingleAsync(cancellationToken);
    }

    /// <summary>What is proposed for the next edition of an event: the next number, the same weekday a year later.</summary>
    /// <param name="actor">An organiser of the event who may plan in its secretariat.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<CloneProposal>> GetCloneFormAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitPlannerAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var source = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        var series = await context.EventSeries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == source.SeriesId, cancellationToken);
        var last = series is null ? 1 : await context.Events.Where(row => row.SeriesId == series.Id).MaxAsync(row => row.Edition, cancellationToken) ?? 1;
        return new CloneProposal(
            new CloneForm
            {
                Title = source.Title.ToInput(),
                StartsOn = source.StartsOn?.AddDays(DaysToNextEdition),
                SeriesName = (series?.Name ?? source.Title).ToInput(),
                Edition = last + 1,
            },
            series?.Name);
    }

    /// <summary>The invited sides of an event as another first day finds them, by their names on that day; seven commands.</summary>
    /// <param name="actor">An organiser of the event who may plan in its secretariat.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="firstDay">The first day of the next edition.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Empty where nobody was invited. Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<IReadOnlyList<ProposedSideRow>>> GetNextSidesAsync(Actor actor, Guid eventId, DateOnly firstDay, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitPlannerAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var source = await context.Events.AsNoTracking().Include(row => row.Parties).SingleAsync(row => row.Id == eventId, cancellationToken);
        var hosts = source.Parties.Where(party => party.Role == OrganisationRole.Host).Select(party => party.SideId).ToList();
        var proposed = await context.ProposeSidesAsync(source, firstDay, hosts, cancellationToken);
        return Result.Ok(await context.NameAsync(proposed, firstDay, cancellationToken));
    }

    /// <summary>The rooms in which a template can be placed, and whether the programme is empty.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<TemplateChoices>> GetTemplateChoicesAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var rooms = await context.Set<EventRoom>().AsNoTracking().Where(used => used.EventId == eventId).OrderBy(used => used.Position)
            .Join(context.Rooms, used => used.RoomId, room => room.Id, (used, room) => new { used.Position, room.Id, room.Name })
            .OrderBy(room => room.Position).Select(room => new Choice(room.Id, room.Name))
            .ToListAsync(cancellationToken);
        return new TemplateChoices(rooms, !await context.Sessions.AnyAsync(session => session.EventId == eventId, cancellationToken));
    }

    /// <summary>A series with all its editions, by number; whoever works for its secretariat or for one of its editions reads those.</summary>
    /// <param name="actor">Whoever may read the draft of an edition.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The editions within the actor's reach. Refused: <c>not-found</c> where there is none.</returns>
    public async Task<Result<SeriesDetails>> GetSeriesAsync(Actor actor, Guid seriesId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var series = await context.EventSeries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == seriesId, cancellationToken);
        if (series is null)
        {
            return Error.NotFound();
        }

        var editions = await context.Events.AsNoTracking().Where(row => row.SeriesId == seriesId).OrderBy(row => row.Edition)
            .Select(row => new
            {
                row.SecretariatId,
                Row = new EditionRow(
                    row.Id, row.Edition!.Value, row.Title, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision), row.City,
                    context.States.Where(state => state.Id == row.CountryId).Select(state => state.Names).FirstOrDefault())
                {
                    FallbackOrder = row.FallbackOrder,
                },
            })
            .ToListAsync(cancellationToken);
        var visible = editions.Where(edition => reach.CanReadDraft(new EventScope(edition.Row.Id, edition.SecretariatId))).Select(edition => edition.Row).ToList();
        return visible.Count == 0 ? Error.NotFound() : new SeriesDetails(series.Id, series.Name, visible, reach.CanPlanIn(series.SecretariatId));
    }
}
