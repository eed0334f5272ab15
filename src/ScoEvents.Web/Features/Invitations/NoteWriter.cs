using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Letters;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Writes notes verbales and the mails that go with reminders, each in the language of whoever gets it.</summary>
public sealed class NoteWriter(IStringLocalizer<NoteTexts> texts, PublicLinks links)
{
    /// <summary>The marking of notes: material of an event until its source says otherwise.</summary>
    public const Classification Marking = Classification.Amber;

    /// <summary>Such as 12/2026.</summary>
    public static string Reference(int number, int year) => string.Create(CultureInfo.InvariantCulture, $"{number}/{year}");

    /// <summary>The portal's own text of a kind of note in a language.</summary>
    public string Default(NoteKind kind, string language) => Speaking(language, _ => texts[$"Template.{kind}"].Value);

    /// <summary>A note to one side. Refused: <c>note.value-missing</c> where the text names something that is not known.</summary>
    internal Result<NoteText> Write(NoteMatter matter) => Speaking(matter.Language, language =>
    {
        var filled = NotePlaceholders.Fill(matter.Template ?? texts[$"Template.{matter.Kind}"], Values(matter, language));
        return filled.Error is { } refused ? refused : Result.Ok(new NoteText(string.Join('\n', Addressee(matter.Side, language)), filled.Value));
    });

    /// <summary>A note as it is set on paper.</summary>
    internal LetterDocument Letter(NoteSheet sheet) => Speaking(sheet.Language, language =>
    {
        var blocks = LetterBlock.Read(sheet.Body);
        var isClosed = blocks is [.., LetterParagraph] && blocks.Count > 1;
        var seat = sheet.Seat.In(language.Code);
        var day = DateWords.Of(sheet.Day, language);
        return new LetterDocument
        {
            Language = language.Code,
            Direction = language.IsRightToLeft ? ScoEvents.Exports.TextDirection.RightToLeft : ScoEvents.Exports.TextDirection.LeftToRight,
            Title = texts["Title", sheet.Reference ?? texts["Preview"]],
            Head = new LetterHead(sheet.Secretariat.In(language.Code), seat.Length == 0 ? [] : [seat]),
            Number = sheet.Reference is { } reference ? texts["Number", reference] : texts["PreviewNumber"],
            DateInWords = seat.Length == 0 ? day : texts["PlaceAndDate", seat, day].Value,
            Heading = texts["Heading"],
            Addressee = sheet.Addressee.Split('\n'),
            Body = isClosed ? [.. blocks.SkipLast(1)] : blocks,
            Closing = isClosed ? ((LetterParagraph)blocks[^1]).Text : null,
            Classification = Marking,
            IssuedAt = sheet.IssuedAt,
            PageOfPages = texts["PageOfPages"],
            Watermark = sheet.Reference is null ? texts["Preview"].Value : null,
        };
    });

    /// <summary>The mail by which a focal point hears of the same reminder.</summary>
    internal MailLetter Mail(ReminderMail mail) => Speaking(mail.Recipient.Language, language =>
    {
        var title = mail.Title.In(language.Code);
        var body = new StringBuilder()
            .Append(texts["Mail.Greeting", mail.Recipient.Name].Value).Append("\n\n")
            .Append(texts["Mail.Lead", title, DateWords.Of(mail.Dates, language) ?? "", mail.Side.In(language.Code)].Value).Append("\n\n")
            .Append(Points(mail.Missing, mail.Deadline, language)).Append("\n\n")
            .Append(texts["Mail.Note", texts["Number", mail.Reference]].Value).Append("\n\n")
            .Append(texts["Mail.Link", links.To(PortalRoutes.StaffInvitation(mail.InvitationId))].Value).Append("\n\n")
            .Append(texts["Mail.Why"].Value).Append('\n');
        var address = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Recipient.Address.ToUpperInvariant())))[..32];
        var key = string.Create(CultureInfo.InvariantCulture, $"reminder:{mail.InvitationId:N}:{mail.Today:yyyyMMdd}:{address}");
        return new MailLetter(key, mail.Recipient.Address, mail.Recipient.Name, language.Code, texts["Mail.Subject", title], body.ToString())
        {
            EventId = mail.EventId,
            SideId = mail.SideId,
        };
    });

    /// <summary>What is missing, one point a line, in a language.</summary>
    internal string Points(IEnumerable<Missing> missing, DateOnly? deadline, string language) => Speaking(language, spoken => Points(missing, deadline, spoken));

    private Dictionary<string, string> Values(NoteMatter matter, PortalLanguage language)
    {
        var code = language.Code;
        return new Dictionary<string, string>
        {
            [NotePlaceholders.Addressee] = To(matter.Side, language),
            [NotePlaceholders.Capacity] = texts[$"Capacity.{matter.Capacity}"],
            [NotePlaceholders.Dates] = DateWords.Of(matter.Dates, language) ?? "",
            [NotePlaceholders.Deadline] = matter.Deadline is { } deadline ? DateWords.Of(deadline, language) : "",
            [NotePlaceholders.Event] = matter.Title.In(code),
            [NotePlaceholders.Missing] = Points(matter.Missing, matter.Deadline, language),
            [NotePlaceholders.Notice] = matter.Notice.In(code),
            [NotePlaceholders.Place] = language.Join(matter.City.In(code), matter.Country.In(code)),
            [NotePlaceholders.Quota] = matter.Quota.ToString(CultureInfo.InvariantCulture),
            [NotePlaceholders.Reference] = ReferenceInWords(matter, language),
            [NotePlaceholders.Secretariat] = matter.Secretariat.In(code),
            [NotePlaceholders.Side] = matter.Side.Names.In(code),
            [NotePlaceholders.State] = Of(matter.Side, code),
        };
    }

    // An invitation that was sent before notes were written is referred to by its day.
    private string ReferenceInWords(NoteMatter matter, PortalLanguage language) => matter.Earlier switch
    {
        { Reference: { } reference } earlier => texts["Reference.Note", texts["Number", reference], DateWords.Of(earlier.Day, language)],
        { } earlier => texts["Reference.Invitation", DateWords.Of(earlier.Day, language)],
        null => "",
    };

    private string Points(IEnumerable<Missing> missing, DateOnly? deadline, PortalLanguage language) => string.Join('\n', missing.Select(point => "- " + point.Point switch
    {
        MissingPoint.Answer => deadline is { } day ? texts["Missing.Answer", DateWords.Of(day, language)] : texts["Missing.AnswerAtAll"],
        MissingPoint.Submission or MissingPoint.Photo or MissingPoint.Passport => texts[$"Missing.{point.Point}", point.Count],
        _ => texts[$"Missing.{point.Point}"],
    }));

    private static string Of(NoteSide side, string language) =>
        side.FormalNames is { } formal ? NoteNames.Of(formal.In(language), language) : side.Names.In(language);

    private string To(NoteSide side, PortalLanguage language) => side.FormalNames is null
        ? texts["Addressee.BodyTo", side.Names.In(language.Code)]
        : texts["Addressee.StateTo", Of(side, language.Code)];

    private IEnumerable<string> Addressee(NoteSide side, PortalLanguage language) => side.FormalNames is null
        ? [side.Names.In(language.Code)]
        : [texts["Addressee.State", Of(side, language.Code)], side.Capital.In(language.Code)];

    // Words and dates follow the culture of whoever calls, and that is somebody else than the reader.
    private static T Speaking<T>(string code, Func<PortalLanguage, T> write)
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
