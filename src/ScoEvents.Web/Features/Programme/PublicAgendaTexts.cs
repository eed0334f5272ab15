namespace ScoEvents.Web.Features.Programme;

/// <summary>Marks the texts of the public pages of sessions and speakers and of everything around the agenda (PublicAgendaTexts.resx).</summary>
public sealed class PublicAgendaTexts;
