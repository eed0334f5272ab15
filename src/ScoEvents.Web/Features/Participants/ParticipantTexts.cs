namespace ScoEvents.Web.Features.Participants;

/// <summary>Words of lists of participants, on pages and in files.</summary>
public sealed class ParticipantTexts;
