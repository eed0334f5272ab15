using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Exports.DelegateImport;

/// <summary>What the columns of a list of persons may hold, and by which headings that is known in the five languages.</summary>
public static class DelegateHeadings
{
    // In the order of the languages of the portal, the name of the template first.
    private static readonly (string Meaning, string[] Names)[] _names =
    [
        ("role", ["role|part|role in delegation|delegation role", "роль|роль в делегации|статус в делегации", "身份|角色|代表团职务", "भूमिका|प्रतिनिधिमंडल में भूमिका", "کردار|وفد میں کردار"]),
        ("reserve", ["reserve|in reserve", "резерв|в резерве", "候补|后备", "आरक्षित|रिज़र्व", "ریزرو|متبادل"]),
        ("formOfAddress", ["form of address|title|salutation|honorific", "обращение|титул", "称谓|称呼|头衔", "संबोधन|उपाधि", "خطاب|القاب"]),
        ("familyName", ["family name|surname|last name|family name (latin)|surname (as in passport)", "фамилия (латиницей)|фамилия|фамилия латиницей", "姓（拉丁字母）|姓|姓氏", "कुलनाम (लैटिन)|कुलनाम|उपनाम", "خاندانی نام (لاطینی)|خاندانی نام|کنیت"]),
        ("givenNames", ["given names|given name|first name|first names|name|forename|forenames", "имя (латиницей)|имя|имя латиницей|имена", "名（拉丁字母）|名|名字", "दिया गया नाम (लैटिन)|दिया गया नाम|प्रथम नाम|नाम", "دیا گیا نام (لاطینی)|دیا گیا نام|پہلا نام|نام"]),
        ("nativeName", ["name in own script|native name|full name in own script|name in native script", "имя в родном написании|фио|ф.и.о.|полное имя|фио на родном языке", "本国文字姓名|姓名|中文姓名", "अपनी लिपि में नाम|मूल लिपि में नाम|पूरा नाम", "اپنے رسم الخط میں نام|پورا نام|مقامی نام"]),
        ("function", ["function|position|job title|post|title of post", "должность|пост", "职务|职位", "पद|पदनाम", "عہدہ|منصب"]),
        ("body", ["body|organisation|organization|ministry|agency|institution|employer", "ведомство|организация|министерство|учреждение|место работы", "单位|机构|部门|工作单位", "संस्था|मंत्रालय|संगठन|विभाग", "ادارہ|وزارت|تنظیم|محکمہ"]),
        ("category", ["category|attendee category", "категория|категория участника", "类别|参会类别", "श्रेणी", "زمرہ"]),
        ("email", ["e-mail|email|mail|e-mail address|email address", "эл. почта|электронная почта|почта|адрес электронной почты|e-mail", "电子邮箱|邮箱|电子邮件", "ई-मेल|ईमेल", "ای میل|برقی پتہ"]),
        ("nationality", ["nationality|citizenship", "гражданство", "国籍", "राष्ट्रीयता|नागरिकता", "قومیت|شہریت"]),
        ("passport", ["passport number|passport|passport no|passport no.", "номер паспорта|паспорт|№ паспорта", "护照号码|护照|护照号", "पासपोर्ट संख्या|पासपोर्ट", "پاسپورٹ نمبر|پاسپورٹ"]),
        ("passportState", ["passport issued by|passport state|issuing state|passport country", "паспорт выдан|государство выдачи паспорта|страна паспорта", "护照签发国|签发国", "पासपोर्ट जारीकर्ता देश|पासपोर्ट देश", "پاسپورٹ جاری کرنے والا ملک|پاسپورٹ کا ملک"]),
        ("passportExpiry", ["passport valid until|passport expiry|passport expires|date of expiry|expiry date", "паспорт действителен до|срок действия паспорта|действителен до", "护照有效期至|护照有效期|有效期至", "पासपोर्ट वैधता|पासपोर्ट समाप्ति", "پاسپورٹ کی میعاد|پاسپورٹ ختم ہونے کی تاریخ"]),
        ("visa", ["visa needed|visa|visa support", "нужна виза|виза|визовая поддержка", "需要签证|签证", "वीज़ा चाहिए|वीज़ा", "ویزا درکار|ویزا"]),
        ("visaPost", ["visa post|mission for visa|embassy", "где запрашивается виза|посольство|консульство", "签证申请馆|使馆|领馆", "वीज़ा दूतावास|दूतावास", "ویزا سفارت خانہ|سفارت خانہ"]),
        ("arrivesOn", ["day of arrival|arrival date|arrives on|date of arrival", "дата прибытия|день прибытия|прибытие", "抵达日期|到达日期", "आगमन तिथि", "آمد کی تاریخ"]),
        ("arrivesAt", ["time of arrival|arrival time", "время прибытия", "抵达时间|到达时间", "आगमन समय", "آمد کا وقت"]),
        ("arrival", ["arrival by|arrival flight|flight of arrival|arrival", "рейс прибытия|чем прибывает", "抵达航班|到达航班", "आगमन उड़ान", "آمد کی پرواز"]),
        ("departsOn", ["day of departure|departure date|departs on|date of departure", "дата отъезда|день отъезда|отъезд", "离开日期|返程日期", "प्रस्थान तिथि", "روانگی کی تاریخ"]),
        ("departsAt", ["time of departure|departure time", "время отъезда", "离开时间|返程时间", "प्रस्थान समय", "روانگی کا وقت"]),
        ("departure", ["departure by|departure flight|flight of departure|departure", "рейс отъезда|чем уезжает", "离开航班|返程航班", "प्रस्थान उड़ान", "روانگی کی پرواز"]),
        ("accommodation", ["accommodation|hotel", "проживание|гостиница|отель", "住宿|酒店", "आवास|होटल", "رہائش|ہوٹل"]),
        ("diet", ["diet|dietary needs|meals", "питание|диета", "饮食|饮食要求", "आहार|भोजन", "خوراک|غذا"]),
        ("accessNeeds", ["access needs|accessibility|special needs", "особые потребности|доступность", "无障碍需求|特殊需求", "पहुँच आवश्यकताएँ|विशेष आवश्यकताएँ", "رسائی کی ضروریات|خصوصی ضروریات"]),
        ("languages", ["languages|language", "языки|язык|владение языками", "语言|会话语言", "भाषाएँ|भाषा", "زبانیں|زبان"]),
        ("consent", ["consent", "согласие|согласие на обработку данных", "同意", "सहमति", "رضامندی"]),
    ];

    /// <summary>All meanings, in the order of the template; those of functions and bodies with their language, such as <c>function.ru</c>.</summary>
    public static IReadOnlyList<string> Meanings { get; } =
        [.. _names.SelectMany(one => HasForms(one.Meaning) ? Languages.All.Select(language => $"{one.Meaning}.{language}") : [one.Meaning])];

    /// <summary>Those without which no person can be read.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["familyName", "givenNames"];

    /// <summary>What each heading holds, by its place; null where that is not known. No meaning is guessed twice.</summary>
    public static IReadOnlyList<string?> Guess(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);

        var plain = headings.Select(Plain).ToList();
        var found = new string?[headings.Count];
        foreach (var meaning in Meanings)
        {
            foreach (var name in Names(meaning))
            {
                var at = plain.FindIndex(heading => heading == name);
                if (at >= 0 && found[at] is null)
                {
                    found[at] = meaning;
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The heading of the template for readers of a language.</summary>
    public static string Of(string meaning, string language)
    {
        ArgumentNullException.ThrowIfNull(meaning);

        var parts = meaning.Split('.');
        var name = One(parts[0])[IndexOf(language)].Split('|')[0];
        return char.ToUpperInvariant(name[0]) + name[1..] + (parts.Length == 1 ? "" : $" ({parts[1]})");
    }

    // "Function (ru)" and "function_ru" are the function in Russian; "Function" alone is in English, "Должность" in Russian.
    private static IEnumerable<string> Names(string meaning)
    {
        var parts = meaning.Split('.');
        var all = One(parts[0]);
        return (parts.Length == 1
            ? all.SelectMany(names => names.Split('|'))
            : all.SelectMany(names => names.Split('|')).SelectMany(name => new[] { $"{name} ({parts[1]})", $"{name}_{parts[1]}", $"{name} {parts[1]}" })
                .Concat(all[IndexOf(parts[1])].Split('|'))).Select(Plain);
    }

    private static string[] One(string meaning) => Array.Find(_names, one => one.Meaning == meaning).Names;

    private static int IndexOf(string language) => Math.Max(0, Languages.All.ToList().IndexOf(language));

    private static bool HasForms(string meaning) => meaning is "function" or "body";

    private static string Plain(string heading) => ScheduleWords.CleanLine(heading).Trim(' ', '*', ':', '.').ToLowerInvariant().Replace('（', '(').Replace('）', ')');
}
