using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Tests.States;

namespace ScoEvents.Domain.Tests.Invitations;

public class NoteNamesTests
{
    [Theory]
    [InlineData("IR", "the Islamic Republic of Iran", "Исламской Республики Иран")]
    [InlineData("CN", "the People's Republic of China", "Китайской Народной Республики")]
    [InlineData("RU", "the Russian Federation", "Российской Федерации")]
    [InlineData("KZ", "the Republic of Kazakhstan", "Республики Казахстан")]
    [InlineData("KG", "the Kyrgyz Republic", "Кыргызской Республики")]
    [InlineData("MN", "Mongolia", "Монголии")]
    [InlineData("TM", "Turkmenistan", "Туркменистана")]
    [InlineData("SA", "the Kingdom of Saudi Arabia", "Королевства Саудовская Аравия")]
    [InlineData("QA", "the State of Qatar", "Государства Катар")]
    [InlineData("AE", "the United Arab Emirates", "Объединённых Арабских Эмиратов")]
    [InlineData("LA", "the Lao People's Democratic Republic", "Лаосской Народно-Демократической Республики")]
    [InlineData("MM", "the Republic of the Union of Myanmar", "Республики Союз Мьянма")]
    public void A_formal_name_stands_behind_of_as_the_language_wants_it(string iso2, string english, string russian)
    {
        var names = ReferenceStates.All.Single(state => state.Iso2 == iso2).FormalNames;

        Assert.Equal((english, russian), (NoteNames.Of(names["en"]!, "en"), NoteNames.Of(names["ru"]!, "ru")));
        Assert.Equal((names["zh"], names["hi"], names["ur"]), (NoteNames.Of(names["zh"]!, "zh"), NoteNames.Of(names["hi"]!, "hi"), NoteNames.Of(names["ur"]!, "ur")));
    }

    [Fact]
    public void No_Russian_name_of_the_reference_data_is_left_in_the_nominative() => Assert.All(
        ReferenceStates.All, state => Assert.NotEqual(state.FormalNames["ru"], NoteNames.Of(state.FormalNames["ru"]!, "ru")));

    [Theory]
    [InlineData("KZ", "ru")]
    [InlineData("CN", "zh")]
    [InlineData("IN", "hi")]
    [InlineData("PK", "ur")]
    [InlineData("IR", "en")]
    [InlineData(null, "en")]
    public void A_side_is_written_to_in_its_usual_language(string? iso2, string language) => Assert.Equal(language, NoteLanguages.Of(iso2));
}
