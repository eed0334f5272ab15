using System.Diagnostics;
using System.Globalization;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Xlsx;

namespace ScoEvents.Bench;

/// <summary>Measures how long a list of 1,500 participants of 27 sides takes in each format and five languages.</summary>
internal static class ListTime
{
    private const int Sides = 27;
    private const int Persons = 1500;
    private const int Rounds = 20;

    // People read a list before they ask for the next one; until then the next browser has started.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> _words = new()
    {
        ["en"] = "Deputy Director of Information Security",
        ["ru"] = "Заместитель директора по информационной безопасности",
        ["zh"] = "信息安全司副司长",
        ["hi"] = "सूचना सुरक्षा उप निदेशक",
        ["ur"] = "نائب ڈائریکٹر انفارمیشن سکیورٹی",
    };

    public static async Task<int> RunAsync()
    {
        ParticipantDocument[] lists = [.. _words.Keys.Select(List)];
        Console.WriteLine($"{Persons} persons of {Sides} sides; median and slowest of {Rounds} in turn over five languages");
        Measure("xlsx", lists, ParticipantXlsxWriter.Write);
        Measure("docx", lists, ParticipantDocxWriter.Write);
        Measure("csv", lists, list =>
        {
            using var output = new MemoryStream();
            ParticipantCsvWriter.WriteAsync(list, output).GetAwaiter().GetResult();
            return output.ToArray();
        });
        Console.WriteLine($"pdf: three prints with a pause of {_pause.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s before each; the very first starts its browser");
        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { TimeLimit = TimeSpan.FromMinutes(2), KeepSpareFor = TimeSpan.FromMinutes(2) });
        foreach (var list in lists)
        {
            var times = new List<long>();
            var bytes = 0;
            for (var i = 0; i < 3; i++)
            {
                await Task.Delay(_pause);
                var watch = Stopwatch.StartNew();
                bytes = (await engine.PrintAsync(new PrintablePage(ParticipantHtmlWriter.Write(list), list.IssuedAt))).Length;
                times.Add(watch.ElapsedMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pdf {list.Language}: {string.Join(", ", times)} ms, {bytes / 1024} KiB"));
        }

        return 0;
    }

    private static void Measure(string name, ParticipantDocument[] lists, Func<ParticipantDocument, byte[]> write)
    {
        write(lists[0]);
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            bytes = write(lists[i % lists.Length]).Length;
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-5} {times[Rounds / 2]:0} ms, slowest {times[^1]:0} ms, {bytes / 1024} KiB"));
    }

    private static ParticipantList List(string language)
    {
        var words = _words[language];
        string[] scripts = ["राजेश कुमार", "عائشہ خان", "李伟", "Алексей Иванов"];
        var number = 0;
        return new ParticipantList
        {
            EventTitle = words,
            Heading = "List of participants (final)",
            Language = language,
            Direction = language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Classification = Classification.Amber,
            Edition = "List 3, 5 December 2026",
            Facts = [new("Dates", "7–8 December 2026")],
            IssuedAt = new DateTimeOffset(2026, 12, 5, 4, 30, 0, TimeSpan.Zero),
            Labels = new ParticipantLabels
            {
                Number = "No.", Side = "Side", Capacity = "Capacity", Role = "Role", Address = "Form of address", Name = "Name", NativeName = "Own script",
                Function = "Function", Body = "Body", FunctionAndBody = "Function and body", Category = "Category", Status = "Accreditation", Persons = "Persons",
                Change = "Change", Before = "Before", Now = "Now", Difference = "Difference", Classification = "Classification", PageOfPages = "Page {0} of {1}",
                NoPersons = "None", NoChanges = "None", List = "Participants", About = "About",
            },
            Sides =
            [
                .. Enumerable.Range(0, Sides).Select(side => new ParticipantSide(
                    $"{words} {side.ToString(CultureInfo.InvariantCulture)}", words,
                    [
                        .. Enumerable.Range(0, (Persons / Sides) + (side < Persons % Sides ? 1 : 0)).Select(person => new ParticipantPerson
                        {
                            Number = ++number,
                            Role = words,
                            Name = $"Given Names FAMILY {person.ToString(CultureInfo.InvariantCulture)}",
                            NativeName = scripts[person % scripts.Length],
                            Function = words,
                            Body = words,
                            Category = words,
                        }),
                    ])),
            ],
        };
    }
}
