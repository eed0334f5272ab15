namespace ScoEvents.Web.Features.Delegations;

/// <summary>Words of the persons of a delegation and of the rules for them.</summary>
public sealed class DelegateTexts;
