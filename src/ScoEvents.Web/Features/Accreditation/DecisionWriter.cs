using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Writes to a focal point what was decided: names, comments and reasons; no data of passports.</summary>
public sealed class DecisionWriter(IStringLocalizer<AccreditationTexts> texts, PublicLinks links)
{
    private static readonly AccreditationState[] _order =
        [AccreditationState.ReturnedForCorrection, AccreditationState.Refused, AccreditationState.Suspended, AccreditationState.Revoked, AccreditationState.Approved];

    internal MailLetter Write(ScoEvent planned, ToldPoint point, IReadOnlyList<Decided> decided, DateTimeOffset now)
    {
        var language = PortalLanguages.Find(point.Language) ?? PortalLanguages.English;
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
            var title = planned.Title.In(language.Code);
            var body = new StringBuilder()
                .Append(texts["Mail.Greeting", point.Name].Value).Append("\n\n").Append(texts["Mail.Intro", title].Value).Append("\n\n");
            foreach (var state in _order)
            {
                Section(body, state, [.. decided.Where(one => one.To == state)]);
            }

            body.Append(texts["Mail.Link", links.To($"{PortalRoutes.StaffInvitations}/{point.InvitationId}")].Value).Append("\n\n").Append(texts["Mail.Why"].Value).Append('\n');
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(point.Email.ToUpperInvariant())))[..16];
            return new MailLetter(
                string.Create(CultureInfo.InvariantCulture, $"accreditation:{planned.Id:N}:{point.SideId:N}:{key}:{now.UtcTicks}"),
                point.Email, point.Name, language.Code, texts["Mail.Subject", title], body.ToString())
            {
                EventId = planned.Id,
                SideId = point.SideId,
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private void Section(StringBuilder body, AccreditationState state, IReadOnlyList<Decided> decided)
    {
        if (decided.Count == 0)
        {
            return;
        }

        body.Append(texts[$"Mail.{state}"].Value).Append('\n');
        foreach (var one in decided)
        {
            body.Append("* ").Append(one.GivenNames).Append(' ').Append(one.FamilyName.ToUpperInvariant()).Append('\n');
            foreach (var comment in one.Comments)
            {
                Indented(body, texts["Mail.Comment", texts[$"Field.{comment.Field}"].Value, comment.Text]);
            }

            if (one.Reason is { } reason)
            {
                Indented(body, reason);
            }
        }

        body.Append('\n');
    }

    private static void Indented(StringBuilder body, string text) => body.Append("  ").Append(text.ReplaceLineEndings("\n  ")).Append('\n');
}
