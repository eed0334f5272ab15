using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Web.Features.States;

/// <summary>The states by their standing in the SCO on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Groups">The statuses that at least one state had, in the order of protocol.</param>
public sealed record StateRoster(DateOnly Day, IReadOnlyList<StateGroup> Groups);

/// <summary>The states of one status in protocol order.</summary>
public sealed record StateGroup(StateStatus Status, IReadOnlyList<StateRow> States);

/// <summary>A state with the status it had.</summary>
/// <param name="Iso2">ISO code.</param>
/// <param name="Name">The name valid on the day.</param>
/// <param name="Since">The first day of the status.</param>
public sealed record StateRow(string Iso2, LocalizedText Name, DateOnly Since);
