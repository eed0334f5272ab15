using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Tests.Participants;

/// <summary>The words of the samples in one language, as the portal says them.</summary>
internal sealed record ParticipantWords(
    ParticipantLabels Labels, string Event, string Heading, string Provisional, string Edition, string Dates, string DatesInWords, string Difference,
    string India, string Kazakhstan, string Secretariat, string Member, string ScoBody, string Head, string Deputy, string Adviser,
    string Director, string Ministry, string Dr, string Agencies, string Submitted, string Added, string Replaced, string Withdrawn, string Changed)
{
    private static readonly Dictionary<string, ParticipantWords> _all = new()
    {
        ["en"] = new(
            LabelsOf("No.|Side|Capacity|Role|Form of address|Name|Name in own script|Function|Body|Function and body|Category|Accreditation|Persons|Change|Before|Now|What differs|Classification|Page {0} of {1}|No person is on this list.|Both lists say the same.|Participants|About this file"),
            "Seminar on securing cyberspace", "List of participants (final)", "Provisional", "List 2, 5 December 2026", "Dates", "7–8 December 2026", "Difference between lists 1 and 2",
            "India", "Kazakhstan", "SCO Secretariat", "Member state", "SCO body", "Head of delegation", "Deputy head", "Adviser",
            "Director of Information Security", "Ministry of Digital Development", "Dr", "Agencies", "Submitted", "Added", "Replaced", "Withdrawn", "Changed"),
        ["ru"] = new(
            LabelsOf("№|Сторона|Статус|Роль|Обращение|Имя|Имя родным письмом|Должность|Организация|Должность и организация|Категория|Аккредитация|Человек|Изменение|Было|Стало|Что отличается|Гриф|Страница {0} из {1}|В этом списке никого нет.|Оба списка совпадают.|Участники|О файле"),
            "Семинар по защите киберпространства", "Список участников (окончательный)", "Предварительный", "Список 2, 5 декабря 2026 г.", "Даты", "7–8 декабря 2026 г.", "Различия между списками 1 и 2",
            "Индия", "Казахстан", "Секретариат ШОС", "Государство-член", "Орган ШОС", "Глава делегации", "Заместитель главы", "Советник",
            "Директор по информационной безопасности", "Министерство цифрового развития", "д-р", "Ведомства", "Подано", "Добавлены", "Заменены", "Отозваны", "Изменены"),
        ["zh"] = new(
            LabelsOf("序号|参加方|身份|职责|称谓|姓名|本国文字姓名|职务|单位|职务和单位|类别|注册状态|人数|变更|变更前|变更后|不同之处|密级|第 {0} 页，共 {1} 页|名单上没有人员。|两份名单相同。|参会人员|文件说明"),
            "网络空间安全研讨会", "与会者名单（最终）", "临时", "名单 2，2026年12月5日", "日期", "2026年12月7日至8日", "名单 1 与名单 2 的差异",
            "印度", "哈萨克斯坦", "上海合作组织秘书处", "成员国", "上合组织机构", "团长", "副团长", "顾问",
            "信息安全司司长", "数字发展部", "博士", "政府机构", "已提交", "新增", "替换", "退出", "变更"),
        ["hi"] = new(
            LabelsOf("क्र.|पक्ष|हैसियत|भूमिका|संबोधन|नाम|अपनी लिपि में नाम|पद|संस्था|पद और संस्था|श्रेणी|प्रत्यायन|व्यक्ति|परिवर्तन|पहले|अब|क्या अलग है|वर्गीकरण|पृष्ठ {0} / {1}|इस सूची में कोई व्यक्ति नहीं है।|दोनों सूचियाँ समान हैं।|प्रतिभागी|फ़ाइल के बारे में"),
            "साइबर स्पेस सुरक्षा पर सेमिनार", "प्रतिभागियों की सूची (अंतिम)", "अनंतिम", "सूची 2, 5 दिसंबर 2026", "तिथियाँ", "7–8 दिसंबर 2026", "सूची 1 और 2 के बीच अंतर",
            "भारत", "कज़ाख़स्तान", "एससीओ सचिवालय", "सदस्य देश", "एससीओ निकाय", "प्रतिनिधिमंडल प्रमुख", "उप प्रमुख", "सलाहकार",
            "सूचना सुरक्षा निदेशक", "डिजिटल विकास मंत्रालय", "डॉ.", "एजेंसियाँ", "जमा किया गया", "जोड़े गए", "बदले गए", "हटाए गए", "परिवर्तित"),
        ["ur"] = new(
            LabelsOf("نمبر|فریق|حیثیت|کردار|خطاب|نام|اپنے رسم الخط میں نام|عہدہ|ادارہ|عہدہ اور ادارہ|زمرہ|منظوری|افراد|تبدیلی|پہلے|اب|کیا مختلف ہے|درجہ بندی|صفحہ {0} از {1}|اس فہرست میں کوئی نہیں۔|دونوں فہرستیں یکساں ہیں۔|شرکاء|فائل کے بارے میں"),
            "سائبر اسپیس کے تحفظ پر سیمینار", "شرکاء کی فہرست (حتمی)", "عبوری", "فہرست 2، 5 دسمبر 2026", "تاریخیں", "7–8 دسمبر 2026", "فہرست 1 اور 2 کا فرق",
            "بھارت", "قازقستان", "شنگھائی تعاون تنظیم سیکریٹریٹ", "رکن ریاست", "تنظیم کا ادارہ", "سربراہ وفد", "نائب سربراہ", "مشیر",
            "ڈائریکٹر انفارمیشن سکیورٹی", "وزارت ڈیجیٹل ترقی", "ڈاکٹر", "ادارے", "جمع شدہ", "شامل", "تبدیل", "دستبردار", "ترمیم شدہ"),
    };

    public static ParticipantWords In(string language) => _all[language];

    private static ParticipantLabels LabelsOf(string words)
    {
        var label = words.Split('|');
        return new ParticipantLabels
        {
            Number = label[0], Side = label[1], Capacity = label[2], Role = label[3], Address = label[4], Name = label[5], NativeName = label[6],
            Function = label[7], Body = label[8], FunctionAndBody = label[9], Category = label[10], Status = label[11], Persons = label[12],
            Change = label[13], Before = label[14], Now = label[15], Difference = label[16], Classification = label[17], PageOfPages = label[18],
            NoPersons = label[19], NoChanges = label[20], List = label[21], About = label[22],
        };
    }
}
