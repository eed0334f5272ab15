using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Notices;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Notices;

/// <summary>What a person is told of within the portal: the own notices, each as far as the person may still read what it is about.</summary>
public sealed class NoticeQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Notices on a page.</summary>
    public const int PageSize = 25;

    /// <summary>How many are unread; two SQL commands, one for the public, which has none.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<int> CountUnreadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        return await Own(context, actor, reach).CountAsync(found => found.Notice.ReadAt == null, cancellationToken);
    }

    /// <summary>A page of them, the latest first; ten SQL commands.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="language">The reader's, for addresses of public pages.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<NoticeList> ListAsync(Actor actor, NoticeFilter filter, PortalLanguage language, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var own = Own(context, actor, reach);
        var unread = await own.CountAsync(found => found.Notice.ReadAt == null, cancellationToken);
        var events = await own.GroupBy(found => new { found.Notice.EventId }).Select(group => new { group.Key.EventId, Last = group.Max(found => found.Notice.CreatedAt) })
            .OrderByDescending(group => group.Last).Take(100)
            .Join(context.Events, group => group.EventId, planned => planned.Id, (group, planned) => new { group.Last, planned.Id, planned.Title })
            .OrderByDescending(group => group.Last).ToListAsync(cancellationToken);
        var asked = own.Where(found => (!filter.OnlyUnread || found.Notice.ReadAt == null) && (filter.EventId == null || found.Notice.EventId == filter.EventId));
        var total = await asked.CountAsync(cancellationToken);
        var pageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pageCount);
        var found = await asked.OrderByDescending(row => row.Notice.CreatedAt).ThenBy(row => row.Notice.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var reading = new NoticeReading(
            reach, language,
            await context.SideNamesAsync([.. found.Select(row => row.Notice.SideId).OfType<Guid>().Distinct()], null, cancellationToken),
            await InvitationsAsync(context, found, cancellationToken),
            await SessionsAsync(context, found, cancellationToken));
        return new NoticeList(
            [.. found.Select(reading.Row)], unread, total, page, pageCount, [.. events.Select(planned => new NoticeEvent(planned.Id, planned.Title))]);
    }

    // Whoever lost the right to know of an event that is not public hears no more of it, also not of what was told before.
    private static IQueryable<FoundNotice> Own(ScoEventsDbContext context, Actor actor, Reach reach)
    {
        var events = reach.Roles.Select(held => held.Scope.EventId).OfType<Guid>().ToList();
        var secretariats = reach.Roles.Select(held => held.Scope.SecretariatId).OfType<Guid>().ToList();
        var sides = reach.Roles.Where(held => held.Role == Role.FocalPoint && held.Scope.EventId is null).Select(held => held.Scope.SideId!.Value).ToList();
        return from notice in context.Notices.AsNoTracking()
               join planned in context.Events.AsNoTracking() on notice.EventId equals planned.Id
               where notice.UserId == actor.UserId
                   && (planned.AnnouncedAt != null || events.Contains(planned.Id) || (planned.SecretariatId != null && secretariats.Contains(planned.SecretariatId.Value))
                       || context.Invitations.Any(invitation => invitation.EventId == planned.Id && sides.Contains(invitation.SideId)))
               select new FoundNotice
               {
                   Notice = notice, Title = planned.Title, Slug = planned.Slug, TimeZone = planned.TimeZone, City = planned.City, FallbackOrder = planned.FallbackOrder, SecretariatId = planned.SecretariatId, IsPublic = planned.AnnouncedAt != null,
               };
    }

    private static async Task<Dictionary<(Guid Event, Guid Side), Guid>> InvitationsAsync(ScoEventsDbContext context, List<FoundNotice> found, CancellationToken cancellationToken)
    {
        var (events, sides) = (found.Select(row => row.Notice.EventId).Distinct().ToList(), found.Select(row => row.Notice.SideId).OfType<Guid>().Distinct().ToList());
        return await context.Invitations.AsNoTracking().Where(invitation => events.Contains(invitation.EventId) && sides.Contains(invitation.SideId))
            .ToDictionaryAsync(invitation => (invitation.EventId, invitation.SideId), invitation => invitation.Id, cancellationToken);
    }

    // Who speaks in a session knows it; of the draft only who works for the event does.
    private static async Task<Dictionary<Guid, NoticeSession>> SessionsAsync(ScoEventsDbContext context, List<FoundNotice> found, CancellationToken cancellationToken)
    {
        var wanted = found.Select(row => row.Notice.SessionId).OfType<Guid>().Distinct().ToList();
        var sessions = await context.ReleasedSessions.AsNoTracking().Where(session => wanted.Contains(session.SessionId))
            .Join(context.Releases, session => session.ReleaseId, release => release.Id, (session, release) => new { session.SessionId, session.Title, session.Access, session.Classification, release.Number })
            .OrderBy(session => session.Number).ToListAsync(cancellationToken);
        var drafts = await context.Sessions.AsNoTracking().Where(session => wanted.Contains(session.Id)).Select(session => new { session.Id, session.Title }).ToListAsync(cancellationToken);
        var known = drafts.ToDictionary(session => session.Id, session => new NoticeSession(null, session.Title, false));
        foreach (var session in sessions)
        {
            known[session.SessionId] = new NoticeSession(session.Title, known.GetValueOrDefault(session.SessionId)?.Draft, session.Access == SessionAccess.Open && session.Classification == Classification.Clear);
        }

        return known;
    }
}

/// <summary>A notice with its event.</summary>
internal sealed class FoundNotice
{
    public required Notice Notice { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Slug { get; init; }

    public required string? TimeZone { get; init; }

    public required LocalizedText City { get; init; }

    public required IReadOnlyList<string> FallbackOrder { get; init; }

    public required Guid? SecretariatId { get; init; }

    public required bool IsPublic { get; init; }
}

/// <summary>A session by its newest release and by its draft.</summary>
/// <param name="Released">Title in the newest release, or null.</param>
/// <param name="Draft">Title in the draft, or null.</param>
/// <param name="IsOpen">Whether everybody may read the newest release's.</param>
internal sealed record NoticeSession(LocalizedText? Released, LocalizedText? Draft, bool IsOpen);
