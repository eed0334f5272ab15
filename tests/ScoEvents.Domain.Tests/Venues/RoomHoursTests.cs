using System.Globalization;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Tests.Venues;

public class RoomHoursTests
{
    private static readonly EventZone _delhi = EventZone.Find("Asia/Kolkata")!;

    [Fact]
    public void A_room_without_hours_can_always_be_booked() => Assert.True(RoomHours.Allow([], _delhi, Local(_delhi, "2025-03-09 03:00", "2025-03-09 04:00")));

    [Theory]
    [InlineData("2025-03-10 09:00", "2025-03-10 17:00", true)]
    [InlineData("2025-03-10 08:59", "2025-03-10 10:00", false)]
    [InlineData("2025-03-10 16:00", "2025-03-10 17:01", false)]
    [InlineData("2025-03-10 18:00", "2025-03-10 19:00", false)]
    // Its own hours stand in place of those of every day.
    [InlineData("2025-03-08 09:00", "2025-03-08 11:00", false)]
    [InlineData("2025-03-08 10:00", "2025-03-08 14:00", true)]
    public void Hours_are_half_open_and_a_weekday_may_have_its_own(string start, string end, bool allowed)
    {
        BookableHours[] hours = [Hours(null, "09:00", "17:00"), Hours(DayOfWeek.Saturday, "10:00", "14:00")];

        Assert.Equal(allowed, RoomHours.Allow(hours, _delhi, Local(_delhi, start, end)));
    }

    [Fact]
    public void A_weekday_for_which_there_are_no_hours_is_closed() =>
        Assert.False(RoomHours.Allow([Hours(DayOfWeek.Monday, "00:00", "00:00")], _delhi, Local(_delhi, "2025-03-11 10:00", "2025-03-11 11:00")));

    [Theory]
    [InlineData("2025-03-10 11:00", "2025-03-10 14:00", true)]
    [InlineData("2025-03-10 11:00", "2025-03-10 16:00", false)]
    [InlineData("2025-03-10 15:00", "2025-03-10 16:00", false)]
    public void Stretches_that_touch_count_as_one_and_a_pause_between_them_does_not_count(string start, string end, bool allowed)
    {
        BookableHours[] hours = [Hours(null, "15:30", "18:00"), Hours(null, "12:00", "15:00"), Hours(null, "09:00", "12:00")];

        Assert.Equal(allowed, RoomHours.Allow(hours, _delhi, Local(_delhi, start, end)));
    }

    [Theory]
    [InlineData("2025-03-10 20:00", "2025-03-11 00:00", true)]
    [InlineData("2025-03-10 20:00", "2025-03-11 02:00", true)]
    [InlineData("2025-03-10 20:00", "2025-03-11 02:01", false)]
    [InlineData("2025-03-10 17:59", "2025-03-11 01:00", false)]
    public void A_session_over_midnight_needs_both_days(string start, string end, bool allowed)
    {
        BookableHours[] hours = [Hours(null, "18:00", "00:00"), Hours(null, "00:00", "02:00")];

        Assert.Equal(allowed, RoomHours.Allow(hours, _delhi, Local(_delhi, start, end)));
    }

    [Theory]
    // The clocks of Vilnius go forward at 03:00 and back at 04:00; the door opens by the clock on the wall.
    [InlineData("2025-03-30 09:00", "2025-03-30 10:00", true)]
    [InlineData("2025-10-26 09:00", "2025-10-26 10:00", true)]
    [InlineData("2025-10-26 08:59", "2025-10-26 10:00", false)]
    public void Hours_are_those_of_the_clock_on_the_wall_also_when_it_changes(string start, string end, bool allowed)
    {
        var zone = EventZone.Find("Europe/Vilnius")!;

        Assert.Equal(allowed, RoomHours.Allow([Hours(null, "09:00", "17:00")], zone, Local(zone, start, end)));
    }

    private static BookableHours Hours(DayOfWeek? day, string from, string to) =>
        new(day, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));

    private static TimeInterval Local(EventZone zone, string start, string end) => new(Instant(zone, start), Instant(zone, end));

    private static DateTimeOffset Instant(EventZone zone, string local)
    {
        var at = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return zone.ToInstant(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))!.Value;
    }
}
