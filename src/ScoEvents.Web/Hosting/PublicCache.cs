using Microsoft.AspNetCore.OutputCaching;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Keeps finished public pages, compressed as browsers take them, until what they show changes. A page is kept only
/// if it says what it depends on, by <see cref="PublicCacheExtensions.KeepUntilEventsChange"/> or its kin.
/// See docs/decisions/0008-public-pages-from-the-output-cache.md.
/// </summary>
internal sealed class PublicCache(IOutputCacheStore store)
{
    /// <summary>On every page that is kept.</summary>
    public const string AllTag = "public";

    /// <summary>On pages that list events.</summary>
    public const string EventsTag = "events";

    private long _changes;

    /// <summary>How often something was forgotten; a page that was rendered across a change must not be kept.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public static string EventTag(Guid eventId) => $"event:{eventId}";

    /// <summary>Forgets every page that shows the event, and every list of events.</summary>
    public async Task ForgetEventAsync(Guid eventId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changes);
        await store.EvictByTagAsync(EventTag(eventId), cancellationToken);
        await store.EvictByTagAsync(EventsTag, cancellationToken);
    }

    /// <summary>Forgets every page.</summary>
    public async Task ForgetAllAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changes);
        await store.EvictByTagAsync(AllTag, cancellationToken);
    }
}

/// <summary>Says which requests may be answered from what is kept.</summary>
internal sealed class PublicCachePolicy : IOutputCachePolicy
{
    public const string Brotli = "br";
    public const string Identity = "identity";

    private const string EncodingRule = "encoding";

    /// <summary>Bounds how long a page can be wrong should a notification ever be lost, and how late "today" changes.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private static readonly string[] _encodings = [Brotli, "gzip"];

    /// <summary>How the browser of this request takes the page.</summary>
    public static string EncodingOf(OutputCacheContext context) => context.CacheVaryByRules.VaryByValues[EncodingRule];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isCandidate = IsCandidate(request);
        context.EnableOutputCaching = isCandidate;
        if (isCandidate)
        {
            context.CacheVaryByRules.VaryByValues[EncodingRule] = EncodingOf(request);
            // The page comes here plain and is compressed once, for all who will read it; see PublicCacheStorage.
            request.Headers.AcceptEncoding = Identity;
            context.AllowCacheLookup = true;
            context.AllowCacheStorage = true;
            context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = _longest;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>
    /// Only addresses as the portal itself writes them, without a query: whoever invents queries or spellings makes
    /// the portal render, but cannot push the pages that everybody reads out of the memory.
    /// </summary>
    private static bool IsCandidate(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.QueryString.HasValue
        && request.Headers.Authorization.Count == 0
        && request.Path.Value is { Length: > 1 } path
        && path[^1] != '/'
        && !path.AsSpan().ContainsAnyInRange('A', 'Z')
        && PortalLanguages.FromPath(request.Path) is not null;

    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        foreach (var encoding in _encodings)
        {
            if (Accepts(accepted, encoding))
            {
                return encoding;
            }
        }

        return Identity;
    }

    private static bool Accepts(ReadOnlySpan<char> accepted, ReadOnlySpan<char> encoding)
    {
        foreach (var range in accepted.Split(','))
        {
            var offer = accepted[range].Trim();
            var end = offer.IndexOf(';');
            if (end < 0 ? offer.Equals(encoding, StringComparison.OrdinalIgnoreCase)
                : offer[..end].Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase) && !IsRefused(offer[(end + 1)..]))
            {
                return true;
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

internal static class PublicCacheExtensions
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const long MaxPageBytes = 2 * 1024 * 1024;

    public static void AddPublicCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(cache =>
        {
            cache.AddBasePolicy(new PublicCachePolicy());
            cache.SizeLimit = MaxBytes;
            cache.MaximumBodySize = MaxPageBytes;
            cache.UseCaseSensitivePaths = true;
        });
        builder.Services.AddSingleton<PublicCache>();
    }

    /// <summary>
    /// Stands before everything that costs time: the log, the look at the user, routing, compression; but behind the
    /// security headers, which are written as an answer leaves and so are not part of what is kept.
    /// </summary>
    public static void UsePublicCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseMiddleware<PublicCacheStorage>();
    }

    /// <summary>Lets the answer be kept for everybody until one of these events changes.</summary>
    public static void KeepUntilEventsChange(this HttpContext? context, IEnumerable<Guid> eventIds) =>
        Keep(context, [.. eventIds.Select(PublicCache.EventTag)]);

    /// <summary>Lets the answer be kept for everybody until any event changes.</summary>
    public static void KeepUntilAnyEventChanges(this HttpContext? context) => Keep(context, [PublicCache.EventsTag]);

    /// <summary>Lets the answer be kept for everybody for as long as the cache keeps anything.</summary>
    public static void KeepPublicly(this HttpContext? context) => Keep(context, []);

    private static void Keep(HttpContext? context, string[] tags)
    {
        if (context?.Features.Get<IOutputCacheFeature>()?.Context is { EnableOutputCaching: true } cache)
        {
            cache.Tags.Add(PublicCache.AllTag);
            cache.Tags.UnionWith(tags);
        }
    }
}
