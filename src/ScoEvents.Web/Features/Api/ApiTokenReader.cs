using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Finds out whose token it is that a request carries.</summary>
internal sealed class ApiTokenReader
{
    public Task<Result<ApiCaller>> ReadAsync(string token, CancellationToken cancellationToken) => Task.FromResult<Result<ApiCaller>>(ApiErrors.TokenUnknown());
}
