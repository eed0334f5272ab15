namespace ScoEvents.Web.Features.Events;

/// <summary>Marks the texts of the way from an idea to a published programme (GuideTexts.resx).</summary>
public sealed class GuideTexts;
