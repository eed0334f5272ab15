using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Participants;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Words lists of participants and their differences in the language of the document, whatever the page's.</summary>
public sealed class ParticipantDocuments(IStringLocalizer<ParticipantTexts> texts, ParticipantSpeech speech)
{
    // Lists of persons go to those who need them at the event and no further, unless their source says otherwise.
    private const Classification Marking = Classification.Amber;

    /// <summary>A list as a document.</summary>
    internal ParticipantFile Of(InvitedEvent head, ListDetails list, ProtocolAlphabet alphabet, PortalLanguage language) => InLanguage(language, () =>
    {
        var number = 0;
        var document = new ParticipantList
        {
            EventTitle = head.Title.In(language.Code),
            Heading = texts[$"Title.{list.Line.Kind}"],
            Language = language.Code,
            Direction = DirectionOf(language),
            Classification = Marking,
            Standing = list.Line.Kind == SnapshotKind.Final ? null : texts[$"Kind.{list.Line.Kind}"].Value,
            Edition = EditionOf(list.Line, language),
            Facts =
            [
                .. FactsOf(head, language),
                new(texts["Column.List"], EditionOf(list.Line, language)),
                .. list.Line.Remark is { } remark ? [new(texts["Remark"], remark)] : Array.Empty<ParticipantFact>(),
                new(texts["Order"], texts[$"Order.{alphabet}"]),
                new(texts["Column.Sides"], list.Line.Sides.ToString(CultureInfo.InvariantCulture)),
                new(texts["Column.Persons"], list.Line.Persons.ToString(CultureInfo.InvariantCulture)),
            ],
            IssuedAt = list.Line.IssuedAt,
            Labels = Labels(),
            Sides =
            [
                .. Runs(list.Entries).Select(side => new ParticipantSide(
                    side[0].Side.In(language.Code), speech.Say(side[0].Capacity), [.. side.Select(entry => Person(entry, ++number, language))])),
            ],
        };
        return new ParticipantFile(document, head.Slug, $"participants-{list.Line.Number.ToString(CultureInfo.InvariantCulture)}-{list.Line.Kind}");
    });

    /// <summary>A difference between two issued lists as a document.</summary>
    internal ParticipantFile Of(InvitedEvent head, ListDifference difference, ProtocolAlphabet alphabet, PortalLanguage language) => InLanguage(language, () =>
    {
        var (from, to) = (difference.From, difference.To!);
        var document = new ParticipantDifference
        {
            EventTitle = head.Title.In(language.Code),
            Heading = texts["Difference.Title", from.Number, to.Number],
            Language = language.Code,
            Direction = DirectionOf(language),
            Classification = Marking,
            Edition = EditionOf(to, language),
            Facts =
            [
                .. FactsOf(head, language),
                new(texts["Column.Before"], $"{EditionOf(from, language)} ({texts[$"Kind.{from.Kind}"]})"),
                new(texts["Column.Now"], $"{EditionOf(to, language)} ({texts[$"Kind.{to.Kind}"]})"),
                new(texts["Order"], texts[$"Order.{alphabet}"]),
            ],
            IssuedAt = to.IssuedAt,
            Labels = Labels(),
            Groups =
            [
                .. difference.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key)
                    .Select(group => new ParticipantChangeGroup(speech.Say(group.Key), [.. group.Select(change => Change(change, language))])),
            ],
        };
        return new ParticipantFile(document, head.Slug, string.Create(CultureInfo.InvariantCulture, $"participants-difference-{from.Number}-{to.Number}"));
    });

    private ParticipantPerson Person(SnapshotEntry entry, int number, PortalLanguage language) => new()
    {
        Number = number,
        Role = speech.Say(entry.Role),
        Address = speech.Say(entry.FormOfAddress),
        Name = speech.Name(entry),
        NativeName = entry.NativeName,
        Function = entry.Function.In(language.Code),
        Body = entry.Body.In(language.Code),
        Category = speech.Say(entry.Category),
        Status = entry.IsAccredited ? null : texts["Status.Open"].Value,
    };

    private ParticipantChange Change(SnapshotChange change, PortalLanguage language) => new(
        change.Subject.Side.In(language.Code), speech.Say(change.Subject.Capacity), Standing(change.Before, language), Standing(change.After, language),
        [.. change.Fields.Select(field => new ParticipantChangedField(
            speech.Say(field), speech.Value(field, change.Before!, language.Code), speech.Value(field, change.After!, language.Code)))]);

    private ParticipantStanding? Standing(SnapshotEntry? entry, PortalLanguage language) => entry is null ? null : new(
        speech.Name(entry), entry.NativeName, speech.Say(entry.Role), entry.Function.In(language.Code), entry.Body.In(language.Code));

    private string EditionOf(ListLine line, PortalLanguage language) =>
        texts["Edition", line.Number, DateWords.Of(DateOnly.FromDateTime(line.IssuedAt.DateTime), language)];

    private IEnumerable<ParticipantFact> FactsOf(InvitedEvent head, PortalLanguage language)
    {
        if (head.StartsOn is { } start)
        {
            var dates = new Domain.Events.EventDates(start, head.EndsOn ?? start, Domain.Events.DatePrecision.Day);
            yield return new(texts["Dates"], DateWords.Of(dates, language) ?? "");
        }

        if (language.Join(head.City.In(language.Code), head.Country.In(language.Code)) is { Length: > 0 } place)
        {
            yield return new(texts["Place"], place);
        }
    }

    // Sides stand together already; a lookup would put two sides of one name into one.
    private static List<List<SnapshotEntry>> Runs(IReadOnlyList<SnapshotEntry> entries)
    {
        var runs = new List<List<SnapshotEntry>>();
        foreach (var entry in entries)
        {
            if (runs.Count == 0 || runs[^1][0].SideId != entry.SideId)
            {
                runs.Add([]);
            }

            runs[^1].Add(entry);
        }

        return runs;
    }

    private static TextDirection DirectionOf(PortalLanguage language) => language.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;

    // The words follow the language of the document; the page that asked for it keeps its own.
    private static T InLanguage<T>(PortalLanguage language, Func<T> write)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private ParticipantLabels Labels() => new()
    {
        Number = texts["Column.Number"],
        Side = texts["Column.Side"],
        Capacity = texts["Column.Capacity"],
        Role = texts["Column.Role"],
        Address = texts["Column.Address"],
        Name = texts["Column.Name"],
        NativeName = texts["Column.NativeName"],
        Function = texts["Column.Function"],
        Body = texts["Column.Body"],
        FunctionAndBody = texts["Column.FunctionAndBody"],
        Category = texts["Column.Category"],
        Status = texts["Column.Accreditation"],
        Persons = texts["Column.Persons"],
        Change = texts["Column.Change"],
        Before = texts["Column.Before"],
        Now = texts["Column.Now"],
        Difference = texts["Column.Difference"],
        Classification = texts["Classification"],
        PageOfPages = texts.GetString("PageOfPages"),
        NoPersons = texts["NoPersons"],
        NoChanges = texts["NoChanges"],
        List = texts["ListSheet"],
        About = texts["About"],
    };
}
