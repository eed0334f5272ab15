using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Who has the floor for how long, and which items an agenda has.</summary>
public class SessionFloorTests
{
    private static readonly Guid _room = Guid.NewGuid();
    private static readonly TimeInterval _span = new(Clock.Now, Clock.Now.AddDays(1));
    private static readonly TimeInterval _hour = new(Clock.Now, Clock.Now.AddHours(1));
    private static readonly LocalizedText _title = LocalizedText.Of(en: "Panel");

    private readonly (Guid One, Guid Two, Guid Three) _people = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    [Theory]
    [InlineData(30, 30, null)]
    [InlineData(60, null, null)]
    [InlineData(31, 30, "Speakers:programme.floor-too-long")]
    public void Minutes_of_the_floor_fit_the_session(int first, int? second, string? refusal)
    {
        var session = Session();
        session.SetSpeakers(null, [new FloorPart(_people.One, first), new FloorPart(_people.Two, second)], Clock.Now);

        var moved = session.MoveTo(_room, _hour, _span, Clock.Now);

        Assert.Equal(refusal, moved.Error is { } error ? $"{error.Field}:{error.Code}" : null);
        Assert.Equal(refusal is null, session.Slot is not null);
    }

    [Fact]
    public void Minutes_of_the_items_fit_the_session()
    {
        var session = Session(new AgendaItem(_title, null, 40), new AgendaItem(_title, null, 21));

        var moved = session.MoveTo(_room, _hour, _span, Clock.Now);

        AssertRefused(moved, "AgendaItems:programme.items-too-long");
        Assert.Equal([61, 60], moved.Error!.Arguments);
    }

    [Fact]
    public void A_scheduled_session_does_not_become_shorter_than_its_floor()
    {
        var session = Session();
        session.SetSpeakers(null, [new FloorPart(_people.One, 45)], Clock.Now);
        session.MoveTo(_room, _hour, _span, Clock.Now);

        AssertRefused(session.MoveTo(_room, new TimeInterval(Clock.Now, Clock.Now.AddMinutes(40)), _span, Clock.Now), "Speakers:programme.floor-too-long");

        Assert.Equal(_hour, session.Slot!.During);
    }

    [Fact]
    public void There_are_not_more_speakers_and_items_than_a_session_can_hold()
    {
        var session = Session();
        var items = Enumerable.Repeat(new AgendaItem(_title), ScoEvents.Domain.Programme.Session.MaxItems + 1).ToList();

        AssertRefused(session.SetSpeakers(null, [.. Enumerable.Range(0, 101).Select(_ => new FloorPart(Guid.NewGuid()))], Clock.Now), "Speakers:programme.too-many-speakers");
        AssertRefused(session.Describe(Facts(items), Clock.Now), "AgendaItems:programme.too-many-items");
    }

    [Fact]
    public void Everybody_with_a_part_is_named_once()
    {
        var session = Session(new AgendaItem(_title, _people.Three), new AgendaItem(_title, _people.One), new AgendaItem(_title));
        session.SetSpeakers(_people.One, [_people.One, _people.Two], Clock.Now);

        Assert.Equal(new[] { _people.One, _people.Two, _people.Three }.Order(), session.NamedSpeakers().Order());
    }

    [Fact]
    public void One_person_in_place_of_another_keeps_the_first_place_and_the_limit()
    {
        var session = Session(new AgendaItem(_title, _people.Two));
        session.SetSpeakers(_people.Two, [new FloorPart(_people.One), new FloorPart(_people.Three, 10), new FloorPart(_people.Two, 20)], Clock.Now);

        session.ReplaceSpeaker(_people.Two, _people.One, Clock.Later);

        Assert.Equal(
            [(_people.One, SpeakerRole.Chair, null), (_people.One, SpeakerRole.Speaker, 20), (_people.Three, SpeakerRole.Speaker, 10)],
            session.Speakers.Select(part => (part.SpeakerId, part.Role, part.Minutes)));
        Assert.Equal(_people.One, session.AgendaItems.Single().SpeakerId);
        Assert.Equal(Clock.Later, session.ModifiedAt);
    }

    [Fact]
    public void A_person_takes_over_only_what_the_own_record_does_not_know()
    {
        var side = Guid.NewGuid();
        var stays = Speaker.Create(Guid.Empty, new SpeakerFacts(null, LocalizedText.Of(en: "Own"), LocalizedText.Empty)).Value;
        var goes = Speaker.Create(Guid.Empty, new SpeakerFacts(side, LocalizedText.Of(en: "Other", ru: "Другой"), LocalizedText.Of(en: "Director"))
        {
            Biography = LocalizedText.Of(zh: "简历"),
            Email = "a@b.example",
            Language = "ru",
        }).Value;

        stays.Absorb(goes);

        Assert.Equal((LocalizedText.Of(en: "Own", ru: "Другой"), goes.Function, goes.Biography), (stays.Name, stays.Function, stays.Biography));
        Assert.Equal((side, "a@b.example", "ru"), (stays.SideId!.Value, stays.Email, stays.Language));
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData(" a.b+c@d-e.example ", true)]
    [InlineData("a@", false)]
    [InlineData("a b@c.example", false)]
    [InlineData("Name <a@b.example>", false)]
    [InlineData("a@b.example, c@d.example", false)]
    [InlineData("a@b.example\nBcc: c@d.example", false)]
    [InlineData("имя@b.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_is_one_plain_address(string? text, bool expected) => Assert.Equal(expected, Speaker.IsEmail(text));

    private static ScoEvents.Domain.Programme.Session Session(params AgendaItem[] items) => ScoEvents.Domain.Programme.Session.Draft(Guid.NewGuid(), Facts(items), 0, Clock.Now).Value;

    private static SessionFacts Facts(IReadOnlyList<AgendaItem> items) =>
        new(SessionType.Panel, SessionAccess.Open, _title, LocalizedText.Empty) { AgendaItems = items };
}
