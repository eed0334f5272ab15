using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>How the interface writes and reads JSON.</summary>
internal static class ApiJson
{
    private const int MaxDepth = 16;

    /// <summary>Sets what answers, requests and the description of the interface have in common.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        // Texts in Devanagari stay readable; what hides or turns other characters is still written as an escape.
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.MaxDepth = MaxDepth;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new ApiTextConverter());
    }

    /// <summary>The same for whoever works without a request.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A text is an object of language codes and forms; only answers carry texts in this way.</summary>
    private sealed class ApiTextConverter : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalizedText.From(JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var language in value.Available)
            {
                writer.WriteString(language, value[language]);
            }

            writer.WriteEndObject();
        }
    }
}
