using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Domain rule 13, as a truth table: who hears of which session by notice.</summary>
public class NoticeAudienceTests
{
    private static readonly Guid _speaker = Guid.NewGuid();

    private static readonly NoticeAudience _member = new() { Capacity = Capacity.Member };
    private static readonly NoticeAudience _memberWithHead = new() { Capacity = Capacity.Member, HasHead = true };
    private static readonly NoticeAudience _observer = new() { Capacity = Capacity.Observer };
    private static readonly NoticeAudience _observerWithSpeaker = new() { Capacity = Capacity.Observer, OwnSpeakers = new HashSet<Guid> { _speaker } };
    private static readonly NoticeAudience _speakerInPerson = new() { Self = new HashSet<Guid> { _speaker } };
    private static readonly NoticeAudience _otherSpeaker = new() { Self = new HashSet<Guid> { Guid.NewGuid() } };

    [Theory]
    [InlineData(SessionAccess.Open, Classification.Clear, "member, head, observer, ours, self")]
    [InlineData(SessionAccess.Open, Classification.Green, "member, head, observer, ours, self")]
    [InlineData(SessionAccess.Open, Classification.AmberStrict, "member, head, observer, ours, self")]
    [InlineData(SessionAccess.Open, Classification.Red, "self")]
    [InlineData(SessionAccess.DelegationsOnly, Classification.Amber, "member, head, observer, ours, self")]
    [InlineData(SessionAccess.MembersOnly, Classification.Amber, "member, head, ours, self")]
    [InlineData(SessionAccess.MembersOnly, Classification.Red, "self")]
    [InlineData(SessionAccess.HeadsOnly, Classification.Amber, "head, ours, self")]
    [InlineData(SessionAccess.HeadsOnly, Classification.Red, "self")]
    [InlineData(SessionAccess.NamedPersons, Classification.Clear, "ours, self")]
    [InlineData(SessionAccess.NamedPersons, Classification.Red, "self")]
    public void Only_those_hear_of_a_session_whom_access_and_classification_allow(SessionAccess access, Classification classification, string expected)
    {
        var session = Session(access, classification);
        var audiences = new (string Name, NoticeAudience Audience)[]
        {
            ("member", _member), ("head", _memberWithHead), ("observer", _observer), ("ours", _observerWithSpeaker), ("self", _speakerInPerson), ("other", _otherSpeaker), ("nobody", new NoticeAudience()),
        };

        Assert.Equal(expected, string.Join(", ", audiences.Where(pair => pair.Audience.MayHearOf(session)).Select(pair => pair.Name)));
    }

    private static ReleasedSession Session(SessionAccess access, Classification classification) => ReleasedSession.Sketch(new FrozenSession(
        Guid.NewGuid(), SessionType.Panel, access, LocalizedText.Of(en: "Panel"), LocalizedText.Empty, Guid.NewGuid(), LocalizedText.Of(en: "Hall"), 0,
        new TimeInterval(Clock.Now, Clock.Later), [new FrozenSpeaker(_speaker, SpeakerRole.Speaker, LocalizedText.Of(en: "Speaker"), LocalizedText.Empty, LocalizedText.Empty)])
    {
        Classification = classification,
    });
}
