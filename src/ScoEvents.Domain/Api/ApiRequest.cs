namespace ScoEvents.Domain.Api;

/// <summary>A request with an idempotency key, and its answer once it has one: the same request again gets the same answer and is not carried out again.</summary>
public sealed class ApiRequest
{
    /// <summary>The shortest key, in characters.</summary>
    public const int MinKeyLength = 8;

    /// <summary>The longest key, in characters.</summary>
    public const int MaxKeyLength = 128;

    private ApiRequest()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid UserId { get; private set; }

    /// <summary>By which token; a key is the token's own.</summary>
    public Guid TokenId { get; private set; }

    /// <summary>What the caller named the request.</summary>
    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of method, address, version and body.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>When it came first, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Status of the answer; null while there is none.</summary>
    public int? Status { get; private set; }

    /// <summary>The answer, encrypted: refusals can name persons.</summary>
    public string? Envelope { get; private set; }
}
