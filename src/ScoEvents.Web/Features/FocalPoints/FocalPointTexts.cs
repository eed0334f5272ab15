namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Marks the texts of focal points (FocalPointTexts.resx).</summary>
public sealed class FocalPointTexts;
