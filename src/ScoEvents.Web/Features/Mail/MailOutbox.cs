using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Mail;

/// <summary>What the sides and speakers of an event are told of it as a whole.</summary>
public enum EventNoticeKind
{
    /// <summary>It takes place at another time.</summary>
    Postponed,

    /// <summary>It does not take place.</summary>
    Cancelled,

    /// <summary>It takes place after all.</summary>
    Resumed,
}

/// <summary>Somebody who is to hear of an event as a whole.</summary>
internal sealed record EventNoticeRecipient(string Address, string Name, string Language, Guid? SideId, bool IsFocalPoint);

/// <summary>Puts mails into the outbox, in the transaction of what they tell of: they exist if, and only if, it happened.</summary>
public sealed class MailOutbox(DigestWriter writer)
{
    // Who was invited and has not said no; a side whose invitation was taken back hears nothing.
    private static readonly InvitationStatus[] _concerned = [InvitationStatus.Issued, InvitationStatus.Delivered, InvitationStatus.NoReply, InvitationStatus.Accepted];

    /// <summary>Writes a digest to everybody whom a release concerns.</summary>
    /// <param name="context">Opened for an organiser of the event; the caller saves.</param>
    /// <param name="planned">The event, announced.</param>
    /// <param name="previous">The release before, or null for the first.</param>
    /// <param name="release">The release.</param>
    /// <param name="isReviewed">Whether somebody reads the mails before they are sent.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many mails.</returns>
    internal async Task<int> ReleaseAsync(
        ScoEventsDbContext context, ScoEvent planned, Release? previous, Release release, bool isReviewed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var reading = ContentFallback.Use(planned.FallbackOrder);
        var recipients = await NoticePlan.OfAsync(context, planned, previous, release, cancellationToken);
        context.OutboxMails.AddRange(recipients.Select(recipient => OutboxMail.Write(writer.Write(planned, release, recipient), isReviewed, now)));
        return recipients.Count;
    }

    /// <summary>Tells the focal points of all sides that were invited, and the speakers, that an event was postponed, called off or taken up again: the new dates and the event's notice in each one's language.</summary>
    /// <param name="context">Opened for an organiser of the event; the caller saves, in the transaction of the change itself.</param>
    /// <param name="planned">The event as it is after the change.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="isReviewed">Whether somebody reads the mails before they are sent.</param>
    /// <param name="now">UTC; two notices of one instant are the same notice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many mails.</returns>
    public async Task<int> NoticeAsync(
        ScoEventsDbContext context, ScoEvent planned, EventNoticeKind kind, bool isReviewed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var reading = ContentFallback.Use(planned.FallbackOrder);
        var recipients = await RecipientsAsync(context, planned.Id, cancellationToken);
        context.OutboxMails.AddRange(recipients.Select(recipient => OutboxMail.Write(writer.Write(planned, kind, recipient, now), isReviewed, now)));
        return recipients.Count;
    }

    /// <summary>How many mails <see cref="NoticeAsync"/> would write now; nothing is written.</summary>
    /// <param name="context">Opened for an organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<int> CountNoticesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        (await RecipientsAsync(context, eventId, cancellationToken)).Count;

    private static async Task<IReadOnlyCollection<EventNoticeRecipient>> RecipientsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var points = await context.FocalPoints.AsNoTracking()
            .Where(point => point.EndedAt == null
                && context.Invitations.Any(invitation => invitation.EventId == eventId && invitation.SideId == point.SideId && _concerned.Contains(invitation.Status))
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && (grant.EventId == null || grant.EventId == eventId)))
            .OrderBy(point => point.NamedAt).ThenBy(point => point.Id)
            .Join(context.Users, point => point.UserId, user => user.Id, (point, user) => new { point.Email, point.Name, user.Language, point.SideId })
            .ToListAsync(cancellationToken);
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId && speaker.Email != null)
            .OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        return [.. points.Select(point => new EventNoticeRecipient(point.Email, point.Name, point.Language, point.SideId, true))
            .Concat(speakers.Select(speaker => new EventNoticeRecipient(speaker.Email!, speaker.Name.In(speaker.Language), speaker.Language, speaker.SideId, false)))
            .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase)];
    }
}
