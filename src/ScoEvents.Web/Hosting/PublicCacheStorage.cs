using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Stands right behind the cache and so runs only when a page is made: holds the finished, compressed answer back
/// until it is whole, names it by its content, and decides whether it may be kept.
/// </summary>
internal sealed class PublicCacheStorage(RequestDelegate next, PublicCache cache)
{
    /// <summary>Browsers may keep a page but ask each time; the answer is then a few bytes.</summary>
    private const string AskEachTime = "public, no-cache";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>()?.Context is not { EnableOutputCaching: true } turn)
        {
            await next(context);
            return;
        }

        var changesBefore = cache.Changes;
        var outside = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var answer = new MemoryStream();
        var held = new StreamResponseBodyFeature(answer, outside);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outside);
        }

        turn.AllowCacheStorage = MayBeKept(context.Response, turn) && cache.Changes == changesBefore;
        if (answer.Length > 0)
        {
            Name(context.Response, answer, turn.AllowCacheStorage);
            answer.Position = 0;
            await answer.CopyToAsync(outside.Stream, context.RequestAborted);
        }
    }

    private static bool MayBeKept(HttpResponse response, OutputCacheContext turn) =>
        response.StatusCode == StatusCodes.Status200OK
        && turn.Tags.Contains(PublicCache.AllTag)
        && response.Headers.SetCookie.Count == 0;

    private static void Name(HttpResponse response, MemoryStream answer, bool isKept)
    {
        response.ContentLength = answer.Length;
        if (isKept)
        {
            var hash = SHA256.HashData(answer.GetBuffer().AsSpan(0, (int)answer.Length));
            response.Headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"").ToString();
            response.Headers.CacheControl = AskEachTime;
        }
    }
}
