using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Programme.Public;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>Where a programme stands, at the clock of its place; here in Kolkata, five and a half hours before UTC.</summary>
public sealed class AgendaMomentTests
{
    private static readonly EventZone _zone = EventZone.Find("Asia/Kolkata")!;
    private static readonly PublicSession[] _sessions =
    [
        Session("Opening", "2026-11-10T04:00Z", "2026-11-10T05:00Z"),
        Session("Panel A", "2026-11-10T05:30Z", "2026-11-10T06:30Z"),
        Session("Panel B", "2026-11-10T05:30Z", "2026-11-10T07:00Z"),
        Session("Second day", "2026-11-11T04:00Z", "2026-11-11T05:00Z"),
    ];

    [Theory]
    [InlineData("2026-11-09T18:29Z", null, null)]
    [InlineData("2026-11-09T18:30Z", "", "Opening")]
    [InlineData("2026-11-10T04:00Z", "Opening", "Panel A, Panel B")]
    [InlineData("2026-11-10T04:59Z", "Opening", "Panel A, Panel B")]
    [InlineData("2026-11-10T05:00Z", "", "Panel A, Panel B")]
    [InlineData("2026-11-10T06:30Z", "Panel B", "Second day")]
    [InlineData("2026-11-10T20:00Z", "", "Second day")]
    [InlineData("2026-11-11T04:30Z", "Second day", "")]
    [InlineData("2026-11-11T05:00Z", null, null)]
    public void It_says_what_runs_and_what_begins_next(string now, string? running, string? next)
    {
        var moment = AgendaMoment.Of(_sessions, _zone, At(now));

        Assert.Equal(running, moment is null ? null : string.Join(", ", moment.Now.Select(session => session.Title.In("en"))));
        Assert.Equal(next, moment is null ? null : string.Join(", ", moment.Next.Select(session => session.Title.In("en"))));
    }

    [Fact]
    public void A_programme_without_sessions_stands_nowhere() => Assert.Null(AgendaMoment.Of([], _zone, At("2026-11-10T04:00Z")));

    [Theory]
    [InlineData("2026-11-09T18:29Z", false)]
    [InlineData("2026-11-09T18:30Z", true)]
    [InlineData("2026-11-12T18:29Z", true)]
    [InlineData("2026-11-12T18:30Z", false)]
    public void Only_in_the_days_of_an_event_and_the_one_after_them_something_can_run(string now, bool expected) =>
        Assert.Equal(expected, AgendaMoment.IsNear(new EventDates(new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 11), DatePrecision.Day), _zone, At(now)));

    [Theory]
    [InlineData(EventStatus.Cancelled)]
    [InlineData(EventStatus.Postponed)]
    public void An_event_that_does_not_take_place_runs_at_no_time(EventStatus status) => Assert.False(AgendaMoment.IsHeld(status));

    private static PublicSession Session(string title, string start, string end) => new(
        Guid.CreateVersion7(), SessionType.Panel, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Empty, LocalizedText.Of(en: "Hall"), 0,
        At(start), At(end), [], false, 0, At(start));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
