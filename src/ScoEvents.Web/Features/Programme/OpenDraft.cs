using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What stands before every change of a draft.</summary>
internal static class OpenDraft
{
    /// <summary>The gate for those who change the programme.</summary>
    public static Task<Result<EventAdmission>> AdmitOrganiserAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);

    /// <summary>The event with its rooms, untracked, kept from being published or losing a room until the transaction ends. Refused: <c>event.closed</c>.</summary>
    public static async Task<Result<ScoEvent>> OpenEventAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.ShareEventAsync(eventId, cancellationToken);
        return await ReadAsync(context, eventId, cancellationToken);
    }

    /// <summary>As <see cref="OpenEventAsync"/>, and nobody else changes anything in the draft meanwhile.</summary>
    public static async Task<Result<ScoEvent>> OpenEventAloneAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.LockEventAsync(eventId, cancellationToken);
        return await ReadAsync(context, eventId, cancellationToken);
    }

    private static async Task<Result<ScoEvent>> ReadAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        return planned.IsClosed ? Error.Refused("event.closed") : planned;
    }
}
