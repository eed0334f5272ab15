using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.Domain.Tests.Names;

public sealed class SoundKeysTests
{
    [Theory]
    [InlineData("Liukmanov", "Артур Люкманов")]
    [InlineData("Люкманов", "Artur Lyukmanov")]
    [InlineData("لیوکمانوف", "Artur Liukmanov")]
    [InlineData("ليوكمانوف", "Люкманов Артур")]
    [InlineData("Li Wei", "李伟")]
    [InlineData("Цзян", "Jiang Mei")]
    [InlineData("Lee", "Ли Вэй")]
    [InlineData("Zhang Guoqing", "张国清")]
    [InlineData("शर्मा", "Rajesh Sharma")]
    [InlineData("Yussupova", "Юсупова Гульнара")]
    [InlineData("Liuk", "Люкманов")]
    [InlineData("L", "Люкманов")]
    [InlineData("Mohammed", "محمد علی")]
    public void A_name_that_what_was_typed_finds_shares_a_key_with_it(string typed, string written)
    {
        var name = SpokenName.ByScript(written);

        Assert.True(PersonNames.Finds(typed, name));
        Assert.NotEmpty(SoundKeys.Of(name).Intersect(SoundKeys.Typed(typed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("а")]
    [InlineData("Ao")]
    [InlineData("—")]
    [InlineData("123")]
    public void What_has_no_consonant_has_no_key(string typed) => Assert.Empty(SoundKeys.Typed(typed));

    [Fact]
    public void Most_names_share_no_key()
    {
        var keys = SoundKeys.Typed("Liukmanov");

        Assert.DoesNotContain(SoundKeys.Of(LocalizedText.Of(en: "Rajesh Sharma", hi: "राजेश शर्मा")), keys.Contains);
        Assert.InRange(keys.Count, 1, 3);
    }

    [Fact]
    public void An_erased_name_has_no_key() => Assert.Empty(SoundKeys.Of(SpokenName.ByScript(" —", null)));
}
