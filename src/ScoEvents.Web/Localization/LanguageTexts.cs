namespace ScoEvents.Web.Localization;

/// <summary>Words about languages: which there are, and what is said where one is not known.</summary>
public sealed class LanguageTexts;
