using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>The titles of the templates' sessions, in all languages of the portal.</summary>
internal static class TemplateTitles
{
    /// <summary>Stands for the number of a session among its like.</summary>
    public const string Number = "#";

    public static readonly LocalizedText Opening = Text("Opening ceremony", "Церемония открытия", "开幕式", "उद्घाटन समारोह", "افتتاحی تقریب");

    public static readonly LocalizedText Closing = Text("Closing ceremony", "Церемония закрытия", "闭幕式", "समापन समारोह", "اختتامی تقریب");

    public static readonly LocalizedText Certificates = Text(
        "Closing and award of certificates", "Закрытие и вручение сертификатов", "闭幕暨颁发证书", "समापन और प्रमाणपत्र वितरण", "اختتام اور اسناد کی تقسیم");

    public static readonly LocalizedText Photo = Text("Group photo", "Общее фотографирование", "集体合影", "सामूहिक चित्र", "گروپ فوٹو");

    public static readonly LocalizedText Tea = Text("Tea break", "Перерыв на чай", "茶歇", "चाय अवकाश", "چائے کا وقفہ");

    public static readonly LocalizedText Lunch = Text("Lunch", "Обед", "午餐", "दोपहर का भोजन", "دوپہر کا کھانا");

    public static readonly LocalizedText Reception = Text("Reception", "Приём", "招待会", "स्वागत समारोह", "استقبالیہ");

    public static readonly LocalizedText Press = Text("Press conference", "Пресс-конференция", "新闻发布会", "प्रेस वार्ता", "پریس کانفرنس");

    public static readonly LocalizedText Plenary = Text(
        "Plenary session #", "Пленарное заседание #", "第#次全体会议", "पूर्ण अधिवेशन #", "مکمل اجلاس #");

    public static readonly LocalizedText OutcomePlenary = Text(
        "Plenary session: outcome of the forum", "Пленарное заседание: итоги форума", "全体会议：论坛成果", "पूर्ण अधिवेशन: मंच के परिणाम", "مکمل اجلاس: فورم کے نتائج");

    public static readonly LocalizedText Thematic = Text(
        "Thematic session #", "Тематическая сессия #", "第#场专题会议", "विषयगत सत्र #", "موضوعاتی نشست #");

    public static readonly LocalizedText Panel = Text(
        "Panel discussion #", "Панельная дискуссия #", "第#场专题讨论", "पैनल चर्चा #", "پینل مباحثہ #");

    public static readonly LocalizedText RoundTable = Text("Round table #", "Круглый стол #", "第#场圆桌会议", "गोलमेज बैठक #", "گول میز نشست #");

    public static readonly LocalizedText Conclusions = Text(
        "Round table: conclusions and recommendations", "Круглый стол: выводы и рекомендации", "圆桌会议：结论与建议",
        "गोलमेज बैठक: निष्कर्ष और सिफ़ारिशें", "گول میز نشست: نتائج اور سفارشات");

    public static readonly LocalizedText Introduction = Text(
        "Introduction and objectives of the training", "Введение и цели обучения", "培训介绍与目标", "प्रशिक्षण का परिचय और उद्देश्य", "تربیت کا تعارف اور مقاصد");

    public static readonly LocalizedText HandsOn = Text(
        "Practical work #", "Практическое занятие #", "第#次实践课", "प्रायोगिक सत्र #", "عملی مشق #");

    public static readonly LocalizedText Exercise = Text(
        "Exercise, phase #", "Учения, этап #", "演练第#阶段", "अभ्यास, चरण #", "مشق، مرحلہ #");

    public static readonly LocalizedText Lessons = Text(
        "Evaluation and lessons learned", "Оценка и извлечённые уроки", "评估与经验总结", "मूल्यांकन और सीखे गए सबक", "جائزہ اور حاصل شدہ اسباق");

    public static readonly LocalizedText Heads = Text(
        "Meeting of heads of delegation", "Встреча глав делегаций", "代表团团长会议", "प्रतिनिधिमंडल प्रमुखों की बैठक", "وفود کے سربراہان کی ملاقات");

    public static readonly LocalizedText Signing = Text("Signing ceremony", "Церемония подписания", "签字仪式", "हस्ताक्षर समारोह", "دستخط کی تقریب");

    public static readonly LocalizedText TextConsultations = Text(
        "Consultations of experts on the text #", "Консультации экспертов по тексту #", "第#轮专家案文磋商", "पाठ पर विशेषज्ञ परामर्श #", "متن پر ماہرین کی مشاورت #");

    /// <summary>Whether sessions of this title are numbered.</summary>
    public static bool IsNumbered(LocalizedText title) => title[Languages.English]!.Contains(Number, StringComparison.Ordinal);

    /// <summary>The title with its number, from 1.</summary>
    public static LocalizedText Numbered(LocalizedText title, int number) => LocalizedText.From(title.Select(form =>
        KeyValuePair.Create(form.Key, (string?)form.Value.Replace(Number, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))));

    private static LocalizedText Text(string english, string russian, string chinese, string hindi, string urdu) =>
        LocalizedText.Of(english, russian, chinese, hindi, urdu);
}
