namespace ScoEvents.Web.Features.CheckIn;

/// <summary>Marks the words of the page at the door and of what staff sees of it (CheckInTexts.resx).</summary>
public sealed class CheckInTexts;
