using System.Diagnostics;
using System.Globalization;
using System.Text;
using ScoEvents.Exports;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Markdown;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Exports.Xlsx;

namespace ScoEvents.Bench;

/// <summary>Measures how long each format of an agenda of 200 sessions takes, and whether memory stays flat over many.</summary>
internal static class ExportTime
{
    private const int Sessions = 200;
    private const int Rounds = 200;

    private static readonly string[] _languages = ["en", "ru", "zh", "hi", "ur"];

    private static readonly Dictionary<string, string> _words = new()
    {
        ["en"] = "Digital forensics: evidence and the chain of custody",
        ["ru"] = "Цифровая криминалистика: доказательства и цепочка хранения",
        ["zh"] = "数字取证：证据与保管链",
        ["hi"] = "डिजिटल फोरेंसिक: साक्ष्य और अभिरक्षा की शृंखला",
        ["ur"] = "ڈیجیٹل فرانزک: شواہد اور تحویل کا سلسلہ",
    };

    public static async Task<int> RunAsync()
    {
        var agendas = _languages.Select(Agenda).ToArray();
        Dictionary<string, Func<AgendaDocument, byte[]>> writers = new()
        {
            ["ics"] = agenda => AgendaIcsWriter.Write(agenda, new IcsOptions { UidHost = "bench" }),
            ["csv"] = agenda => Written(output => AgendaCsvWriter.WriteAsync(agenda, output)),
            ["md"] = agenda => Encoding.UTF8.GetBytes(AgendaMarkdownWriter.Write(agenda)),
            ["html"] = agenda => Encoding.UTF8.GetBytes(AgendaHtmlWriter.Write(agenda)),
            ["xlsx"] = AgendaXlsxWriter.Write,
            ["docx"] = AgendaDocxWriter.Write,
        };
        Console.WriteLine($"{Sessions} sessions; median and slowest over {Rounds} runs in turn over five languages");
        foreach (var (name, write) in writers)
        {
            Measure(name, write, agendas);
        }

        var schedules = _languages.Select(language => ScheduleSample.Of(language, _words, Sessions)).ToArray();
        Measure("xml", schedule => Written(output => ScheduleXmlWriter.WriteAsync(schedule, output)), schedules);
        Measure("json", schedule => Written(output => ScheduleJsonWriter.WriteAsync(schedule, output)), schedules);

        using var engine = new ChromiumPdfEngine(new ChromiumPdfOptions { TimeLimit = TimeSpan.FromMinutes(1), KeepSpareFor = TimeSpan.FromMinutes(2) });
        foreach (var agenda in agendas)
        {
            var page = AgendaHtmlWriter.Print(agenda);
            await engine.PrintAsync(page);
            var watch = Stopwatch.StartNew();
            var pdf = await engine.PrintAsync(page);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pdf {agenda.Language}: {watch.ElapsedMilliseconds} ms the second time, {pdf.Length / 1024} KiB"));
        }

        return 0;
    }

    private static byte[] Written(Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        write(output).GetAwaiter().GetResult();
        return output.ToArray();
    }

    private static void Measure<T>(string name, Func<T, byte[]> write, T[] agendas)
    {
        for (var i = 0; i < 10; i++)
        {
            write(agendas[i % agendas.Length]);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            bytes = write(agendas[i % agendas.Length]).Length;
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-5} {times[Rounds / 2]:0.0} ms, slowest {times[^1]:0.0} ms, {bytes / 1024} KiB, {allocated / 1048576.0:0.0} MiB allocated each, {kept / 1024} KiB kept after all"));
    }

    private static AgendaDocument Agenda(string language)
    {
        var words = _words[language];
        var first = new DateTimeOffset(2026, 12, 7, 3, 30, 0, TimeSpan.Zero);
        AgendaPerson[] people = [.. _words.Values.Select(name => new AgendaPerson(name[..8].Trim(), words[..10].Trim(), name[..6].Trim()) { Minutes = 20 })];
        return new AgendaDocument
        {
            EventId = Guid.Parse("01990000-0000-7000-8000-000000000001"),
            Language = language,
            Direction = language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = words,
            AuthorityLines = [words, words],
            Place = words,
            FirstDay = new DateOnly(2026, 12, 7),
            LastDay = new DateOnly(2026, 12, 11),
            DatesInWords = "7–11 December 2026",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"),
            TimeZoneInWords = "UTC+05:30",
            Release = new AgendaRelease(3, null, first, "7 December 2026"),
            Labels = new AgendaLabels
            {
                Agenda = "Agenda",
                Dates = "Dates",
                Place = "Place",
                TimeZone = "All times",
                Release = "Release",
                Classification = "Classification",
                Time = "Time",
                Session = "Session",
                Room = "Room",
                Chair = "Chair",
                Speakers = "Speakers",
                Access = "Attendance",
                Cancelled = "Cancelled",
                NextDay = "next day",
                PageOfPages = "Page {0} of {1}",
                NoSessions = "None",
                Draft = "Draft",
                StateOf = "State of",
                Scope = "Selection",
                Contents = "Contents",
                Date = "Date",
                Start = "Start",
                End = "End",
                Type = "Type",
                Track = "Track",
                Abstract = "Abstract",
                Points = "Items",
                Interpretation = "Interpretation",
                State = "State",
                Minutes = "{0} min",
                Closed = "Closed session",
                About = "About",
            },
            Days =
            [
                .. Enumerable.Range(0, 5).Select(day => new AgendaDay(new DateOnly(2026, 12, 7).AddDays(day), $"{words} {day}", [
                    .. Enumerable.Range(0, Sessions / 5).Select(number => new AgendaEntry
                    {
                        SessionId = new Guid(day, (short)number, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]),
                        Start = first.AddDays(day).AddMinutes(15 * number),
                        End = first.AddDays(day).AddMinutes((15 * number) + 60),
                        Room = $"Hall {number % 10}",
                        TypeLabel = "Plenary",
                        Title = $"{words} {number}",
                        Abstract = string.Concat(Enumerable.Repeat(words + ". ", 4)),
                        Track = "Evidence",
                        Chair = people[0],
                        Speakers = people,
                        Points = [new AgendaPoint(words, people[1].Name, 15), new AgendaPoint(words)],
                        Interpretation = ["Russian", "Chinese"],
                        Sequence = number % 3,
                        LastModified = first,
                    }),
                ])),
            ],
        };
    }
}
