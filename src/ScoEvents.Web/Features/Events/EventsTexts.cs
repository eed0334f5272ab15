namespace ScoEvents.Web.Features.Events;

/// <summary>The words of the pages on which events are prepared.</summary>
public sealed class EventsTexts;
