using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ScoEvents.Web.Features.Api;

/// <summary>Settings of the section <c>Portal:Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Portal:Api";

    /// <summary>Requests that one token may make in a minute on one node; a pause saves them up to that number.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Requests without a token that one network address may make in a minute on one node; those with a wrong token count here too.</summary>
    public int AnonymousRequestsPerMinute { get; set; } = 240;
}

internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options) => options is { RequestsPerMinute: > 0, AnonymousRequestsPerMinute: > 0 }
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Portal:Api:RequestsPerMinute and Portal:Api:AnonymousRequestsPerMinute must be above 0.");
}

/// <summary>Counts requests, those of each token and those of each network address without one.</summary>
internal sealed class ApiLimits : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<Guid> _tokens;
    private readonly PartitionedRateLimiter<string> _addresses;

    public ApiLimits(IOptions<ApiOptions> options)
    {
        _tokens = PartitionedRateLimiter.Create<Guid, Guid>(token => Bucket(token, options.Value.RequestsPerMinute));
        _addresses = PartitionedRateLimiter.Create<string, string>(address => Bucket(address, options.Value.AnonymousRequestsPerMinute));
    }

    /// <summary>Null where a token's request may go on, else the seconds after which it may.</summary>
    public int? WaitOf(Guid tokenId) => WaitOf(_tokens.AttemptAcquire(tokenId));

    /// <summary>The same for a network address.</summary>
    public int? WaitOf(string address) => WaitOf(_addresses.AttemptAcquire(address));

    public async ValueTask DisposeAsync()
    {
        await _tokens.DisposeAsync();
        await _addresses.DisposeAsync();
    }

    private static int? WaitOf(RateLimitLease lease)
    {
        using (lease)
        {
            return lease.IsAcquired ? null
                : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
        }
    }

    // Filled up every second, so that "retry after" is short and true.
    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = perMinute >= 60 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(60.0 / perMinute),
        QueueLimit = 0,
    });
}
