using Npgsql;
using ScoEvents.Data.Embedded;
using ScoEvents.TestKit;
using Xunit;
using static ScoEvents.IntegrationTests.Embedded.EmbeddedDatabase;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>The server that all tests share.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_database_is_copied_from_a_template_and_belongs_to_the_owner()
    {
        var server = await PostgresServer.GetAsync();
        var template = $"template_{Guid.NewGuid():N}";
        var copy = $"copy_{Guid.NewGuid():N}";
        await server.CreateDatabaseAsync(template);
        await ExecuteAsync(server.OwnerConnectionString(template), "CREATE TABLE state AS SELECT 'UZ' AS code");

        await server.CreateDatabaseAsync(copy, template);

        Assert.Equal("UZ", await ReadAsync<string>(server.OwnerConnectionString(copy), "SELECT code FROM state"));
        Assert.Equal(PostgresRoles.App, await ReadAsync<string>(server.AppConnectionString(copy), "SELECT current_user::text"));
        await server.DropDatabaseAsync(copy);
        await server.DropDatabaseAsync(template);
    }

    [Fact]
    public async Task A_database_in_use_is_dropped()
    {
        var server = await PostgresServer.GetAsync();
        var name = $"in use {Guid.NewGuid():N}";
        await server.CreateDatabaseAsync(name);
        await using var open = new NpgsqlConnection(server.AppConnectionString(name));
        await open.OpenAsync();

        await server.DropDatabaseAsync(name);

        var gone = await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(server.AppConnectionString(name), "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }
}
