using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>What people write above the columns of their tables of sessions, in our languages.</summary>
public static class SessionTableHeadings
{
    // By meaning, then by language in the order of Languages.All; the first name of each is the one of our templates.
    private static readonly (string Meaning, string[] Names)[] _names =
    [
        ("title", ["title|session|name|topic", "название|тема|заголовок|название сессии", "标题|题目|主题|名称", "शीर्षक|विषय|नाम", "عنوان|موضوع|نام"]),
        ("abstract", ["abstract|description|summary", "аннотация|описание", "摘要|说明|简介|描述", "सारांश|विवरण", "خلاصہ|تفصیل"]),
        ("day", ["day|date", "день|дата", "日期|日", "दिन|दिनांक|तिथि", "تاریخ|دن"]),
        ("start", ["start|start time|begin|from|starts|time", "начало|время начала|время|с", "开始|开始时间|时间", "प्रारंभ|आरंभ|शुरू|समय", "آغاز|شروع|وقت"]),
        ("end", ["end|end time|to|until|ends", "конец|окончание|время окончания|до", "结束|结束时间", "समाप्ति|अंत", "اختتام|ختم"]),
        ("duration", ["duration|minutes|length", "длительность|продолжительность|минут|минуты", "时长|分钟", "अवधि|मिनट", "دورانیہ|منٹ"]),
        ("room", ["room|hall|place|location", "зал|комната|место|помещение", "会议室|房间|会场|地点", "कक्ष|कमरा|स्थान", "کمرہ|ہال|جگہ"]),
        ("type", ["type|kind|format", "тип|вид|формат", "类型", "प्रकार", "قسم"]),
        ("track", ["track|stream|section", "трек|секция|направление", "专题|分会场|议题", "ट्रैक|धारा", "ٹریک|شعبہ"]),
        ("speakers", ["speakers|speaker|persons|presenters", "спикеры|докладчики|докладчик|спикер|выступающие", "发言人|演讲人|嘉宾", "वक्ता|वक्तागण", "مقررین|مقرر"]),
        ("id", ["no|id|code|number|guid|uid|#", "номер|код|№", "编号|序号|代码", "क्रमांक|संख्या|कोड", "نمبر|کوڈ"]),
    ];

    /// <summary>All meanings: <c>title.en</c> and the other languages, <c>abstract.en</c> and the others, <c>day</c>, <c>start</c>, <c>end</c>, <c>duration</c>, <c>room</c>, <c>type</c>, <c>track</c>, <c>speakers</c>, <c>id</c>.</summary>
    public static IReadOnlyList<string> Meanings { get; } =
        [.. _names.SelectMany(one => HasForms(one.Meaning) ? Languages.All.Select(language => $"{one.Meaning}.{language}") : [one.Meaning])];

    /// <summary>Guesses what each column holds: heading and meaning, each meaning once.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Guess(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);

        var found = new List<KeyValuePair<string, string>>();
        foreach (var (meaning, names) in _names)
        {
            if (!HasForms(meaning))
            {
                Add(found, meaning, headings, [.. names.SelectMany(All)]);
                continue;
            }

            // "Title (ru)", "title_ru" and "title ru" are the title in Russian; "Title" alone is in English, "Название" in Russian.
            foreach (var (language, own) in Languages.All.Zip(names))
            {
                string[] marked = [.. names.SelectMany(All).SelectMany(name => new[] { $"{name} ({language})", $"{name}_{language}", $"{name} {language}", $"{name}-{language}" })];
                if (!Add(found, $"{meaning}.{language}", headings, marked))
                {
                    Add(found, $"{meaning}.{language}", headings, All(own));
                }
            }
        }

        return found;
    }

    /// <summary>The heading of our templates for readers of a language.</summary>
    internal static string Of(string meaning, string language)
    {
        var parts = meaning.Split('.');
        var names = Array.Find(_names, one => one.Meaning == parts[0]).Names;
        var name = All(names[Math.Max(0, Languages.All.ToList().IndexOf(language))])[0];
        name = char.ToUpperInvariant(name[0]) + name[1..];
        return parts.Length == 1 ? name : $"{name} ({parts[1]})";
    }

    private static bool HasForms(string meaning) => meaning is "title" or "abstract";

    private static string[] All(string names) => names.Split('|');

    // The more usual name counts before the one that stands further left.
    private static bool Add(List<KeyValuePair<string, string>> found, string meaning, IReadOnlyList<string> headings, string[] names)
    {
        var heading = names
            .Select(name => headings.FirstOrDefault(heading => ScheduleWords.CleanLine(heading).ToLowerInvariant() == name))
            .FirstOrDefault(heading => heading is not null && !found.Exists(one => one.Key == heading.Trim()));
        if (heading is null)
        {
            return false;
        }

        found.Add(new(heading.Trim(), meaning));
        return true;
    }
}
