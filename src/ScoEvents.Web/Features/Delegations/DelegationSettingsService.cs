using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Sets what delegations of an event are asked for, and how large they may be.</summary>
public sealed class DelegationSettingsService(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Changes the rules; who is registered already stays. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>choice</c>, and what <see cref="DelegationSettings.Change"/> refuses.</summary>
    public async Task<Result> ChangeAsync(Actor actor, Guid eventId, DelegationSettingsForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!IsOffered(form))
        {
            return Error.Refused("choice");
        }

        var settings = await context.DelegationSettings.SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken);
        if (settings is null)
        {
            settings = DelegationSettings.For(eventId);
            context.DelegationSettings.Add(settings);
        }
        else
        {
            context.Entry(settings).Property(found => found.Version).OriginalValue = form.Version;
            // Where nothing differs, nothing would be written and a stale copy go unnoticed.
            context.Entry(settings).Property(found => found.Languages).IsModified = true;
        }

        // A room that the event gave up since stays until somebody takes it out.
        var rooms = form.Zones.SelectMany(zone => zone.Rooms).Except(settings.Zones.SelectMany(zone => zone.Rooms)).ToList();
        if (rooms.Count > 0 && await context.Set<EventRoom>().CountAsync(used => used.EventId == eventId && rooms.Contains(used.RoomId), cancellationToken) < rooms.Count)
        {
            return Error.Refused("choice");
        }

        var changed = settings.Change(form.ToRules());
        return changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
    }

    // Enumerations reach the service as numbers that were never offered.
    private static bool IsOffered(DelegationSettingsForm form) =>
        form.Fields.All(row => Enum.IsDefined(row.Field) && Enum.IsDefined(row.Need) && row.ByRole.All(role => Enum.IsDefined(role.Key) && Enum.IsDefined(role.Value)))
        && form.Fields.Select(row => row.Field).Distinct().Count() == form.Fields.Count
        && form.Quotas.All(row => Enum.IsDefined(row.Kind) && (row.Capacity is null || Enum.IsDefined(row.Capacity.Value)) && (row.Role is null || Enum.IsDefined(row.Role.Value)))
        && form.Zones.All(row => row.Id != Guid.Empty && row.Roles.All(Enum.IsDefined));
}

/// <summary>Reads what delegations of an event are asked for.</summary>
public sealed class DelegationSettingsQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The rules as the form of their page; the defaults where nobody set any. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    public async Task<Result<DelegationSettingsForm>> GetFormAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        return admitted.Error is { } refused
            ? refused
            : DelegationSettingsForm.Of(await context.SettingsAsync(eventId, cancellationToken));
    }
}
