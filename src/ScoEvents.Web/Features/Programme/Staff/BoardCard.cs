namespace ScoEvents.Web.Features.Programme.Staff;

/// <summary>A session as an appointment of Radzen's scheduler.</summary>
/// <param name="Start">Local.</param>
/// <param name="End">Local.</param>
/// <param name="Text">Its name for screen readers.</param>
/// <param name="Session">The session.</param>
public sealed record BoardCard(DateTime Start, DateTime End, string Text, TimetableSession Session);
