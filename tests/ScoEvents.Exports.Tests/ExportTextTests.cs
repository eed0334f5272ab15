using Xunit;

namespace ScoEvents.Exports.Tests;

public class ExportTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("a\r\nb\rc\nd\u2028e\u0085f", "a\nb\nc\nd\ne\nf")]
    [InlineData("a\u0000\u0007\u001B\u007F\u009Fb", "ab")]
    [InlineData("a\u202E\u202A\u2066\u2069\uFEFFb", "ab")]
    [InlineData("क्\u200Dष म\u200Cی \u200F", "क्\u200Dष म\u200Cی \u200F")]
    [InlineData("😀 \u00A0x", "😀 \u00A0x")]
    [InlineData("и\u0306", "й")]
    public void Only_what_no_export_may_carry_is_taken_out(string? text, string expected) =>
        Assert.Equal(expected, ExportText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_is_taken_out()
    {
        Assert.Equal("ab", ExportText.Clean("a" + '\uD83D' + "b"));
        Assert.Equal("ab", ExportText.Clean("a" + '\uDE00' + "b" + '\uD83D'));
    }

    [Fact]
    public void A_line_has_no_breaks_and_single_spaces() =>
        Assert.Equal("a b c", ExportText.CleanLine(" a\r\n\t b   c\n"));
}
