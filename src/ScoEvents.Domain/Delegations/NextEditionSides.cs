using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Delegations;

/// <summary>What became of an invited side between one edition and the next.</summary>
public enum SideChange
{
    /// <summary>It is invited in the same capacity as then.</summary>
    Same,

    /// <summary>It has another status now, and is invited in that capacity.</summary>
    OtherStatus,

    /// <summary>It had no status in the group then, holds one now, and the group was invited.</summary>
    New,

    /// <summary>Its status has ended: it is not proposed; an organiser may still invite it as a guest.</summary>
    Ended,

    /// <summary>It receives this time, so it invites itself to nothing.</summary>
    Host,
}

/// <summary>A side that was invited to one edition.</summary>
/// <param name="SideId">The side.</param>
/// <param name="Capacity">In what capacity.</param>
/// <param name="Quota">Persons it could send, from 1.</param>
public sealed record InvitedSide(Guid SideId, Capacity Capacity, int Quota);

/// <summary>A side as the next edition finds it.</summary>
/// <param name="SideId">The side.</param>
/// <param name="Then">In what capacity it was invited, or null where it was not.</param>
/// <param name="Now">In what capacity it is proposed, or null where it is not.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Quota">Persons it could send then; null where it was not invited.</param>
public sealed record ProposedSide(Guid SideId, Capacity? Then, Capacity? Now, SideChange Change, int? Quota);

/// <summary>Reads the invited sides of one edition anew by the statuses of the next one's first day; nothing is sent.</summary>
/// <remarks>Domain rules 1, 3 and 4: a status is asked as of a day, and a state that was left out on purpose is left out again.</remarks>
public static class NextEditionSides
{
    /// <summary>One line for each side that was invited, in their order, then one for each state that is new in an invited group, in protocol order.</summary>
    /// <param name="invited">The standing invitations of the edition before.</param>
    /// <param name="states">All states by the side each is.</param>
    /// <param name="then">The first day of the edition before.</param>
    /// <param name="now">The first day of the next one.</param>
    /// <param name="hosts">Sides that receive the next one.</param>
    public static IReadOnlyList<ProposedSide> Propose(
        IReadOnlyList<InvitedSide> invited, IReadOnlyDictionary<Guid, State> states, DateOnly then, DateOnly now, IReadOnlyCollection<Guid> hosts)
    {
        var known = invited.Select(side => side.SideId).ToHashSet();
        var groups = invited.Select(side => GroupOf(side.Capacity)).Where(group => group is not Group.None).ToHashSet();
        var newcomers = states
            .Where(pair => !known.Contains(pair.Key) && !hosts.Contains(pair.Key))
            .Select(pair => (SideId: pair.Key, State: pair.Value, Capacity: Invitation.CapacityOf(pair.Value.StatusOn(now))))
            .Where(side => groups.Contains(GroupOf(side.Capacity)) && GroupOf(Invitation.CapacityOf(side.State.StatusOn(then))) != GroupOf(side.Capacity))
            .OrderBy(side => side.Capacity).ThenBy(side => side.State.ProtocolRankRussian);
        return
        [
            .. invited.Select(side => Read(side, states.GetValueOrDefault(side.SideId), now, hosts)),
            .. newcomers.Select(side => new ProposedSide(side.SideId, null, side.Capacity, SideChange.New, null)),
        ];
    }

    private static ProposedSide Read(InvitedSide side, State? state, DateOnly now, IReadOnlyCollection<Guid> hosts)
    {
        if (hosts.Contains(side.SideId))
        {
            return new ProposedSide(side.SideId, side.Capacity, null, SideChange.Host, side.Quota);
        }

        var capacity = state is not null && (GroupOf(side.Capacity) is not Group.None || side.Capacity == Capacity.Guest)
            ? Invitation.CapacityOf(state.StatusOn(now))
            : side.Capacity;
        if (capacity == side.Capacity)
        {
            return new ProposedSide(side.SideId, side.Capacity, capacity, SideChange.Same, side.Quota);
        }

        return capacity == Capacity.Guest
            ? new ProposedSide(side.SideId, side.Capacity, null, SideChange.Ended, side.Quota)
            : new ProposedSide(side.SideId, side.Capacity, capacity, SideChange.OtherStatus, side.Quota);
    }

    // Observers and dialogue partners became partners in 2025: to invite one of the three meant to invite whoever is not a member but belongs.
    private static Group GroupOf(Capacity capacity) => capacity switch
    {
        Capacity.Member => Group.Members,
        Capacity.Observer or Capacity.DialoguePartner or Capacity.Partner => Group.Others,
        _ => Group.None,
    };

    private enum Group
    {
        None,
        Members,
        Others,
    }
}
