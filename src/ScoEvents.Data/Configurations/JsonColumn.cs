using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Data.Configurations;

/// <summary>Keeps immutable values as jsonb.</summary>
internal static class JsonColumn
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LocalizedTextJsonConverter(), new JsonStringEnumConverter() },
    };

    /// <summary>Maps an immutable value to jsonb; two values are the same when their JSON is.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
        where T : class?
    {
        property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<T, string>(value => Write(value), json => Read<T>(json)),
            new ValueComparer<T>((left, right) => Same(left, right), value => Hash(value), value => value));
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private static bool Same<T>(T? left, T? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && Write(left) == Write(right));

    private static int Hash<T>(T value) => value is null ? 0 : StringComparer.Ordinal.GetHashCode(Write(value));
}

internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, JsonColumn.Options),
    json => JsonSerializer.Deserialize<LocalizedText>(json, JsonColumn.Options)!);

internal sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
    (left, right) => object.Equals(left, right),
    text => text.GetHashCode(),
    text => text);

internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalizedText.From(JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, form) in value)
        {
            writer.WriteString(language, form);
        }

        writer.WriteEndObject();
    }
}
