using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Reads published programmes as everybody may know them; drafts are out of its reach.</summary>
public sealed class PublicProgrammeQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The agenda of an announced event by its latest release, or null where there is no such event or its zone is not known; four SQL commands, three before the first release.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>Of sessions that are not open only type and time leave this method (domain rule 13).</remarks>
    public async Task<PublicAgenda?> FindAgendaAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var found = await (
            from planned in PublicEventQueries.Announced(context)
            join state in context.States on planned.CountryId equals state.Id into countries
            from country in countries.DefaultIfEmpty()
            where planned.Slug == slug
            select new
            {
                planned.Id,
                planned.Title,
                planned.Status,
                planned.StartsOn,
                planned.EndsOn,
                planned.DatePrecision,
                planned.TimeZone,
                planned.City,
                planned.ModifiedAt,
                Country = country,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || EventZone.Find(found.TimeZone) is not { } zone)
        {
            return null;
        }

        var parties = await PublicEventQueries.PartiesAsync(context, found.Id, found.StartsOn, cancellationToken);
        var release = await context.Releases.Where(release => release.EventId == found.Id)
            .OrderByDescending(release => release.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return new PublicAgenda(
            found.Id, slug, found.Title, found.Status, new(found.StartsOn, found.EndsOn, found.DatePrecision), zone,
            PublicEventQueries.Place(found.City, found.Country, found.StartsOn), parties, found.ModifiedAt,
            release is null ? null : new PublicRelease(
                release.Id, release.Number, release.Name, release.Note, release.PublishedAt, await SessionsAsync(context, release.Id, cancellationToken)));
    }

    private static async Task<IReadOnlyList<PublicSession>> SessionsAsync(ScoEventsDbContext context, Guid releaseId, CancellationToken cancellationToken)
    {
        var sessions = await context.ReleasedSessions.Where(session => session.ReleaseId == releaseId).ToListAsync(cancellationToken);
        return [.. sessions
            .OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ThenBy(session => session.SessionId)
            .Select(session => session.IsPublic ? Open(session) : Closed(session))];
    }

    private static PublicSession Open(ReleasedSession session) => new(
        session.SessionId, session.Type, session.Access, session.Title, session.Abstract, session.RoomName, session.RoomPosition,
        session.StartsAt, session.EndsAt, session.People, session.IsCancelled, session.Sequence, session.ChangedAt);

    private static PublicSession Closed(ReleasedSession session) => new(
        session.SessionId, session.Type, session.Access, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, 0,
        session.StartsAt, session.EndsAt, [], session.IsCancelled, session.Sequence, session.ChangedAt) { IsClosed = true };
}
