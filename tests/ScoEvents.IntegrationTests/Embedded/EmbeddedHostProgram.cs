using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ScoEvents.Data.Embedded;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>
/// A process of its own that runs an embedded PostgreSQL, so that a test can kill it. The test platform loads this
/// assembly without coming here.
/// </summary>
internal static class EmbeddedHostProgram
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var dataFolder])
        {
            await Console.Error.WriteLineAsync("Give the data folder, or run the tests with dotnet test.");
            return 2;
        }

        await using var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = dataFolder },
            NullLogger.Instance);
        Console.WriteLine(postgres.ProcessId.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(postgres.OwnerConnectionString());

        // Ends with the end of input, or is killed before.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
