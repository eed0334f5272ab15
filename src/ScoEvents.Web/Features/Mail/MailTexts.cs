namespace ScoEvents.Web.Features.Mail;

/// <summary>The words of the pages on which mails are reviewed.</summary>
public sealed class MailTexts;
