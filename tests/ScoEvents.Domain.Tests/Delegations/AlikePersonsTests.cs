using ScoEvents.Domain.Delegations;

namespace ScoEvents.Domain.Tests.Delegations;

public class AlikePersonsTests
{
    private static readonly Guid _russia = Guid.NewGuid();
    private static readonly Guid _india = Guid.NewGuid();

    [Theory]
    [InlineData("Rustam LIUKMANOV", null, "Rustam LYUKMANOV", null)]
    [InlineData("Rustam LIUKMANOV", null, "R LIUKMANOV", "Рустам Люкманов")]
    [InlineData("Guoqing ZHANG", null, "Guo Qing ZHANG", null)]
    [InlineData("Guoqing ZHANG", "张国庆", "Chang GUOTSIN", "张国庆")]
    [InlineData("Zia ur REHMAN", "ضیاء الرحمان", "Ziaur REHMAN", null)]
    [InlineData("Dilnoza KARIMOVA", "Дилноза Каримова", "Karimova DILNOZA", null)]
    public void One_person_in_two_spellings_is_found(string latin, string? native, string otherLatin, string? otherNative)
    {
        var (one, other, stranger) = (Trace(latin, native), Trace(otherLatin, otherNative), Trace("Narendra PATEL", "नरेंद्र पटेल"));
        var alike = new AlikePersons();

        alike.Update([one, other, stranger]);
        alike.Compare(int.MaxValue);

        Assert.Equal([other.Id], alike.Of(one.Id));
        Assert.Equal([one.Id], alike.Of(other.Id));
        Assert.Empty(alike.Of(stranger.Id));
    }

    [Fact]
    public void One_passport_is_found_whatever_the_names_are_unless_two_states_issued_it()
    {
        var one = Trace("Anil KUMAR", null) with { PassportMark = "k.abc", PassportStateId = _india };
        var same = Trace("Boris IVANOV", null) with { PassportMark = "k.abc" };
        var otherState = Trace("Chen WEI", null) with { PassportMark = "k.abc", PassportStateId = _russia };
        var alike = new AlikePersons();

        alike.Update([one, same, otherState]);
        alike.Compare(int.MaxValue);

        Assert.Equal([same.Id], alike.Of(one.Id));
        Assert.Equal(new[] { one.Id, otherState.Id }.Order(), alike.Of(same.Id).Order());
    }

    [Fact]
    public void Who_was_renamed_or_left_is_alike_no_more()
    {
        var (one, other, third) = (Trace("Anil KUMAR", null), Trace("Anil KUMAAR", null), Trace("Anil KUMAR", null));
        var alike = new AlikePersons();
        alike.Update([one, other, third]);
        alike.Compare(int.MaxValue);
        Assert.Equal(2, alike.Of(one.Id).Count);

        alike.Update([one, other with { LatinName = "Boris IVANOV", ModifiedAt = Clock.Later }]);
        alike.Compare(int.MaxValue);

        Assert.Empty(alike.Of(one.Id));
        Assert.Empty(alike.Of(third.Id));
        Assert.Equal([one.Id], alike.Find("kumaar"));
        Assert.Equal([other.Id], alike.Find("Иванов"));
    }

    [Theory]
    [InlineData("Люкманов")]
    [InlineData("Liukmanov")]
    [InlineData("LYUKMANOV")]
    [InlineData("lukmanov")]
    [InlineData("liukm")]
    [InlineData("Рустам Люк")]
    public void A_person_is_found_by_any_spelling(string typed)
    {
        var (person, stranger) = (Trace("Rustam LIUKMANOV", "Рустам Люкманов"), Trace("Dilnoza KARIMOVA", null));
        var alike = new AlikePersons();
        alike.Update([person, stranger]);
        alike.Compare(int.MaxValue);

        Assert.Equal([person.Id], alike.Find(typed));
    }

    [Theory]
    [InlineData("Jose ALVAREZ", null, "josé álv")]
    [InlineData("José ÁLVAREZ", null, "jose alvarez")]
    [InlineData("Guoqing ZHANG", "张国庆", "张国")]
    [InlineData("Ahmad KHAN", "احمد خان", "خان")]
    [InlineData("Narendra PATEL", "नरेंद्र पटेल", "पटेल")]
    public void Diacritics_and_scripts_do_not_hide_a_person(string latin, string? native, string typed)
    {
        var (person, stranger) = (Trace(latin, native), Trace("Boris IVANOV", "Борис Иванов"));
        var alike = new AlikePersons();
        alike.Update([person, stranger]);
        alike.Compare(int.MaxValue);

        Assert.Equal([person.Id], alike.Find(typed));
    }

    private static PersonTrace Trace(string latin, string? native) => new(Guid.NewGuid(), Clock.Now, latin, native, null, null);
}
