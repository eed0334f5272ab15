using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Names;

/// <summary>Latin spellings as passports print them; where the rules are not sure, nothing is offered.</summary>
public class LatinNamesTests
{
    [Theory]
    [InlineData("Артур Люкманов", "Artur Liukmanov")]
    [InlineData("ЛЮКМАНОВ", "LIUKMANOV")]
    [InlineData("Щукин", "Shchukin")]
    [InlineData("ЩУКИН", "SHCHUKIN")]
    [InlineData("Юлия Подъячева-Жуковская", "Iuliia Podieiacheva-Zhukovskaia")]
    [InlineData("Семён Хрущёв", "Semen Khrushchev")]
    [InlineData("А. Б. Цой", "A. B. Tsoi")]
    [InlineData("Щ. Эльдар", "Shch. Eldar")]
    [InlineData("Наталья", "Natalia")]
    [InlineData("Ибн-Сабир оглы", "Ibn-Sabir ogly")]
    [InlineData("Володимир Їжак", "Volodimir Izhak")]
    public void Cyrillic_letters_become_those_of_machine_readable_passports(string written, string latin) => Assert.Equal(latin, LatinNames.Offer(written));

    [Theory]
    [InlineData("王毅", "Wang Yi")]
    [InlineData("张国清", "Zhang Guoqing")]
    [InlineData("欧阳修明", "Ouyang Xiuming")]
    [InlineData("单 小平", "Shan Xiaoping")]
    [InlineData("习近平", "Xi Jinping")]
    public void Chinese_names_are_read_with_the_family_name_first(string written, string latin) => Assert.Equal(latin, LatinNames.Offer(written));

    [Theory]
    [InlineData("Әлия Қасымова")]
    [InlineData("Ҷамшед")]
    [InlineData("Люкманов Artur")]
    [InlineData("Люкмaнов")]
    [InlineData("अजीत डोभाल")]
    [InlineData("معید یوسف")]
    [InlineData("弗拉基米尔·普京")]
    [InlineData("吕明")]
    [InlineData("卢国清")]
    [InlineData("王")]
    [InlineData("Artur Liukmanov")]
    [InlineData("Люкманов 2")]
    [InlineData("…")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_name_without_a_safe_rule_gets_no_offer(string? written) => Assert.Null(LatinNames.Offer(written));

    [Fact]
    public void Only_a_name_without_a_Latin_form_gets_one_offered_from_Russian_before_Chinese()
    {
        Assert.Equal("Van I", LatinNames.OfferFor(LocalizedText.Of(ru: "Ван И", zh: "王毅")));
        Assert.Equal("Wang Yi", LatinNames.OfferFor(LocalizedText.Of(zh: "王毅", hi: "वांग यी")));
        Assert.Null(LatinNames.OfferFor(LocalizedText.Of(en: "Wang Yi", ru: "Ван И")));
        Assert.Null(LatinNames.OfferFor(LocalizedText.Empty));
    }

    [Fact]
    public void What_is_offered_is_found_as_the_same_person()
    {
        foreach (var written in new[] { "Артур Люкманов", "Евгений Щербаков", "Жанна Цыганова" })
        {
            Assert.True(PersonNames.MayBeOne(LocalizedText.Of(ru: written), LocalizedText.Of(en: LatinNames.Offer(written))));
        }
    }
}
