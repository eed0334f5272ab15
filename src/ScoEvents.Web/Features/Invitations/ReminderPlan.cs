using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Whom to remind of what: the same for the preview and for sending.</summary>
internal sealed record ReminderPlan(NotePress Press, IReadOnlyList<PlannedReminder> Reminders)
{
    /// <summary>Plans the reminders to the sides of given invitations; ten SQL commands, whatever their number.</summary>
    public static async Task<ReminderPlan> ReadAsync(
        ScoEventsDbContext context, ScoEvent planned, IReadOnlyList<Invitation> invitations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var press = await NotePress.ReadAsync(context, planned, invitations, now, cancellationToken);
        var standings = await context.StandingsAsync(planned.Id, press.Settings, cancellationToken);
        var recipients = await RecipientsAsync(context, planned.Id, [.. invitations.Select(invitation => invitation.SideId)], cancellationToken);
        return new ReminderPlan(press, [.. press.InOrder.Select(Plan)]);

        PlannedReminder Plan(Invitation invitation)
        {
            // Once registration is closed a side cannot give any more what it owes.
            var missing = planned.AcceptsDelegates
                ? InvitationGaps.Of(invitation.Status, invitation.IsOverdue(press.Today, press.Settings.AnswerBy), standings.GetValueOrDefault(invitation.SideId, DelegationStanding.Empty))
                : [];
            var skip = missing.Count == 0 ? ReminderSkip.NothingMissing
                : invitation.RemindedAt is { } reminded && NotePress.DayOf(planned, reminded) == press.Today ? ReminderSkip.RemindedToday
                : (ReminderSkip?)null;
            return new PlannedReminder(invitation, missing, skip, [.. recipients[invitation.SideId]]);
        }
    }

    private static async Task<ILookup<Guid, ReminderRecipient>> RecipientsAsync(
        ScoEventsDbContext context, Guid eventId, List<Guid> sideIds, CancellationToken cancellationToken)
    {
        var points = await context.FocalPoints.AsNoTracking()
            .Where(point => sideIds.Contains(point.SideId) && point.EndedAt == null && (point.EventId == null || point.EventId == eventId)
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && (grant.EventId == null || grant.EventId == eventId)))
            .OrderBy(point => point.Rank).ThenBy(point => point.NamedAt).ThenBy(point => point.Id)
            .Join(context.Users, point => point.UserId, user => user.Id, (point, user) => new { point.SideId, point.Name, point.Email, user.Language })
            .ToListAsync(cancellationToken);
        return points.DistinctBy(point => (point.SideId, point.Email.ToUpperInvariant()))
            .ToLookup(point => point.SideId, point => new ReminderRecipient(point.Name, point.Email, Languages.IsKnown(point.Language) ? point.Language : Languages.English));
    }
}

/// <summary>What becomes of one invitation: a reminder, or why there is none.</summary>
internal sealed record PlannedReminder(Invitation Invitation, IReadOnlyList<Missing> Missing, ReminderSkip? Skip, IReadOnlyList<ReminderRecipient> Recipients);
