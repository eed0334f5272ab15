using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Writes to an organiser who left a delegation, who comes instead, and what that means for the programme.</summary>
public sealed class ExchangeWriter(IStringLocalizer<ExchangeTexts> texts, IStringLocalizer<DelegationsTexts> delegations, PublicLinks links)
{
    internal MailLetter Write(ScoEvent planned, SideLabel side, ToldOrganiser organiser, Exchange exchange, IReadOnlyList<AffectedSession> affected)
    {
        var language = PortalLanguages.Find(organiser.Language) ?? PortalLanguages.English;
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
            var (title, leaves, comes) = (planned.Title.In(language.Code), exchange.Leaves.DisplayName, exchange.Comes?.DisplayName);
            var role = delegations[$"Role.{exchange.Leaves.Role}"].Value;
            var name = side.Names.In(language.Code);
            var body = new StringBuilder();
            Line(body, texts["Greeting", organiser.Name]);
            Line(body);
            Line(body, comes is null ? texts["Withdrawn", name, leaves, role, title] : texts["Replaced", name, comes, leaves, role, title]);
            Line(body);
            var zone = EventZone.Find(planned.TimeZone);
            Section(body, comes is null ? "" : texts["Passed", comes], [.. affected.Where(found => found.Fate == PlaceFate.Passed)], zone, language);
            Section(body, texts["Left", leaves], [.. affected.Where(found => found.Fate != PlaceFate.Passed)], zone, language);
            Line(body, texts[affected.Count == 0 ? "Nothing" : "Draft", leaves]);
            Line(body);
            Line(body, texts["Link", links.To(PortalRoutes.StaffProgramme(planned.Id))]);
            Line(body);
            Line(body, texts["Why"]);
            return new MailLetter(
                string.Create(CultureInfo.InvariantCulture, $"exchange:{exchange.Leaves.Id:N}:{organiser.UserId:N}"), organiser.Email, organiser.Name, language.Code,
                comes is null ? texts["Subject.Withdrawn", title, leaves] : texts["Subject.Replaced", title, comes, leaves], body.ToString())
            {
                EventId = planned.Id,
                SideId = exchange.Leaves.SideId,
            };
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private void Section(StringBuilder body, string heading, List<AffectedSession> affected, EventZone? zone, PortalLanguage language)
    {
        if (affected.Count == 0)
        {
            return;
        }

        Line(body, heading);
        foreach (var (session, roles, fate) in affected)
        {
            // Domain rule 13: a mail travels further than a title marked so may.
            var title = session.Classification == Classification.Red ? texts["Marked", Classification.Red.Marking()].Value : session.Title.In(language.Code);
            Line(body, $"* {texts["Session", title, When(session, zone, language), language.List(roles.Select(role => texts[$"Role.{role}"].Value))]}");
            if (fate is not (PlaceFate.Passed or PlaceFate.Vacant))
            {
                Line(body, $"  {texts[$"Fate.{fate}"]}");
            }
        }

        Line(body);
    }

    private string When(Session session, EventZone? zone, PortalLanguage language)
    {
        if (session.Slot is not { } slot)
        {
            return texts["Unscheduled"];
        }

        var (start, end) = (zone?.ToLocal(slot.StartsAt) ?? slot.StartsAt.UtcDateTime, zone?.ToLocal(slot.EndsAt) ?? slot.EndsAt.UtcDateTime);
        return texts["When", DateWords.Of(DateOnly.FromDateTime(start), language), start.ToString("t", language.Culture), end.ToString("t", language.Culture)];
    }

    private static void Line(StringBuilder body, string text = "") => body.Append(text.ReplaceLineEndings(" ")).Append('\n');
}
