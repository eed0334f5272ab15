using System.Text.Json;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Reads the bodies of requests.</summary>
internal sealed class ApiBodies(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>The most that a body of JSON may have, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly string[] _pictures = ["image/jpeg", "image/png", "image/webp"];

    /// <summary>The bytes as they came; empty where there is no body. Refused: <c>api.media-type-unsupported</c>, <c>api.picture-type-unsupported</c>, <c>api.body-too-large</c>.</summary>
    public static async Task<Result<byte[]>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
    {
        var most = typeof(T) == typeof(PictureBody) ? DelegatePhoto.MaxBytes : MaxBytes;
        if (typeof(T) == typeof(PictureBody))
        {
            if (!_pictures.Contains(request.GetTypedHeaders().ContentType?.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            {
                return ApiErrors.PictureTypeUnsupported();
            }
        }
        else if (typeof(T) != typeof(NoBody) && !request.HasJsonContentType())
        {
            return ApiErrors.MediaTypeUnsupported();
        }

        if (request.ContentLength > most)
        {
            return ApiErrors.BodyTooLarge(most / 1024);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > most)
            {
                return ApiErrors.BodyTooLarge(most / 1024);
            }
        }

        return body.ToArray();
    }

    /// <summary>What the bytes say. Refused: <c>api.json-invalid</c>, at the place where the JSON is not what is expected.</summary>
    public Result<T> Parse<T>(byte[] body)
        where T : class
    {
        if (typeof(T) == typeof(NoBody))
        {
            return (T)(object)new NoBody();
        }

        if (typeof(T) == typeof(PictureBody))
        {
            return (T)(object)new PictureBody(body);
        }

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
