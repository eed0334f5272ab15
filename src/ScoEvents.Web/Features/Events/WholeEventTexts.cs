namespace ScoEvents.Web.Features.Events;

/// <summary>Marks the texts for what is done to events as a whole (WholeEventTexts.resx).</summary>
public sealed class WholeEventTexts;
