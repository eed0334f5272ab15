using System.Globalization;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Tests.Participants;

/// <summary>Lists of participants with names in every script, long words and cells that look like formulas.</summary>
internal static class ParticipantSamples
{
    public static readonly DateTimeOffset IssuedAt = new(2026, 12, 5, 4, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "zh", "hi", "ur"];

    public static ParticipantList For(string language)
    {
        var words = ParticipantWords.In(language);
        return List(language,
        [
            new(words.India, words.Member,
            [
                new() { Number = 1, Role = words.Head, Address = words.Dr, Name = "Rajesh KUMAR", NativeName = "राजेश कुमार", Function = words.Director, Body = words.Ministry, Category = words.Agencies },
                new() { Number = 2, Role = words.Deputy, Name = "Ayesha KHAN", NativeName = "عائشہ خان", Function = words.Director },
            ]),
            new(words.Kazakhstan, words.Member,
            [
                new() { Number = 3, Role = words.Head, Name = "Aigerim NURLAN", NativeName = "Әйгерім Нұрлан", Function = "=1+1", Body = words.Ministry },
                new() { Number = 4, Role = words.Adviser, Name = "Wei LI", NativeName = "李伟", Function = new string('x', 60) + " " + words.Director, Body = "+998 & <Partners>" },
            ]),
            new(words.Secretariat, words.ScoBody, [new() { Number = 5, Role = words.Head, Name = "Alexey IVANOV", NativeName = "Алексей Иванов" }]),
        ]);
    }

    public static ParticipantDifference DifferenceFor(string language)
    {
        var words = ParticipantWords.In(language);
        var kumar = new ParticipantStanding("Rajesh KUMAR", "राजेश कुमार", words.Head, words.Director, words.Ministry);
        var khan = new ParticipantStanding("Ayesha KHAN", "عائشہ خان", words.Deputy, words.Director, null);
        return new ParticipantDifference
        {
            EventTitle = words.Event,
            Heading = words.Difference,
            Language = language,
            Direction = DirectionOf(language),
            Classification = Classification.AmberStrict,
            Edition = words.Edition,
            Facts = [new(words.Dates, words.DatesInWords)],
            IssuedAt = IssuedAt,
            Labels = words.Labels,
            Groups =
            [
                new(words.Added, [new(words.Kazakhstan, words.Member, null, new("Wei LI", "李伟", words.Adviser, "=1+1", null), [])]),
                new(words.Replaced, [new(words.India, words.Member, kumar, khan with { Role = words.Head }, [])]),
                new(words.Withdrawn, [new(words.Secretariat, words.ScoBody, new("Alexey IVANOV", "Алексей Иванов", words.Head, null, null), null, [])]),
                new(words.Changed,
                [
                    new(words.India, words.Member, khan, khan with { Role = words.Adviser, Body = words.Ministry },
                        [new(words.Labels.Role, words.Deputy, words.Adviser), new(words.Labels.Body, null, words.Ministry)]),
                ]),
            ],
        };
    }

    /// <summary>As many persons as a large congress has, in as many sides as hold a status.</summary>
    public static ParticipantList Large(string language, int sides, int personsOfSide)
    {
        var words = ParticipantWords.In(language);
        return List(language,
        [
            .. Enumerable.Range(0, sides).Select(side => new ParticipantSide(
                $"{words.India} {side.ToString(CultureInfo.InvariantCulture)}", words.Member,
                [
                    .. Enumerable.Range(0, personsOfSide).Select(person => new ParticipantPerson
                    {
                        Number = (side * personsOfSide) + person + 1,
                        Role = person == 0 ? words.Head : words.Adviser,
                        Name = $"Given Names FAMILY {person.ToString(CultureInfo.InvariantCulture)}",
                        NativeName = (person % 4) switch { 0 => "राजेश कुमार", 1 => "عائشہ خان", 2 => "李伟", _ => "Алексей Иванов" },
                        Function = words.Director,
                        Body = words.Ministry,
                        Category = words.Agencies,
                    }),
                ])),
        ]);
    }

    public static ParticipantList List(string language, IReadOnlyList<ParticipantSide> sides)
    {
        var words = ParticipantWords.In(language);
        return new ParticipantList
        {
            EventTitle = words.Event,
            Heading = words.Heading,
            Language = language,
            Direction = DirectionOf(language),
            Classification = Classification.Amber,
            Edition = words.Edition,
            Facts = [new(words.Dates, words.DatesInWords), new(words.Labels.Persons, sides.Sum(side => side.Persons.Count).ToString(CultureInfo.InvariantCulture))],
            IssuedAt = IssuedAt,
            Labels = words.Labels,
            Sides = sides,
        };
    }

    private static TextDirection DirectionOf(string language) => language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight;
}
