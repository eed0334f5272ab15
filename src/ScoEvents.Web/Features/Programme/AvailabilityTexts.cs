namespace ScoEvents.Web.Features.Programme;

/// <summary>The words of the pages on who can be there when, and on interpreter teams.</summary>
public sealed class AvailabilityTexts;
