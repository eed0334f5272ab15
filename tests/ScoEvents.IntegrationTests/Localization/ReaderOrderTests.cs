using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>People and titles stand in lists where a reader of the language looks for them.</summary>
public sealed class ReaderOrderTests
{
    public static TheoryData<string, string[]> Orders => new()
    {
        // Ё beside Е, not behind Я, and й behind и.
        { "ru", ["Абдуллаев", "Ёлкин", "Ерёмин", "Иванов", "Йотов", "Люкманов", "Щербаков", "Эшонов", "Юсупов", "Яковлев"] },
        // By pinyin: Chén, Lǐ, Wáng, Xí, Zhāng, Zhào; by code points it would be 习 before 王.
        { "zh", ["陈文清", "李强", "王毅", "习近平", "张国清", "赵克志"] },
        // Short vowels before long ones, aspirates behind their plain consonants.
        { "hi", ["अजीत डोभाल", "अनिल कुमार", "आशा राव", "इला मेहता", "कमल नाथ", "खुशी वर्मा", "गीता अय्यर", "राजिंदर खन्ना", "विक्रम सेठी", "हरीश सिंह"] },
        // The Urdu alphabet: پ behind ب, ٹ behind ت, گ behind ک.
        { "ur", ["احمد", "بشیر", "پرویز", "تنویر", "ٹیپو", "جاوید", "چوہدری", "خان", "شاہ", "کامران", "گیلانی", "معید", "یوسف"] },
        { "en", ["aaron Smith", "Adams", "Özdemir", "Öztürk", "Parker", "Zhang"] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Names_follow_the_alphabet_of_the_language(string language, string[] expected) =>
        Assert.Equal(expected, expected.Reverse().Order(ReaderOrder.In(language)));

    [Theory]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("hi")]
    [InlineData("ur")]
    [InlineData("en")]
    public void Names_of_many_scripts_have_one_order_whatever_order_they_came_in(string language)
    {
        string[] names = ["Liukmanov", "Люкманов", "王毅", "अजीत डोभाल", "معید یوسف", "liukmanov", "Ёлкин", "陈文清"];

        var order = names.OrderBy(name => name, ReaderOrder.In(language)).ThenBy(name => name, StringComparer.Ordinal).ToList();

        Assert.Equal(order, names.Reverse().OrderBy(name => name, ReaderOrder.In(language)).ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal(0, ReaderOrder.In(language).Compare("Liukmanov", "liukmanov"));
        Assert.Equal(1, Math.Abs(order.IndexOf("Liukmanov") - order.IndexOf("liukmanov")));
    }

    [Fact]
    public void A_language_that_is_not_known_has_the_order_of_English() => Assert.Same(ReaderOrder.In("en"), ReaderOrder.In("xx"));
}
