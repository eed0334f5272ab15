using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Api;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>What tests of the interface arrange: tokens, an event with a room, and bodies that are accepted.</summary>
internal sealed class ApiDesk(PublicPortal portal)
{
    public OrganiserDesk Organisers { get; } = new(portal.Database);

    /// <summary>A token of a user.</summary>
    public async Task<NewToken> TokenAsync(Actor actor, params ApiScope[] scopes)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<ApiTokenService>()
            .MakeAsync(actor, new ApiTokenForm { Name = "Test", Scopes = [.. scopes], Days = 30 }, default);
        return OrganiserDesk.Value(made);
    }

    /// <summary>A token of a focal point of one event only, who would else see those of other tests; all that concerns delegations unless scopes are named.</summary>
    public async Task<NewToken> FocalPointTokenAsync(Actor focalPoint, Guid eventId, string side, params ApiScope[] scopes)
    {
        await portal.Database.RevokeAllAsync(focalPoint);
        await portal.Database.GrantAsync(focalPoint, Role.FocalPoint, new GrantScope(EventId: eventId, SideId: await portal.Database.SideAsync(side)));
        return await TokenAsync(
            focalPoint, scopes.Length > 0 ? scopes : [ApiScope.DelegationsRead, ApiScope.DelegationsWrite, ApiScope.PersonalRead, ApiScope.PersonalWrite]);
    }

    /// <summary>Takes a token back.</summary>
    public async Task RevokeAsync(Actor actor, Guid tokenId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<ApiTokenService>().RevokeAsync(actor, tokenId, default)).IsSuccess);
    }

    /// <summary>An organiser with a token that may change programmes, and an event with a room.</summary>
    public async Task<(Actor Organiser, string Token, Guid EventId, Guid RoomId)> PlannedAsync()
    {
        var organiser = await portal.Database.OrganiserAsync();
        var eventId = await Organisers.EventAsync(organiser);
        var roomId = await Organisers.RoomAsync(organiser, eventId, $"Hall {Guid.NewGuid():N}");
        return (organiser, (await TokenAsync(organiser, ApiScope.ProgrammeRead, ApiScope.ProgrammeWrite)).Text, eventId, roomId);
    }

    /// <summary>A session that is accepted.</summary>
    public static object Session(string title, Guid? roomId = null, string startsAt = "09:00:00", string endsAt = "10:00:00") => new
    {
        type = "thematicSession",
        access = "open",
        title = new { en = title },
        place = roomId is null ? null : new { day = "2026-12-07", roomId, startsAt, endsAt },
    };

    /// <summary>A key of a request's own.</summary>
    public static (string Name, string Value) Key(string? key = null) => ("Idempotency-Key", key ?? Guid.NewGuid().ToString());
}
