using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScoEvents.Data;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Webhooks;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Writes to whoever named a receiver that the portal has given up on it.</summary>
public sealed class WebhookNotices(IStringLocalizer<WebhookTexts> texts, PublicLinks links)
{
    /// <summary>The letter, in the reader's language; null where the account has no address any more.</summary>
    internal async Task<MailLetter?> WriteAsync(ScoEventsDbContext context, Webhook webhook, DateTimeOffset now)
    {
        var reader = await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == webhook.CreatedBy);
        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == webhook.EventId);
        if (reader?.Email is not { } address)
        {
            return null;
        }

        var language = PortalLanguages.Find(reader.Language) ?? PortalLanguages.English;
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
            var title = planned.Title.For(language.Code, planned.FallbackOrder)?.Text ?? "";
            return new MailLetter(
                string.Create(CultureInfo.InvariantCulture, $"webhook:{webhook.Id:N}:{now.UtcTicks}"), address, reader.DisplayName, language.Code,
                texts["Mail.Subject", title],
                texts["Mail.Text", reader.DisplayName, title, webhook.Url, Webhook.MaxFailures, links.To(WebhookRoutes.Webhooks(webhook.EventId))])
            {
                EventId = webhook.EventId,
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
