using ScoEvents.Domain.Programme;

namespace ScoEvents.Web.Features.Import;

/// <summary>The kind of a session from the words of other programs and of people's tables.</summary>
public static class SessionTypeWords
{
    // "Talk" and "lecture" are what exchange files call almost everything; the others come from tables in our languages.
    private static readonly (SessionType Type, string Words)[] _words =
    [
        (SessionType.OpeningCeremony, "opening|открытие|церемония открытия|开幕|开幕式|उद्घाटन|उद्घाटन समारोह|افتتاح|افتتاحی تقریب"),
        (SessionType.Plenary, "plenary session|keynote|пленарное заседание|пленарная сессия|ключевой доклад|全体会议|主旨演讲|पूर्ण सत्र|मुख्य भाषण|مکمل اجلاس|کلیدی خطاب"),
        (SessionType.ThematicSession, "session|talk|lecture|presentation|long talk|short talk|lightning talk|сессия|тематическая сессия|доклад|лекция|专题会议|报告|讲座|演讲|विषयगत सत्र|सत्र|व्याख्यान|موضوعاتی اجلاس|اجلاس|لیکچر|تقریر"),
        (SessionType.Panel, "panel discussion|podium|панель|панельная дискуссия|专题讨论|小组讨论|पैनल|पैनल चर्चा|پینل|پینل مباحثہ"),
        (SessionType.RoundTable, "roundtable|круглый стол|圆桌会议|गोलमेज|गोल मेज|گول میز"),
        (SessionType.HandsOn, "workshop|tutorial|training|lab|hands on|практикум|семинар|мастер-класс|тренинг|工作坊|培训|实践|कार्यशाला|प्रशिक्षण|ورکشاپ|تربیت"),
        (SessionType.ExercisePhase, "exercise|учения|этап учений|演练|अभ्यास|مشق"),
        (SessionType.RestrictedMeeting, "restricted|closed meeting|закрытое заседание|闭门会议|बंद बैठक|بند اجلاس"),
        (SessionType.SideEvent, "meetup|performance|concert|party|параллельное мероприятие|边会|अतिरिक्त कार्यक्रम|ضمنی تقریب"),
        (SessionType.Exhibition, "expo|demo|выставка|展览|प्रदर्शनी|نمائش"),
        (SessionType.Signing, "signing ceremony|подписание|церемония подписания|签字仪式|签署|हस्ताक्षर|دستخط"),
        (SessionType.GroupPhoto, "photo|family photo|фотографирование|общее фото|合影|समूह चित्र|گروپ فوٹو"),
        (SessionType.PressConference, "press|пресс-конференция|新闻发布会|记者会|पत्रकार वार्ता|प्रेस सम्मेलन|پریس کانفرنس"),
        (SessionType.Reception, "dinner|banquet|приём|прием|ужин|招待会|晚宴|स्वागत समारोह|استقبالیہ|عشائیہ"),
        (SessionType.Closing, "closing ceremony|закрытие|церемония закрытия|闭幕|闭幕式|समापन|समापन समारोह|اختتام|اختتامی تقریب"),
        (SessionType.Break, "coffee|coffee break|tea|tea break|lunch|lunch break|pause|перерыв|кофе-брейк|обед|休息|茶歇|午餐|अवकाश|चाय|भोजन|दोपहर का भोजन|وقفہ|چائے|ظہرانہ"),
    ];

    private static readonly Dictionary<string, SessionType> _known = Known();

    /// <summary>The kind, or null for words that are not known.</summary>
    public static SessionType? Find(string words) => _known.TryGetValue(Fold(words), out var type) ? type : null;

    /// <summary>Whether the words say no more than that somebody speaks, so that a kind chosen in the portal says more.</summary>
    public static bool IsGeneral(string words) => Find(words) == SessionType.ThematicSession && Fold(words) != Fold(nameof(SessionType.ThematicSession));

    /// <summary>The words that every program shows and this one reads back, such as <c>Round table</c>.</summary>
    public static string Say(SessionType type)
    {
        var name = type.ToString();
        return name[0] + string.Concat(name[1..].Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
    }

    private static string Fold(string words) => string.Concat(words.Where(char.IsLetter).Select(char.ToUpperInvariant));

    private static Dictionary<string, SessionType> Known()
    {
        var known = Enum.GetValues<SessionType>().ToDictionary(type => Fold(type.ToString()));
        foreach (var (type, words) in _words)
        {
            foreach (var word in words.Split('|'))
            {
                known.TryAdd(Fold(word), type);
            }
        }

        return known;
    }
}
