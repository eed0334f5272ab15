using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>A person at a browser, whose every page is watched for broken content policy, errors and console messages.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly List<string> _expected = [];
    private readonly IBrowserContext _context;

    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Note("Error", error, page);
        page.Console += (_, message) =>
        {
            // Chromium reports what a content policy stopped as an error of the console.
            if (message.Type is "error")
            {
                Note("Console", $"{message.Text} {message.Location}", page);
            }
        };
    }

    /// <summary>Whether a trace is kept of every step, with <c>TRACE=1</c>; it takes time.</summary>
    public static bool IsTraced { get; } = Environment.GetEnvironmentVariable("TRACE") is "1";

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong unseen, except what the journey expects.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults.Where(fault => !_expected.Any(part => fault.Contains(part, StringComparison.OrdinalIgnoreCase)))];
            }
        }
    }

    /// <summary>The journey provokes this message of the browser, such as that of a refused request.</summary>
    /// <param name="part">Part of the message.</param>
    public void Expects(string part) => _expected.Add(part);

    /// <summary>Signs in, in English, through the button of a demonstration account, and waits for the first staff page to be alive.</summary>
    public async Task SignInAsync(Person person)
    {
        // The account follows what is chosen here, whatever another journey of the same person chose.
        await Page.GotoAsync("/language/en?returnUrl=/account/sign-in");
        await Button($"Sign in as {person.Name}").ClickAsync();
        await SeesHeadingAsync("Your work");
    }

    /// <summary>Opens an address and waits until its heading of first order is there and its scripts listen, also on pages that come alive later.</summary>
    public async Task<IResponse> OpenAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await Expect(Page.Locator("h1")).ToBeVisibleAsync();
        await IsReadyAsync();
        return response!;
    }

    /// <summary>Waits until the scripts of what is shown listen to keys and pointers, which they do a moment after it is to be seen.</summary>
    public Task IsReadyAsync() => Expect(Page.Locator("[data-script]:not([data-ready])")).ToHaveCountAsync(0);

    /// <summary>The button of this name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The link of this name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The field whose label begins with the text; a mark of required fields may follow.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($"^\\s*{Regex.Escape(label)}\\s*\\*?\\s*$"));

    /// <summary>Waits until the field is marked as wrong and tied to this message, as a screen reader would tell it.</summary>
    public Task IsToldAsync(string label, string message) => IsToldAsync(Field(label), message);

    /// <summary>Waits until the field is marked as wrong and tied to this message, as a screen reader would tell it.</summary>
    public static async Task IsToldAsync(ILocator field, string message)
    {
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(message)));
    }

    /// <summary>Waits for the heading of first order.</summary>
    public Task SeesHeadingAsync(string text) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = text, Exact = true })).ToBeVisibleAsync();

    /// <summary>Waits until the text is to be seen.</summary>
    public Task SeesAsync(string text) => Expect(Page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>Waits until the address has this path and query.</summary>
    /// <remarks>Looked at again and again: a page that only changes its address fires no load event, which waiting for a navigation waits for.</remarks>
    public Task IsAtAsync(string address) => Expect(Page).ToHaveURLAsync(new Uri(new Uri(Page.Url), address).ToString());

    /// <summary>How much the page is wider than its window; null where it fits.</summary>
    public async Task<string?> IsTooWideAsync()
    {
        var widths = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        return widths[0] <= widths[1] ? null : $"{Page.Url} is {widths[0]} pixels wide in a window of {widths[1]}.";
    }

    /// <summary>Fails when the page is wider than its window.</summary>
    public async Task AssertFitsAsync() => Assert.Null(await IsTooWideAsync());

    /// <summary>Saves a picture, the page's text and the trace where there is one.</summary>
    public async Task SaveEvidenceAsync(string path)
    {
        if (IsTraced)
        {
            await _context.Tracing.StopAsync(new TracingStopOptions { Path = path + ".zip" });
        }

        if (!Page.IsClosed)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path + ".png", FullPage = true });
            await File.WriteAllTextAsync(path + ".html", await Page.ContentAsync());
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(string kind, string text, IPage page)
    {
        lock (_faults)
        {
            _faults.Add($"{kind} at {page.Url}: {text}");
        }
    }
}
