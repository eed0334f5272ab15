namespace ScoEvents.Web.Features.Delegations;

/// <summary>The texts of the pages' names around an event's delegations.</summary>
public sealed class DelegationsNavTexts;
