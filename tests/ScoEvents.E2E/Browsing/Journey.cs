using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.E2E.Browsing;

/// <summary>One journey through the portal, by one or several visitors.</summary>
public sealed class Journey(IBrowser browser, PortalProcess portal, int patienceMilliseconds) : IAsyncDisposable
{
    private const int LinesOfLog = 60;

    // The sign-ins of each portal, so that every journey but the first of a person begins behind the door.
    private static readonly ConditionalWeakTable<PortalProcess, ConcurrentDictionary<Person, string>> _signIns = [];

    // A long line shows every test that presses a key before the answer to the last one is there.
    private static readonly double _lineDelay = double.Parse(Environment.GetEnvironmentVariable("LINE_DELAY") is { Length: > 0 } delay ? delay : "0", CultureInfo.InvariantCulture);

    private readonly List<Visitor> _visitors = [];
    private readonly Line? _line = _lineDelay > 0 ? new Line(portal.Address) { Delay = TimeSpan.FromMilliseconds(_lineDelay) } : null;

    /// <summary>Where the portal answers; with <c>LINE_DELAY=200</c> each answer is 200 milliseconds late.</summary>
    public Uri Address => _line?.Address ?? portal.Address;

    /// <summary>What the visitors' pages complained of, and the end of the portal's log.</summary>
    public string Story => string.Join(
        Environment.NewLine,
        [
            .. _visitors.SelectMany(visitor => visitor.Faults),
            "The portal's log ends with:",
            .. portal.Log.Split(Environment.NewLine).TakeLast(LinesOfLog),
        ]);

    /// <summary>A visitor with a browser profile of their own.</summary>
    /// <param name="address">Null for the portal's own; a <see cref="Line"/>'s address to go through it.</param>
    /// <param name="width">Width of the window, in CSS pixels.</param>
    /// <param name="hasScript">False for a browser without JavaScript.</param>
    /// <param name="timeZone">IANA name of the zone of the visitor's clock; null for the machine's.</param>
    public Task<Visitor> VisitorAsync(Uri? address = null, int width = 1280, bool hasScript = true, string? timeZone = null) =>
        OpenAsync(address, width, hasScript, null, timeZone);

    /// <summary>A visitor who has signed in to a demonstration account and stands on the first staff page.</summary>
    public async Task<Visitor> SignedInAsync(Person person, Uri? address = null, int width = 1280)
    {
        var signIns = _signIns.GetOrCreateValue(portal);
        var visitor = await OpenAsync(address, width, hasScript: true, signIns.GetValueOrDefault(person));
        if (signIns.ContainsKey(person))
        {
            await visitor.OpenAsync("/staff");
            return visitor;
        }

        await visitor.SignInAsync(person);
        signIns[person] = await visitor.Page.Context.StorageStateAsync();
        return visitor;
    }

    /// <summary>Fails when any page broke its content policy, threw an error or wrote one to the console.</summary>
    public void AssertWithoutFaults() => Assert.Empty(_visitors.SelectMany(visitor => visitor.Faults));

    /// <summary>Saves what is needed to see why a journey failed.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> SaveEvidenceAsync(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults", name));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.log"), portal.Log);
        foreach (var (visitor, number) in _visitors.Select((visitor, index) => (visitor, index + 1)))
        {
            await visitor.SaveEvidenceAsync(Path.Combine(folder, $"visitor-{number}"));
        }

        return folder;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }

        if (_line is not null)
        {
            await _line.DisposeAsync();
        }
    }

    private async Task<Visitor> OpenAsync(Uri? address, int width, bool hasScript, string? signIn, string? timeZone = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (address ?? Address).ToString(),
            Locale = "en-GB",
            JavaScriptEnabled = hasScript,
            StorageState = signIn,
            TimezoneId = timeZone,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(patienceMilliseconds);
        if (Visitor.IsTraced)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        }

        var visitor = new Visitor(context, await context.NewPageAsync());
        _visitors.Add(visitor);
        return visitor;
    }
}
