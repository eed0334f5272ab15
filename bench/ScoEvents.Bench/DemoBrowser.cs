using Microsoft.Playwright;

namespace ScoEvents.Bench;

/// <summary>A browser in which a person of the demonstration is signed in.</summary>
/// <remarks>Set <c>CHROMIUM</c> to the browser's program where it is not /usr/bin/chromium.</remarks>
internal sealed class DemoBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DemoBrowser(IPlaywright playwright, IBrowser browser, IBrowserContext context, IPage page) => (_playwright, _browser, Context, Page) = (playwright, browser, context, page);

    /// <summary>Where more pages of the person open.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page on which the person came in.</summary>
    public IPage Page { get; }

    /// <summary>Opens one and signs in; the first staff page has its heading.</summary>
    /// <param name="portal">The portal's address, to which paths are relative.</param>
    /// <param name="person">The name of a demonstration account.</param>
    public static async Task<DemoBrowser> OpenAsync(Uri portal, string person)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString(), ViewportSize = new ViewportSize { Width = 1400, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Sign in as {person}", Exact = true }).ClickAsync();
        await SeeAsync(page);
        return new DemoBrowser(playwright, browser, context, page);
    }

    /// <summary>Waits for the heading of a page.</summary>
    public static Task SeeAsync(IPage page) => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First.WaitForAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
