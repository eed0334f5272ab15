using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace ScoEvents.Web.Hosting;

/// <summary>Which page, and how the browser takes it.</summary>
/// <param name="Path">The address without query.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Encoding">Value of <c>Content-Encoding</c>, or <c>identity</c>.</param>
internal readonly record struct PublicPageKey(string Path, string Query, string Encoding);

/// <summary>A finished answer as it is written to everybody.</summary>
/// <param name="Policy">A content policy of the page's own; empty for that of all pages.</param>
/// <param name="ResourcePolicy">Who may embed it, where that is not the portal alone.</param>
internal sealed record KeptPage(
    StringValues ContentType, StringValues ContentEncoding, StringValues ContentDisposition, StringValues ETag,
    StringValues Policy, StringValues ResourcePolicy, byte[] Body, IReadOnlySet<string> Tags, DateTimeOffset KeptAt);

/// <summary>
/// Keeps finished public pages, compressed as browsers take them, until what they show changes. A page is kept only
/// if it says what it depends on, by <see cref="PublicCacheExtensions.KeepUntilEventsChange"/> or its kin.
/// See docs/decisions/0008-public-pages-kept-in-memory.md.
/// </summary>
internal sealed class PublicCache(TimeProvider clock)
{
    /// <summary>On every page that is kept.</summary>
    public const string AllTag = "public";

    /// <summary>On pages that list events.</summary>
    public const string EventsTag = "events";

    private const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>Narrowed pages have a room of their own: however many combinations are asked for, they push out each other only.</summary>
    private const long MaxQueriedBytes = 16 * 1024 * 1024;
    private const int MaxPageBytes = 2 * 1024 * 1024;

    /// <summary>Bounds how long a page can be wrong should a notification ever be lost, and how late "today" changes.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<PublicPageKey, KeptPage> _pages = new();
    private readonly ConcurrentDictionary<PublicPageKey, TaskCompletionSource> _turns = new();
    private readonly Lock _gate = new();
    private long _bytes;
    private long _queriedBytes;
    private long _changes;

    /// <summary>How often something was forgotten; a page that was made across a change must not be kept.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    internal static string EventTag(Guid eventId) => $"event:{eventId}";

    public KeptPage? Find(in PublicPageKey key) =>
        _pages.TryGetValue(key, out var page) && clock.GetUtcNow() - page.KeptAt < _longest ? page : null;

    /// <summary>Keeps a page, unless something was forgotten since <paramref name="changesBefore"/> or it is larger than any page should be.</summary>
    public void Keep(in PublicPageKey key, KeptPage page, long changesBefore)
    {
        if (page.Body.Length > MaxPageBytes)
        {
            return;
        }

        lock (_gate)
        {
            if (Changes != changesBefore)
            {
                return;
            }

            Remove(key);
            if (IsQueried(key) && _queriedBytes + page.Body.Length > MaxQueriedBytes)
            {
                Remove((kept, _) => IsQueried(kept));
            }
            else if (!IsQueried(key) && _bytes + page.Body.Length > MaxBytes)
            {
                Remove((kept, _) => !IsQueried(kept));
            }

            _pages[key] = page;
            BytesOf(key) += page.Body.Length;
        }
    }

    /// <summary>Null for the first who wants a page that is not kept, who must call <see cref="Leave"/>; for all others the end of the first one's work.</summary>
    public Task? Enter(in PublicPageKey key)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = _turns.GetOrAdd(key, turn);
        return running == turn ? null : running.Task;
    }

    public void Leave(in PublicPageKey key)
    {
        if (_turns.TryRemove(key, out var turn))
        {
            turn.SetResult();
        }
    }

    /// <summary>Forgets every page that shows the event, and every list of events.</summary>
    public void ForgetEvent(Guid eventId)
    {
        var tag = EventTag(eventId);
        Forget(page => page.Tags.Contains(EventsTag) || page.Tags.Contains(tag));
    }

    /// <summary>Forgets every page.</summary>
    public void ForgetAll() => Forget(_ => true);

    private void Forget(Func<KeptPage, bool> isForgotten)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _changes);
            Remove((_, page) => isForgotten(page));
        }
    }

    private void Remove(Func<PublicPageKey, KeptPage, bool> isForgotten)
    {
        foreach (var (key, page) in _pages)
        {
            if (isForgotten(key, page))
            {
                Remove(key);
            }
        }
    }

    private void Remove(in PublicPageKey key)
    {
        if (_pages.TryRemove(key, out var page))
        {
            BytesOf(key) -= page.Body.Length;
        }
    }

    private ref long BytesOf(in PublicPageKey key) => ref IsQueried(key) ? ref _queriedBytes : ref _bytes;

    private static bool IsQueried(in PublicPageKey key) => key.Query.Length > 0;
}

/// <summary>Travels with a request whose answer may be kept, and collects what the answer depends on.</summary>
internal sealed class PublicPageTurn
{
    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The query under which the page may be kept: as the portal itself writes it for what the page shows.</summary>
    public string Query { get; set; } = "";
}

internal static class PublicCacheExtensions
{
    public static void AddPublicCache(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PublicCache>();

    /// <summary>
    /// Stands before everything that costs time: the log, the look at the user, routing, compression; but behind the
    /// security headers, which are written as an answer leaves and so are not part of what is kept.
    /// </summary>
    public static void UsePublicCache(this WebApplication app) => app.UseMiddleware<PublicCacheMiddleware>();

    /// <summary>Lets the answer be kept for everybody until one of these events changes.</summary>
    public static void KeepUntilEventsChange(this HttpContext? context, IEnumerable<Guid> eventIds) =>
        Keep(context, eventIds.Select(PublicCache.EventTag));

    /// <summary>Lets a page that its query narrows be kept until the event changes, if the query is exactly as the portal writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="query">What the portal would write for what the page shows, with its question mark; empty for the whole.</param>
    public static void KeepNarrowedUntilEventChanges(this HttpContext? context, Guid eventId, string query)
    {
        Keep(context, [PublicCache.EventTag(eventId)]);
        context?.Features.Get<PublicPageTurn>()?.Query = query;
    }

    /// <summary>Lets the answer be kept for everybody until any event changes.</summary>
    public static void KeepUntilAnyEventChanges(this HttpContext? context) => Keep(context, [PublicCache.EventsTag]);

    /// <summary>Lets the answer be kept for everybody for as long as the cache keeps anything.</summary>
    public static void KeepPublicly(this HttpContext? context) => Keep(context, []);

    private static void Keep(HttpContext? context, IEnumerable<string> tags)
    {
        if (context?.Features.Get<PublicPageTurn>() is { } turn)
        {
            turn.Tags.Add(PublicCache.AllTag);
            turn.Tags.UnionWith(tags);
        }
    }
}
