using System.Globalization;
using Microsoft.Playwright;

namespace ScoEvents.Bench;

/// <summary>How many bytes the portal keeps for each open staff page, after full collections.</summary>
internal static class CircuitMemory
{
    private const int Pages = 20;

    /// <summary>Signs in as a person of the demonstration, warms up, and opens <see cref="Pages"/> pages of an address.</summary>
    /// <param name="portal">The portal's address; started with the heap hook, see <c>bench/circuits.sh</c>.</param>
    /// <param name="heap">The folder in which the hook is asked.</param>
    /// <param name="path">The staff page.</param>
    public static async Task<int> RunAsync(Uri portal, string heap, string path)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
        });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString() });
        var person = await context.NewPageAsync();
        await person.GotoAsync("/account/sign-in");
        await person.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in as Asha Rao", Exact = true }).ClickAsync();
        await SeeAsync(person);
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await (await OpenAsync(context, path)).CloseAsync();
        }

        var before = await PortalHeap.LiveBytesAsync(heap);
        for (var opened = 0; opened < Pages; opened++)
        {
            await OpenAsync(context, path);
        }

        var after = await PortalHeap.LiveBytesAsync(heap);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{path}: {(after - before) / Pages / 1024} KiB retained for each of {Pages} circuits ({before / 1024} KiB before, {after / 1024} KiB after)"));
        return 0;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await SeeAsync(page);
        return page;
    }

    private static Task SeeAsync(IPage page) => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First.WaitForAsync();
}
