namespace ScoEvents.Web.Features.Translations;

/// <summary>The words of the pages about an event's languages.</summary>
public sealed class TranslationTexts;
