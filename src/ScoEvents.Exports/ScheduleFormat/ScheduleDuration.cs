using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Lengths as schedules write them: <c>hh:mm</c>, <c>hh:mm:ss</c>, <c>d:hh:mm:ss</c>, minutes, ISO 8601.</summary>
internal static partial class ScheduleDuration
{
    /// <summary>The longest length that both forms of the format can write.</summary>
    public static readonly TimeSpan Longest = new(99, 59, 0);

    /// <summary>Reads a length of more than nothing; null for what is none. Longer than <see cref="Longest"/> comes back as it is.</summary>
    public static TimeSpan? Parse(string? text)
    {
        var written = ScheduleWords.AsciiDigits(text?.Trim() ?? "");
        if (Parts().Match(written) is { Success: true } match)
        {
            var values = match.Groups["part"].Captures.Select(part => long.Parse(part.Value, CultureInfo.InvariantCulture)).ToArray();
            var seconds = values switch
            {
                [var minutes] => minutes * 60,
                [var hours, var minutes] => (hours * 60 + minutes) * 60,
                [var hours, var minutes, var rest] => (hours * 60 + minutes) * 60 + rest,
                [var days, var hours, var minutes, var rest] => ((days * 24 + hours) * 60 + minutes) * 60 + rest,
                _ => 0,
            };
            return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
        }

        if (written.StartsWith('P') && written.Length < 32)
        {
            try
            {
                return XmlConvert.ToTimeSpan(written) is { Ticks: > 0 } length ? length : null;
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The next whole minute.</summary>
    public static TimeSpan RoundUp(TimeSpan length) => TimeSpan.FromMinutes((length.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);

    /// <summary><c>hh:mm</c>, the only form that both schemas take.</summary>
    public static string Format(TimeSpan length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours:00}:{length.Minutes:00}");

    // Minutes may come as "45" or, from programs that count in fractions, as "45.0".
    [GeneratedRegex(@"\A(?<part>[0-9]{1,6})(?:(?::(?<part>[0-9]{1,2})){1,3}|\.0+)?\z")]
    private static partial Regex Parts();
}
