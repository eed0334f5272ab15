using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Stands right behind the cache and so runs only when a page is made: holds the answer back until it is whole,
/// decides whether it may be kept, and makes it ready for everybody, compressed and named by its content.
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

        ReadOnlyMemory<byte> body = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        turn.AllowCacheStorage = MayBeKept(context.Response, turn) && cache.Changes == changesBefore;
        if (turn.AllowCacheStorage)
        {
            body = Finish(context.Response, body, PublicCachePolicy.EncodingOf(turn));
        }

        if (!body.IsEmpty)
        {
            context.Response.ContentLength = body.Length;
            await outside.Stream.WriteAsync(body, context.RequestAborted);
        }
    }

    private static bool MayBeKept(HttpResponse response, OutputCacheContext turn) =>
        response.StatusCode == StatusCodes.Status200OK
        && turn.Tags.Contains(PublicCache.AllTag)
        && response.Headers.SetCookie.Count == 0
        && response.Headers.ContentEncoding.Count == 0;

    private static ReadOnlyMemory<byte> Finish(HttpResponse response, ReadOnlyMemory<byte> page, string encoding)
    {
        var body = Compress(WithoutCircuitState(page), encoding);
        var hash = SHA256.HashData(body.Span);
        response.Headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"").ToString();
        response.Headers.CacheControl = AskEachTime;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding != PublicCachePolicy.Identity)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return body;
    }

    /// <summary>
    /// The framework ends every page with the encrypted state of a circuit to come. Public pages never start one, and
    /// the state is different each time, so that no two renderings of a page would be the same bytes.
    /// </summary>
    private static ReadOnlyMemory<byte> WithoutCircuitState(ReadOnlyMemory<byte> page)
    {
        var start = page.Span.LastIndexOf("<!--Blazor-Server-Component-State:"u8);
        return start >= 0 && page.Span[start..].EndsWith("-->"u8) && page.Span[start..].IndexOf("-->"u8) == page.Length - start - 3
            ? page[..start]
            : page;
    }

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> page, string encoding)
    {
        if (encoding == PublicCachePolicy.Identity)
        {
            return page;
        }

        using var compressed = new MemoryStream();
        using (Stream writer = encoding == PublicCachePolicy.Brotli
            ? new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(page.Span);
        }

        return compressed.ToArray();
    }
}
