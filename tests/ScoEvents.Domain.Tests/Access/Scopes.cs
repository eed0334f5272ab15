using ScoEvents.Domain.Access;

namespace ScoEvents.Domain.Tests.Access;

/// <summary>Every combination of the parts of a scope, by name.</summary>
internal static class Scopes
{
    public static readonly Guid Secretariat = Guid.NewGuid();
    public static readonly Guid Event = Guid.NewGuid();
    public static readonly Guid Side = Guid.NewGuid();

    public static IReadOnlyDictionary<string, GrantScope> All { get; } = new Dictionary<string, GrantScope>
    {
        ["portal"] = GrantScope.Portal,
        ["secretariat"] = GrantScope.Secretariat(Secretariat),
        ["event"] = GrantScope.Event(Event),
        ["side"] = GrantScope.Side(Side),
        ["side at event"] = new(EventId: Event, SideId: Side),
        ["secretariat and event"] = new(SecretariatId: Secretariat, EventId: Event),
        ["secretariat and side"] = new(SecretariatId: Secretariat, SideId: Side),
        ["all three"] = new(Secretariat, Event, Side),
    };
}
