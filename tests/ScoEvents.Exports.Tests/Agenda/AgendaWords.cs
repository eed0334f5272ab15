using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Tests.Agenda;

/// <summary>The texts of the sample agenda in one language.</summary>
internal sealed record AgendaWords
{
    public required string Title { get; init; }
    public required string Subtitle { get; init; }
    public required string[] Authority { get; init; }
    public required string Place { get; init; }
    public required string Dates { get; init; }
    public required string Published { get; init; }
    public required string Zone { get; init; }
    public required string DayOne { get; init; }
    public required string DayTwo { get; init; }
    public required string Room { get; init; }
    public required string Opening { get; init; }
    public required string OpeningType { get; init; }
    public required string Break { get; init; }
    public required string Thematic { get; init; }
    public required string ThematicType { get; init; }
    public required string Abstract { get; init; }
    public required string Topic { get; init; }
    public required string Reception { get; init; }
    public required string Function { get; init; }
    public required string Access { get; init; }
    public required AgendaPerson Chair { get; init; }
    public required AgendaLabels Labels { get; init; }

    public static readonly AgendaWords English = new()
    {
        Title = "Seminar on Securing Cyberspace against Terrorists, Separatists and Extremists",
        Subtitle = "Practical seminar of the member states",
        Authority = ["Host: India", "Organizer: National Security Council Secretariat", "Under the auspices of RATS"],
        Place = "Vigyan Bhawan, New Delhi, India",
        Dates = "7–8 December 2026",
        Published = "1 December 2026, 14:00",
        Zone = "India Standard Time (UTC+05:30)",
        DayOne = "Monday, 7 December 2026",
        DayTwo = "Tuesday, 8 December 2026",
        Room = "Plenary Hall",
        Opening = "Opening of the seminar",
        OpeningType = "Opening ceremony",
        Break = "Coffee break",
        Thematic = "Digital forensics: evidence, chain of custody; \"live\" systems",
        ThematicType = "Thematic session",
        Abstract = "How evidence is kept, shared & accepted.\nSecond line: a < b, \\ and ; stay.",
        Topic = "Ransomware",
        Reception = "Reception",
        Function = "Director",
        Access = "Delegations only",
        Chair = new AgendaPerson("Lt. Gen. Rajesh Pant", "National Cyber Security Coordinator", "India"),
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
            NoSessions = "The sessions are not yet published.",
        },
    };

    public static readonly AgendaWords Russian = new()
    {
        Title = "Семинар по обеспечению безопасности киберпространства от террористов, сепаратистов и экстремистов",
        Subtitle = "Практический семинар государств-членов",
        Authority = ["Принимающая сторона: Индия", "Организатор: Секретариат Совета национальной безопасности", "Под эгидой РАТС"],
        Place = "Вигьян-Бхаван, Нью-Дели, Индия",
        Dates = "7–8 декабря 2026 г.",
        Published = "1 декабря 2026 г., 14:00",
        Zone = "Индийское стандартное время (UTC+05:30)",
        DayOne = "Понедельник, 7 декабря 2026 г.",
        DayTwo = "Вторник, 8 декабря 2026 г.",
        Room = "Зал пленарных заседаний",
        Opening = "Открытие семинара",
        OpeningType = "Церемония открытия",
        Break = "Перерыв на кофе",
        Thematic = "Цифровая криминалистика: доказательства, цепочка хранения; «живые» системы",
        ThematicType = "Тематическая сессия",
        Abstract = "Как доказательства хранятся, передаются и признаются.\nВторая строка: a < b, \\ и ; остаются.",
        Topic = "Программы-вымогатели",
        Reception = "Приём",
        Function = "Директор",
        Access = "Только делегации",
        Chair = new AgendaPerson("Раджеш Пант", "Национальный координатор по кибербезопасности", "Индия"),
        Labels = new AgendaLabels
        {
            Agenda = "Повестка дня",
            Dates = "Даты",
            Place = "Место",
            TimeZone = "Время",
            Release = "Выпуск",
            Classification = "Гриф",
            Time = "Время",
            Session = "Сессия",
            Room = "Зал",
            Chair = "Председатель",
            Speakers = "Выступающие",
            Access = "Участие",
            Cancelled = "Отменено",
            NextDay = "следующий день",
            PageOfPages = "Стр. {0} из {1}",
            NoSessions = "Сессии ещё не опубликованы.",
        },
    };

    public static readonly AgendaWords Chinese = new()
    {
        Title = "防范恐怖分子、分裂分子和极端分子利用网络空间研讨会",
        Subtitle = "成员国实务研讨会",
        Authority = ["东道国：印度", "主办方：国家安全委员会秘书处", "由地区反恐怖机构主持"],
        Place = "印度新德里科学宫",
        Dates = "2026年12月7日至8日",
        Published = "2026年12月1日 14:00",
        Zone = "印度标准时间（UTC+05:30）",
        DayOne = "2026年12月7日，星期一",
        DayTwo = "2026年12月8日，星期二",
        Room = "全体会议厅",
        Opening = "研讨会开幕",
        OpeningType = "开幕式",
        Break = "茶歇",
        Thematic = "数字取证：证据、保管链；“在线”系统",
        ThematicType = "专题会议",
        Abstract = "如何保存、共享和采信证据。\n第二行：a < b，\\ 和 ; 保持不变。",
        Topic = "勒索软件",
        Reception = "招待会",
        Function = "主任",
        Access = "仅限代表团",
        Chair = new AgendaPerson("拉杰什·潘特", "国家网络安全协调员", "印度"),
        Labels = new AgendaLabels
        {
            Agenda = "议程",
            Dates = "日期",
            Place = "地点",
            TimeZone = "时间",
            Release = "版本",
            Classification = "密级",
            Time = "时间",
            Session = "会议",
            Room = "会议室",
            Chair = "主席",
            Speakers = "发言人",
            Access = "出席范围",
            Cancelled = "已取消",
            NextDay = "次日",
            PageOfPages = "第 {0} 页，共 {1} 页",
            NoSessions = "会议尚未公布。",
        },
    };

    public static readonly AgendaWords Hindi = new()
    {
        Title = "आतंकवादियों, अलगाववादियों और उग्रवादियों से साइबर क्षेत्र की सुरक्षा पर संगोष्ठी",
        Subtitle = "सदस्य देशों की व्यावहारिक संगोष्ठी",
        Authority = ["मेज़बान: भारत", "आयोजक: राष्ट्रीय सुरक्षा परिषद सचिवालय", "क्षेत्रीय आतंकवाद-रोधी संरचना के तत्वावधान में"],
        Place = "विज्ञान भवन, नई दिल्ली, भारत",
        Dates = "7–8 दिसंबर 2026",
        Published = "1 दिसंबर 2026, 14:00",
        Zone = "भारतीय मानक समय (UTC+05:30)",
        DayOne = "सोमवार, 7 दिसंबर 2026",
        DayTwo = "मंगलवार, 8 दिसंबर 2026",
        Room = "पूर्ण सत्र कक्ष",
        Opening = "संगोष्ठी का उद्घाटन",
        OpeningType = "उद्घाटन समारोह",
        Break = "चाय विराम",
        Thematic = "डिजिटल फोरेंसिक: साक्ष्य, अभिरक्षा की शृंखला; \"सक्रिय\" प्रणालियाँ",
        ThematicType = "विषयगत सत्र",
        Abstract = "साक्ष्य कैसे सुरक्षित रखे, साझा और स्वीकार किए जाते हैं।\nदूसरी पंक्ति: a < b, \\ और ; बने रहते हैं।",
        Topic = "रैंसमवेयर",
        Reception = "स्वागत समारोह",
        Function = "निदेशक",
        Access = "केवल प्रतिनिधिमंडल",
        Chair = new AgendaPerson("राजेश पंत", "राष्ट्रीय साइबर सुरक्षा समन्वयक", "भारत"),
        Labels = new AgendaLabels
        {
            Agenda = "कार्यसूची",
            Dates = "तिथियाँ",
            Place = "स्थान",
            TimeZone = "समय",
            Release = "संस्करण",
            Classification = "वर्गीकरण",
            Time = "समय",
            Session = "सत्र",
            Room = "कक्ष",
            Chair = "अध्यक्ष",
            Speakers = "वक्ता",
            Access = "उपस्थिति",
            Cancelled = "रद्द",
            NextDay = "अगले दिन",
            PageOfPages = "पृष्ठ {0} / {1}",
            NoSessions = "सत्र अभी प्रकाशित नहीं हुए हैं।",
        },
    };

    public static readonly AgendaWords Urdu = new()
    {
        Title = "دہشت گردوں، علیحدگی پسندوں اور انتہا پسندوں سے سائبر اسپیس کے تحفظ پر سیمینار",
        Subtitle = "رکن ممالک کا عملی سیمینار",
        Authority = ["میزبان: بھارت", "منتظم: قومی سلامتی کونسل سیکریٹریٹ", "علاقائی انسداد دہشت گردی ڈھانچے کے زیر اہتمام"],
        Place = "وگیان بھون، نئی دہلی، بھارت",
        Dates = "7–8 دسمبر 2026",
        Published = "1 دسمبر 2026، 14:00",
        Zone = "بھارتی معیاری وقت (UTC+05:30)",
        DayOne = "پیر، 7 دسمبر 2026",
        DayTwo = "منگل، 8 دسمبر 2026",
        Room = "مکمل اجلاس ہال",
        Opening = "سیمینار کا افتتاح",
        OpeningType = "افتتاحی تقریب",
        Break = "چائے کا وقفہ",
        Thematic = "ڈیجیٹل فرانزک: شواہد، تحویل کا سلسلہ؛ \"فعال\" نظام",
        ThematicType = "موضوعاتی اجلاس",
        Abstract = "شواہد کیسے محفوظ، شیئر اور قبول کیے جاتے ہیں۔\nدوسری سطر: a < b اور ; برقرار رہتے ہیں۔",
        Topic = "رینسم ویئر",
        Reception = "استقبالیہ",
        Function = "ڈائریکٹر",
        Access = "صرف وفود",
        Chair = new AgendaPerson("راجیش پنت", "قومی سائبر سیکیورٹی کوآرڈینیٹر", "بھارت"),
        Labels = new AgendaLabels
        {
            Agenda = "ایجنڈا",
            Dates = "تاریخیں",
            Place = "مقام",
            TimeZone = "اوقات",
            Release = "اجرا",
            Classification = "درجہ بندی",
            Time = "وقت",
            Session = "اجلاس",
            Room = "کمرہ",
            Chair = "صدر",
            Speakers = "مقررین",
            Access = "شرکت",
            Cancelled = "منسوخ",
            NextDay = "اگلے دن",
            PageOfPages = "صفحہ {0} از {1}",
            NoSessions = "اجلاس ابھی شائع نہیں ہوئے۔",
        },
    };
}
