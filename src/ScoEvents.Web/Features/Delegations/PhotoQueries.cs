using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Reads photographs of delegates.</summary>
public sealed class PhotoQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The photograph of a person. Refused: <c>not-found</c> also where there is none, or the actor neither speaks for the side nor works for the event.</summary>
    public async Task<Result<PhotoFile>> GetAsync(Actor actor, Guid eventId, Guid delegateId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var found = await (
            from photo in context.DelegatePhotos.AsNoTracking()
            where photo.DelegateId == delegateId && photo.EventId == eventId
            join planned in context.Events on photo.EventId equals planned.Id
            select new { photo.SideId, planned.SecretariatId, photo.Bytes, photo.ContentType }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && reach.CanReadDelegation(new EventScope(eventId, found.SecretariatId), found.SideId)
            ? new PhotoFile(found.Bytes, found.ContentType)
            : Error.NotFound();
    }
}

/// <summary>A photograph as it is sent.</summary>
public sealed record PhotoFile(byte[] Bytes, string ContentType);
