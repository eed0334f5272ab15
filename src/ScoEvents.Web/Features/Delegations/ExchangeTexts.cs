namespace ScoEvents.Web.Features.Delegations;

/// <summary>The texts of what organisers and focal points are told when a person leaves a delegation.</summary>
public sealed class ExchangeTexts;
