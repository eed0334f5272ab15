using ScoEvents.Domain.Events;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Events;

public class EventDatesTests
{
    private static readonly DateOnly _day = new(2024, 2, 28);

    [Fact]
    public void An_event_may_last_one_day()
    {
        var dates = EventDates.Exact(_day, _day);

        Assert.Equal(new EventDates(_day, _day, DatePrecision.Day), dates.Value);
        Assert.Equal([_day], dates.Value.Days());
    }

    [Fact]
    public void Days_run_from_the_first_to_the_last_across_a_leap_day() =>
        Assert.Equal([_day, new(2024, 2, 29), new(2024, 3, 1)], EventDates.Exact(_day, new DateOnly(2024, 3, 1)).Value.Days());

    [Fact]
    public void An_end_before_the_start_is_refused() => AssertRefused(EventDates.Exact(_day, _day.AddDays(-1)), "EndsOn:event.end-before-start");

    [Fact]
    public void Sixty_days_are_allowed_and_sixty_one_refused()
    {
        Assert.Equal(60, EventDates.Exact(_day, _day.AddDays(59)).Value.Days().Count());

        AssertRefused(EventDates.Exact(_day, _day.AddDays(60)), "EndsOn:event.too-long");
    }

    [Fact]
    public void The_last_day_of_the_calendar_is_a_day_like_others() =>
        Assert.Equal([DateOnly.MaxValue], EventDates.Exact(DateOnly.MaxValue, DateOnly.MaxValue).Value.Days());

    [Fact]
    public void Dates_that_are_not_known_exactly_have_no_days()
    {
        Assert.Empty(EventDates.Unknown.Days());
        Assert.Empty(new EventDates(new DateOnly(2019, 11, 1), null, DatePrecision.Month).Days());
    }
}
