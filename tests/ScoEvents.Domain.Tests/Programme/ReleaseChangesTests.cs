using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Programme;

public class ReleaseChangesTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly FrozenSession _opening = Session("Opening", 0);
    private static readonly FrozenSession _panel = Session("Panel", 60);
    private static readonly FrozenSession _closing = Session("Closing", 120);

    public static TheoryData<SessionPart, FrozenSession> Parts() => new()
    {
        { SessionPart.Title, _panel with { Title = LocalizedText.Of(en: "Panel", ru: "Панель") } },
        { SessionPart.Type, _panel with { Type = SessionType.Plenary } },
        { SessionPart.Access, _panel with { Access = SessionAccess.HeadsOnly } },
        { SessionPart.Classification, _panel with { Classification = Classification.Amber } },
        { SessionPart.Track, _panel with { Track = new FrozenTrack(Guid.NewGuid(), LocalizedText.Of(en: "Law"), TrackColor.Blue) } },
        { SessionPart.Chair, _panel with { People = [_panel.People[1]] } },
        { SessionPart.Speakers, _panel with { People = [_panel.People[0], _panel.People[1] with { Minutes = 15 }] } },
        { SessionPart.Interpretation, _panel with { InterpretedInto = ["ru", "zh"] } },
        { SessionPart.AgendaItems, _panel with { AgendaItems = [new AgendaItem(LocalizedText.Of(en: "First item"))] } },
        { SessionPart.Abstract, _panel with { Abstract = LocalizedText.Empty } },
        { SessionPart.Room, _panel with { RoomName = LocalizedText.Of(en: "Hall 1, renamed") } },
    };

    [Theory]
    [MemberData(nameof(Parts), DisableDiscoveryEnumeration = true)]
    public void A_session_in_its_place_tells_exactly_what_changed(SessionPart part, FrozenSession changed)
    {
        var change = Assert.Single(Between([_panel], [changed]).All);

        Assert.Equal(SessionChangeKind.Changed, change.Kind);
        Assert.Equal([part], change.Parts);
        Assert.Equal((_panel.SessionId, _panel.SessionId), (change.Before!.SessionId, change.After!.SessionId));
    }

    [Fact]
    public void A_session_moves_with_its_room_its_start_or_its_end_whatever_else_changes_with_it()
    {
        var room = _panel with { RoomId = Guid.NewGuid(), Title = LocalizedText.Of(en: "Other") };
        var start = _panel with { During = _panel.During with { Start = _panel.During.Start.AddMinutes(5) } };
        var end = _panel with { During = _panel.During with { End = _panel.During.End.AddMinutes(5) } };
        var allRooms = _panel with { RoomId = null, RoomName = LocalizedText.Empty };

        Assert.Equal([SessionPart.Room, SessionPart.Title], Assert.Single(Between([_panel], [room]).Moved).Parts);
        Assert.Equal([SessionPart.Time], Assert.Single(Between([_panel], [start]).Moved).Parts);
        Assert.Equal([SessionPart.Time], Assert.Single(Between([_panel], [end]).Moved).Parts);
        Assert.Equal([SessionPart.Room], Assert.Single(Between([_panel], [allRooms]).Moved).Parts);
    }

    [Fact]
    public void Nothing_differs_where_nothing_changed()
    {
        Assert.True(Between([_opening, _panel], [_panel, _opening with { People = [.. _opening.People] }]).IsEmpty);
        Assert.True(ReleaseChanges.None.IsEmpty);
    }

    [Fact]
    public void Everything_is_new_compared_with_nothing()
    {
        var changes = ReleaseChanges.Between(null, Publish(null, _panel, _opening));

        Assert.Equal(["Opening", "Panel"], changes.New.Select(change => change.Session.Title["en"]));
        Assert.All(changes.All, change => Assert.Null(change.Before));
    }

    [Fact]
    public void A_session_that_is_gone_is_cancelled_and_one_that_was_gone_and_is_back_is_new()
    {
        var first = Publish(null, _opening, _panel);
        var second = Publish(first, _opening);
        var third = Publish(second, _opening, _panel);

        Assert.Equal(["Panel"], Titles(ReleaseChanges.Between(first, second).Cancelled));
        Assert.Equal(["Panel"], Titles(ReleaseChanges.Between(second, third).New));
        Assert.True(ReleaseChanges.Between(first, third).IsEmpty);
    }

    [Fact]
    public void Releases_that_are_no_neighbours_are_compared_as_they_stand_and_in_both_directions()
    {
        var moved = _panel with { RoomId = Guid.NewGuid() };
        var first = Publish(null, _opening, _panel);
        var second = Publish(first, moved, _closing);
        var third = Publish(second, moved, _closing with { Title = LocalizedText.Of(en: "Close") });

        var forth = ReleaseChanges.Between(first, third);
        var back = ReleaseChanges.Between(third, first);

        Assert.Equal(["Opening: Cancelled", "Panel: Moved", "Close: New"], forth.All.Select(change => $"{change.Session.Title["en"]}: {change.Kind}"));
        Assert.Equal(["Opening: New", "Panel: Moved", "Close: Cancelled"], back.All.Select(change => $"{change.Session.Title["en"]}: {change.Kind}"));
        Assert.Equal((_panel.RoomId, moved.RoomId), (forth.Moved[0].Before!.RoomId, forth.Moved[0].After!.RoomId));
    }

    [Fact]
    public void What_was_cancelled_before_both_differs_in_nothing()
    {
        var first = Publish(null, _opening, _panel);
        var second = Publish(first, _opening);
        var third = Publish(second, _opening);

        Assert.True(ReleaseChanges.Between(second, third).IsEmpty);
    }

    [Fact]
    public void A_draft_is_compared_as_a_release_would_show_it()
    {
        var released = Publish(null, _opening, _panel);

        var changes = ReleaseChanges.Between(released.Sessions, new[] { _opening, _panel with { Type = SessionType.Plenary } }.Select(ReleasedSession.Sketch));

        Assert.Equal([SessionPart.Type], Assert.Single(changes.All).Parts);
    }

    private static IEnumerable<string?> Titles(IEnumerable<SessionChange> changes) => changes.Select(change => change.Session.Title["en"]);

    private static ReleaseChanges Between(FrozenSession[] before, FrozenSession[] after) =>
        ReleaseChanges.Between(before.Select(ReleasedSession.Sketch), after.Select(ReleasedSession.Sketch));

    private static Release Publish(Release? previous, params FrozenSession[] sessions) =>
        Release.Publish(new(null, null), _event, sessions, previous, _event, Clock.Now).Value;

    private static FrozenSession Session(string title, int start) => new(
        Guid.NewGuid(), SessionType.Panel, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Of(en: "What it is about"), Guid.NewGuid(),
        LocalizedText.Of(en: "Hall 1"), 0, new TimeInterval(Clock.Now.AddMinutes(start), Clock.Now.AddMinutes(start + 45)),
        [Person(SpeakerRole.Chair, "Chair"), Person(SpeakerRole.Speaker, "Speaker")]);

    private static FrozenSpeaker Person(SpeakerRole role, string name) =>
        new(Guid.NewGuid(), role, LocalizedText.Of(en: name), LocalizedText.Of(en: "Director"), LocalizedText.Of(en: "India"));
}
