using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Writes the answers of the interface: JSON with a tag, "not modified" to whoever knows it already, or a problem.</summary>
internal sealed class ApiResults(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, ApiCursors cursors, ApiProblems problems)
{
    private readonly JsonSerializerOptions _json = json.Value.SerializerOptions;

    /// <summary>A resource, tagged by what is in it.</summary>
    public IResult Resource<T>(HttpContext context, T resource)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(resource, _json);
        // Weak, for the same answer may travel compressed.
        return Tagged(context, body, new EntityTagHeaderValue($"\"{TagOf(body)}\"", isWeak: true));
    }

    /// <summary>A resource that can be changed, tagged by its version for <c>If-Match</c>.</summary>
    public IResult Versioned<T>(HttpContext context, T resource, uint version) =>
        Tagged(context, JsonSerializer.SerializeToUtf8Bytes(resource, _json), ApiVersions.TagOf(version));

    /// <summary>One page, tagged by what is on it: cursors are new each time.</summary>
    public IResult Page<TItem, TPosition>(HttpContext context, string list, IReadOnlyList<TItem> items, TPosition? next)
        where TPosition : class
    {
        // Written once: what is on a page is most of what an answer costs.
        var written = JsonSerializer.SerializeToUtf8Bytes(items, _json);
        var known = TagOf([.. SHA256.HashData(written), .. JsonSerializer.SerializeToUtf8Bytes(next, _json)]);
        var body = new ArrayBufferWriter<byte>(written.Length + 512);
        using (var page = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = _json.Encoder }))
        {
            page.WriteStartObject();
            page.WritePropertyName("items");
            page.WriteRawValue(written, skipInputValidation: true);
            page.WriteString("next", next is null ? null : cursors.Seal(list, next));
            page.WriteEndObject();
        }

        return Tagged(context, body.WrittenMemory, new EntityTagHeaderValue($"\"{known}\"", isWeak: true));
    }

    /// <summary>A problem.</summary>
    public IResult Problem(HttpContext context, Result refused)
    {
        var problem = problems.Of(context, refused);
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = Localization.PortalLanguages.Current.Code;
        Challenge(headers, problem, refused);
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(problem, _json), ApiProblem.MediaType).WithStatus(problem.Status);
    }

    /// <summary>Says, where a token is missing or too narrow, which one is wanted (RFC 6750).</summary>
    public static void Challenge(IHeaderDictionary headers, ApiProblem problem, Result refused)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = problem.Code == "api.token-missing" ? "Bearer realm=\"ScoEvents\"" : "Bearer realm=\"ScoEvents\", error=\"invalid_token\"";
        }
        else if (problem.Code == "api.scope-missing")
        {
            headers.WWWAuthenticate = $"Bearer realm=\"ScoEvents\", error=\"insufficient_scope\", scope=\"{refused.Error!.Arguments[0]}\"";
        }
    }

    private static IResult Tagged(HttpContext context, ReadOnlyMemory<byte> body, EntityTagHeaderValue tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = ApiReader.Of(context).Caller.TokenId is null ? "public, no-cache" : "private, no-cache";
        headers.Vary = "Accept-Language, Authorization";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }

    private static string TagOf(byte[] body) => WebEncoders.Base64UrlEncode(SHA256.HashData(body).AsSpan(0, 18));
}

/// <summary>Versions of rows as tags of resources.</summary>
internal static class ApiVersions
{
    /// <summary>Strong: any change of the row is another version.</summary>
    public static EntityTagHeaderValue TagOf(uint version) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"v{version}\""));

    /// <summary>The version that the caller saw. Refused: <c>api.if-match-missing</c>, <c>stale</c> for a tag that is none of a version.</summary>
    public static Result<uint> SeenBy(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return ApiErrors.VersionMissing();
        }

        // A list of tags would mean "any of these", and "*" any at all: neither says what was seen.
        return request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag] && tag.Tag.Value is ['"', 'v', .. var digits, '"']
            && uint.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? version
            : ApiErrors.VersionInvalid();
    }
}

/// <summary>An answer under another status.</summary>
internal sealed class StatusOver(IResult inner, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return inner.ExecuteAsync(httpContext);
    }
}

internal static class StatusOverExtensions
{
    public static IResult WithStatus(this IResult inner, int status) => new StatusOver(inner, status);
}
