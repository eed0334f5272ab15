using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

public class SpeakerTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _side = Guid.NewGuid();
    private static readonly LocalizedText _name = LocalizedText.Of(en: "Rajesh Pant", hi: "राजेश पंत");
    private static readonly LocalizedText _function = LocalizedText.Of(en: "Coordinator");

    [Fact]
    public void A_speaker_has_a_name_in_some_language_and_perhaps_a_side_and_a_function()
    {
        var full = Speaker.Create(_event, _side, _name, _function).Value;
        var bare = Speaker.Create(_event, null, _name, LocalizedText.Empty).Value;

        Assert.Equal((_event, _side, _name, _function), (full.EventId, full.SideId, full.Name, full.Function));
        Assert.Equal((null, LocalizedText.Empty), (bare.SideId, bare.Function));
    }

    public static TheoryData<string, LocalizedText, LocalizedText> Unacceptable() => new()
    {
        { "Name:speaker.name-missing", LocalizedText.Empty, _function },
        { "Name:speaker.name-too-long", LocalizedText.Of(en: "ok", ru: new string('я', Speaker.MaxTextLength + 1)), _function },
        { "Name:speaker.name-characters", LocalizedText.Of(en: "Ra\u0007jesh"), _function },
        { "Name:speaker.name-characters", LocalizedText.Of(en: "Rajesh", ur: "\u202Eراجیش"), _function },
        { "Name:speaker.name-characters", LocalizedText.Of(en: "Rajesh\nPant"), _function },
        { "Function:speaker.function-too-long", _name, LocalizedText.Of(en: new string('a', Speaker.MaxTextLength + 1)) },
    };

    [Theory]
    [MemberData(nameof(Unacceptable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_beside_its_field(string refusal, LocalizedText name, LocalizedText function)
    {
        var speaker = Speaker.Create(_event, _side, _name, _function).Value;

        AssertRefused(Speaker.Create(_event, _side, name, function), refusal);
        AssertRefused(speaker.Describe(null, name, function), refusal);

        Assert.Equal((_side, _name, _function), (speaker.SideId, speaker.Name, speaker.Function));
    }

    [Fact]
    public void Every_field_that_cannot_be_is_named_at_once() => AssertRefused(
        Speaker.Create(_event, null, LocalizedText.Empty, LocalizedText.Of(en: new string('a', 201))), "Name:speaker.name-missing", "Function:speaker.function-too-long");

    [Fact]
    public void Names_of_the_greatest_length_and_with_joiners_are_allowed()
    {
        var speaker = Speaker.Create(_event, _side, _name, _function).Value;
        var (name, function) = (LocalizedText.Of(en: new string('a', 200), hi: "क्\u200Dष"), LocalizedText.Of(en: new string('b', 200)));

        AssertDone(speaker.Describe(null, name, function));

        Assert.Equal((null, name, function), (speaker.SideId, speaker.Name, speaker.Function));
    }
}
