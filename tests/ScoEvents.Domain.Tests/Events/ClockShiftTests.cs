using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.Domain.Tests.Events;

public sealed class ClockShiftTests
{
    private static readonly EventZone _kolkata = EventZone.Find("Asia/Kolkata")!;
    private static readonly EventZone _tashkent = EventZone.Find("Asia/Tashkent")!;
    private static readonly EventZone _berlin = EventZone.Find("Europe/Berlin")!;
    private static readonly EventZone _cairo = EventZone.Find("Africa/Cairo")!;

    [Fact]
    public void Whole_days_keep_the_clock_on_the_wall()
    {
        var moved = new ClockShift(_kolkata, _kolkata, 364).Of(At(_kolkata, "2026-12-07 09:30", "2026-12-07 10:30"));

        Assert.Equal(At(_kolkata, "2027-12-06 09:30", "2027-12-06 10:30"), moved);
    }

    [Theory]
    [InlineData("2026-03-23 10:00", 7)]
    [InlineData("2026-10-23 10:00", 7)]
    [InlineData("2026-03-30 10:00", -7)]
    [InlineData("2026-10-30 10:00", -7)]
    public void A_daylight_change_on_the_way_moves_the_instant_and_not_the_clock(string local, int days)
    {
        var start = Local(local);
        var during = At(_berlin, start, start.AddMinutes(90));

        var moved = new ClockShift(_berlin, _berlin, days).Of(during)!.Value;

        Assert.Equal(start.AddDays(days), _berlin.ToLocal(moved.Start));
        Assert.Equal(TimeSpan.FromMinutes(90), moved.Duration);
        Assert.NotEqual(during.Start.AddDays(days), moved.Start);
    }

    [Theory]
    [InlineData("2026-03-22 02:30", "2026-03-22 03:30")]
    [InlineData("2026-03-22 01:30", "2026-03-22 02:30")]
    public void A_time_that_the_clocks_skip_has_no_place(string start, string end) =>
        Assert.Null(new ClockShift(_berlin, _berlin, 7).Of(At(_berlin, start, end)));

    [Fact]
    public void A_session_over_the_hour_that_is_skipped_keeps_both_of_its_times()
    {
        var moved = new ClockShift(_berlin, _berlin, 7).Of(At(_berlin, "2026-03-22 01:00", "2026-03-22 04:00"))!.Value;

        Assert.Equal((Local("2026-03-29 01:00"), Local("2026-03-29 04:00")), (_berlin.ToLocal(moved.Start), _berlin.ToLocal(moved.End)));
        Assert.Equal(TimeSpan.FromHours(2), moved.Duration);
    }

    [Fact]
    public void A_session_that_the_skipped_hour_would_leave_under_five_minutes_has_no_place() =>
        Assert.Null(new ClockShift(_berlin, _berlin, 7).Of(At(_berlin, "2026-03-22 01:58", "2026-03-22 03:00")));

    [Fact]
    public void A_session_that_the_repeated_hour_would_make_too_long_has_no_place() =>
        Assert.Null(new ClockShift(_berlin, _berlin, 7).Of(At(_berlin, "2026-10-17 21:00", "2026-10-18 09:00")));

    [Fact]
    public void Within_the_hour_that_is_repeated_the_length_stays()
    {
        // 02:30 in summer time to 02:15 in winter time: three quarters of an hour.
        var during = new TimeInterval(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 1, 15, 0, TimeSpan.Zero));

        var moved = new ClockShift(_berlin, _berlin, 7).Of(during);

        Assert.Equal(At(_berlin, "2026-11-01 02:30", "2026-11-01 03:15"), moved);
    }

    [Fact]
    public void Over_midnight_both_days_move()
    {
        var moved = new ClockShift(_kolkata, _kolkata, 30).Of(At(_kolkata, "2026-12-07 22:00", "2026-12-08 01:00"));

        Assert.Equal(At(_kolkata, "2027-01-06 22:00", "2027-01-07 01:00"), moved);
    }

    [Fact]
    public void A_session_to_midnight_lasts_to_the_end_of_the_day_where_midnight_itself_is_skipped()
    {
        // Egypt changes its clocks at midnight: 24 April 2026 begins at 01:00.
        var moved = new ClockShift(_cairo, _cairo, 7).Of(At(_cairo, "2026-04-16 22:00", "2026-04-17 00:00"))!.Value;

        Assert.Equal(_cairo.StartOfDay(new DateOnly(2026, 4, 24)), moved.End);
        Assert.Equal(TimeSpan.FromHours(2), moved.Duration);
    }

    [Fact]
    public void Another_zone_gets_the_same_clock_and_another_instant()
    {
        var during = At(_kolkata, "2026-12-07 10:00", "2026-12-07 11:00");

        var moved = new ClockShift(_kolkata, _tashkent, 0).Of(during)!.Value;

        Assert.Equal(At(_tashkent, "2026-12-07 10:00", "2026-12-07 11:00"), moved);
        Assert.Equal(TimeSpan.FromMinutes(30), moved.Start - during.Start);
    }

    [Fact]
    public void Another_zone_can_skip_what_the_first_one_had() =>
        Assert.Null(new ClockShift(_kolkata, _berlin, 0).Of(At(_kolkata, "2026-03-29 02:30", "2026-03-29 03:30")));

    [Fact]
    public void Another_zone_and_other_days_go_together()
    {
        var moved = new ClockShift(_kolkata, _tashkent, -2).Of(At(_kolkata, "2026-12-07 23:00", "2026-12-08 00:00"));

        Assert.Equal(At(_tashkent, "2026-12-05 23:00", "2026-12-06 00:00"), moved);
    }

    [Theory]
    [InlineData(4_000_000)]
    [InlineData(-4_000_000)]
    public void Beyond_the_calendar_there_is_no_place(int days) =>
        Assert.Null(new ClockShift(_kolkata, _kolkata, days).Of(At(_kolkata, "2026-12-07 10:00", "2026-12-07 11:00")));

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static TimeInterval At(EventZone zone, string start, string end) => At(zone, Local(start), Local(end));

    private static TimeInterval At(EventZone zone, DateTime start, DateTime end) => new(Instant(zone, start), Instant(zone, end));

    private static DateTimeOffset Instant(EventZone zone, DateTime local) =>
        zone.ToInstant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))!.Value;
}
