using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Answers from what is kept; else holds the answer back until it is whole, decides whether it may be kept, and makes
/// it ready for everybody: without what belongs to one request, compressed, named by its content.
/// </summary>
internal sealed class PublicCacheMiddleware(RequestDelegate next, PublicCache cache, TimeProvider clock)
{
    private const string Brotli = "br";
    private const string GZip = "gzip";
    private const string Identity = "identity";
    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    /// <summary>Browsers may keep a page but ask each time; the answer is then a few bytes.</summary>
    private static readonly StringValues _askEachTime = "public, no-cache";
    private static readonly StringValues _byEncoding = HeaderNames.AcceptEncoding;

    /// <summary>What narrows a page that may be kept; a query with any other name passes the cache by.</summary>
    private static readonly string[] _narrowing = ["day", "room", "track", "interpretation"];
    private const int MaxQueryLength = 200;

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsCandidate(context.Request))
        {
            return next(context);
        }

        var key = new PublicPageKey(context.Request.Path.Value!, context.Request.QueryString.Value ?? "", EncodingOf(context.Request.Headers.AcceptEncoding));
        return cache.Find(key) is { } page ? ServeAsync(context, page) : MakeAsync(context, key);
    }

    /// <summary>
    /// Only addresses as the portal itself writes them, and of queries only those that narrow an agenda: whoever invents
    /// queries or spellings makes the portal render, but cannot push the pages that everybody reads out of the memory.
    /// </summary>
    private static bool IsCandidate(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (!request.QueryString.HasValue || IsNarrowing(request.QueryString.Value))
        && request.Path.Value is { Length: > 1 } path
        && path[^1] != '/'
        && !path.AsSpan().ContainsAnyInRange('A', 'Z')
        && request.Headers.Authorization.Count == 0
        && PortalLanguages.FromPath(request.Path) is not null;

    private static bool IsNarrowing(string query)
    {
        if (query.Length > MaxQueryLength)
        {
            return false;
        }

        foreach (var range in query.AsSpan(1).Split('&'))
        {
            var pair = query.AsSpan(1)[range];
            var end = pair.IndexOf('=');
            if (end < 0 || !_narrowing.AsSpan().Contains(pair[..end].ToString()))
            {
                return false;
            }
        }

        return true;
    }

    private static Task ServeAsync(HttpContext context, KeptPage page)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ETag = page.ETag;
        headers.CacheControl = _askEachTime;
        headers.Vary = _byEncoding;
        if (page.Policy.Count > 0)
        {
            headers.ContentSecurityPolicy = page.Policy;
            headers[ResourcePolicy] = page.ResourcePolicy;
        }

        var known = context.Request.Headers.IfNoneMatch;
        if (known.Count > 0 && IsKnown(known, page.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = page.ContentType;
        if (page.ContentEncoding.Count > 0)
        {
            headers.ContentEncoding = page.ContentEncoding;
        }

        if (page.ContentDisposition.Count > 0)
        {
            headers.ContentDisposition = page.ContentDisposition;
        }

        response.ContentLength = page.Body.Length;
        return response.Body.WriteAsync(page.Body, 0, page.Body.Length, context.RequestAborted);
    }

    /// <summary>Of many who want a page at once one makes it, and the others wait for that.</summary>
    private async Task MakeAsync(HttpContext context, PublicPageKey key)
    {
        if (cache.Enter(key) is { } running)
        {
            await running.WaitAsync(context.RequestAborted);
            if (cache.Find(key) is { } page)
            {
                await ServeAsync(context, page);
            }
            else
            {
                await RenderAsync(context, key);
            }

            return;
        }

        try
        {
            await RenderAsync(context, key);
        }
        finally
        {
            cache.Leave(key);
        }
    }

    private async Task RenderAsync(HttpContext context, PublicPageKey key)
    {
        var changesBefore = cache.Changes;
        var turn = new PublicPageTurn();
        context.Features.Set(turn);
        // The page must come here plain: it is compressed once, for all who will read it.
        context.Request.Headers.AcceptEncoding = Identity;

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

        var body = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        if (IsForEverybody(context.Response, turn))
        {
            var page = Finish(context.Response, body, key.Encoding, turn);
            if (turn.Query == key.Query)
            {
                cache.Keep(key, page, changesBefore);
            }

            await ServeAsync(context, page);
        }
        else if (!body.IsEmpty)
        {
            context.Response.ContentLength = body.Length;
            await outside.Stream.WriteAsync(body, context.RequestAborted);
        }
    }

    private static bool IsForEverybody(HttpResponse response, PublicPageTurn turn) =>
        response.StatusCode == StatusCodes.Status200OK
        && turn.Tags.Contains(PublicCache.AllTag)
        && response.Headers.SetCookie.Count == 0
        && response.Headers.ContentEncoding.Count == 0;

    private KeptPage Finish(HttpResponse response, ReadOnlyMemory<byte> whole, string encoding, PublicPageTurn turn)
    {
        var body = Compress(WithoutCircuitState(whole.Span), encoding);
        var name = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
        return new KeptPage(
            response.Headers.ContentType, encoding == Identity ? StringValues.Empty : encoding, response.Headers.ContentDisposition,
            name, response.Headers.ContentSecurityPolicy, response.Headers[ResourcePolicy], body, turn.Tags, clock.GetUtcNow());
    }

    /// <summary>
    /// The framework ends every page with the encrypted state of a circuit to come. Public pages never start one, and
    /// the state is different each time, so that no two renderings of a page would be the same bytes.
    /// </summary>
    private static ReadOnlySpan<byte> WithoutCircuitState(ReadOnlySpan<byte> page)
    {
        var start = page.LastIndexOf("<!--Blazor-Server-Component-State:"u8);
        return start >= 0 && page[start..].IndexOf("-->"u8) == page.Length - start - 3 ? page[..start] : page;
    }

    private static byte[] Compress(ReadOnlySpan<byte> page, string encoding)
    {
        if (encoding == Identity)
        {
            return page.ToArray();
        }

        using var compressed = new MemoryStream();
        using (Stream writer = encoding == Brotli
            ? new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(page);
        }

        return compressed.ToArray();
    }

    private static bool IsKnown(StringValues known, string name)
    {
        foreach (var value in known)
        {
            if (value is "*" || (value is not null && value.Contains(name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string EncodingOf(StringValues accepted)
    {
        var offers = accepted.ToString();
        return Accepts(offers, Brotli) ? Brotli : Accepts(offers, GZip) ? GZip : Identity;
    }

    private static bool Accepts(ReadOnlySpan<char> offers, ReadOnlySpan<char> encoding)
    {
        foreach (var range in offers.Split(','))
        {
            var offer = offers[range].Trim();
            var end = offer.IndexOf(';');
            var name = end < 0 ? offer : offer[..end].Trim();
            if (name.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return end < 0 || !IsRefused(offer[(end + 1)..]);
            }
        }

        return false;
    }

    // "q=0", "q=0.0" and so on.
    private static bool IsRefused(ReadOnlySpan<char> parameters)
    {
        var weight = parameters.Trim();
        return weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && !weight[2..].ContainsAnyInRange('1', '9');
    }
}
