namespace ScoEvents.Web.Features.Programme;

/// <summary>The words of the pages on conflicts, and on how strictly they are looked for.</summary>
public sealed class ConflictTexts;
