namespace ScoEvents.Web.Features.Invitations;

/// <summary>The words of notes verbales and of the mails that go with them.</summary>
public sealed class NoteTexts;
