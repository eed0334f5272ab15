using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

public class LocalizedTextTests
{
    private static readonly LocalizedText _seminar = LocalizedText.Of(en: "Seminar", ru: "Семинар", ur: "سیمینار");

    [Theory]
    [InlineData("en", "Seminar", "en", true)]
    [InlineData("ru", "Семинар", "ru", true)]
    [InlineData("ur", "سیمینار", "ur", true)]
    [InlineData("zh", "Seminar", "en", false)]
    [InlineData("hi", "Seminar", "en", false)]
    [InlineData("fr", "Seminar", "en", false)]
    [InlineData("RU", "Seminar", "en", false)]
    [InlineData(null, "Seminar", "en", true)]
    public void A_reader_gets_the_own_language_or_the_next_that_exists(string? reader, string text, string language, bool isReaders)
    {
        Assert.Equal(new LocalizedForm(text, language, isReaders), _seminar.For(reader));
        Assert.Equal(text, _seminar.In(reader));
    }

    [Theory]
    [InlineData("ru", "ru")]
    [InlineData("zh", "zh")]
    [InlineData("hi", "hi")]
    [InlineData("ur", "ur")]
    public void A_single_form_stands_in_for_every_language(string only, string language)
    {
        var text = LocalizedText.Of(only, "x");

        Assert.All(Languages.All, reader => Assert.Equal(language, text.For(reader)!.Language));
    }

    [Fact]
    public void Missing_forms_fall_back_in_the_order_en_ru_zh_hi_ur()
    {
        var text = LocalizedText.Of(ru: "р", zh: "中", hi: "ह", ur: "ا");

        Assert.Equal("р", text.In("en"));
        Assert.Equal("中", text.With("ru", null).In("en"));
        Assert.Equal("ह", text.With("ru", null).With("zh", null).In("en"));
        Assert.Equal("ا", text.With("ru", null).With("zh", null).With("hi", null).In("en"));
    }

    [Theory]
    [InlineData("hi", new[] { "hi", "en", "ru", "zh", "ur" })]
    [InlineData("en", new[] { "en", "ru", "zh", "hi", "ur" })]
    [InlineData("fr", new[] { "en", "ru", "zh", "hi", "ur" })]
    [InlineData(null, new[] { "en", "ru", "zh", "hi", "ur" })]
    public void The_fallback_order_begins_with_the_reader_and_names_each_language_once(string? reader, string[] expected) =>
        Assert.Equal(expected, Languages.FallbackOrder(reader));

    [Theory]
    [InlineData("en", true)]
    [InlineData("ur", true)]
    [InlineData("EN", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("de", false)]
    public void Only_the_five_languages_are_known(string? language, bool known) => Assert.Equal(known, Languages.IsKnown(language));

    [Fact]
    public void An_empty_text_gives_nothing_in_any_language()
    {
        Assert.True(LocalizedText.Empty.IsEmpty);
        Assert.Null(LocalizedText.Empty.For("en"));
        Assert.Equal("", LocalizedText.Empty.In("en"));
        Assert.Equal("", LocalizedText.Empty.ToString());
        Assert.Equal(0, LocalizedText.Empty.LongestLength);
        Assert.Empty(LocalizedText.Empty);
    }

    [Fact]
    public void Blank_forms_are_left_out()
    {
        var text = LocalizedText.Of(en: " \t\u00A0", ru: "", zh: null, hi: " नमस्ते ");

        Assert.Equal([KeyValuePair.Create("hi", "नमस्ते")], text);
        Assert.Same(LocalizedText.Empty, LocalizedText.Of(en: "  "));
    }

    [Fact]
    public void Forms_are_kept_normalized_and_trimmed()
    {
        var text = LocalizedText.Of(en: " Cafe\u0301\u00A0bar ", hi: "\u0958");

        Assert.Equal("Caf\u00E9 bar", text["en"]);
        Assert.Equal("\u0915\u093C", text["hi"]);
    }

    [Fact]
    public void An_unknown_language_is_an_error_of_the_program() =>
        Assert.Throws<ArgumentException>(() => LocalizedText.From([KeyValuePair.Create("de", (string?)"Seminar")]));

    [Fact]
    public void Equal_forms_make_equal_texts_however_they_were_typed()
    {
        var composed = LocalizedText.Of(en: "Caf\u00E9", ru: "Кафе");
        var decomposed = LocalizedText.From([KeyValuePair.Create("ru", (string?)"Кафе "), KeyValuePair.Create("en", (string?)"Cafe\u0301")]);

        Assert.Equal(composed, decomposed);
        Assert.Equal(composed.GetHashCode(), decomposed.GetHashCode());
        Assert.True(composed.Equals((object)decomposed));
    }

    [Fact]
    public void Texts_differ_by_a_form_a_language_or_letter_case()
    {
        var text = LocalizedText.Of(en: "Cafe", ru: "Кафе");

        Assert.NotEqual(text, LocalizedText.Of(en: "cafe", ru: "Кафе"));
        Assert.NotEqual(text, LocalizedText.Of(en: "Cafe"));
        Assert.NotEqual(text, LocalizedText.Of(en: "Cafe", zh: "Кафе"));
        Assert.False(text.Equals((LocalizedText?)null));
        Assert.False(text.Equals("Cafe"));
    }

    [Fact]
    public void Exact_lookup_never_falls_back()
    {
        Assert.Equal("Семинар", _seminar["ru"]);
        Assert.Null(_seminar["zh"]);
    }

    [Fact]
    public void A_copy_with_another_form_leaves_the_original_alone()
    {
        var more = _seminar.With("zh", "研讨会");
        var fewer = _seminar.With("ru", " ");

        Assert.Equal(LocalizedText.Of(en: "Seminar", ru: "Семинар", zh: "研讨会", ur: "سیمینار"), more);
        Assert.Equal(LocalizedText.Of(en: "Seminar", ur: "سیمینار"), fewer);
        Assert.Equal(3, _seminar.Count);
    }

    [Fact]
    public void Completeness_is_the_share_of_wanted_languages()
    {
        Assert.Equal(0.6, _seminar.Completeness(Languages.All));
        Assert.Equal(0.5, _seminar.Completeness(["en", "hi"]));
        Assert.Equal(1, _seminar.Completeness([]));
        Assert.Equal(0, LocalizedText.Empty.Completeness(Languages.All));
    }

    [Fact]
    public void Missing_languages_come_in_the_order_in_which_they_are_wanted() =>
        Assert.Equal(["hi", "zh"], _seminar.Missing(["hi", "en", "zh"]));

    [Fact]
    public void Available_languages_come_in_the_order_in_which_they_are_offered() =>
        Assert.Equal(["en", "ru", "ur"], _seminar.Available);

    [Fact]
    public void The_longest_form_decides_the_length() => Assert.Equal("سیمینار".Length, LocalizedText.Of(en: "abc", ur: "سیمینار").LongestLength);
}
