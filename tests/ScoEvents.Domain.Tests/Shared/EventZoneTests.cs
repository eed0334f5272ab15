using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

public class EventZoneTests
{
    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Tashkent")]
    [InlineData("Asia/Ho_Chi_Minh")]
    [InlineData("Asia/Calcutta")]
    [InlineData("Europe/Moscow")]
    [InlineData("UTC")]
    public void A_zone_is_found_by_its_IANA_name(string id)
    {
        var zone = EventZone.Find(id);

        Assert.NotNull(zone);
        Assert.Equal(id, zone.Id);
        Assert.Equal(id, zone.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Asia/Atlantis")]
    [InlineData("Asia")]
    [InlineData("India Standard Time")]
    [InlineData("asia/kolkata")]
    [InlineData(" Asia/Kolkata")]
    [InlineData("GMT+3")]
    [InlineData("+05:30")]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("posix/Asia/Kolkata")]
    [InlineData("right/Asia/Kolkata")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/usr/share/zoneinfo/Asia/Kolkata")]
    [InlineData("Asia/Kolkata\0")]
    [InlineData("Asia/Kolkataaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Anything_else_is_an_unknown_zone(string? id) => Assert.Null(EventZone.Find(id));

    [Fact]
    public void Whether_a_name_is_known_does_not_depend_on_earlier_questions()
    {
        Assert.NotNull(EventZone.Find("Asia/Dushanbe"));

        Assert.Null(EventZone.Find("asia/dushanbe"));
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2021-12-07 09:30", "2021-12-07T04:00:00Z")]
    [InlineData("Asia/Tashkent", "2021-12-07 00:00", "2021-12-06T19:00:00Z")]
    [InlineData("Asia/Ho_Chi_Minh", "2025-10-25 10:00", "2025-10-25T03:00:00Z")]
    [InlineData("Europe/Berlin", "2025-03-30 01:59", "2025-03-30T00:59:00Z")]
    [InlineData("Europe/Berlin", "2025-03-30 03:00", "2025-03-30T01:00:00Z")]
    public void Local_and_universal_time_convert_into_each_other(string id, string local, string instant)
    {
        var zone = EventZone.Find(id)!;
        var (date, time) = Local(local);

        Assert.Equal(Instant(instant), zone.ToInstant(date, time));
        Assert.Equal(TimeSpan.Zero, zone.ToInstant(date, time)!.Value.Offset);
        Assert.Equal(date.ToDateTime(time), zone.ToLocal(Instant(instant)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2025-03-30 02:00")]
    [InlineData("Europe/Berlin", "2025-03-30 02:59")]
    [InlineData("Asia/Tehran", "2021-03-22 00:00")]
    [InlineData("Africa/Cairo", "2024-04-26 00:30")]
    public void A_time_that_the_clocks_skip_has_no_instant(string id, string local)
    {
        var (date, time) = Local(local);

        Assert.Null(EventZone.Find(id)!.ToInstant(date, time));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2025-10-26 02:30", "2025-10-26T00:30:00Z")]
    [InlineData("Asia/Tehran", "2021-09-21 23:30", "2021-09-21T19:00:00Z")]
    [InlineData("America/New_York", "2025-11-02 01:00", "2025-11-02T05:00:00Z")]
    public void Of_a_repeated_time_the_first_is_meant(string id, string local, string instant)
    {
        var zone = EventZone.Find(id)!;
        var (date, time) = Local(local);

        Assert.Equal(Instant(instant), zone.ToInstant(date, time));
        Assert.Equal(date.ToDateTime(time), zone.ToLocal(Instant(instant).AddHours(1)));
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2021-12-07", "2021-12-06T18:30:00Z")]
    [InlineData("America/New_York", "2021-12-07", "2021-12-07T05:00:00Z")]
    [InlineData("Asia/Tehran", "2021-03-22", "2021-03-21T20:30:00Z")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z")]
    [InlineData("America/Santiago", "2024-09-08", "2024-09-08T04:00:00Z")]
    public void A_day_starts_at_its_first_instant_also_where_midnight_is_skipped(string id, string day, string instant) =>
        Assert.Equal(Instant(instant), EventZone.Find(id)!.StartOfDay(Day(day)));

    [Theory]
    [InlineData("Europe/Berlin", "2025-03-30", "2025-03-30", 23)]
    [InlineData("Europe/Berlin", "2025-10-26", "2025-10-26", 25)]
    [InlineData("Asia/Tehran", "2021-03-22", "2021-03-22", 23)]
    [InlineData("Asia/Kolkata", "2025-03-30", "2025-03-31", 48)]
    [InlineData("Europe/Berlin", "2025-03-29", "2025-03-31", 71)]
    public void Days_last_as_long_as_the_clocks_of_the_place_make_them(string id, string first, string last, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), EventZone.Find(id)!.Days(Day(first), Day(last)).Duration);

    [Fact]
    public void One_instant_is_on_two_days_in_two_zones()
    {
        var instant = Instant("2021-12-06T18:45:00Z");

        Assert.Equal(new DateTime(2021, 12, 7, 0, 15, 0), EventZone.Find("Asia/Kolkata")!.ToLocal(instant));
        Assert.Equal(new DateTime(2021, 12, 6, 23, 45, 0), EventZone.Find("Asia/Tashkent")!.ToLocal(instant));
        Assert.True(EventZone.Find("Asia/Kolkata")!.StartOfDay(Day("2021-12-07")) < instant);
        Assert.True(EventZone.Find("Asia/Tashkent")!.StartOfDay(Day("2021-12-07")) > instant);
    }

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/New_York")]
    [InlineData("UTC")]
    public void The_ends_of_the_calendar_are_days_like_others(string id)
    {
        var zone = EventZone.Find(id)!;

        Assert.True(zone.Days(DateOnly.MinValue, DateOnly.MinValue).Duration > TimeSpan.Zero);
        Assert.True(zone.Days(DateOnly.MaxValue, DateOnly.MaxValue).Duration > TimeSpan.Zero);
    }

    [Fact]
    public void A_day_that_a_place_left_out_has_a_start_all_the_same() =>
        Assert.NotEqual(default, EventZone.Find("Pacific/Apia")!.StartOfDay(new DateOnly(2011, 12, 30)));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static (DateOnly Date, TimeOnly Time) Local(string local)
    {
        var parsed = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return (DateOnly.FromDateTime(parsed), TimeOnly.FromDateTime(parsed));
    }
}
