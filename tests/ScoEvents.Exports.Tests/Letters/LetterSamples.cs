using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Letters;

namespace ScoEvents.Exports.Tests.Letters;

/// <summary>Notes verbales in the five languages, with names in other scripts in them.</summary>
internal static class LetterSamples
{
    public static readonly string[] Languages = ["en", "ru", "zh", "hi", "ur"];

    private static readonly DateTimeOffset _issued = new(2026, 9, 14, 6, 30, 0, TimeSpan.Zero);

    public static LetterDocument For(string language)
    {
        var words = Words(language);
        return new LetterDocument
        {
            Language = language,
            Direction = language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = words.Title,
            Head = new LetterHead(words.Office, words.HeadLines),
            Number = words.Number,
            DateInWords = words.Date,
            Heading = words.Heading,
            Addressee = words.Addressee,
            Body = LetterBlock.Read(words.Body),
            Closing = words.Closing,
            Classification = Classification.Amber,
            IssuedAt = _issued,
            PageOfPages = words.PageOfPages,
        };
    }

    /// <summary>A letter that somebody signs, with facts of a person in it.</summary>
    public static LetterDocument Signed(string language) => For(language) with
    {
        Heading = null,
        Body =
        [
            new LetterParagraph(Words(language).Body.Split('\n')[0]),
            new LetterFacts([new LetterFact("Name", "Zhang WEI / 张伟"), new LetterFact("Passport", "E12345678"), new LetterFact("Nationality", "中国")]),
        ],
        Signature = ["Алексей Иванов", "राजेश कुमार"],
    };

    public static LetterDocument Certificate(string language) => For(language) with
    {
        Layout = LetterLayout.Certificate,
        Addressee = [],
        Body = [new LetterParagraph("We certify that"), new LetterEmphasis("عائشہ خان"), new LetterParagraph("took part.")],
        Closing = null,
        Signature = ["Алексей Иванов"],
    };

    public static LetterWords Words(string language) => language switch
    {
        "ru" => new(
            "Вербальная нота № 12/2026", "Секретариат Совета национальной безопасности", ["Нью-Дели, Республика Индия"], "№ 12/2026",
            "Нью-Дели, 14 сентября 2026 г.", "Вербальная нота", ["Министерство иностранных дел Исламской Республики Иран", "Тегеран"],
            """
            Секретариат Совета национальной безопасности свидетельствует своё уважение Министерству иностранных дел Исламской Республики Иран и имеет честь пригласить его представителей принять участие в семинаре по обеспечению кибербезопасного пространства (Securing Cyberspace) в качестве государства – члена ШОС.

            Просьба сообщить до 1 ноября 2026 г.:
            - имя руководителя делегации;
            - имена не более 12 участников.
            """,
            "Секретариат пользуется случаем, чтобы возобновить Министерству уверения в своём весьма высоком уважении.", "Стр. {0} из {1}"),
        "zh" => new(
            "普通照会 第12/2026号", "国家安全委员会秘书处", ["印度共和国 新德里"], "第12/2026号", "2026年9月14日于新德里", "普通照会", ["伊朗伊斯兰共和国外交部", "德黑兰"],
            """
            国家安全委员会秘书处向伊朗伊斯兰共和国外交部致意，并谨邀请贵方代表以上海合作组织成员国身份出席网络空间安全研讨会（Securing Cyberspace）。

            请于2026年11月1日前告知：
            - 代表团团长姓名；
            - 不超过12名代表的姓名。
            """,
            "顺致最崇高的敬意。", "第 {0} 页，共 {1} 页"),
        "hi" => new(
            "राजनयिक टिप्पणी सं. 12/2026", "राष्ट्रीय सुरक्षा परिषद सचिवालय", ["नई दिल्ली, भारत गणराज्य"], "सं. 12/2026", "नई दिल्ली, 14 सितंबर 2026", "नोट वर्बल",
            ["विदेश मंत्रालय, ईरान इस्लामी गणराज्य", "तेहरान"],
            """
            राष्ट्रीय सुरक्षा परिषद सचिवालय ईरान इस्लामी गणराज्य के विदेश मंत्रालय को सादर अभिवादन प्रस्तुत करता है और उसके प्रतिनिधियों को साइबर-सुरक्षा संगोष्ठी (Securing Cyberspace) में शंघाई सहयोग संगठन के सदस्य राज्य के रूप में भाग लेने के लिए आमंत्रित करने का सम्मान प्राप्त करता है।

            कृपया 1 नवंबर 2026 तक सूचित करें:
            - प्रतिनिधिमंडल के प्रमुख का नाम;
            - अधिकतम 12 प्रतिभागियों के नाम।
            """,
            "सचिवालय इस अवसर पर मंत्रालय के प्रति अपने सर्वोच्च सम्मान का पुनः आश्वासन देता है।", "पृष्ठ {0} / {1}"),
        "ur" => new(
            "سفارتی مراسلہ نمبر 12/2026", "قومی سلامتی کونسل سیکرٹریٹ", ["نئی دہلی، جمہوریہ بھارت"], "نمبر 12/2026", "نئی دہلی، 14 ستمبر 2026", "نوٹ وربال",
            ["وزارتِ خارجہ، اسلامی جمہوریہ ایران", "تہران"],
            """
            قومی سلامتی کونسل سیکرٹریٹ اسلامی جمہوریہ ایران کی وزارتِ خارجہ کی خدمت میں آداب پیش کرتا ہے اور اس کے نمائندوں کو سائبر سلامتی کے سیمینار (Securing Cyberspace) میں شنگھائی تعاون تنظیم کے رکن ملک کی حیثیت سے شرکت کی دعوت دینے کا شرف حاصل کرتا ہے۔

            براہِ کرم 1 نومبر 2026 تک مطلع فرمائیں:
            - وفد کے سربراہ کا نام؛
            - زیادہ سے زیادہ 12 شرکاء کے نام۔
            """,
            "سیکرٹریٹ اس موقع پر وزارت کے لیے اپنے انتہائی احترام کا اعادہ کرتا ہے۔", "صفحہ {0} از {1}"),
        _ => new(
            "Note verbale No. 12/2026", "National Security Council Secretariat", ["New Delhi, Republic of India"], "No. 12/2026", "New Delhi, 14 September 2026",
            "Note verbale", ["Ministry of Foreign Affairs of the Islamic Republic of Iran", "Tehran"],
            """
            The National Security Council Secretariat presents its compliments to the Ministry of Foreign Affairs of the Islamic Republic of Iran and has the honour to invite its representatives to take part, as a Member State of the SCO, in the seminar on Securing Cyberspace (网络空间安全).

            The Ministry is kindly requested to communicate by 1 November 2026:
            - the name of the head of delegation;
            - the names of up to 12 participants.
            """,
            "The Secretariat avails itself of this opportunity to renew to the Ministry the assurances of its highest consideration.", "Page {0} of {1}"),
    };

    internal sealed record LetterWords(
        string Title, string Office, IReadOnlyList<string> HeadLines, string Number, string Date, string Heading, IReadOnlyList<string> Addressee,
        string Body, string Closing, string PageOfPages)
    {
        public string FirstOfOne => string.Format(System.Globalization.CultureInfo.InvariantCulture, PageOfPages, 1, 1);
    }
}
