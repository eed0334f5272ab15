namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Words of daily lists and of the page that keeps them: Features/DailyLists/DailyListTexts*.resx.</summary>
public sealed class DailyListTexts;
