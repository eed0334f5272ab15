using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the people who prepare an event read of its releases: each as it was frozen, and how they differ.</summary>
public sealed class ReleaseQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>All releases of an event, in a fixed number of commands.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Latest first. Refused: <c>not-found</c>.</returns>
    public async Task<Result<EventReleases>> ListAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = await ZoneAsync(context, eventId, cancellationToken);
        return new EventReleases(admitted.Value.Reach.CanOrganise(admitted.Value.Scope), await LinesAsync(context, eventId, zone, cancellationToken));
    }

    /// <summary>The whole programme that a release froze, of whatever age.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="number">Number of the release, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<FrozenProgramme>> GetAsync(Actor actor, Guid eventId, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = await ZoneAsync(context, eventId, cancellationToken);
        var lines = await LinesAsync(context, eventId, zone, cancellationToken);
        if (lines.FirstOrDefault(line => line.Number == number) is not { } release)
        {
            return Error.NotFound();
        }

        var sessions = await context.SessionsOfAsync(eventId, number, cancellationToken);
        return new FrozenProgramme(
            release, lines[0].Number, zone?.Id, admitted.Value.Reach.CanOrganise(admitted.Value.Scope),
            [.. sessions.Where(session => !session.IsCancelled)
                .OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ThenBy(session => session.SessionId)
                .Select(session => FrozenEntry.Of(session, zone))]);
    }

    /// <summary>How a release differs from another, or from the draft as it stands now.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="from">Number of the release that is compared.</param>
    /// <param name="to">Number of the other release, earlier or later; null for the draft.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c> where the event or one of the releases is not there.</returns>
    public async Task<Result<ReleaseDifference>> CompareAsync(Actor actor, Guid eventId, int from, int? to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = await ZoneAsync(context, eventId, cancellationToken);
        var lines = await LinesAsync(context, eventId, zone, cancellationToken);
        var (first, second) = (lines.FirstOrDefault(line => line.Number == from), lines.FirstOrDefault(line => line.Number == to));
        if (first is null || (to is not null && second is null))
        {
            return Error.NotFound();
        }

        var earlier = await context.SessionsOfAsync(eventId, from, cancellationToken);
        var later = to is { } number
            ? await context.SessionsOfAsync(eventId, number, cancellationToken)
            : [.. (await DraftReading.OfAsync(context, eventId, cancellationToken)).Freeze().Select(ReleasedSession.Sketch)];
        return new ReleaseDifference(
            first, second, [.. lines.Select(line => line.Number)], zone?.Id,
            [.. ReleaseChanges.Between(earlier, later).All.Select(change => SessionDifference.Of(change, zone))]);
    }

    /// <summary>What loading a release back would do to the draft, without doing it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="number">Number of the release.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<LoadPreview>> PreviewLoadAsync(Actor actor, Guid eventId, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var sessions = await context.SessionsOfAsync(eventId, number, cancellationToken);
        if (sessions.Count == 0)
        {
            return Error.NotFound();
        }

        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        return (await LoadPlan.OfAsync(context, draft, sessions, cancellationToken)).Preview(number);
    }

    private static async Task<EventZone?> ZoneAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        EventZone.Find(await context.Events.Where(row => row.Id == eventId).Select(row => row.TimeZone).SingleAsync(cancellationToken));

    private static async Task<IReadOnlyList<ReleaseLine>> LinesAsync(ScoEventsDbContext context, Guid eventId, EventZone? zone, CancellationToken cancellationToken)
    {
        var rows = await context.Releases.AsNoTracking().Where(release => release.EventId == eventId).OrderByDescending(release => release.Number)
            .Select(release => new
            {
                release.Number,
                release.Name,
                release.Note,
                release.PublishedAt,
                PublishedBy = context.Users.Where(user => user.Id == release.PublishedBy).Select(user => user.DisplayName).FirstOrDefault(),
                Sessions = release.Sessions.Count(session => !session.IsCancelled),
                Differing = release.Sessions.Count(session => session.ChangedAt == release.PublishedAt),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ReleaseLine(
            row.Number, row.Name, row.Note, zone?.ToLocal(row.PublishedAt) ?? row.PublishedAt.UtcDateTime, row.PublishedBy, row.Sessions, row.Differing))];
    }
}

/// <summary>Reads the sessions of releases.</summary>
internal static class ReleasedSessions
{
    /// <summary>The sessions of one release with those that it calls off, untracked; none where there is no such release.</summary>
    public static Task<List<ReleasedSession>> SessionsOfAsync(this ScoEventsDbContext context, Guid eventId, int number, CancellationToken cancellationToken) =>
        context.ReleasedSessions.AsNoTracking()
            .Where(session => context.Releases.Any(release => release.Id == session.ReleaseId && release.EventId == eventId && release.Number == number))
            .ToListAsync(cancellationToken);
}
