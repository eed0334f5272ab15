using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>An event to which two sides come, each with a head: the focal point of the first is the one who tries.</summary>
/// <remarks>Every person whom a test registers for the first side is called Own, so that anything else that shows is another side's.</remarks>
public sealed class TwoSides : IAsyncLifetime
{
    public TestDatabase Database { get; } = new();

    public Actor Organiser { get; private set; } = Actor.Public;

    public Actor Kazakhstan { get; private set; } = Actor.Public;

    public Guid EventId { get; private set; }

    public Guid OfKazakhstan { get; private set; }

    public Guid OfUzbekistan { get; private set; }

    internal DelegationsDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Desk = new DelegationsDesk(Database);
        Organiser = await Database.OrganiserAsync();
        EventId = await Desk.EventAsync(quota: 50);
        (Kazakhstan, OfKazakhstan) = await Desk.AcceptedAsync(Organiser, EventId, "KZ");
        (var uzbekistan, OfUzbekistan) = await Desk.AcceptedAsync(Organiser, EventId, "UZ");
        Assert.True((await Desk.Delegations.RegisterAsync(Kazakhstan, OfKazakhstan, DelegationsDesk.Person("Own", DelegationRole.Head), default)).IsSuccess);
        Assert.True((await Desk.Delegations.RegisterAsync(uzbekistan, OfUzbekistan, DelegationsDesk.Person("Foreign", DelegationRole.Head), default)).IsSuccess);
    }

    public Task DisposeAsync() => Database.DisposeAsync();
}
