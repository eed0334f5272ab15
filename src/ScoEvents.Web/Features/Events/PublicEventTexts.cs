namespace ScoEvents.Web.Features.Events;

/// <summary>Marks the texts of the public pages of events (PublicEventTexts.resx).</summary>
public sealed class PublicEventTexts;
