namespace ScoEvents.Web.Features.Invitations;

/// <summary>The words of the pages of invitations, notes and reminders.</summary>
public sealed class InvitationsTexts;
