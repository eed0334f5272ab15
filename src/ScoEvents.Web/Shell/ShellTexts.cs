namespace ScoEvents.Web.Shell;

/// <summary>Marks the texts of layouts, error pages and the reconnection dialog (ShellTexts.resx).</summary>
public sealed class ShellTexts;
