using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The tracks of an event.</summary>
public sealed class TrackQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>All tracks in their order.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<TrackRow>>> ListAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == eventId).OrderBy(track => track.Position).ThenBy(track => track.Id)
            .Select(track => new TrackRow(track.Id, track.Name, track.Color, context.Sessions.Count(session => session.TrackId == track.Id), track.Version))
            .ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<TrackRow>>(tracks);
    }
}

/// <summary>A track in the list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">The color it is shown in.</param>
/// <param name="Sessions">How many sessions belong to it.</param>
/// <param name="Version">Row version.</param>
public sealed record TrackRow(Guid Id, LocalizedText Name, TrackColor Color, int Sessions, uint Version);
