namespace ScoEvents.Web.Features.Programme;

/// <summary>Marks the texts of sessions, speakers, tracks and documents (SessionTexts.resx).</summary>
public sealed class SessionTexts;
