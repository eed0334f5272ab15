namespace ScoEvents.Web.Features.States;

/// <summary>Marks the texts of the page of states (StatesTexts.resx).</summary>
public sealed class StatesTexts;
