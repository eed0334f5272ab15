namespace ScoEvents.Web.Features.Help;

/// <summary>Marks the texts of the short guides (HelpTexts.resx).</summary>
public sealed class HelpTexts;
