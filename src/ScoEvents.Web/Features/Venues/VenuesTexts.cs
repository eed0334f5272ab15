namespace ScoEvents.Web.Features.Venues;

/// <summary>The words of the pages on which rooms are kept.</summary>
public sealed class VenuesTexts;
