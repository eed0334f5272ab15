using System.Globalization;
using Microsoft.Playwright;

namespace ScoEvents.Bench;

/// <summary>How long the timetable takes to open in a browser, and a drop until the server has confirmed it.</summary>
internal static class BoardTime
{
    private const int Openings = 10;
    private const int Drops = 40;

    /// <summary>Signs in as a person of the demonstration, opens the timetable again and again, and moves cards up and down.</summary>
    /// <param name="portal">The portal's address.</param>
    /// <param name="eventId">An event of <see cref="BoardSeed"/>.</param>
    public static async Task<int> RunAsync(Uri portal, string eventId)
    {
        await using var browser = await DemoBrowser.OpenAsync(portal, "Asha Rao");
        var page = browser.Page;
        var address = $"/staff/events/{eventId}/programme";
        await OpenAsync(page, address);
        Report("board opens (address to the cards of a day)", await MeasureAsync(Openings, _ => OpenAsync(page, address)));
        await DropAsync(page, 0);
        Report("drop confirmed (button up to the card at its new place)", await MeasureAsync(Drops, number => DropAsync(page, number + 1)));
        return 0;
    }

    private static async Task<double> OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.Locator("[data-session]").First.WaitForAsync();
        // From the start of the navigation, by the browser's own clock.
        return await page.EvaluateAsync<double>("performance.now()");
    }

    // Down by a quarter of an hour and back up, the last session of the first room.
    private static async Task<double> DropAsync(IPage page, int number)
    {
        var card = page.Locator("[data-session][data-lane='0']").Last;
        await card.ScrollIntoViewIfNeededAsync();
        var box = (await card.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var step = (number % 2 == 0 ? 1 : -1) * box.Height / 45 * 15;
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y + (step / 2));
        await page.Mouse.MoveAsync(x, y + step, new MouseMoveOptions { Steps = 3 });
        await card.EvaluateAsync(
            """
            card => {
              window.confirmed = new Promise(done => {
                let letGo = 0;
                addEventListener('pointerup', () => { letGo = performance.now(); }, { once: true, capture: true });
                new MutationObserver((_, observer) => { observer.disconnect(); done(performance.now() - letGo); }).observe(card, { attributes: true, attributeFilter: ['data-start'] });
              });
            }
            """);
        await page.Mouse.UpAsync();
        var took = await page.EvaluateAsync<double>("window.confirmed");
        await page.Locator("[data-ghost]:not([data-waiting])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return took;
    }

    private static async Task<List<double>> MeasureAsync(int times, Func<int, Task<double>> measure)
    {
        var took = new List<double>();
        for (var number = 0; number < times; number++)
        {
            took.Add(await measure(number));
        }

        took.Sort();
        return took;
    }

    private static void Report(string what, List<double> took) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: median {took[took.Count / 2]:F0} ms, p90 {took[took.Count * 9 / 10]:F0} ms, worst {took[^1]:F0} ms of {took.Count}"));
}
