using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>An answer of the interface, read as a program reads it.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? Tag => Headers.ETag?.ToString();

    public string? Code => Text("code");

    public string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ToString() : null;

    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    /// <summary>Fields and codes of a problem.</summary>
    public IReadOnlyList<(string Field, string Code)> Errors =>
        [.. Body.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("field").GetString()!, error.GetProperty("code").GetString()!))];

    /// <summary>That it is a problem of RFC 9457 with this status and code.</summary>
    public ApiAnswer MustBeProblem(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, Code));
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.Equal(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), Text("status"));
        Assert.Equal($"urn:scoevents:problem:{code}", Text("type"));
        Assert.All(new[] { "title", "detail", "reference" }, name => Assert.False(string.IsNullOrWhiteSpace(Text(name)), name));
        // A text that is missing from the language files shows its key.
        Assert.NotEqual(code, Text("detail"));
        return this;
    }
}

/// <summary>Calls the interface.</summary>
internal static class ApiCalls
{
    public static Task<ApiAnswer> GetApiAsync(this HttpClient client, string path, string? token = null, params (string Name, string Value)[] headers) =>
        client.CallAsync(HttpMethod.Get, path, null, token, headers);

    public static async Task<ApiAnswer> CallAsync(
        this HttpClient client, HttpMethod method, string path, object? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api", StringComparison.Ordinal) ? path : $"/api/v1{path}");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        if (body is not null)
        {
            request.Content = body switch
            {
                string text => new StringContent(text, Encoding.UTF8, "application/json"),
                byte[] picture => new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } },
                _ => JsonContent.Create(body),
            };
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return new ApiAnswer(
            response.StatusCode, answer.Length == 0 ? default : JsonDocument.Parse(answer).RootElement.Clone(), response.Headers, response.Content.Headers);
    }
}
