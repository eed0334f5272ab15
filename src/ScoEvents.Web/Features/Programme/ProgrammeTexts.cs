namespace ScoEvents.Web.Features.Programme;

/// <summary>The words of the pages on which a programme is drafted and published.</summary>
public sealed class ProgrammeTexts;
