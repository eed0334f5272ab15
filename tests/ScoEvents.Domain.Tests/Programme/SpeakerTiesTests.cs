using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Whom of the programme a registered person is.</summary>
public class SpeakerTiesTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _side = Guid.NewGuid();

    private static readonly TiedPerson _lukmanov = new(Guid.NewGuid(), "Timur Lukmanov", "Тимур Люкманов", "t.lukmanov@mfa.example");

    [Theory]
    [InlineData("Timur Liukmanov", null)]
    [InlineData("Тимур Люкманов", "ru")]
    [InlineData("LUKMANOV Timur", null)]
    public void A_name_in_another_spelling_or_script_is_the_same_persons(string name, string? language)
    {
        var speaker = Speaker(language is null ? LocalizedText.Of(en: name) : LocalizedText.Of(ru: name));

        Assert.Same(speaker, Find(_lukmanov, [], speaker).Only);
    }

    [Fact]
    public void An_address_ties_whatever_the_name_is()
    {
        var speaker = Speaker(LocalizedText.Of(en: "Director of the Institute"), email: "T.Lukmanov@MFA.example");

        Assert.Same(speaker, Find(_lukmanov, [], speaker).Only);
    }

    [Fact]
    public void Of_another_side_nobody_is_meant_and_of_an_unknown_side_only_an_address_counts()
    {
        var foreign = Speaker(LocalizedText.Of(en: "Timur Lukmanov"), email: "t.lukmanov@mfa.example", side: Guid.NewGuid());
        var named = Speaker(LocalizedText.Of(en: "Timur Lukmanov"), side: null, isKnown: false);
        var addressed = Speaker(LocalizedText.Of(en: "T. L."), email: "t.lukmanov@mfa.example", side: null, isKnown: false);

        Assert.Equal(SpeakerTie.None, Find(_lukmanov, [], foreign, named));
        Assert.Same(addressed, Find(_lukmanov, [], foreign, named, addressed).Only);
    }

    [Fact]
    public void Two_speakers_of_one_name_leave_it_open_and_an_address_decides()
    {
        var (one, two) = (Speaker(LocalizedText.Of(en: "Timur Lukmanov")), Speaker(LocalizedText.Of(ru: "Тимур Люкманов")));
        var certain = Speaker(LocalizedText.Of(en: "Timur Lukmanov"), email: "t.lukmanov@mfa.example");

        var open = Find(_lukmanov, [], one, two);

        Assert.True(open.IsUnclear);
        Assert.Null(open.Only);
        Assert.Equal(new[] { one.Id, two.Id }.Order(), open.Possible.Select(speaker => speaker.Id).Order());
        Assert.Same(certain, Find(_lukmanov, [], one, certain).Only);
    }

    [Fact]
    public void A_namesake_in_the_delegation_leaves_it_open_and_whoever_is_closer_is_meant()
    {
        var namesake = new TiedPerson(Guid.NewGuid(), "Timur Lukmanov", null, "other@mfa.example");
        var speaker = Speaker(LocalizedText.Of(en: "Timur Lukmanov"));
        var addressed = Speaker(LocalizedText.Of(en: "Timur Lukmanov"), email: "other@mfa.example");

        Assert.True(Find(_lukmanov, [namesake], speaker).IsUnclear);
        Assert.Equal(SpeakerTie.None, Find(_lukmanov, [namesake], addressed));
        Assert.Same(addressed, Find(namesake, [_lukmanov], addressed).Only);
    }

    [Fact]
    public void An_address_that_the_whole_delegation_shares_ties_nobody_by_itself()
    {
        var shared = _lukmanov with { Email = "delegation@mfa.example" };
        var colleague = new TiedPerson(Guid.NewGuid(), "Aigerim Bekova", null, "delegation@mfa.example");
        var (first, second) = (Speaker(LocalizedText.Of(en: "Timur Lukmanov"), email: "delegation@mfa.example"), Speaker(LocalizedText.Of(en: "Aigerim Bekova"), email: "delegation@mfa.example"));

        Assert.Same(first, Find(shared, [colleague], first, second).Only);
        Assert.True(Find(shared, [colleague], Speaker(LocalizedText.Of(en: "Somebody Else"), email: "delegation@mfa.example")).IsUnclear);
    }

    private static SpeakerTie Find(TiedPerson person, IReadOnlyCollection<TiedPerson> others, params Speaker[] speakers) => SpeakerTies.Find(person, others, _side, speakers);

    private static Speaker Speaker(LocalizedText name, string? email = null, Guid? side = null, bool isKnown = true) =>
        Domain.Programme.Speaker.Create(_event, new SpeakerFacts(isKnown ? side ?? _side : null, name, LocalizedText.Empty) { Email = email }).Value;
}
