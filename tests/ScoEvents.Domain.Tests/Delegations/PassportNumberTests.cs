using ScoEvents.Domain.Delegations;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Delegations;

public class PassportNumberTests
{
    [Theory]
    [InlineData("AB123", "AB123")]
    [InlineData("12345", "12345")]
    [InlineData(" ab 12-34 567 ", "AB1234567")]
    [InlineData("AB\u00A0123456", "AB123456")]
    [InlineData("A1234567890123456789", "A1234567890123456789")]
    public void A_number_is_read_as_people_type_it(string typed, string value) => Assert.Equal(value, PassportNumber.Parse(typed).Value.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A123")]
    [InlineData("A - 1 2 3")]
    [InlineData("A12345678901234567890")]
    [InlineData("ABCDEFG")]
    [InlineData("АВ123456")]
    [InlineData("AB12345६")]
    [InlineData("１２３４５")]
    [InlineData("AB_12345")]
    [InlineData("AB\u200B12345")]
    [InlineData("AB123\u000045")]
    [InlineData("AB123\n45")]
    [InlineData("ıſ12345")]
    public void Anything_but_five_to_twenty_Latin_letters_and_digits_is_refused(string? typed) =>
        AssertRefused(PassportNumber.Parse(typed), "Passport:delegate.passport-form");

    [Fact]
    public void Half_a_character_is_refused() => AssertRefused(PassportNumber.Parse("AB12345" + (char)0xD800), "Passport:delegate.passport-form");

    [Theory]
    [InlineData("AB1234567", "•••••••67")]
    [InlineData("AB123", "•••23")]
    public void Lists_show_the_last_two_characters_only(string typed, string masked) => Assert.Equal(masked, PassportNumber.Parse(typed).Value.Masked);

    [Fact]
    public void A_number_never_shows_by_accident()
    {
        var number = PassportNumber.Parse("AB1234567").Value;
        var kept = new ProtectedText("v1:CIPHERTEXT", number.Masked);

        Assert.Equal("***", number.ToString());
        Assert.Equal("*** ***", $"{number} {kept}");
        Assert.DoesNotContain("CIPHERTEXT", $"{Persons.Facts() with { Passport = kept }}", StringComparison.Ordinal);
    }
}
