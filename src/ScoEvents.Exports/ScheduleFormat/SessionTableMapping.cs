using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Which column of a table holds what; columns are named by their heading, exactly as the table has it but for white space around it.</summary>
public sealed record SessionTableMapping
{
    /// <summary>Columns of the title by language of <see cref="Languages.All"/>; at least one.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Columns of the abstract by language.</summary>
    public IReadOnlyDictionary<string, string> Abstracts { get; init; } = new Dictionary<string, string>();

    /// <summary>Column of the day; null when the start carries it. An empty cell has the day of the row above.</summary>
    public string? Day { get; init; }

    /// <summary>Column of the start: a time, or a date and a time.</summary>
    public required string Start { get; init; }

    /// <summary>Column of the end; null for none.</summary>
    public string? End { get; init; }

    /// <summary>Column of the duration; null for none. It goes before the end.</summary>
    public string? Duration { get; init; }

    /// <summary>Column of the room; null for none.</summary>
    public string? Room { get; init; }

    /// <summary>Column of the type; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>Column of the track; null for none.</summary>
    public string? Track { get; init; }

    /// <summary>Column of the speakers, separated by semicolons or line breaks; null for none.</summary>
    public string? Speakers { get; init; }

    /// <summary>Column of what tells a session apart at every import; without it the title does, and a changed title makes another session.</summary>
    public string? Id { get; init; }

    /// <summary>Makes a first guess from usual headings in our languages; null when no title or no start is found.</summary>
    public static SessionTableMapping? Guess(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);

        var titles = Forms(headings, "title", "название", "тема", "标题", "题目", "शीर्षक", "عنوان");
        if (titles.Count == 0 || Find(headings, "start", "start time", "begin", "from", "начало", "开始", "开始时间", "प्रारंभ", "आरंभ", "آغاز", "شروع") is not { } start)
        {
            return null;
        }

        return new SessionTableMapping
        {
            Titles = titles,
            Abstracts = Forms(headings, "abstract", "аннотация", "摘要", "सारांश", "خلاصہ"),
            Day = Find(headings, "day", "date", "день", "дата", "日期", "दिन", "दिनांक", "تاریخ", "دن"),
            Start = start,
            End = Find(headings, "end", "end time", "to", "until", "конец", "окончание", "结束", "结束时间", "समाप्ति", "اختتام"),
            Duration = Find(headings, "duration", "minutes", "длительность", "продолжительность", "时长", "अवधि", "دورانیہ"),
            Room = Find(headings, "room", "hall", "зал", "комната", "会议室", "कक्ष", "کمرہ", "ہال"),
            Type = Find(headings, "type", "тип", "类型", "प्रकार", "قسم"),
            Track = Find(headings, "track", "трек", "секция", "专题", "ट्रैक", "ٹریک"),
            Speakers = Find(headings, "speakers", "speaker", "спикеры", "докладчики", "докладчик", "发言人", "वक्ता", "مقررین", "مقرر"),
            Id = Find(headings, "id", "code", "no", "number", "guid", "номер", "код", "编号", "क्रमांक", "نمبر"),
        };
    }

    // "Title (ru)", "title_ru" and "title ru" are the title in Russian; "Title" alone is in English, "Название" in Russian.
    private static Dictionary<string, string> Forms(IReadOnlyList<string> headings, string english, params string[] others)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            if (Find(headings, [.. new[] { english }.Concat(others).SelectMany(name => new[] { $"{name} ({language})", $"{name}_{language}", $"{name} {language}", $"{name}-{language}" })]) is { } heading)
            {
                found[language] = heading;
            }
        }

        foreach (var heading in headings)
        {
            var name = Name(heading);
            var language = name == english ? Languages.English : Array.IndexOf(others, name) >= 0 ? ByScript(name) : null;
            if (language is not null)
            {
                found.TryAdd(language, heading.Trim());
            }
        }

        return found;
    }

    private static string ByScript(string name) => name[0] switch
    {
        >= '\u0400' and <= '\u04FF' => Languages.Russian,
        >= '\u0600' and <= '\u06FF' => Languages.Urdu,
        >= '\u0900' and <= '\u097F' => Languages.Hindi,
        _ => Languages.Chinese,
    };

    private static string? Find(IReadOnlyList<string> headings, params string[] names) =>
        headings.FirstOrDefault(heading => Array.IndexOf(names, Name(heading)) >= 0)?.Trim();

    private static string Name(string heading) => ScheduleWords.CleanLine(heading).ToLowerInvariant();
}

/// <summary>What a table looks like, for the page on which its columns are mapped.</summary>
/// <param name="Separator">The separator found: comma, semicolon, tab or another usual one; null in a workbook.</param>
/// <param name="Headings">Cells of the first row, cleaned.</param>
/// <param name="Samples">Up to five of the following rows, cells cleaned, as many as they have.</param>
/// <param name="Problems">Why there are no headings; otherwise empty.</param>
public sealed record SessionTableHead(char? Separator, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<ScheduleProblem> Problems);
