using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.Domain.Tests.Names;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Artur Lyukmanov", "Артур Люкманов")]
    [InlineData("Artur Liukmanov", "آرٹور لیوکمانوف")]
    [InlineData("Artur Lyukmanov", "آرتور لیوکمانوف")]
    [InlineData("Артур Люкманов", "آرٹور لیوکمانوف")]
    [InlineData("Liukmanov", "Люкманов")]
    [InlineData("Liukmanov", "لیوکمانوف")]
    [InlineData("Люкманов", "لیوکمانوف")]
    [InlineData("Ljukmanov", "Люкманов")]
    [InlineData("Люкманов", "ल्युकमानोव")]
    [InlineData("آرٹور لیوکمانوف", "لیوکمانوف")]
    [InlineData("Artur Liukmanov", "LIUKMANOV Artur")]
    [InlineData("Artur Liukmanov", "Артур Рашидович Люкманов")]
    [InlineData("A. Liukmanov", "Артур Люкманов")]
    [InlineData("А. Р. Люкманов", "Artur Liukmanov")]
    [InlineData("Evgeny Fyodorov", "Евгений Фёдоров")]
    [InlineData("Yevgenii Fedorov", "Евгений Фёдоров")]
    [InlineData("Aleksandr Shcherbakov", "Alexander Scherbakov")]
    [InlineData("Александр Щербаков", "Alexander Shcherbakov")]
    [InlineData("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев")]
    [InlineData("Qasym-Jomart Toqaev", "Касым-Жомарт Токаев")]
    [InlineData("Shavkat Mirziyoyev", "Шавкат Мирзиёев")]
    [InlineData("Baxtiyor Xodjayev", "Бахтиёр Ходжаев")]
    [InlineData("Emomali Rahmon", "Эмомалӣ Раҳмон")]
    [InlineData("Emomali Rakhmon", "Эмомали Рахмон")]
    [InlineData("Narendra Modi", "नरेन्द्र मोदी")]
    [InlineData("Narendra Modi", "Нарендра Моди")]
    [InlineData("Narendra Modi", "نریندر مودی")]
    [InlineData("Rajnath Singh", "राजनाथ सिंह")]
    [InlineData("Subrahmanyam Jaishankar", "सुब्रह्मण्यम जयशंकर")]
    [InlineData("ज़ाकिर ख़ान", "Zakir Khan")]
    [InlineData("ज़ाकिर ख़ान", "ज़ाकिर ख़ान")]
    [InlineData("ذاکر خان", "Закир Хан")]
    [InlineData("Muhammad Shehbaz Sharif", "محمد شہباز شریف")]
    [InlineData("Mohammed Shahbaz Sharif", "محمد شهباز شريف")]
    [InlineData("Fatima Hussain", "فاطمہ حسین")]
    [InlineData("Fatimah Hussein", "Fatima Husain")]
    [InlineData("Zia-ur-Rehman", "Zia ur Rehman")]
    [InlineData("Ziaur Rehman", "Zia ur Rehman")]
    [InlineData("Abdullah al-Khalifa", "Abdullah Khalifa")]
    [InlineData("Wang Yi", "Yi Wang")]
    [InlineData("Wang Yi", "王毅")]
    [InlineData("Ван И", "王毅")]
    [InlineData("Ван И", "Wang Yi")]
    [InlineData("وانگ یی", "Wang Yi")]
    [InlineData("Zhang Guoqing", "张国清")]
    [InlineData("Чжан Гоцин", "张国清")]
    [InlineData("Чжан Гоцин", "Guoqing Zhang")]
    [InlineData("Zhang Guo-Qing", "张国清")]
    [InlineData("Guo Qing Zhang", "Zhang Guoqing")]
    [InlineData("Си Цзиньпин", "Xi Jinping")]
    [InlineData("Ouyang Xiu", "欧阳修")]
    [InlineData("Zeng Peiyan", "曾培炎")]
    [InlineData("Александр\u00A0Петров", "александр петров")]
    [InlineData("Dr. Anil Kumar", "Anil Kumar")]
    [InlineData("Наталья Соловьёва", "Natalia Solovyova")]
    [InlineData("Şükrü Çelik", "Shukru Chelik")]
    public void One_person_in_two_spellings_is_offered(string one, string other)
    {
        Assert.InRange(PersonNames.Likeness(Name(one), Name(other)), PersonNames.Threshold, 1);
        Assert.Equal(PersonNames.Likeness(Name(one), Name(other)), PersonNames.Likeness(Name(other), Name(one)), 10);
    }

    [Theory]
    [InlineData("Artur Liukmanov", "Anton Liukmanov")]
    [InlineData("Artur Liukmanov", "Artur Usmanov")]
    [InlineData("Ivan Ivanov", "Anna Ivanova")]
    [InlineData("A. Ivanov", "Anna Ivanova")]
    [InlineData("Иван Петрович Сидоров", "Иван Павлович Сидоров")]
    [InlineData("Ivan Petrov", "Petr Ivanov")]
    [InlineData("Vladimir Petrov", "Vladimir Petrovsky")]
    [InlineData("Ivan", "Ivan Petrov")]
    [InlineData("Li", "Li Wei")]
    [InlineData("Li Wei", "Lu Wei")]
    [InlineData("Li Wei", "Li Wen")]
    [InlineData("Li Na", "Li Nan")]
    [InlineData("Wang Yi", "Wang Yu")]
    [InlineData("Wang Yi", "Ван Юй")]
    [InlineData("Wang Yi", "王宇")]
    [InlineData("Yu Hong", "You Hong")]
    [InlineData("Chen Wei", "Cheng Wei")]
    [InlineData("Zhang Wei", "Chang Wei")]
    [InlineData("Zhang Hua", "Zhang Hui")]
    [InlineData("Li Qiang", "Li Qian")]
    [InlineData("Rajesh Kumar", "Rakesh Kumar")]
    [InlineData("Anil Kumar", "Sunil Kumar")]
    [InlineData("अनिल कुमार", "सुनील कुमार")]
    [InlineData("Amir Khan", "Umar Khan")]
    [InlineData("Ahmad Khan", "Hamad Khan")]
    [InlineData("Ahmad Khan", "محمد خان")]
    [InlineData("احمد خان", "محمد خان")]
    [InlineData("Ali Khan", "Alia Khan")]
    [InlineData("علی خان", "Ali Shah")]
    [InlineData("Karim Karimov", "Rahim Rahimov")]
    [InlineData("Кан", "Ким")]
    [InlineData("J. Smith", "Anna Smith")]
    public void Two_persons_are_not_offered_as_one(string one, string other) =>
        Assert.InRange(PersonNames.Likeness(Name(one), Name(other)), 0, PersonNames.Threshold - 0.001);

    [Fact]
    public void The_best_of_all_spellings_counts()
    {
        var known = LocalizedText.Of(en: "Artur Liukmanov", ru: "Артур Люкманов");
        var typed = LocalizedText.Of(ur: "آرٹور لیوکمانوف");

        Assert.True(PersonNames.MayBeOne(known, typed));
    }

    [Fact]
    public void Chinese_characters_tell_apart_who_sounds_alike()
    {
        var one = LocalizedText.Of(en: "Wang Wei", zh: "王伟");
        var other = LocalizedText.Of(en: "Wang Wei", zh: "王薇");
        var traditional = LocalizedText.Of(en: "Wang Wei", zh: "王偉");

        Assert.Equal(0, PersonNames.Likeness(one, other));
        Assert.True(PersonNames.MayBeOne(one, traditional));
    }

    [Fact]
    public void A_name_without_a_letter_is_like_nothing() =>
        Assert.Equal(0, PersonNames.Likeness(LocalizedText.Of(en: "—"), LocalizedText.Of(en: "—")));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("люкм")]
    [InlineData("liuk")]
    [InlineData("Lyukmanov")]
    [InlineData("لیوکمانوف")]
    [InlineData("Артур")]
    [InlineData("liukmanov artur")]
    public void A_search_finds_by_any_spelling(string? typed) =>
        Assert.True(PersonNames.Finds(typed, LocalizedText.Of(ru: "Артур Люкманов")));

    [Theory]
    [InlineData("Petrov")]
    [InlineData("Artur Petrov")]
    [InlineData("王")]
    public void A_search_does_not_find_others(string typed) =>
        Assert.False(PersonNames.Finds(typed, LocalizedText.Of(ru: "Артур Люкманов")));

    // Which language a spelling stands under does not matter to the comparison, except for Chinese.
    private static LocalizedText Name(string written) => written.Any(character => character is >= '\u4E00' and <= '\u9FFF')
        ? LocalizedText.Of(zh: written)
        : LocalizedText.Of(en: written);
}
