using Microsoft.EntityFrameworkCore.Migrations;

namespace ScoEvents.Data.Constraints;

/// <summary>The SQL files that migrations run beside what the model generates.</summary>
internal static class SafeguardSql
{
    /// <summary>Runs a file of this folder.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static void RunFile(this MigrationBuilder migration, string name)
    {
        using var file = typeof(SafeguardSql).Assembly.GetManifestResourceStream($"ScoEvents.Data.Constraints.{name}.sql")
            ?? throw new InvalidOperationException($"The file {name}.sql is not in the assembly.");
        using var reader = new StreamReader(file);
        migration.Sql(reader.ReadToEnd());
    }
}
