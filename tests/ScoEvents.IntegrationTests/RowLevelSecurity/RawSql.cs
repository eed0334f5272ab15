using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>SQL as somebody would run it who got past the portal's services: under the portal's own role, with a user set.</summary>
internal sealed class RawSql : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private RawSql(NpgsqlConnection connection) => _connection = connection;

    public NpgsqlConnection Connection => _connection;

    public List<string> Notices { get; } = [];

    public static async Task<RawSql> AsAsync(TestDatabase database, Actor actor)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.AppConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var sql = new RawSql(connection);
        connection.Notice += (_, notice) => sql.Notices.Add(notice.Notice.MessageText);
        if (actor.UserId is { } userId)
        {
            await sql.RunAsync($"SELECT set_config('app.user', '{userId}', false)");
        }

        return sql;
    }

    public async Task<int> RunAsync(string text)
    {
        await using var command = new NpgsqlCommand(text, _connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string text)
    {
        await using var command = new NpgsqlCommand(text, _connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<List<string>> ListAsync(string text)
    {
        await using var command = new NpgsqlCommand(text, _connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetValue(0).ToString()!);
        }

        return found;
    }

    /// <summary>Runs what must be refused and hands out the state of the refusal.</summary>
    public async Task<string> RefusedAsync(string text)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(text));
        return refused.SqlState;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
