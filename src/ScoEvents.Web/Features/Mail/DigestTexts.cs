namespace ScoEvents.Web.Features.Mail;

/// <summary>The words of the mails that the portal writes.</summary>
public sealed class DigestTexts;
