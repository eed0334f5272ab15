namespace ScoEvents.Web.Features.Programme;

/// <summary>The words of releases: their list, what they froze, how they differ, and loading one back.</summary>
public sealed class ReleaseTexts;
