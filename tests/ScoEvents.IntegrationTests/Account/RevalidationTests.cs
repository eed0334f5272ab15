using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using ScoEvents.Web.Account;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

/// <summary>What a live page is asked every 30 seconds.</summary>
public sealed class RevalidationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_person_whose_account_did_not_change_goes_on()
    {
        var (actor, _) = await database.AccountAsync();

        Assert.True(await IsStillSignedInAsync(actor, await StampAsync(actor)));
    }

    [Fact]
    public async Task A_person_whose_account_was_removed_is_refused()
    {
        var (actor, _) = await database.AccountAsync();
        var stamp = await StampAsync(actor);

        await database.ScalarAsync($"DELETE FROM users WHERE id = '{actor.UserId}'");

        Assert.False(await IsStillSignedInAsync(actor, stamp));
    }

    [Fact]
    public async Task A_person_whose_password_was_changed_is_refused()
    {
        var (actor, _) = await database.AccountAsync();
        var stamp = await StampAsync(actor);

        await database.ScalarAsync($"UPDATE users SET security_stamp = 'another' WHERE id = '{actor.UserId}'");

        Assert.False(await IsStillSignedInAsync(actor, stamp));
    }

    [Fact]
    public async Task A_person_whose_account_was_locked_is_refused()
    {
        var (actor, _) = await database.AccountAsync();
        var stamp = await StampAsync(actor);

        await database.ScalarAsync($"UPDATE users SET lockout_end = 'infinity' WHERE id = '{actor.UserId}'");

        Assert.False(await IsStillSignedInAsync(actor, stamp));
    }

    private async Task<string> StampAsync(Actor actor) =>
        (string)(await database.ScalarAsync($"SELECT security_stamp FROM users WHERE id = '{actor.UserId}'"))!;

    private async Task<bool> IsStillSignedInAsync(Actor actor, string stamp)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(TimeProvider.System);
        services.AddScoEventsData(_ => database.AppConnectionString);
        services.AddIdentityCore<PortalUser>().AddEntityFrameworkStores<ScoEventsDbContext>();
        await using var provider = services.BuildServiceProvider();
        using var signIn = ActivatorUtilities.CreateInstance<RevalidatingSignIn>(provider);
        var claims = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, $"{actor.UserId}"), new Claim(new ClaimsIdentityOptions().SecurityStampClaimType, stamp)], "test");
        var question = typeof(RevalidatingSignIn).GetMethod("ValidateAuthenticationStateAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return await (Task<bool>)question.Invoke(signIn, [new AuthenticationState(new ClaimsPrincipal(claims)), CancellationToken.None])!;
    }
}
