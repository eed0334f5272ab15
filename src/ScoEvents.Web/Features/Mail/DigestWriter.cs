using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Writes mails in the language of whoever gets them: plain text, times at the clock of the place.</summary>
public sealed class DigestWriter(
    IStringLocalizer<DigestTexts> texts, IStringLocalizer<PublicEventTexts> eventTexts, ReleaseSpeech speech, ProgrammeSpeech programme, PublicLinks links)
{
    /// <summary>What a release changes for one recipient.</summary>
    internal MailLetter Write(ScoEvent planned, Release release, NoticeRecipient recipient) => Speaking(recipient.Language, language =>
    {
        var isFirst = release.Number == 1;
        var title = planned.Title.In(language.Code);
        var body = new StringBuilder();
        Line(body, Marking(recipient.Changes));
        Line(body, texts["Greeting", recipient.Name]);
        Line(body);
        Line(body, isFirst ? texts["FirstRelease", title] : texts["NextRelease", title, release.Number]);
        if (release.Note is { } note)
        {
            Line(body, note);
        }

        Line(body);
        var zone = EventZone.Find(planned.TimeZone);
        foreach (var kind in new[] { SessionChangeKind.Moved, SessionChangeKind.Cancelled, SessionChangeKind.Changed, SessionChangeKind.New })
        {
            Section(body, kind, isFirst, [.. recipient.Changes.Of(kind).Select(change => SessionDifference.Of(change, zone))]);
        }

        if (zone is not null)
        {
            var place = new PublicPlace(planned.City, null, LocalizedText.Empty);
            Line(body, texts["Zone", ZoneWords.Of(zone, place, planned.Dates, language, eventTexts)]);
        }

        Line(body, texts["Link", links.To(PortalRoutes.Agenda(language, planned.Slug))]);
        Line(body);
        Line(body, texts[recipient.IsFocalPoint ? "WhyFocalPoint" : "WhySpeaker"]);
        return new MailLetter(
            string.Create(CultureInfo.InvariantCulture, $"release:{release.Id:N}:{KeyOf(recipient.Address)}"),
            recipient.Address, recipient.Name, language.Code,
            Subject(Marking(recipient.Changes), isFirst ? texts["FirstSubject", title] : texts["NextSubject", title, release.Number]), body.ToString())
        {
            EventId = planned.Id,
            ReleaseId = release.Id,
            SideId = recipient.SideId,
        };
    });

    /// <summary>That an event was postponed, called off or taken up again.</summary>
    internal MailLetter Write(ScoEvent planned, EventNoticeKind kind, EventNoticeRecipient recipient, DateTimeOffset now) => Speaking(recipient.Language, language =>
    {
        var title = planned.Title.In(language.Code);
        var body = new StringBuilder();
        Line(body, texts["Greeting", recipient.Name]);
        Line(body);
        Line(body, texts[$"Event.{kind}", title]);
        if (kind != EventNoticeKind.Cancelled)
        {
            // While new days are not known, the event keeps those that it had.
            Line(body, !planned.IsToBeDated && DateWords.Of(planned.Dates, language) is { } dates ? texts["Event.NewDates", dates] : texts["Event.NoNewDates"]);
        }

        if (!planned.Notice.IsEmpty)
        {
            Line(body);
            Line(body, planned.Notice.In(language.Code));
        }

        Line(body);
        if (planned.AnnouncedAt is not null)
        {
            Line(body, texts["EventLink", links.To(PortalRoutes.PublicEvent(language, planned.Slug))]);
            Line(body);
        }

        Line(body, texts[recipient.IsFocalPoint ? "WhyInvited" : "WhySpeaker"]);
        return new MailLetter(
            string.Create(CultureInfo.InvariantCulture, $"event:{planned.Id:N}:{kind}:{now.UtcTicks}:{KeyOf(recipient.Address)}"),
            recipient.Address, recipient.Name, language.Code, texts[$"Event.{kind}Subject", title], body.ToString())
        {
            EventId = planned.Id,
            SideId = recipient.SideId,
        };
    });

    private void Section(StringBuilder body, SessionChangeKind kind, bool isFirst, IReadOnlyList<SessionDifference> sessions)
    {
        if (sessions.Count == 0)
        {
            return;
        }

        Line(body, isFirst ? texts["OwnSessions"] : texts[$"Section.{kind}"]);
        foreach (var session in sessions)
        {
            Tell(body, session);
        }

        Line(body);
    }

    private void Tell(StringBuilder body, SessionDifference session)
    {
        var entry = session.Entry;
        var marking = entry.Classification == Classification.Clear ? "" : $" [{entry.Classification.Marking()}]";
        Line(body, $"* {entry.Title.ForReader()}{marking}");
        var told = speech.Say(session).Where(words => words.Part != SessionPart.Abstract).ToList();
        if (!told.Exists(words => words.Part == SessionPart.Time))
        {
            Indented(body, speech.When(entry));
        }

        if (!told.Exists(words => words.Part == SessionPart.Room))
        {
            Indented(body, speech.Where(entry));
        }

        foreach (var words in told)
        {
            Indented(body, texts["FromTo", words.Label, PortalLanguages.Current.Isolate(words.Before), PortalLanguages.Current.Isolate(words.After)]);
        }

        if (session.Parts.Contains(SessionPart.Abstract))
        {
            Indented(body, texts["AbstractChanged"]);
        }

        if (session.Kind == SessionChangeKind.New)
        {
            Indented(body, programme.Say(entry.Access));
        }
    }

    // The strictest marking of what is told; the mark of what is open to everybody needs no telling.
    private static string? Marking(ReleaseChanges changes)
    {
        var strictest = changes.All.SelectMany(change => new[] { change.Before, change.After }).OfType<ReleasedSession>()
            .Select(session => session.Classification).DefaultIfEmpty(Classification.Clear).Max();
        return strictest == Classification.Clear ? null : strictest.Marking();
    }

    private static string Subject(string? marking, string words) => marking is null ? words : $"[{marking}] {words}";

    private static string KeyOf(string address)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(address.ToUpperInvariant()));
        return Convert.ToHexStringLower(hash)[..32];
    }

    private static void Line(StringBuilder body, string? text = "")
    {
        if (text is not null)
        {
            body.Append(text.ReplaceLineEndings("\n")).Append('\n');
        }
    }

    private static void Indented(StringBuilder body, string text) => Line(body, $"  {text}");

    // Words and dates follow the culture of whoever calls, and that is somebody else than the reader.
    private static MailLetter Speaking(string code, Func<PortalLanguage, MailLetter> write)
    {
        var language = PortalLanguages.Find(code) ?? PortalLanguages.English;
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
            return write(language);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
