using ScoEvents.Domain.Api;

namespace ScoEvents.Web.Features.Api;

/// <summary>What a user says of a new token; the entity checks it.</summary>
public sealed class ApiTokenForm
{
    public string? Name { get; set; }

    public List<ApiScope> Scopes { get; set; } = [];

    /// <summary>How many days it lasts.</summary>
    public int? Days { get; set; } = 90;
}
