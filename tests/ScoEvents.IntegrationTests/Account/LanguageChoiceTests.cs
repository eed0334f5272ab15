using ScoEvents.IntegrationTests.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

/// <summary>The language that a person chose is the one in which mails are written to the person.</summary>
[Collection(RunningPortalCollection.Name)]
public sealed class LanguageChoiceTests(RunningPortal portal)
{
    [Fact]
    public async Task A_signed_in_person_who_chooses_a_language_gets_mails_in_it()
    {
        var (actor, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();
        await client.GetAsync("/language/hi");
        var before = await LanguageAsync();
        await client.SignInAsync(email, TestAccounts.Password);

        await client.GetAsync("/language/zh");

        Assert.Equal(("en", "zh"), (before, await LanguageAsync()));

        async Task<object?> LanguageAsync() => await portal.Database.ScalarAsync($"SELECT language FROM users WHERE id = '{actor.UserId}'");
    }
}
