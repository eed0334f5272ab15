using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

public class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("  Ташкент ", "Ташкент")]
    [InlineData("New\u00A0Delhi", "New Delhi")]
    [InlineData("New\u202FDelhi\u00A0", "New Delhi")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u095B", "\u091C\u093C")]
    [InlineData("\u0627\u0653", "\u0622")]
    public void Text_is_normalized_and_trimmed(string? typed, string kept) => Assert.Equal(kept, PlainText.Clean(typed));

    [Fact]
    public void Half_a_character_is_replaced_and_never_thrown_at()
    {
        Assert.Equal("a\uFFFDb", PlainText.Clean(Text('a', 0xD800, 'b')));
        Assert.Equal("\uFFFD", PlainText.Clean(Text(0xDC00)));
        Assert.Equal("a\uFFFD", PlainText.Clean(Text('a', 0xFFFE)));
        Assert.Equal("😀", PlainText.Clean("😀"));
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0007)]
    [InlineData(0x0009)]
    [InlineData(0x000A)]
    [InlineData(0x000D)]
    [InlineData(0x001B)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0x00AD)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200E)]
    [InlineData(0x200F)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    [InlineData(0x202A)]
    [InlineData(0x202B)]
    [InlineData(0x202C)]
    [InlineData(0x202D)]
    [InlineData(0x202E)]
    [InlineData(0x2060)]
    [InlineData(0x2066)]
    [InlineData(0x2067)]
    [InlineData(0x2068)]
    [InlineData(0x2069)]
    [InlineData(0xFEFF)]
    [InlineData(0xE000)]
    [InlineData(0xFFFF)]
    [InlineData(0xD800)]
    [InlineData(0xDFFF)]
    public void A_character_that_hides_what_is_written_is_forbidden(int unit) =>
        Assert.True(PlainText.HasForbiddenCharacters(Text('A', unit, 'b')));

    [Fact]
    public void A_tag_character_beyond_the_basic_plane_is_forbidden() =>
        Assert.True(PlainText.HasForbiddenCharacters("A" + char.ConvertFromUtf32(0xE0041)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Anna-Maria O'Neil, Dr.")]
    [InlineData("Нурсултан Ёж")]
    [InlineData("王小明")]
    [InlineData("𠮷野")]
    [InlineData("क्\u200Dष")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("a\u00A0b")]
    [InlineData("👩\u200D💻")]
    public void Ordinary_text_of_any_script_with_its_joiners_is_allowed(string? text) => Assert.False(PlainText.HasForbiddenCharacters(text));

    [Fact]
    public void Line_breaks_are_allowed_only_where_asked_for()
    {
        Assert.True(PlainText.HasForbiddenCharacters("a\r\nb"));
        Assert.False(PlainText.HasForbiddenCharacters("a\r\nb", allowLineBreaks: true));
        Assert.True(PlainText.HasForbiddenCharacters("a\tb", allowLineBreaks: true));
        Assert.True(PlainText.HasForbiddenCharacters("a\u2028b", allowLineBreaks: true));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("123 -'", false)]
    [InlineData("-ж-", true)]
    [InlineData("𠮷", true)]
    public void A_letter_of_any_script_counts_as_a_letter(string? text, bool expected) => Assert.Equal(expected, PlainText.HasLetter(text));

    [Theory]
    [InlineData(null, false)]
    [InlineData("", true)]
    [InlineData("O'Neil-Smith 2nd", true)]
    [InlineData("Şükrü Čapek Łódź", true)]
    [InlineData("Nguyễn", true)]
    [InlineData("Ivanоv", false)]
    [InlineData("Иванов", false)]
    [InlineData("Ｆｕｌｌ", false)]
    [InlineData("Aα", false)]
    public void Only_the_letters_of_a_name_decide_whether_it_is_Latin(string? text, bool expected) => Assert.Equal(expected, PlainText.IsLatin(text));

    private static string Text(params int[] units) => new([.. units.Select(unit => (char)unit)]);
}
