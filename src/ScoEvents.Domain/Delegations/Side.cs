using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Delegations;

/// <summary>A state or an organisation taking part: what is invited, sends a delegation, speaks and signs.</summary>
public sealed class Side
{
    private Side()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The state, or null where the side is an organisation; exactly one of the two is set.</summary>
    public Guid? StateId { get; private set; }

    /// <summary>The organisation, or null where the side is a state.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Makes the side of a state.</summary>
    public static Side Of(State state) => new() { Id = Guid.CreateVersion7(), StateId = state.Id };

    /// <summary>Makes the side of an organisation.</summary>
    public static Side Of(Organisation organisation) => new() { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id };
}
