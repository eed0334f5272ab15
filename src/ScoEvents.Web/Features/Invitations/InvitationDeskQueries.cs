using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Reads how far the invitations of an event are, and what sides still owe.</summary>
public sealed class InvitationDeskQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, NoteWriter writer)
{
    /// <summary>All invitations of an event in protocol order; a fixed number of SQL commands. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<InvitationDesk>> OfEventAsync(Actor actor, Guid eventId, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken);
        var rules = settings ?? DelegationSettings.For(eventId);
        var invitations = await context.Invitations.AsNoTracking().Where(found => found.EventId == eventId).ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. invitations.Select(invitation => invitation.SideId)], cancellationToken);
        var standings = await context.StandingsAsync(eventId, rules, cancellationToken);
        var notes = (await NotesAsync(context, eventId, cancellationToken)).ToLookup(note => note.InvitationId);
        var focalPoints = await FocalPointsAsync(context, eventId, cancellationToken);
        var names = await NamesAsync(context, invitations, cancellationToken);
        var today = DateOnly.FromDateTime(EventZone.Find(head.TimeZone)?.ToLocal(clock.GetUtcNow()) ?? clock.GetUtcNow().UtcDateTime);
        var rows = invitations
            .OrderBy(invitation => sides[invitation.SideId].KeyFor(invitation.Capacity, head.StartsOn, order.Language), order.Comparer())
            .Select(Row)
            .ToList();
        return new InvitationDesk(head, today, rules.AnswerBy, settings?.Version ?? 0, rows);

        DeskRow Row(Invitation invitation)
        {
            var side = sides[invitation.SideId];
            var standing = standings.GetValueOrDefault(invitation.SideId, DelegationStanding.Empty);
            var isOverdue = invitation.IsOverdue(today, rules.AnswerBy);
            return new DeskRow(
                invitation.Id, side.LabelOn(head.StartsOn), invitation.Capacity, invitation.Status, invitation.Quota, standing.Persons, invitation.Version)
            {
                AnswerBy = invitation.AnswerBy ?? rules.AnswerBy,
                HasOwnDeadline = invitation.AnswerBy is not null,
                IsOverdue = isOverdue,
                Language = invitation.Language ?? NoteLanguages.Of(side.Iso2),
                IsLanguageChosen = invitation.Language is not null,
                IssuedAt = invitation.IssuedAt,
                DeliveredAt = invitation.DeliveredAt,
                DeliveredBy = invitation.DeliveredBy is { } noted ? names.GetValueOrDefault(noted) : null,
                AnsweredAt = invitation.AnsweredAt,
                AnsweredBy = invitation.AnsweredBy is { } answered ? names.GetValueOrDefault(answered) : null,
                Remark = invitation.AnswerRemark,
                RemindedAt = invitation.RemindedAt,
                Missing = head.AcceptsDelegates ? InvitationGaps.Of(invitation.Status, isOverdue, standing) : [],
                Notes = [.. notes[invitation.Id]],
                FocalPoints = focalPoints.GetValueOrDefault(invitation.SideId),
            };
        }
    }

    /// <summary>What reminders to the chosen sides would say, and to whom; nothing is sent. Refused: <c>not-found</c>, <c>forbidden</c>, <c>note.value-missing</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="invitationIds">The chosen ones; those of other events are not found.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ReminderPreview>> PreviewRemindersAsync(
        Actor actor, Guid eventId, IReadOnlyCollection<Guid> invitationIds, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        if (planned.SecretariatId is null)
        {
            return Error.Refused("event.closed");
        }

        var invitations = await context.Invitations.AsNoTracking().Where(found => found.EventId == eventId && invitationIds.Contains(found.Id)).ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. invitations.Select(invitation => invitation.SideId)], cancellationToken);
        var plan = await ReminderPlan.ReadAsync(context, planned, invitations, clock.GetUtcNow(), cancellationToken);
        List<ReminderItem> items = [];
        foreach (var reminder in plan.Reminders.OrderBy(
            reminder => sides[reminder.Invitation.SideId].KeyFor(reminder.Invitation.Capacity, planned.StartsOn, order.Language), order.Comparer()))
        {
            var body = "";
            if (reminder.Skip is null)
            {
                var text = writer.Write(plan.Press.Matter(NoteKind.Reminder, reminder.Invitation, reminder.Missing));
                if (text.Error is { } wrong)
                {
                    return wrong;
                }

                body = text.Value.Body;
            }

            items.Add(new ReminderItem(
                reminder.Invitation.Id, sides[reminder.Invitation.SideId].LabelOn(planned.StartsOn), reminder.Missing, reminder.Skip, reminder.Recipients,
                plan.Press.LanguageOf(reminder.Invitation), body));
        }

        return new ReminderPreview(items);
    }

    internal static async Task<List<NoteRow>> NotesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        await context.NotesVerbales.AsNoTracking()
            .Where(note => note.EventId == eventId)
            .OrderByDescending(note => note.IssuedAt).ThenByDescending(note => note.Year).ThenByDescending(note => note.Number)
            .Select(note => new NoteRow(note.Id, note.InvitationId, note.Kind, note.Number, note.Year, note.Language, note.Capacity, note.IssuedAt, null))
            .ToListAsync(cancellationToken);

    private static async Task<Dictionary<Guid, int>> FocalPointsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        await context.FocalPoints.AsNoTracking()
            .Where(point => point.EndedAt == null && (point.EventId == null || point.EventId == eventId)
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && (grant.EventId == null || grant.EventId == eventId)))
            .GroupBy(point => point.SideId)
            .Select(side => new { side.Key, Count = side.Count() })
            .ToDictionaryAsync(side => side.Key, side => side.Count, cancellationToken);

    private static async Task<Dictionary<Guid, string>> NamesAsync(ScoEventsDbContext context, List<Invitation> invitations, CancellationToken cancellationToken)
    {
        var ids = invitations.SelectMany(invitation => new[] { invitation.DeliveredBy, invitation.AnsweredBy }).OfType<Guid>().Distinct().ToList();
        return await context.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
    }
}
