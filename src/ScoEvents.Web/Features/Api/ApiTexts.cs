namespace ScoEvents.Web.Features.Api;

/// <summary>The words of the interface for programs and of its pages.</summary>
public sealed class ApiTexts;
