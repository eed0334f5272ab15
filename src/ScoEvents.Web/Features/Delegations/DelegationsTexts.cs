namespace ScoEvents.Web.Features.Delegations;

/// <summary>Marks the texts of invitations, delegations and their exports (DelegationsTexts.resx).</summary>
public sealed class DelegationsTexts;
