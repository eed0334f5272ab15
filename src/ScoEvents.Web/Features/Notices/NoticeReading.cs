using ScoEvents.Domain.Access;
using ScoEvents.Domain.Notices;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.DailyLists;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Webhooks;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Notices;

/// <summary>Makes of what is kept what the reader may read today, and where it leads.</summary>
internal sealed record NoticeReading(
    Reach Reach, PortalLanguage Language, Dictionary<Guid, SideName> Sides, Dictionary<(Guid Event, Guid Side), Guid> Invitations, Dictionary<Guid, NoticeSession> Sessions)
{
    public NoticeRow Row(FoundNotice found)
    {
        var notice = found.Notice;
        var isStaff = Reach.CanReadDraft(new EventScope(notice.EventId, found.SecretariatId));
        var side = notice.SideId is { } sideId ? Sides.GetValueOrDefault(sideId) : null;
        var session = notice.SessionId is { } sessionId ? Sessions.GetValueOrDefault(sessionId) : null;
        return new NoticeRow(notice.Id, notice.Kind, notice.Count, found.Title, notice.CreatedAt, notice.ReadAt is not null, AddressOf(found, isStaff, session))
        {
            Side = side?.Name,
            SideCode = side?.Code,
            Session = isStaff ? session?.Draft ?? session?.Released : notice.Kind == NoticeKind.SessionMoved ? session?.Released : null,
            Number = notice.Number,
            TimeZone = found.TimeZone,
            City = found.City,
            FallbackOrder = found.FallbackOrder,
        };
    }

    private string AddressOf(FoundNotice found, bool isStaff, NoticeSession? session)
    {
        var (notice, eventId) = (found.Notice, found.Notice.EventId);
        var home = isStaff ? PortalRoutes.StaffEvent(eventId) : found.IsPublic ? PortalRoutes.PublicEvent(Language, found.Slug) : PortalRoutes.StaffHome;
        var invitation = notice.SideId is { } side && Invitations.TryGetValue((eventId, side), out var id) ? id : (Guid?)null;
        return notice.Kind switch
        {
            NoticeKind.InvitationAccepted or NoticeKind.InvitationDeclined => isStaff && invitation is { } answered ? InvitationRoutes.Invitation(eventId, answered) : home,
            NoticeKind.PersonsSubmitted => isStaff ? AccreditationRoutes.Queue(eventId, new ReviewFilter(ReviewShelf.Waiting, notice.SideId)) : home,
            NoticeKind.InvitationIssued or NoticeKind.InvitationWithdrawn or NoticeKind.PersonsReturned or NoticeKind.PersonsApproved or NoticeKind.PersonsRefused or NoticeKind.PersonsRevoked =>
                invitation is { } own && notice.SideId is { } ownSide && Reach.SpeaksFor(eventId, ownSide) ? PortalRoutes.StaffInvitation(own) : home,
            NoticeKind.ReleasePublished => isStaff && notice.Number is { } number ? ReleaseRoutes.Release(eventId, number) : found.IsPublic ? PortalRoutes.Agenda(Language, found.Slug) : home,
            NoticeKind.SessionMoved => isStaff ? EventRoutes.Session(eventId, notice.SessionId!.Value)
                : found.IsPublic ? session is { IsOpen: true } ? PortalRoutes.PublicSession(Language, found.Slug, notice.SessionId!.Value) : PortalRoutes.Agenda(Language, found.Slug) : home,
            NoticeKind.DailyListStopped => isStaff ? DailyListRoutes.Page(eventId) : home,
            NoticeKind.WebhookStopped => isStaff ? WebhookRoutes.Webhooks(eventId) : home,
            NoticeKind.FocalPointLinkUsed => isStaff ? DelegationRoutes.FocalPoints(eventId) : invitation is { } office ? FocalPoints.FocalPointRoutes.Own(office) : home,
            NoticeKind.MailFailed => isStaff ? MailRoutes.Mails(eventId) : home,
            NoticeKind.ConflictAppeared => isStaff ? ConflictRoutes.Conflicts(eventId) : home,
            NoticeKind.EventPostponed or NoticeKind.EventCancelled => home,
        };
    }
}
