namespace ScoEvents.Web.Features.Import;

/// <summary>The words of the page on which a programme is taken over.</summary>
public sealed class ImportTexts;
