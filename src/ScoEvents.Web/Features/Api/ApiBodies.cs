using System.Text.Json;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Reads the bodies of requests.</summary>
internal sealed class ApiBodies(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>The most that a body may have, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The bytes as they came; empty where there is no body. Refused: <c>api.media-type-unsupported</c>, <c>api.body-too-large</c>.</summary>
    public static async Task<Result<byte[]>> ReadAsync(HttpRequest request, bool isWanted, CancellationToken cancellationToken)
    {
        if (isWanted && !request.HasJsonContentType())
        {
            return ApiErrors.MediaTypeUnsupported();
        }

        if (request.ContentLength > MaxBytes)
        {
            return ApiErrors.BodyTooLarge(MaxBytes / 1024);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBytes)
            {
                return ApiErrors.BodyTooLarge(MaxBytes / 1024);
            }
        }

        return body.ToArray();
    }

    /// <summary>What the bytes say. Refused: <c>api.json-invalid</c>, at the place where the JSON is not what is expected.</summary>
    public Result<T> Parse<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, json.Value.SerializerOptions) is { } value ? value : ApiErrors.JsonInvalid("");
        }
        catch (JsonException exception)
        {
            return ApiErrors.JsonInvalid(PointerOf(exception.Path));
        }
    }

    // "$.agendaItems[1].title" becomes "/agendaItems/1/title".
    private static string PointerOf(string? path) =>
        (path ?? "").TrimStart('$').Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
            .Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
