using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>What a write was asked to do.</summary>
/// <param name="Actor">The token's user.</param>
/// <param name="Body">What the body says.</param>
/// <param name="Version">The version that the caller saw; 0 where none is wanted.</param>
internal sealed record ApiWrite<T>(Actor Actor, T Body, uint Version);

/// <summary>What came of a write.</summary>
/// <param name="Outcome">Done, or refused.</param>
/// <param name="Resource">What is answered, or null for nothing.</param>
internal sealed record ApiWritten(Result Outcome, object? Resource = null)
{
    /// <summary>Address of what was made, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Version of the resource now, or null.</summary>
    public uint? Version { get; init; }
}

/// <summary>Something that a write has no body for.</summary>
internal sealed record NoBody;

/// <summary>A body that is a picture.</summary>
internal sealed record PictureBody(byte[] Bytes);

/// <summary>Carries out writes: reads version and body, keeps a repeated request from being carried out again, and answers.</summary>
internal sealed class ApiWrites(ApiBodies bodies, ApiKeys keys, ApiProblems problems, ApiResults results, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Carries out a write that makes something; wants a key.</summary>
    public Task<IResult> MakeAsync<T>(HttpContext context, Func<ApiWrite<T>, CancellationToken, Task<ApiWritten>> write)
        where T : class => RunAsync(context, isKeyWanted: true, isVersionWanted: false, write);

    /// <summary>Carries out a write that changes what was seen; wants its version.</summary>
    public Task<IResult> ChangeAsync<T>(HttpContext context, Func<ApiWrite<T>, CancellationToken, Task<ApiWritten>> write)
        where T : class => RunAsync(context, isKeyWanted: false, isVersionWanted: true, write);

    private async Task<IResult> RunAsync<T>(
        HttpContext context, bool isKeyWanted, bool isVersionWanted, Func<ApiWrite<T>, CancellationToken, Task<ApiWritten>> write)
        where T : class
    {
        var (request, caller) = (context.Request, ApiReader.Of(context).Caller);
        var key = KeyOf(request, isKeyWanted);
        var version = isVersionWanted ? ApiVersions.SeenBy(request) : 0u;
        var bytes = key.IsSuccess && version.IsSuccess ? await ApiBodies.ReadAsync<T>(request, context.RequestAborted) : Array.Empty<byte>();
        if (new Result[] { key, version, bytes }.FirstOrDefault(read => !read.IsSuccess) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var body = bodies.Parse<T>(bytes.Value);
        if (!body.IsSuccess)
        {
            return results.Problem(context, body);
        }

        if (key.Value is not { } named)
        {
            return Answer(context, Kept(context, await write(new ApiWrite<T>(caller.Actor, body.Value, version.Value), context.RequestAborted)));
        }

        var noted = await keys.NoteAsync(caller, named, Fingerprint(request, bytes.Value), context.RequestAborted);
        if (!noted.IsSuccess)
        {
            return results.Problem(context, noted);
        }

        if (noted.Value.Answer is { } known)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
            return Answer(context, known);
        }

        // From here on the write is brought to its end, whoever hangs up: its key is noted.
        var answer = Kept(context, await write(new ApiWrite<T>(caller.Actor, body.Value, version.Value), CancellationToken.None));
        await keys.KeepAsync(caller, noted.Value.Id, answer);
        return Answer(context, answer);
    }

    private static Result<string?> KeyOf(HttpRequest request, bool isWanted)
    {
        var sent = request.Headers[KeyHeader];
        if (sent.Count == 0)
        {
            return isWanted ? ApiErrors.KeyMissing() : Result.Ok<string?>(null);
        }

        return sent is [{ Length: >= ApiRequest.MinKeyLength and <= ApiRequest.MaxKeyLength } key] && key.All(character => character is > ' ' and <= '~')
            ? Result.Ok<string?>(key)
            : ApiErrors.KeyInvalid();
    }

    private static byte[] Fingerprint(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private KeptAnswer Kept(HttpContext context, ApiWritten written)
    {
        if (!written.Outcome.IsSuccess)
        {
            var problem = problems.Of(context, written.Outcome);
            ApiResults.Challenge(context.Response.Headers, problem, written.Outcome);
            return new KeptAnswer(problem.Status, null, null, ApiProblem.MediaType, JsonSerializer.Serialize(problem, json.Value.SerializerOptions));
        }

        var status = written.Location is not null ? StatusCodes.Status201Created : written.Resource is null ? StatusCodes.Status204NoContent : StatusCodes.Status200OK;
        return new KeptAnswer(
            status, written.Location, written.Version is { } version ? ApiVersions.TagOf(version).ToString() : null,
            written.Resource is null ? null : "application/json; charset=utf-8",
            written.Resource is null ? null : JsonSerializer.Serialize(written.Resource, written.Resource.GetType(), json.Value.SerializerOptions));
    }

    private static IResult Answer(HttpContext context, KeptAnswer answer)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Location = answer.Location;
        headers.ETag = answer.Tag;
        if (answer.MediaType == ApiProblem.MediaType)
        {
            headers.ContentLanguage = PortalLanguages.Current.Code;
        }

        return answer.Body is null ? Results.StatusCode(answer.Status) : Results.Bytes(Encoding.UTF8.GetBytes(answer.Body), answer.MediaType).WithStatus(answer.Status);
    }
}
