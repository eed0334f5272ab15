namespace ScoEvents.Web.Features.Feeds;

/// <summary>Words of calendar addresses: Features/Feeds/FeedTexts*.resx.</summary>
public sealed class FeedTexts;
