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
        await using var browser = await DemoBrowser.OpenAsync(portal, "Asha Rao");
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await (await OpenAsync(browser.Context, path)).CloseAsync();
        }

        var before = await PortalHeap.LiveBytesAsync(heap);
        for (var opened = 0; opened < Pages; opened++)
        {
            await OpenAsync(browser.Context, path);
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
        await DemoBrowser.SeeAsync(page);
        return page;
    }
}
