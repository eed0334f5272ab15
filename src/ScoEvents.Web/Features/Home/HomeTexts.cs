namespace ScoEvents.Web.Features.Home;

/// <summary>Marks the texts of the home page (HomeTexts.resx).</summary>
public sealed class HomeTexts;
