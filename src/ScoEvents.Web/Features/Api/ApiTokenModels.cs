using ScoEvents.Domain.Api;

namespace ScoEvents.Web.Features.Api;

/// <summary>Where a token stands.</summary>
public enum TokenState
{
    /// <summary>Works.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Was taken back.</summary>
    Revoked,
}

/// <summary>A token as its user sees it.</summary>
/// <param name="Prefix">Its first characters.</param>
/// <param name="LastUsedAt">UTC, to within a minute; null while it was not used.</param>
public sealed record TokenRow(
    Guid Id, string Name, string Prefix, IReadOnlyList<ApiScope> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, TokenState State);

/// <summary>A token that was just made.</summary>
/// <param name="Text">What the program sends; shown this once.</param>
public sealed record NewToken(Guid Id, string Text);
