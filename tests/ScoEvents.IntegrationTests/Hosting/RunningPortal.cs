using System.Security.Cryptography;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Hosting;

/// <summary>Tests that only ask a running portal, and change nothing that another would notice, share one.</summary>
[CollectionDefinition(Name)]
public sealed class RunningPortalCollection : ICollectionFixture<RunningPortal>
{
    public const string Name = "running portal";
}

/// <summary>The portal as developers run it, on a database that the tests can look into.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private PortalProcess? _process;

    /// <summary>Its database.</summary>
    public TestDatabase Database { get; } = new();

    /// <summary>The portal.</summary>
    public PortalProcess Process => _process!;

    /// <summary>A browser without a face, signed in nowhere.</summary>
    public PortalClient Client() => new(Process.Address);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _process = await PortalProcess.StartAsync(PortalSettings.Development(Database));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}

/// <summary>Environment variables for a portal on a test's database.</summary>
internal static class PortalSettings
{
    // One for all: several portals after another work on a test class's database, and must read each other's key ring.
    private static readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>As developers run it: with demonstration accounts, and as many tries to sign in as tests need.</summary>
    public static Dictionary<string, string> Development(TestDatabase database) => new()
    {
        ["ConnectionStrings__Portal"] = database.AppConnectionString,
        ["ConnectionStrings__Owner"] = database.OwnerConnectionString,
        ["Portal__SignInAttemptsPerMinute"] = "1000",
    };

    /// <summary>As operators run it, but on this machine's loopback name.</summary>
    public static Dictionary<string, string> Production(TestDatabase database) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__Portal"] = database.AppConnectionString,
        ["Portal__PublicAddress"] = "http://localhost",
        ["Portal__MasterKeys__test"] = _masterKey,
        ["Portal__SignInAttemptsPerMinute"] = "1000",
    };

    /// <summary>The same settings with one more or another value.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> settings, string name, string value) =>
        new(settings) { [name] = value };

    /// <summary>The same settings without one.</summary>
    public static Dictionary<string, string> Without(this Dictionary<string, string> settings, string name) =>
        new(settings.Where(setting => setting.Key != name));
}
