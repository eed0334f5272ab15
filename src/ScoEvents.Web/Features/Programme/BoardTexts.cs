namespace ScoEvents.Web.Features.Programme;

/// <summary>Marks the texts of the timetable (BoardTexts.resx).</summary>
public sealed class BoardTexts;
