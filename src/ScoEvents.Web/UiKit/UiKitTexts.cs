namespace ScoEvents.Web.UiKit;

/// <summary>Marks the texts that the components of the kit bring along (UiKitTexts.resx).</summary>
public sealed class UiKitTexts;
