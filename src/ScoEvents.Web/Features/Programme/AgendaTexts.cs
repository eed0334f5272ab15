namespace ScoEvents.Web.Features.Programme;

/// <summary>Marks the texts of the public agenda on the page, on paper and in calendars (AgendaTexts.resx).</summary>
public sealed class AgendaTexts;
