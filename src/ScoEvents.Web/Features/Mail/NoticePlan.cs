using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Somebody who is to hear of a release, and of what.</summary>
/// <param name="Address">Mail address; once among all recipients.</param>
/// <param name="Name">As the person is addressed.</param>
/// <param name="Language">Language of the mail.</param>
/// <param name="SideId">The side that the mail is a digest for, or null for a speaker of none.</param>
/// <param name="IsFocalPoint">Whether the recipient answers for the side.</param>
/// <param name="Changes">What the recipient may hear of; in a first release the recipient's own sessions.</param>
internal sealed record NoticeRecipient(string Address, string Name, string Language, Guid? SideId, bool IsFocalPoint, ReleaseChanges Changes);

/// <summary>Finds out whom a release concerns: one digest a side, in the side's language, and nobody gets two.</summary>
/// <remarks>Domain rule 13; what each may hear of is decided by <see cref="NoticeAudience"/>.</remarks>
internal static class NoticePlan
{
    /// <summary>Everybody whom the release concerns: focal points of the sides that accepted, and speakers with an address; five SQL commands.</summary>
    /// <param name="context">Opened for an organiser of the event.</param>
    /// <param name="planned">The event.</param>
    /// <param name="previous">The release before, or null for the first.</param>
    /// <param name="next">The release, made or about to be made.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<NoticeRecipient>> OfAsync(
        ScoEventsDbContext context, ScoEvent planned, Release? previous, Release next, CancellationToken cancellationToken)
    {
        var sides = await SidesAsync(context, planned.Id, cancellationToken);
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == planned.Id).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        var named = speakers.Select(speaker => (speaker.Id, speaker.SideId))
            .Concat(((previous?.Sessions ?? []).Concat(next.Sessions)).SelectMany(session => session.People).Select(person => (Id: person.SpeakerId, person.SideId)))
            .Where(speaker => speaker.SideId is not null)
            .ToLookup(speaker => speaker.SideId!.Value, speaker => speaker.Id);
        var drafts = new Dictionary<string, DraftRecipient>(StringComparer.OrdinalIgnoreCase);
        foreach (var point in await FocalPointsAsync(context, planned.Id, [.. sides.Keys], cancellationToken))
        {
            var side = sides[point.SideId];
            side.Language ??= point.Language;
            Add(drafts, new DraftRecipient(point.Email, point.Name, side.Language, point.SideId, true), new NoticeAudience
            {
                Capacity = side.Capacity,
                HasHead = side.HasHead,
                OwnSpeakers = named[point.SideId].ToHashSet(),
            });
        }

        foreach (var speaker in speakers.Where(speaker => speaker.Email is not null))
        {
            Add(drafts, new DraftRecipient(speaker.Email!, speaker.Name.In(speaker.Language), speaker.Language, speaker.SideId, false), new NoticeAudience
            {
                Self = new HashSet<Guid> { speaker.Id },
            });
        }

        return [.. drafts.Values.Select(draft => draft.Decide(previous, next)).OfType<NoticeRecipient>()];
    }

    private static void Add(Dictionary<string, DraftRecipient> drafts, DraftRecipient recipient, NoticeAudience audience)
    {
        if (!drafts.TryGetValue(recipient.Address, out var known))
        {
            drafts[recipient.Address] = known = recipient;
        }

        known.Audiences.Add(audience);
    }

    private static async Task<Dictionary<Guid, InvitedSide>> SidesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var accepted = await context.Invitations.AsNoTracking()
            .Where(invitation => invitation.EventId == eventId && invitation.Status == InvitationStatus.Accepted)
            .Select(invitation => new
            {
                invitation.SideId,
                invitation.Capacity,
                HasHead = context.Delegates.Any(person => person.EventId == eventId && person.SideId == invitation.SideId
                    && person.WithdrawnAt == null && !person.IsReserve && person.Role == DelegationRole.Head),
            })
            .ToListAsync(cancellationToken);
        return accepted.ToDictionary(side => side.SideId, side => new InvitedSide(side.Capacity, side.HasHead));
    }

    // An office that ended, or whose right was taken back, hears no more. The side's language is that of the office held longest.
    private static async Task<IReadOnlyList<StandingFocalPoint>> FocalPointsAsync(
        ScoEventsDbContext context, Guid eventId, List<Guid> sideIds, CancellationToken cancellationToken) =>
        await context.FocalPoints.AsNoTracking()
            .Where(point => sideIds.Contains(point.SideId) && point.EndedAt == null
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && (grant.EventId == null || grant.EventId == eventId)))
            .OrderBy(point => point.NamedAt).ThenBy(point => point.Id)
            .Join(context.Users, point => point.UserId, user => user.Id, (point, user) => new StandingFocalPoint(point.SideId, point.Name, point.Email, user.Language))
            .ToListAsync(cancellationToken);

    private sealed record StandingFocalPoint(Guid SideId, string Name, string Email, string Language);

    private sealed class InvitedSide(Capacity capacity, bool hasHead)
    {
        public Capacity Capacity { get; } = capacity;

        public bool HasHead { get; } = hasHead;

        public string? Language { get; set; }
    }

    private sealed record DraftRecipient(string Address, string Name, string Language, Guid? SideId, bool IsFocalPoint)
    {
        public List<NoticeAudience> Audiences { get; } = [];

        // A focal point hears of a first release in any case; of a later one whoever finds something different in what may be read.
        public NoticeRecipient? Decide(Release? previous, Release next)
        {
            var isFirst = previous is null;
            var changes = ReleaseChanges.Between((previous?.Sessions ?? []).Where(MayHearOf), next.Sessions.Where(session => isFirst ? IsOwn(session) : MayHearOf(session)));
            return changes.IsEmpty && !(isFirst && IsFocalPoint) ? null : new NoticeRecipient(Address, Name, Language, SideId, IsFocalPoint, changes);
        }

        private bool MayHearOf(ReleasedSession session) => Audiences.Exists(audience => audience.MayHearOf(session));

        private bool IsOwn(ReleasedSession session) => MayHearOf(session) && session.People.Any(
            person => Audiences.Exists(audience => audience.Self.Contains(person.SpeakerId) || audience.OwnSpeakers.Contains(person.SpeakerId)));
    }
}
