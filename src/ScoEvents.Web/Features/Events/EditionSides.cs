using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;

namespace ScoEvents.Web.Features.Events;

/// <summary>Reads whom one edition invited and what the next one makes of it.</summary>
internal static class EditionSides
{
    /// <summary>Who was invited and has not said no.</summary>
    public static readonly InvitationStatus[] Concerned = [InvitationStatus.Issued, InvitationStatus.Delivered, InvitationStatus.Accepted, InvitationStatus.NoReply];

    // A side that said no to one edition may come to the next.
    private static readonly InvitationStatus[] _standing = [.. Concerned, InvitationStatus.Declined];

    /// <summary>The invited sides of an event anew by the statuses of another first day; three commands.</summary>
    public static async Task<IReadOnlyList<ProposedSide>> ProposeSidesAsync(
        this ScoEventsDbContext context, ScoEvent source, DateOnly firstDay, IReadOnlyCollection<Guid> hosts, CancellationToken cancellationToken)
    {
        var invited = await context.Invitations.AsNoTracking()
            .Where(invitation => invitation.EventId == source.Id && _standing.Contains(invitation.Status))
            .Select(invitation => new InvitedSide(invitation.SideId, invitation.Capacity, invitation.Quota))
            .ToListAsync(cancellationToken);
        if (invited.Count == 0)
        {
            return [];
        }

        var states = await context.States.AsNoTracking().Include(state => state.Periods).ToDictionaryAsync(state => state.Id, cancellationToken);
        var sides = await context.Sides.AsNoTracking().Where(side => side.StateId != null)
            .Select(side => new { side.Id, StateId = side.StateId!.Value })
            .ToDictionaryAsync(side => side.Id, side => states[side.StateId], cancellationToken);
        var sorted = invited.OrderBy(side => side.Capacity).ThenBy(side => sides.GetValueOrDefault(side.SideId)?.ProtocolRankRussian ?? int.MaxValue).ThenBy(side => side.SideId);
        return NextEditionSides.Propose([.. sorted], sides, source.StartsOn!.Value, firstDay, hosts);
    }

    /// <summary>The same with the names that the sides have on the day; two commands.</summary>
    public static async Task<IReadOnlyList<ProposedSideRow>> NameAsync(
        this ScoEventsDbContext context, IReadOnlyList<ProposedSide> proposed, DateOnly day, CancellationToken cancellationToken)
    {
        if (proposed.Count == 0)
        {
            return [];
        }

        var names = await context.SideNamesAsync([.. proposed.Select(side => side.SideId)], day, cancellationToken);
        return [.. proposed.Select(side => new ProposedSideRow(names[side.SideId].Name, names[side.SideId].Code, side.Then, side.Now, side.Change))];
    }
}
