using ScoEvents.Exports.Letters;
using Xunit;

namespace ScoEvents.Exports.Tests.Letters;

public class LetterBlockTests
{
    [Fact]
    public void An_empty_line_ends_a_paragraph_and_a_hyphen_begins_a_point()
    {
        var blocks = LetterBlock.Read("First\r\nline\r\n\r\n\r\nSecond:\n- one\n- two \nAfter -x\n-y");

        Assert.Equal("First\nline", Assert.IsType<LetterParagraph>(blocks[0]).Text);
        Assert.Equal("Second:", Assert.IsType<LetterParagraph>(blocks[1]).Text);
        Assert.Equal(["one", "two"], Assert.IsType<LetterList>(blocks[2]).Items);
        Assert.Equal("After -x\n-y", Assert.IsType<LetterParagraph>(blocks[3]).Text);
        Assert.Equal(4, blocks.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    public void Nothing_gives_no_blocks(string? text) => Assert.Empty(LetterBlock.Read(text));
}
