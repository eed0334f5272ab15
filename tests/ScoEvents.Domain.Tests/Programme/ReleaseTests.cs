using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

public class ReleaseTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _publisher = Guid.NewGuid();
    private static readonly ReleaseLabel _unnamed = new(null, null);
    private static readonly FrozenSession _opening = Session("Opening", 0);
    private static readonly FrozenSession _panel = Session("Panel", 60);

    [Fact]
    public void Releases_are_numbered_from_one_without_gaps()
    {
        var first = Publish(null, Clock.Now, _opening);
        var second = Publish(first, Clock.Later, _opening);
        var third = Publish(second, Clock.MuchLater, _opening);

        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(release => release.Number));
    }

    [Fact]
    public void A_release_says_who_published_it_when_and_under_what_name()
    {
        var release = Release.Publish(new(" Final\u00A0programme ", " Two rooms "), _event, [_opening], null, _publisher, Clock.Now).Value;

        Assert.Equal((_event, _publisher, Clock.Now), (release.EventId, release.PublishedBy, release.PublishedAt));
        Assert.Equal(("Final programme", "Two rooms"), (release.Name, release.Note));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\t")]
    public void A_blank_name_or_note_is_none(string? blank)
    {
        var release = Release.Publish(new(blank, blank), _event, [_opening], null, _publisher, Clock.Now).Value;

        Assert.Equal((null, null), (release.Name, release.Note));
    }

    [Fact]
    public void Nothing_cannot_be_published()
    {
        AssertRefused(Release.Publish(_unnamed, _event, [], null, _publisher, Clock.Now), "programme.nothing-to-publish");
        AssertRefused(Release.Publish(_unnamed, _event, [], Publish(null, Clock.Now, _opening), _publisher, Clock.Later), "programme.nothing-to-publish");
    }

    [Fact]
    public void A_name_or_note_is_measured_as_it_is_kept()
    {
        // One unit as typed, two as kept.
        var nukta = new string('\u0958', Release.MaxNameLength / 2);

        AssertDone(Labelled(new string('a', Release.MaxNameLength) + "  ", new string('b', Release.MaxNoteLength)));
        AssertDone(Labelled(nukta, null));
        AssertRefused(Labelled(new string('a', Release.MaxNameLength + 1), null), "Name:programme.release-name-too-long");
        AssertRefused(Labelled(nukta + "\u0958", null), "Name:programme.release-name-too-long");
        AssertRefused(Labelled(null, new string('b', Release.MaxNoteLength + 1)), "Note:programme.release-note-too-long");
    }

    [Fact]
    public void A_released_session_is_the_session_as_it_was()
    {
        var release = Publish(null, Clock.Now, _panel);

        var released = Assert.Single(release.Sessions);
        Assert.Equal(release.Id, released.ReleaseId);
        var again = new FrozenSession(
            released.SessionId, released.Type, released.Access, released.Title, released.Abstract, released.RoomId, released.RoomName, released.RoomPosition,
            new TimeInterval(released.StartsAt, released.EndsAt), _panel.People)
        {
            Classification = released.Classification,
            VenueName = released.VenueName,
            Track = released.Track,
            InterpretedInto = _panel.InterpretedInto,
            AgendaItems = _panel.AgendaItems,
            InterpreterTeams = _panel.InterpreterTeams,
        };
        Assert.Equal(_panel, again);
        Assert.Equal(_panel.InterpretedInto, released.InterpretedInto);
        Assert.Equal(_panel.AgendaItems, released.AgendaItems);
        Assert.Equal(_panel.People, released.People);
        Assert.Equal((0, Clock.Now, false), State(release, _panel));
    }

    [Fact]
    public void Times_are_released_in_universal_time()
    {
        var during = _panel.During;
        var local = _panel with { During = new(during.Start.ToOffset(TimeSpan.FromHours(5.5)), during.End.ToOffset(TimeSpan.FromHours(5.5))) };
        var release = Publish(Publish(null, Clock.Now, _panel), Clock.Later, local);

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (release.Sessions[0].StartsAt.Offset, release.Sessions[0].EndsAt.Offset));
        Assert.Equal((0, Clock.Now, false), State(release, _panel));
    }

    [Fact]
    public void What_did_not_change_keeps_its_sequence_and_its_time()
    {
        var first = Publish(null, Clock.Now, _opening, _panel);

        var second = Publish(first, Clock.Later, _panel, _opening with { People = [.. _opening.People] });

        Assert.Equal((0, Clock.Now, false), State(second, _opening));
        Assert.Equal((0, Clock.Now, false), State(second, _panel));
    }

    public static TheoryData<string, FrozenSession> Changes() => new()
    {
        { "type", _panel with { Type = SessionType.Closing } },
        { "access", _panel with { Access = SessionAccess.HeadsOnly } },
        { "title", _panel with { Title = LocalizedText.Of(en: "Panel", ru: "Панель") } },
        { "abstract", _panel with { Abstract = LocalizedText.Empty } },
        { "room", _panel with { RoomId = Guid.NewGuid() } },
        { "room's name", _panel with { RoomName = LocalizedText.Of(en: "Hall 2") } },
        { "start", _panel with { During = _panel.During with { Start = _panel.During.Start.AddMinutes(5) } } },
        { "end", _panel with { During = _panel.During with { End = _panel.During.End.AddMinutes(5) } } },
        { "people", _panel with { People = [_panel.People[1], _panel.People[0]] } },
        { "nobody", _panel with { People = [] } },
        { "function", _panel with { People = [_panel.People[0], _panel.People[1] with { Function = LocalizedText.Of(en: "Minister") }] } },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Every_change_grows_the_sequence_by_one_and_of_that_session_only(string what, FrozenSession changed)
    {
        var first = Publish(null, Clock.Now, _opening, _panel);
        var second = Publish(first, Clock.Later, _opening, changed);
        var third = Publish(second, Clock.MuchLater, _opening, _panel);

        Assert.True((1, Clock.Later, false) == State(second, _panel), what);
        Assert.True((2, Clock.MuchLater, false) == State(third, _panel), what);
        Assert.Equal((0, Clock.Now, false), State(third, _opening));
    }

    [Fact]
    public void A_session_that_joins_later_starts_from_zero()
    {
        var second = Publish(Publish(null, Clock.Now, _opening), Clock.Later, _opening, _panel);

        Assert.Equal((0, Clock.Later, false), State(second, _panel));
    }

    [Fact]
    public void A_session_that_is_gone_is_kept_as_cancelled_with_a_new_sequence_once()
    {
        var first = Publish(null, Clock.Now, _opening, _panel);
        var second = Publish(first, Clock.Later, _opening);
        var third = Publish(second, Clock.MuchLater, _opening);

        Assert.Equal((1, Clock.Later, true), State(second, _panel));
        Assert.Equal((1, Clock.Later, true), State(third, _panel));
        Assert.Equal((0, Clock.Now, false), State(third, _opening));
        Assert.All(third.Sessions, session => Assert.Equal(third.Id, session.ReleaseId));
        var cancelled = third.Sessions.Single(session => session.IsCancelled);
        Assert.Equal((_panel.Title, _panel.During.Start), (cancelled.Title, cancelled.StartsAt));
    }

    [Fact]
    public void A_cancelled_session_that_comes_back_unchanged_has_a_new_sequence()
    {
        var first = Publish(null, Clock.Now, _opening, _panel);
        var second = Publish(first, Clock.Later, _opening);
        var third = Publish(second, Clock.MuchLater, _opening, _panel);

        Assert.Equal((2, Clock.MuchLater, false), State(third, _panel));
    }

    [Fact]
    public void A_later_release_leaves_the_former_as_it_was()
    {
        var first = Publish(null, Clock.Now, _opening, _panel);

        Publish(first, Clock.Later, _opening with { Title = LocalizedText.Of(en: "Other") });

        Assert.Equal(2, first.Sessions.Count);
        Assert.Equal((0, Clock.Now, false), State(first, _opening));
        Assert.Equal((0, Clock.Now, false), State(first, _panel));
        Assert.Equal("Opening", first.Sessions.Single(session => session.SessionId == _opening.SessionId).Title.In("en"));
        Assert.All(first.Sessions, session => Assert.Equal(first.Id, session.ReleaseId));
    }

    [Fact]
    public void Changing_the_draft_afterwards_leaves_the_release_as_it_was()
    {
        var people = _panel.People.ToList();
        var sessions = new List<FrozenSession> { _panel with { People = people } };
        var release = Release.Publish(_unnamed, _event, sessions, null, _publisher, Clock.Now).Value;

        people.Clear();
        sessions.Clear();

        Assert.Equal(_panel.People, Assert.Single(release.Sessions).People);
    }

    private static Result<Release> Labelled(string? name, string? note) => Release.Publish(new(name, note), _event, [_opening], null, _publisher, Clock.Now);

    private static Release Publish(Release? previous, DateTimeOffset now, params FrozenSession[] sessions) =>
        Release.Publish(_unnamed, _event, sessions, previous, _publisher, now).Value;

    private static (int Sequence, DateTimeOffset ChangedAt, bool IsCancelled) State(Release release, FrozenSession of)
    {
        var session = release.Sessions.Single(session => session.SessionId == of.SessionId);
        return (session.Sequence, session.ChangedAt, session.IsCancelled);
    }

    private static FrozenSession Session(string title, int start) => new(
        Guid.NewGuid(), SessionType.Panel, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Of(en: "What it is about"), Guid.NewGuid(),
        LocalizedText.Of(en: "Hall 1"), 0, new TimeInterval(Clock.Now.AddMinutes(start), Clock.Now.AddMinutes(start + 45)),
        [Person(SpeakerRole.Chair, "Chair"), Person(SpeakerRole.Speaker, "Speaker")]);

    private static FrozenSpeaker Person(SpeakerRole role, string name) =>
        new(Guid.NewGuid(), role, LocalizedText.Of(en: name), LocalizedText.Of(en: "Director"), LocalizedText.Of(en: "India"));
}
