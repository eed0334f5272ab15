using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Exports;
using ScoEvents.Exports.Letters;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Localization;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Puts letters about persons into words; the passport's number stands on a visa letter and on nothing else.</summary>
public sealed class LetterWriter(IStringLocalizer<AccreditationTexts> texts, IStringLocalizer<DelegationsTexts> delegations)
{
    internal LetterFile Write(
        ScoEvent planned, LetterKind kind, LetterSheet sheet, Delegate person, VisaFacts? visa, DateTimeOffset now, PortalLanguage language)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
            return new LetterFile(planned.Slug, kind, person.FamilyName, Compose(new Matter(planned, kind, sheet, person, visa, now, language)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private LetterDocument Compose(Matter matter)
    {
        var (planned, kind, sheet, person, visa, now, language) = matter;
        var code = language.Code;
        var day = DateWords.Of(NotePress.DayOf(planned, now), language);
        var seat = sheet.Seat.In(code);
        var isCertificate = kind == LetterKind.Certificate;
        return new LetterDocument
        {
            Language = code,
            Direction = language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = $"{texts[$"Letter.{kind}"]}: {person.DisplayName}",
            Head = new LetterHead(sheet.Secretariat.In(code), seat.Length == 0 ? [] : [seat]),
            Number = visa is { Number: { } number } ? texts["Letter.Number", number.Number, number.Year].Value : null,
            DateInWords = seat.Length == 0 ? day : texts["Letter.PlaceAndDay", seat, day].Value,
            Heading = texts[$"Letter.{kind}"],
            Addressee = kind == LetterKind.VisaSupport ? [texts["Letter.VisaSupport.Addressee"], .. person.Stay.VisaPost is { } post ? [post] : Array.Empty<string>()] : [],
            Body = isCertificate ? Certificate(matter) : [new LetterParagraph(Intro(matter)), new LetterFacts(Facts(matter))],
            Closing = isCertificate ? null : texts[$"Letter.{kind}.Closing"].Value,
            Classification = isCertificate ? Classification.Clear : Classification.Amber,
            IssuedAt = now,
            PageOfPages = texts["Letter.Page", "{0}", "{1}"],
            Layout = isCertificate ? LetterLayout.Certificate : LetterLayout.Letter,
        };
    }

    private string Intro(Matter matter) => texts[
        $"Letter.{matter.Kind}.Body", matter.Sheet.Secretariat.In(matter.Language.Code), matter.Event.Title.In(matter.Language.Code), Place(matter), Days(matter)];

    private IReadOnlyList<LetterBlock> Certificate(Matter matter)
    {
        var (person, code) = (matter.Person, matter.Language.Code);
        // The name in the script of the letter's language where it is the person's own, else as in the passport.
        var blocks = new List<LetterBlock> { new LetterParagraph(texts["Letter.Certificate.Intro"]), new LetterEmphasis(person.DisplayName) };
        if (person.NativeName is { } native)
        {
            blocks.Add(new LetterEmphasis(native));
        }

        blocks.Add(new LetterParagraph(string.Join('\n', new[] { person.Function.In(code), person.Body.In(code), matter.Sheet.Sides[person.SideId].In(code) }.Where(line => line.Length > 0))));
        blocks.Add(new LetterParagraph(texts["Letter.Certificate.Body", matter.Event.Title.In(code), Place(matter), Days(matter)]));
        return blocks;
    }

    private List<LetterFact> Facts(Matter matter)
    {
        var (person, code, sheet) = (matter.Person, matter.Language.Code, matter.Sheet);
        (string Term, string? Text)[] facts =
        [
            ("Name", person.FormOfAddress is { } address ? $"{texts[$"Address.{address}"]} {person.DisplayName}" : person.DisplayName),
            ("Native", person.NativeName),
            ("Side", sheet.Sides[person.SideId].In(code)),
            ("Function", matter.Language.Join(person.Function.In(code), person.Body.In(code))),
            ("Role", delegations[$"Role.{person.Role}"]),
            .. matter.Visa is { } visa
                ? new (string, string?)[]
                {
                    ("Nationality", person.NationalityId is { } nationality ? sheet.States[nationality].In(code) : null),
                    ("Passport", visa.Passport),
                    ("PassportState", person.PassportStateId is { } issuer ? sheet.States[issuer].In(code) : null),
                    ("PassportExpiry", person.PassportExpiresOn is { } expires ? DateWords.Of(expires, matter.Language) : null),
                }
                : [],
            ("Days", Days(matter)),
            ("Place", Place(matter)),
        ];
        return [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Text)).Select(fact => new LetterFact(texts[$"Letter.Fact.{fact.Term}"], fact.Text!))];
    }

    private static string Days(Matter matter) => DateWords.Of(matter.Event.Dates, matter.Language) ?? "–";

    private static string Place(Matter matter)
    {
        var code = matter.Language.Code;
        var country = matter.Event.CountryId is { } id ? matter.Sheet.States.GetValueOrDefault(id)?.In(code) : null;
        return matter.Language.Join(matter.Event.City.In(code), country);
    }

    private sealed record Matter(
        ScoEvent Event, LetterKind Kind, LetterSheet Sheet, Delegate Person, VisaFacts? Visa, DateTimeOffset Now, PortalLanguage Language);
}
