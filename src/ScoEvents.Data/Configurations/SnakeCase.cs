using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ScoEvents.Data.Configurations;

/// <summary>Names everything in the database as PostgreSQL people do, so that no name needs quotes.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
            {
                entity.SetTableName(Of(table));
            }
        }

        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            Columns(entity);
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys().Where(key => key.GetConstraintName() is not null))
            {
                foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }

    private static void Columns(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            // PostgreSQL counts every change of a row in its system column xmin.
            property.SetColumnName(property.ValueGenerated == ValueGenerated.OnAddOrUpdate && property.IsConcurrencyToken ? "xmin" : Of(property.GetColumnName()));
        }

        foreach (var complex in type.GetComplexProperties().Where(complex => !complex.ComplexType.IsMappedToJson()))
        {
            Columns(complex.ComplexType);
        }
    }

    private static string Of(string name)
    {
        var snake = new System.Text.StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
