namespace ScoEvents.Web.Features.Privacy;

/// <summary>Words of retention, purge and erasure.</summary>
public sealed class PrivacyTexts;
