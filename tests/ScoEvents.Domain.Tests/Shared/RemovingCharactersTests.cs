using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

/// <summary>What makes a text refused is named, and taken out where its writer wants that.</summary>
public class RemovingCharactersTests
{
    [Theory]
    [InlineData("Director \u202Egnp.exe", "U+202E", "Director gnp.exe")]
    [InlineData("\u2067اردو\u2069", "U+2067 U+2069", "اردو")]
    [InlineData("zero\u200Bwidth\uFEFF", "U+200B U+FEFF", "zerowidth")]
    [InlineData("soft\u00ADhyphen\u200F", "U+00AD U+200F", "softhyphen")]
    [InlineData("two\nlines\tand a tab", "U+0009 U+000A", "two lines and a tab")]
    public void They_are_named_and_go_and_what_is_left_is_accepted(string text, string named, string left)
    {
        Assert.True(PlainText.HasForbiddenCharacters(text));
        Assert.Equal(named, string.Join(' ', PlainText.ForbiddenCharacters(text).Select(rune => $"U+{rune.Value:X4}")));
        Assert.Equal(left, PlainText.WithoutForbiddenCharacters(text));
        Assert.False(PlainText.HasForbiddenCharacters(left));
    }

    [Theory]
    [InlineData("क्\u200Dष और می\u200Cخواهم")]
    [InlineData("Plain")]
    [InlineData("")]
    public void Joiners_that_words_need_stay(string text)
    {
        Assert.Empty(PlainText.ForbiddenCharacters(text));
        Assert.Equal(text, PlainText.WithoutForbiddenCharacters(text));
    }

    [Fact]
    public void Lines_stay_where_a_text_may_have_them() =>
        Assert.Equal("one\ntwo", PlainText.WithoutForbiddenCharacters("one\n\u200Btwo", allowLineBreaks: true));
}
