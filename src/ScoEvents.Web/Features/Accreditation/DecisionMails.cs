using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.Features.Mail;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Tells focal points what was decided of their persons: one mail for everything that is decided in a quarter of an hour.</summary>
public sealed class DecisionMails(DecisionWriter writer)
{
    /// <summary>How long a mail is held back for what else is decided meanwhile.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private static readonly AccreditationState[] _told =
        [AccreditationState.ReturnedForCorrection, AccreditationState.Approved, AccreditationState.Refused, AccreditationState.Suspended, AccreditationState.Revoked];

    /// <summary>Brings the mails that are held back for some sides up to date, or begins them; in the transaction of the decision itself, after it was saved. The caller saves.</summary>
    /// <param name="context">Opened for the reviewer.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sideIds">Sides of which something was decided.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task CollectAsync(ScoEventsDbContext context, Guid eventId, IReadOnlyCollection<Guid> sideIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Under lock: a mail that is being handed over is not changed, and says all that was decided before it was taken.
        var held = await context.OutboxMails.FromSql(
            $"""
            SELECT *, xmin FROM outbox_mails WHERE event_id = {eventId} AND side_id = ANY({sideIds.ToArray()}) AND key LIKE 'accreditation:%'
            AND state = 'Queued' AND attempts = 0 ORDER BY id FOR UPDATE
            """).ToListAsync(cancellationToken);
        var since = held.Select(mail => mail.CreatedAt).DefaultIfEmpty(now).Min();
        var decided = await (
            from step in context.AccreditationSteps.AsNoTracking()
            where step.EventId == eventId && sideIds.Contains(step.SideId) && step.At >= since && step.Vetting == null && step.From != step.To
            join reviewed in context.Accreditations on step.CaseId equals reviewed.Id
            join person in context.Delegates on reviewed.DelegateId equals person.Id
            orderby step.At, step.Id
            select new Decided(step.SideId, step.CaseId, step.At, step.To, step.Reason, step.Comments, person.GivenNames, person.FamilyName)).ToListAsync(cancellationToken);
        if (!decided.Exists(one => _told.Contains(one.To)))
        {
            return;
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        foreach (var point in await PointsAsync(context, eventId, sideIds, cancellationToken))
        {
            var mail = held.Find(one => one.SideId == point.SideId && string.Equals(one.ToAddress, point.Email, StringComparison.OrdinalIgnoreCase));
            // Somebody who was decided on twice meanwhile is told where the case stands.
            var own = decided.Where(one => one.SideId == point.SideId && one.At >= (mail?.CreatedAt ?? now))
                .GroupBy(one => one.CaseId).Select(steps => steps.Last()).Where(one => _told.Contains(one.To)).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var letter = writer.Write(planned, point, own, now);
            if (mail is null)
            {
                context.OutboxMails.Add(OutboxMail.Collect(letter, now + Pause, now));
            }
            else
            {
                mail.Rewrite(letter.Subject, letter.Body);
            }
        }

        await context.TellMailsChangedAsync(eventId, cancellationToken);
    }

    private static async Task<IReadOnlyList<ToldPoint>> PointsAsync(
        ScoEventsDbContext context, Guid eventId, IReadOnlyCollection<Guid> sideIds, CancellationToken cancellationToken) =>
        await (
            from point in context.FocalPoints.AsNoTracking()
            where point.EndedAt == null && sideIds.Contains(point.SideId) && (point.EventId == null || point.EventId == eventId)
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && (grant.EventId == null || grant.EventId == eventId))
            join user in context.Users on point.UserId equals user.Id
            join invitation in context.Invitations on new { EventId = eventId, point.SideId } equals new { invitation.EventId, invitation.SideId }
            orderby point.NamedAt, point.Id
            select new ToldPoint(point.SideId, point.Name, point.Email, user.Language, invitation.Id)).Distinct().ToListAsync(cancellationToken);
}

/// <summary>A focal point who is told.</summary>
internal sealed record ToldPoint(Guid SideId, string Name, string Email, string Language, Guid InvitationId);

/// <summary>What was decided of one person.</summary>
internal sealed record Decided(
    Guid SideId, Guid CaseId, DateTimeOffset At, AccreditationState To, string? Reason, IReadOnlyList<FieldComment> Comments, string GivenNames, string FamilyName);
