using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>What the people who prepare events read of them.</summary>
public sealed class EventsQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Events on a page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>The events the actor works for, latest first, one page of them.</summary>
    /// <param name="actor">An organiser, registrar or other staff of a secretariat or event.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c> for the public, <c>forbidden</c> for a user who works for no event.</returns>
    public async Task<Result<EventList>> ListAsync(Actor actor, EventFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        if (!reach.IsStaffSomewhere)
        {
            return actor.UserId is null ? Error.NotFound() : Error.Forbidden();
        }

        var events = Within(Matching(context, filter), reach);
        var total = await events.CountAsync(cancellationToken);
        var pageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pageCount);
        var rows = await events
            .OrderByDescending(row => row.StartsOn.HasValue).ThenByDescending(row => row.StartsOn).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new EventRow(
                row.Id, row.Title, row.Type, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision), row.City,
                context.States.Where(state => state.Id == row.CountryId).Select(state => state.Names).FirstOrDefault(),
                new EventProgress(
                    row.Rooms.Count,
                    context.Sessions.Count(session => session.EventId == row.Id),
                    context.Slots.Count(slot => slot.EventId == row.Id),
                    context.Invitations.Count(invitation => invitation.EventId == row.Id && invitation.Status != InvitationStatus.Withdrawn && invitation.Status != InvitationStatus.Draft),
                    context.Releases.Count(release => release.EventId == row.Id)))
            {
                FallbackOrder = row.FallbackOrder,
            })
            .ToListAsync(cancellationToken);
        return new EventList(rows, total, pageCount, reach.CanPlanSomewhere);
    }

    /// <summary>What every page of an event shows above its content.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<EventHead>> GetHeadAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        return admitted.Error is { } refused ? refused : await HeadAsync(context, admitted.Value, cancellationToken);
    }

    /// <summary>The overview of an event, with the names that its sides had on its first day.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<EventDetails>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await HeadAsync(context, admitted.Value, cancellationToken);
        var secretariat = await context.Organisations.AsNoTracking()
            .Where(organisation => context.Secretariats.Any(row => row.Id == admitted.Value.Scope.SecretariatId && row.OrganisationId == organisation.Id))
            .Select(organisation => organisation.Names)
            .FirstOrDefaultAsync(cancellationToken);
        var parties = await context.Set<EventParty>().AsNoTracking().Where(party => party.EventId == eventId)
            .Select(party => new { party.Role, party.Position, party.SideId })
            .ToListAsync(cancellationToken);
        var sides = await context.SideNamesAsync([.. parties.Select(party => party.SideId)], head.Dates.Start, cancellationToken);
        return new EventDetails(head, secretariat,
            [.. parties.OrderBy(party => party.Role).ThenBy(party => party.Position)
                .Select(party => new EventPartyRow(party.Role, sides[party.SideId].Name, sides[party.SideId].Code))]);
    }

    /// <summary>An event as its form shows it, with the version to save it at.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<EventForm>> GetFormAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().Include(row => row.Parties).SingleAsync(row => row.Id == eventId, cancellationToken);
        List<Guid> Sides(OrganisationRole role) => [.. planned.Parties.Where(party => party.Role == role).OrderBy(party => party.Position).Select(party => party.SideId)];
        return new EventForm
        {
            SecretariatId = planned.SecretariatId,
            Type = planned.Type,
            Format = planned.Format,
            Title = planned.Title.ToInput(),
            StartsOn = planned.StartsOn,
            EndsOn = planned.EndsOn,
            City = planned.City.ToInput(),
            CountryId = planned.CountryId,
            TimeZone = planned.TimeZone,
            DelegationQuota = planned.DelegationQuota,
            HostSideId = Sides(OrganisationRole.Host) is [var host, ..] ? host : null,
            CoOrganisers = Sides(OrganisationRole.CoOrganiser),
            Auspices = Sides(OrganisationRole.Auspices),
            KnowledgePartners = Sides(OrganisationRole.KnowledgePartner),
            Version = planned.Version,
        };
    }

    /// <summary>What an organiser can choose from in the form of an event.</summary>
    /// <param name="actor">Whoever organises something.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c> for those who work for no event, <c>forbidden</c> for those who organise none.</returns>
    public async Task<Result<EventChoices>> GetChoicesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        if (!reach.Roles.Any(held => held.Role == Role.Organiser))
        {
            return reach.IsStaffSomewhere ? Error.Forbidden() : Error.NotFound();
        }

        var planning = reach.PlanningSecretariats.ToList();
        var secretariats = await context.Secretariats.AsNoTracking().Where(row => planning.Contains(row.Id)).OrderBy(row => row.Slug)
            .Join(context.Organisations, row => row.OrganisationId, organisation => organisation.Id, (row, organisation) => new Choice(row.Id, organisation.Names))
            .ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var states = await context.Sides.AsNoTracking()
            .Join(context.States, side => side.StateId, state => state.Id, (side, state) => new { side, state })
            .OrderBy(pair => pair.state.ProtocolRankRussian)
            .Select(pair => new StateChoice(
                pair.state.Id, pair.side.Id, pair.state.Iso2, pair.state.Names, pair.state.TimeZone,
                pair.state.Periods.Any(period => period.From <= today && (period.To == null || today < period.To))))
            .ToListAsync(cancellationToken);
        var organisations = await context.Sides.AsNoTracking()
            .Join(context.Organisations, side => side.OrganisationId, organisation => organisation.Id, (side, organisation) => new { side, organisation })
            .OrderBy(pair => pair.organisation.Key)
            .Select(pair => new Choice(pair.side.Id, pair.organisation.Names))
            .ToListAsync(cancellationToken);
        return new EventChoices(secretariats, states, organisations);
    }

    private static IQueryable<ScoEvent> Matching(ScoEventsDbContext context, EventFilter filter)
    {
        var text = PlainText.Clean(filter.Text);
        // The row version is a system column, which a star leaves out.
        var events = text.Length == 0
            ? context.Events
            : context.Events.FromSql(
                $"""
                SELECT e.*, e.xmin FROM events e WHERE EXISTS (
                    SELECT FROM (SELECT value FROM jsonb_each_text(e.title) UNION ALL SELECT value FROM jsonb_each_text(e.city)) form
                    WHERE strpos(lower(form.value), lower({text})) > 0)
                """);
        return filter.Status is { } status ? events.Where(row => row.Status == status).AsNoTracking() : events.AsNoTracking();
    }

    private static IQueryable<ScoEvent> Within(IQueryable<ScoEvent> events, Reach reach)
    {
        var staffed = reach.Roles.Where(held => held.Role is Role.Organiser or Role.Registrar or Role.Staff).Select(held => held.Scope).ToList();
        var secretariats = staffed.Where(scope => scope.SecretariatId is not null).Select(scope => scope.SecretariatId).ToList();
        var ids = staffed.Where(scope => scope.EventId is not null).Select(scope => scope.EventId!.Value).ToList();
        return events.Where(row => secretariats.Contains(row.SecretariatId) || ids.Contains(row.Id));
    }

    private static Task<EventHead> HeadAsync(ScoEventsDbContext context, EventAdmission admission, CancellationToken cancellationToken)
    {
        var canOrganise = admission.Reach.CanOrganise(admission.Scope);
        return context.Events.AsNoTracking()
            .Where(row => row.Id == admission.Scope.EventId)
            .Select(Head(context, canOrganise))
            .SingleAsync(cancellationToken);
    }

    private static Expression<Func<ScoEvent, EventHead>> Head(ScoEventsDbContext context, bool canOrganise) => row => new EventHead(
        row.Id, row.Slug, row.Title, row.Type, row.Format, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision), row.TimeZone, row.City,
        context.States.Where(state => state.Id == row.CountryId).Select(state => state.Names).FirstOrDefault(),
        context.States.Where(state => state.Id == row.CountryId).Select(state => state.Iso2).FirstOrDefault(),
        row.DelegationQuota,
        row.AnnouncedAt != null,
        row.Record != null || row.Status == EventStatus.Archived || row.Status == EventStatus.Cancelled,
        canOrganise,
        new EventProgress(
            row.Rooms.Count,
            context.Sessions.Count(session => session.EventId == row.Id),
            context.Slots.Count(slot => slot.EventId == row.Id),
            context.Invitations.Count(invitation => invitation.EventId == row.Id && invitation.Status != InvitationStatus.Withdrawn && invitation.Status != InvitationStatus.Draft),
            context.Releases.Count(release => release.EventId == row.Id)))
    {
        IsPlanned = row.SecretariatId != null,
        SeriesId = row.SeriesId,
        Series = context.EventSeries.Where(series => series.Id == row.SeriesId).Select(series => series.Name).FirstOrDefault(),
        Edition = row.Edition,
        FormerDates = row.FormerStartsOn == null ? null : new EventDates(row.FormerStartsOn, row.FormerEndsOn, DatePrecision.Day),
        Notice = row.Notice,
    };
}
