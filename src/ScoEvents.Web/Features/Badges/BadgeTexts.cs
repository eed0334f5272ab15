namespace ScoEvents.Web.Features.Badges;

/// <summary>Marks the words of badges and of the page that issues them (BadgeTexts.resx).</summary>
public sealed class BadgeTexts;
