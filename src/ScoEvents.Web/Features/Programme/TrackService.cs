using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Keeps the tracks of an event.</summary>
public sealed class TrackService(IDbContextFactory<ScoEventsDbContext> contexts, IValidator<TrackForm> validator)
{
    /// <summary>Adds a track as the last one.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The track.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The track. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>track.too-many</c>, and as <see cref="Track.Create"/>.</returns>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid eventId, TrackForm form, CancellationToken cancellationToken)
    {
        var id = Guid.Empty;
        var saved = await ChangeAsync(actor, eventId, form, (context, tracks) =>
        {
            if (tracks.Count >= Track.MaxPerEvent)
            {
                return Error.Refused("track.too-many", Track.MaxPerEvent);
            }

            var track = Track.Create(eventId, form.Name.ToText(), form.Color!.Value, tracks.Count);
            if (track.IsSuccess)
            {
                id = track.Value.Id;
                context.Tracks.Add(track.Value);
            }

            return track;
        }, cancellationToken);
        return saved.IsSuccess ? id : Result<Guid>.Fail(saved.Errors);
    }

    /// <summary>Changes name and color of a track.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="trackId">A track of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddAsync"/>.</returns>
    public Task<Result> EditAsync(Actor actor, Guid eventId, Guid trackId, TrackForm form, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, form, (context, tracks) =>
        {
            if (tracks.Find(track => track.Id == trackId) is not { } track)
            {
                return Error.NotFound();
            }

            context.Entry(track).Property(row => row.Version).OriginalValue = form.Version;
            context.Entry(track).Property(row => row.Name).IsModified = true;
            return track.Describe(form.Name.ToText(), form.Color!.Value);
        }, cancellationToken);

    /// <summary>Moves a track before or behind its neighbours; beyond the first and last nothing happens.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="trackId">A track of the event.</param>
    /// <param name="by">Places: below 0 towards the first.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>.</returns>
    public Task<Result> MoveAsync(Actor actor, Guid eventId, Guid trackId, int by, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, null, (_, tracks) =>
        {
            if (tracks.Find(track => track.Id == trackId) is not { } track)
            {
                return Error.NotFound();
            }

            var place = Math.Clamp(tracks.IndexOf(track) + Math.Clamp(by, -tracks.Count, tracks.Count), 0, tracks.Count - 1);
            tracks.Remove(track);
            tracks.Insert(place, track);
            Number(tracks);
            return Result.Success;
        }, cancellationToken);

    /// <summary>Deletes a track; its sessions stay, without a track.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="trackId">A track of the event.</param>
    /// <param name="version">Row version of the track that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid trackId, uint version, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, null, (context, tracks) =>
        {
            if (tracks.Find(track => track.Id == trackId) is not { } track)
            {
                return Error.NotFound();
            }

            tracks.Remove(track);
            Number(tracks);
            context.Tracks.Remove(track);
            context.Entry(track).Property(row => row.Version).OriginalValue = version;
            return Result.Success;
        }, cancellationToken);

    private static void Number(IEnumerable<Track> tracks)
    {
        foreach (var (track, place) in tracks.Select((track, place) => (track, place)))
        {
            track.PlaceAt(place);
        }
    }

    private async Task<Result> ChangeAsync(
        Actor actor, Guid eventId, TrackForm? form, Func<ScoEventsDbContext, List<Track>, Result> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = form is null ? [] : validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        // Places are numbered without gaps, so nobody else may number them meanwhile.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAloneAsync(eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var tracks = await context.Tracks.Where(track => track.EventId == eventId).OrderBy(track => track.Position).ThenBy(track => track.Id).ToListAsync(cancellationToken);
        var changed = change(context, tracks);
        var saved = changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
