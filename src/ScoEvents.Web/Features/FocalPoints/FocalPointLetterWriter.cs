using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Data;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Writes the mail that carries a link, in the language of whoever gets it.</summary>
public sealed class FocalPointLetterWriter(IStringLocalizer<FocalPointTexts> texts, PublicLinks links, FieldCipher cipher)
{
    /// <summary>The mail; its secret is sealed until it is sent.</summary>
    /// <param name="context">Reads the side's name.</param>
    /// <param name="planned">The event.</param>
    /// <param name="link">The link.</param>
    /// <param name="key">Its secret.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal async Task<MailLetter> WriteAsync(ScoEventsDbContext context, ScoEvent planned, FocalPointLink link, FocalPointKey key, CancellationToken cancellationToken)
    {
        var sides = await context.SidesAsync([link.SideId], cancellationToken);
        var language = PortalLanguages.Find(link.Language) ?? PortalLanguages.English;
        var side = sides[link.SideId].LabelOn(planned.StartsOn).Names.In(language.Code);
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
        try
        {
            var title = planned.Title.In(language.Code);
            var address = links.To(FocalPointRoutes.Link(language, "")) + SealedText.Seal(cipher, key.ToAddress(), link.Id);
            var expires = TimeZoneInfo.ConvertTime(link.ExpiresAt, TimeZoneInfo.Utc).ToString("D", language.Culture);
            string[] lines =
            [
                texts["Mail.Greeting", link.Name],
                "",
                texts[$"Mail.Text.{link.Rank}", side, title],
                .. DateWords.Of(planned.Dates, language) is { } dates ? new string[] { dates } : [],
                "",
                texts["Mail.Link"],
                address,
                "",
                texts["Mail.Rules", expires],
                texts["Mail.Mistake"],
            ];
            return new MailLetter($"focal-link:{link.Id}", link.Email, link.Name, language.Code, texts["Mail.Subject", side, title], string.Join('\n', lines) + "\n")
            {
                EventId = link.EventId,
                SideId = link.SideId,
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
