using ScoEvents.Domain.Api;

namespace ScoEvents.Web.Features.Api;

/// <summary>What parameters that many addresses share are for.</summary>
internal static class ApiWords
{
    public const string Event = "Name in addresses, or id, of an announced event.";
    public const string StaffEvent = "Id of an event that the token's user works for.";
    public const string Release = "Number of a release, or latest.";
    public const string Session = "A session of the draft.";
    public const string Invitation = "An invitation of a side that the token's user speaks for.";
    public const string Delegate = "A person of the delegation.";
    public const string Cursor = "Cursor of the page, from next of the page before; with the same other parameters.";
    public const string Limit = "The most things on a page, 1 to 200; 50 where it is left out.";
}

/// <summary>Marks what an endpoint answers with, for the description and its examples.</summary>
internal sealed record AnswerDescription(Type Type, int Status);

/// <summary>Marks an endpoint whose answer carries a version, or that wants one.</summary>
internal sealed record VersionDescription(bool IsWanted);

/// <summary>Marks an endpoint that takes an <c>Idempotency-Key</c>.</summary>
internal sealed record KeyDescription(bool IsWanted);

/// <summary>Says what an endpoint is.</summary>
internal static class ApiDescriptions
{
    /// <summary>Names an endpoint, the group it is listed in, and what it does.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string group, string summary) =>
        endpoint.WithName($"api-{id}").WithTags(group).WithSummary(summary);

    /// <summary>Answers reading with a resource.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status, "application/json").WithMetadata(new AnswerDescription(typeof(T), status));

    /// <summary>Asks for a token, with a scope or without.</summary>
    public static RouteHandlerBuilder NeedsToken(this RouteHandlerBuilder endpoint, ApiScope? scope = null) => endpoint.WithMetadata(new TokenRequirement(scope));

    /// <summary>Answers with the version of the resource.</summary>
    public static RouteHandlerBuilder Versioned(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionDescription(IsWanted: false));

    /// <summary>Asks for the version that the caller saw.</summary>
    public static RouteHandlerBuilder WantsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionDescription(IsWanted: true));

    /// <summary>Takes a body.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, bool isKeyWanted = false)
        where T : notnull => endpoint.Accepts<T>("application/json").WithMetadata(new KeyDescription(isKeyWanted));

    /// <summary>Takes a key, but no body.</summary>
    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new KeyDescription(IsWanted: false));

    /// <summary>Answers done work with nothing.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status204NoContent);
}
