using System.Globalization;
using MimeKit;
using ScoEvents.Domain.Mail;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Makes the message that travels of a mail that waits.</summary>
internal static class MailComposer
{
    /// <summary>A plain text message; every try of one mail has the same Message-ID, so that a second delivery can be told from a second mail.</summary>
    public static MimeMessage Compose(OutboxMail mail, string body, MailOptions options, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = now,
            MessageId = MessageId(mail.Id, options),
            Body = new TextPart("plain") { Text = body },
        };
        message.From.Add(new MailboxAddress(options.FromName, options.From!));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.Body.Headers.Add("Content-Language", mail.Language);
        // RFC 3834: nobody's holiday notice shall answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>Such as <c>0199…@secretariat.example</c>.</summary>
    public static string MessageId(Guid mailId, MailOptions options)
    {
        var domain = options.From![(options.From!.LastIndexOf('@') + 1)..];
        return string.Create(CultureInfo.InvariantCulture, $"{mailId:N}@{new IdnMapping().GetAscii(domain)}");
    }
}
