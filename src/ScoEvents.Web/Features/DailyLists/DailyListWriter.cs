using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Writes the mails of daily lists, in the language of the thread.</summary>
public sealed class DailyListWriter(IStringLocalizer<DailyListTexts> texts, PublicLinks links)
{
    /// <summary>A list.</summary>
    /// <param name="export">What was set up.</param>
    /// <param name="title">Of the event.</param>
    /// <param name="zone">Of the event.</param>
    /// <param name="content">What there is.</param>
    /// <param name="maker">Name of who set it up.</param>
    /// <param name="due">When the list was due, UTC; the mail's key, so that no list is written twice for the same hour.</param>
    /// <param name="now">UTC.</param>
    public MailLetter List(ScheduledExport export, LocalizedText title, EventZone zone, DailyListContent content, string maker, DateTimeOffset due, DateTimeOffset now)
    {
        var language = PortalLanguages.Current;
        var difference = DailyListDifference.Between(export.Reported, content.Standing, content.Former);
        var marking = content.Classification == Classification.Clear ? null : content.Classification.Marking();
        var body = new StringBuilder();
        Line(body, marking);
        Line(body, texts[$"Intro.{export.Subject}", title.In(language.Code), DateWords.WithTime(now, zone, language)]);
        Line(body, texts["Standing", content.Standing.Count]);
        Line(body);
        if (difference.IsEmpty)
        {
            Line(body, texts["Nothing"]);
            Line(body);
        }

        Section(body, "Added", difference.Added);
        Section(body, "Replaced", [.. difference.Replaced.Select(pair => texts["InsteadOf", pair.Now, pair.Before].Value)]);
        Section(body, "Changed", difference.Changed);
        Section(body, "Withdrawn", [.. difference.Withdrawn, .. difference.Unnamed == 0 ? Array.Empty<string>() : [texts["Unnamed", difference.Unnamed].Value]]);
        Line(body, texts["Why", maker]);
        Line(body, links.To(DailyListRoutes.Page(export.EventId)));
        var subject = texts[$"Subject.{export.Subject}", title.In(language.Code)].Value;
        var hour = due.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss.ffffff", CultureInfo.InvariantCulture);
        return new MailLetter($"scheduled:{export.Id:N}:{hour}", export.ToAddress, export.ToAddress, language.Code, marking is null ? subject : $"[{marking}] {subject}", body.ToString())
        {
            EventId = export.EventId,
        };
    }

    /// <summary>To the one who set it up: that it has stopped.</summary>
    public MailLetter Stopped(ScheduledExport export, LocalizedText title, string address, string name, string reason, DateTimeOffset now)
    {
        var language = PortalLanguages.Current;
        var body = new StringBuilder();
        Line(body, texts["Stopped.Text", title.In(language.Code), export.ToAddress, ScheduledExport.MaxFailures]);
        Line(body, reason);
        Line(body);
        Line(body, texts["Stopped.Resume"]);
        Line(body, links.To(DailyListRoutes.Page(export.EventId)));
        return new MailLetter(
            string.Create(CultureInfo.InvariantCulture, $"scheduled:{export.Id:N}:stopped:{now.UtcTicks}"), address, name, language.Code, texts["Stopped.Subject", title.In(language.Code)], body.ToString())
        {
            EventId = export.EventId,
        };
    }

    private void Section(StringBuilder body, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Line(body, texts[$"Section.{name}", lines.Count]);
        foreach (var line in lines)
        {
            Line(body, $"* {line.ReplaceLineEndings(" ")}");
        }

        Line(body);
    }

    private static void Line(StringBuilder body, string? text = "")
    {
        if (text is not null)
        {
            body.Append(text).Append('\n');
        }
    }
}
