using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using Xunit;

namespace ScoEvents.Domain.Tests.Shared;

public sealed class ForbiddenCharactersTests
{
    private static readonly DateTimeOffset _now = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Hidden => ["a\u0000b", "a\u202Eb", "a\u2066b", "\u200B", "\uFEFF", "a\u0007b", "\u200D"];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void An_event_title_that_hides_something_is_refused_beside_its_field(string title)
    {
        var planned = ScoEvent.Plan(Guid.NewGuid(), "slug", Facts(title, "New Delhi"), _now);

        Assert.Equal([("characters", "Title")], planned.Errors.Select(error => (error.Code, error.Field)));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_city_that_hides_something_is_refused_beside_its_field(string city)
    {
        var planned = ScoEvent.Plan(Guid.NewGuid(), "slug", Facts("Seminar", city), _now);

        Assert.Equal([("characters", "City")], planned.Errors.Select(error => (error.Code, error.Field)));
    }

    [Fact]
    public void A_city_beyond_its_length_is_refused()
    {
        var planned = ScoEvent.Plan(Guid.NewGuid(), "slug", Facts("Seminar", new string('c', ScoEvent.MaxCityLength + 1)), _now);

        Assert.Equal(["event.city-too-long"], planned.Errors.Select(error => error.Code));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_session_title_that_hides_something_is_refused(string title)
    {
        var session = Session.Draft(Guid.NewGuid(), new SessionFacts(SessionType.Panel, SessionAccess.Open, LocalizedText.Of(title), LocalizedText.Empty), 0, _now);

        Assert.Equal(["characters"], session.Errors.Select(error => error.Code));
    }

    [Fact]
    public void An_abstract_may_have_lines_but_nothing_hidden()
    {
        var lines = Abstract("First line\nsecond line\r\nthird");
        var hidden = Abstract("First line\u202E second");

        Assert.True(lines.IsSuccess);
        Assert.Equal(["characters"], hidden.Errors.Select(error => error.Code));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Names_of_venues_and_rooms_hide_nothing(string name)
    {
        var venue = Venue.Create(Guid.NewGuid(), LocalizedText.Of("Vigyan Bhawan")).Value;

        Assert.Equal("characters", Venue.Create(Guid.NewGuid(), LocalizedText.Of(name)).Error?.Code);
        Assert.Equal("characters", venue.AddRoom(LocalizedText.Of(name), null).Error?.Code);
    }

    [Fact]
    public void Words_that_need_joiners_are_accepted()
    {
        var title = LocalizedText.Of(hi: "क्\u200Dष", ur: "می\u200Cخواہم");

        Assert.False(title.HasForbiddenCharacters());
    }

    private static Result<Session> Abstract(string text) => Session.Draft(
        Guid.NewGuid(), new SessionFacts(SessionType.Panel, SessionAccess.Open, LocalizedText.Of("Panel"), LocalizedText.Of(text)), 0, _now);

    private static EventFacts Facts(string title, string city) => new(
        EventType.Seminar, null, LocalizedText.Of(title), new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9), "Asia/Kolkata", LocalizedText.Of(city), null, 12);
}
