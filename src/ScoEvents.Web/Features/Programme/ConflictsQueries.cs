using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the people who prepare an event read of what is wrong in its draft, and of how strictly it is checked.</summary>
public sealed class ConflictsQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Everything that is wrong in the draft, with the acknowledgements that hold.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<ConflictList>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        return new ConflictList(EventZone.Find(draft.Event.TimeZone)?.Id, draft.NamedConflicts());
    }

    /// <summary>What was let stand when a release was made, and why; in the order of the conflicts.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="number">Number of the release.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Empty also where there is no such release. Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<ReleasedConflict>>> GetReleasedAsync(Actor actor, Guid eventId, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var release = await context.Releases.AsNoTracking().Where(row => row.EventId == eventId && row.Number == number)
            .Select(row => new
            {
                row.Acknowledgements,
                Titles = row.Sessions.Select(session => new { session.SessionId, session.Title }).ToList(),
                TimeZone = context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).First(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var acknowledgements = release?.Acknowledgements ?? [];
        var makers = acknowledgements.Select(known => known.By).Distinct().ToList();
        var names = await context.Users.AsNoTracking().Where(user => makers.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var titles = release?.Titles.ToDictionary(session => session.SessionId, session => session.Title) ?? [];
        var zone = EventZone.Find(release?.TimeZone);
        return Result.Ok<IReadOnlyList<ReleasedConflict>>(
        [
            .. acknowledgements.Select(known => new ReleasedConflict(
                known.Kind, titles.GetValueOrDefault(known.SessionId) ?? LocalizedText.Empty, known.OtherId is { } other ? titles.GetValueOrDefault(other) : null,
                known.Reason, names.GetValueOrDefault(known.By), zone?.ToLocal(known.At) ?? known.At.UtcDateTime)),
        ]);
    }

    /// <summary>How strictly the programme is checked.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<SettingsEdit>> GetSettingsAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var settings = await context.ProgrammeSettings.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId, cancellationToken)
            ?? ProgrammeSettings.For(eventId);
        var named = settings.TravelTimes.SelectMany(time => new[] { time.From, time.To }).Distinct().ToList();
        var venues = await context.EventVenuesAsync(eventId, cancellationToken);
        var others = await context.Venues.AsNoTracking().Where(venue => named.Contains(venue.Id)).OrderBy(venue => venue.Id)
            .Select(venue => new Choice(venue.Id, venue.Name))
            .ToListAsync(cancellationToken);
        return new SettingsEdit(ProgrammeSettingsForm.Of(settings), [.. venues.UnionBy(others, venue => venue.Id)]);
    }
}
