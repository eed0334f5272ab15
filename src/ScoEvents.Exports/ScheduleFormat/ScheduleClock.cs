using System.Globalization;
using System.Text.RegularExpressions;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>A date, a time and an offset as far as a text states them.</summary>
internal readonly record struct WrittenMoment(DateOnly? Date, TimeOnly? Time, TimeSpan? Offset);

/// <summary>Reads dates and times, and places local ones in a zone.</summary>
internal sealed partial class ScheduleClock(EventZone zone)
{
    // Programmes are planned by people; what lies outside is a slip of the keyboard.
    private const int FirstYear = 1900;

    private const int LastYear = 2199;

    public EventZone Zone { get; } = zone;

    /// <summary>Reads <c>2026-12-07</c>, <c>2026-12-07T10:00:00+05:30</c> and looser forms; null for none.</summary>
    public static WrittenMoment? ParseMoment(string? text)
    {
        if (Moment().Match(ScheduleWords.AsciiDigits(text?.Trim() ?? "")) is not { Success: true } match
            || Date(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is not { } date)
        {
            return null;
        }

        if (!match.Groups["t"].Success)
        {
            return new(date, null, null);
        }

        if (Time(match.Groups["t"].Value) is not var (time, nextDay) || (nextDay && date.Year == LastYear))
        {
            return null;
        }

        var offset = match.Groups["o"].Success ? Offset(match.Groups["o"].Value) : null;
        return match.Groups["o"].Success && offset is null ? null : new(nextDay ? date.AddDays(1) : date, time, offset);
    }

    /// <summary>Reads the dates of tables: year first, or day, month and year with dots, slashes or hyphens, or <c>2026年12月7日</c>.</summary>
    public static DateOnly? ParseLooseDate(string? text)
    {
        var written = ScheduleWords.AsciiDigits(text?.Trim() ?? "");
        var match = YearFirst().Match(written) is { Success: true } yearFirst ? yearFirst : DayFirst().Match(written);
        return match.Success ? Date(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) : ParseMoment(written)?.Date;
    }

    /// <summary>Reads <c>9:05</c>, <c>09:05:00</c>, <c>9.05</c>, <c>9:05 pm</c>; null for none.</summary>
    public static TimeOnly? ParseTime(string? text)
    {
        var written = ScheduleWords.AsciiDigits(text?.Trim() ?? "");
        return ClockTime().Match(written) is { Success: true } && Time(written) is var (time, nextDay) && !nextDay ? time : null;
    }

    /// <summary>The instant with the offset that the place has then; a time that the clocks skip moves behind the gap, which is told.</summary>
    public DateTimeOffset Place(DateOnly date, TimeOnly time, out bool skipped)
    {
        var local = date.ToDateTime(time);
        skipped = false;
        for (var minutes = 0; minutes <= 24 * 60; minutes += 15)
        {
            var moved = local.AddMinutes(minutes);
            if (Zone.ToInstant(DateOnly.FromDateTime(moved), TimeOnly.FromDateTime(moved)) is { } instant)
            {
                skipped = minutes > 0;
                return TimeZoneInfo.ConvertTime(instant, Zone.Rules);
            }
        }

        return new DateTimeOffset(local, TimeSpan.Zero);
    }

    /// <summary>Midnight, or the first instant of a day that has none.</summary>
    public DateTimeOffset Midnight(DateOnly date) => Place(date, TimeOnly.MinValue, out _);

    private static DateOnly? Date(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y is >= FirstYear and <= LastYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static (TimeOnly Time, bool NextDay)? Time(string text)
    {
        var match = ClockTime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (hour, minute) = (Number(match.Groups["h"].Value), Number(match.Groups["min"].Value));
        var second = match.Groups["s"].Success ? Number(match.Groups["s"].Value) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = hour % 12 + (match.Groups["half"].Value is ['p' or 'P', ..] ? 12 : 0);
        }

        if (hour == 24 && minute == 0 && second == 0)
        {
            return (TimeOnly.MinValue, true);
        }

        return hour <= 23 && minute <= 59 && second <= 59 ? (new TimeOnly(hour, minute, second), false) : null;
    }

    private static TimeSpan? Offset(string text)
    {
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length switch
        {
            <= 2 => (Number(digits), 0),
            3 => (Number(digits[..1]), Number(digits[1..])),
            _ => (Number(digits[..2]), Number(digits[2..])),
        };
        var size = new TimeSpan(hours, minutes, 0);
        return minutes <= 59 && size <= TimeSpan.FromHours(14) ? (text[0] == '-' ? -size : size) : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?:[Tt ]\s*(?<t>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)\s*(?<o>[Zz]|[+-][0-9]{1,2}(?::?[0-9]{2})?)?)?\z")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\A(?<h>[0-9]{1,2})[:.](?<min>[0-9]{2})(?:[:.](?<s>[0-9]{2})(?:[.,][0-9]{1,9})?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\z")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\A(?<y>[0-9]{4})\s*[-./年]\s*(?<m>[0-9]{1,2})\s*[-./月]\s*(?<d>[0-9]{1,2})\s*日?\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A(?<d>[0-9]{1,2})\s*[-./]\s*(?<m>[0-9]{1,2})\s*[-./]\s*(?<y>[0-9]{4})\.?\z")]
    private static partial Regex DayFirst();
}
