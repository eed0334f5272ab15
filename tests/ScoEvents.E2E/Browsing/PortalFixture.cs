using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.E2E.Browsing;

/// <summary>All journeys share one portal and one browser, and take turns: each has rooms, events and people of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "portal";
}

/// <summary>What goes through every page of a portal takes as long as all the journeys, and goes beside them.</summary>
[CollectionDefinition(Name)]
public sealed class TourCollection : ICollectionFixture<TourFixture>
{
    public const string Name = "tour";
}

/// <summary>What takes the time goes when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "alone";
}

/// <summary>The real portal with its own database, and a Chromium to visit it with.</summary>
/// <remarks>Set <c>CHROMIUM</c> to the browser's program where it is not /usr/bin/chromium.</remarks>
public sealed class PortalFixture : IAsyncLifetime
{
    // Generous: what counts is that the state comes, not how fast a busy machine brings it.
    private const int PatienceMilliseconds = 20_000;

    private static readonly string[] _arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Chromium's own interface is made of pages too, with processes of their own for each window. The last list of features
        // counts, so those of Playwright that matter here are named again.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI,InitialWebUI,"
            + "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
            + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled",
        .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
    ];

    private readonly IReadOnlyDictionary<string, string> _settings;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PortalProcess? _portal;

    public PortalFixture()
        : this(Settings)
    {
    }

    internal PortalFixture(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    /// <summary>The portal that all journeys share.</summary>
    public PortalProcess Portal => _portal!;

    /// <summary>Settings of every portal here: as many tries to sign in as the journeys need.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Portal__SignInAttemptsPerMinute"] = "1000" };

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(_settings);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chromium ? chromium : "/usr/bin/chromium",
            Args = _arguments,
        });
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
    }

    /// <summary>Goes through a journey; when it fails, leaves pictures and the portal's log in TestResults.</summary>
    /// <param name="walk">The journey.</param>
    /// <param name="portal">Null for the shared one.</param>
    /// <param name="name">Name of the folder in TestResults.</param>
    public async Task JourneyAsync(Func<Journey, Task> walk, PortalProcess? portal = null, [CallerMemberName] string name = "")
    {
        await using var journey = Begin(portal);
        await GoAsync(journey, () => walk(journey), name);
    }

    /// <summary>A journey that goes on over several calls of <see cref="GoAsync"/>.</summary>
    /// <param name="portal">Null for the shared one.</param>
    public Journey Begin(PortalProcess? portal = null) => new(_browser!, portal ?? Portal, PatienceMilliseconds);

    /// <summary>Goes a part of a journey; when it fails, leaves the same as <see cref="JourneyAsync"/>.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="walk">The part.</param>
    /// <param name="name">Name of the folder in TestResults.</param>
    public static async Task GoAsync(Journey journey, Func<Task> walk, string name)
    {
        try
        {
            await walk();
            journey.AssertWithoutFaults();
        }
        catch (Exception exception)
        {
            var folder = await journey.SaveEvidenceAsync(name);
            throw new JourneyFailedException($"{exception.Message}{Environment.NewLine}Evidence: {folder}{Environment.NewLine}{journey.Story}", exception);
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }
}

/// <summary>A journey did not come to its end; the message tells what every page complained of and what the portal logged.</summary>
public sealed class JourneyFailedException(string message, Exception cause) : Exception(message, cause);
