using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Reads published programmes as everybody may know them; drafts are out of its reach.</summary>
/// <remarks>Of sessions that are not public only type and time leave this class (domain rule 13), by the marking that each release froze.</remarks>
public sealed class PublicProgrammeQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    private const int MaxReleases = 50;

    /// <summary>The agenda of an announced event by its latest release, or null where there is no such event or its zone is not known; four SQL commands, three before the first release.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<PublicAgenda?> FindAgendaAsync(string slug, CancellationToken cancellationToken) =>
        FindAsync(slug, null, session => true, cancellationToken);

    /// <summary>The agenda as one release published it, or null where there is no such release; four SQL commands.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="number">Number of the release, from 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<PublicAgenda?> FindReleaseAsync(string slug, int number, CancellationToken cancellationToken) =>
        await FindAsync(slug, number, session => true, cancellationToken) is { Release: not null } agenda ? agenda : null;

    /// <summary>A session of the latest release, also one that was cancelled since an earlier one; null where there is none or it is closed; five SQL commands.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<PublicSessionDetails?> FindSessionAsync(string slug, Guid sessionId, CancellationToken cancellationToken)
    {
        var agenda = await FindAsync(slug, null, session => session.SessionId == sessionId, cancellationToken);
        return agenda?.Release?.Sessions is [{ IsClosed: false } session]
            ? new PublicSessionDetails(agenda, session) { Documents = await DocumentsAsync(agenda.EventId, session, cancellationToken) }
            : null;
    }

    /// <summary>The standing sessions of an announced event's latest release, by start, then by room; empty where there is none; one SQL command.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<PublicSession>> StandingSessionsAsync(Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var latest = context.Releases.Where(release => release.EventId == eventId
            && PublicEventQueries.Announced(context).Any(planned => planned.Id == eventId)
            && !context.Releases.Any(later => later.EventId == eventId && later.Number > release.Number));
        var sessions = await context.ReleasedSessions
            .Where(session => !session.IsCancelled && latest.Any(release => release.Id == session.ReleaseId))
            .ToListAsync(cancellationToken);
        return Shown(sessions);
    }

    /// <summary>The last 50 releases of an announced event, or null where there is no such event or its zone is not known; two SQL commands.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<PublicReleases?> FindReleasesAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var found = await PublicEventQueries.Announced(context).Where(planned => planned.Slug == slug)
            .Select(planned => new { planned.Id, planned.Title, planned.TimeZone }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || EventZone.Find(found.TimeZone) is not { } zone)
        {
            return null;
        }

        var entries = await context.Releases.Where(release => release.EventId == found.Id)
            .OrderByDescending(release => release.Number).Take(MaxReleases)
            .Select(release => new PublicReleaseEntry(release.Id, release.Number, release.Name, release.Note, release.PublishedAt))
            .ToListAsync(cancellationToken);
        return new PublicReleases(found.Id, slug, found.Title, zone, entries);
    }

    /// <remarks>Documents are not frozen: what was withdrawn or marked anew is gone at once, but for a page that is kept a minute.</remarks>
    private async Task<IReadOnlyList<PublicDocument>> DocumentsAsync(Guid eventId, PublicSession session, CancellationToken cancellationToken)
    {
        if (session.IsCancelled)
        {
            return [];
        }

        await using var context = await OpenAsync(cancellationToken);
        var documents = await context.SessionDocuments
            .Where(document => document.EventId == eventId && document.SessionId == session.Id)
            .OrderBy(document => document.Position).ThenBy(document => document.Id)
            .Select(document => new
            {
                document.Title,
                Files = document.Versions.Where(version => version.Classification == Classification.Clear && version.WithdrawnAt == null)
                    .Select(version => new PublicDocumentFile(version.Id, version.Language, version.Revision, version.Size)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. documents.Where(document => document.Files.Count > 0).Select(document => new PublicDocument(
            document.Title,
            [.. Languages.All.Select(language => document.Files.Where(file => file.Language == language).MaxBy(file => file.Revision)).OfType<PublicDocumentFile>()]))];
    }

    private async Task<PublicAgenda?> FindAsync(
        string slug, int? number, Expression<Func<ReleasedSession, bool>> wanted, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
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
                planned.FormerStartsOn,
                planned.FormerEndsOn,
                planned.Notice,
                Country = country,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || EventZone.Find(found.TimeZone) is not { } zone)
        {
            return null;
        }

        var parties = await PublicEventQueries.PartiesAsync(context, found.Id, found.StartsOn, cancellationToken);
        var dates = new EventDates(found.StartsOn, found.EndsOn, found.DatePrecision);
        return new PublicAgenda(
            found.Id, slug, found.Title, found.Status, dates, zone,
            PublicEventQueries.Place(found.City, found.Country, found.StartsOn), parties, found.ModifiedAt,
            await ReleaseAsync(context, found.Id, number, wanted, cancellationToken))
        {
            News = new EventNews(
                found.Status, dates, found.FormerStartsOn is null ? null : new EventDates(found.FormerStartsOn, found.FormerEndsOn, DatePrecision.Day), found.Notice),
        };
    }

    private static async Task<PublicRelease?> ReleaseAsync(
        ScoEventsDbContext context, Guid eventId, int? number, Expression<Func<ReleasedSession, bool>> wanted, CancellationToken cancellationToken)
    {
        var releases = context.Releases.Where(release => release.EventId == eventId);
        var release = await releases
            .Where(release => number == null || release.Number == number)
            .OrderByDescending(release => release.Number)
            .Select(release => new { release.Id, release.Number, release.Name, release.Note, release.PublishedAt, Latest = releases.Max(other => other.Number) })
            .FirstOrDefaultAsync(cancellationToken);
        if (release is null)
        {
            return null;
        }

        var sessions = await context.ReleasedSessions.Where(session => session.ReleaseId == release.Id).Where(wanted).ToListAsync(cancellationToken);
        return new PublicRelease(release.Id, release.Number, release.Name, release.Note, release.PublishedAt, Shown(sessions)) { LatestNumber = release.Latest };
    }

    private static IReadOnlyList<PublicSession> Shown(List<ReleasedSession> sessions) =>
        [.. sessions
            .OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ThenBy(session => session.SessionId)
            .Select(session => session.IsPublic ? Open(session) : Closed(session))];

    private static PublicSession Open(ReleasedSession session) => new(
        session.SessionId, session.Type, session.Access, session.Title, session.Abstract, session.RoomName, session.RoomPosition,
        session.StartsAt, session.EndsAt, session.People, session.IsCancelled, session.Sequence, session.ChangedAt)
    {
        RoomId = session.RoomId,
        Venue = session.VenueName,
        Track = session.Track,
        InterpretedInto = session.InterpretedInto,
        AgendaItems = session.AgendaItems,
    };

    private static PublicSession Closed(ReleasedSession session) => new(
        session.SessionId, session.Type, session.Access, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, 0,
        session.StartsAt, session.EndsAt, [], session.IsCancelled, session.Sequence, session.ChangedAt)
    {
        IsClosed = true,
    };

    private async Task<ScoEventsDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }
}
