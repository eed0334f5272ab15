using System.Globalization;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Ics;

/// <summary>Describes a zone for the days of an event, each change of its clocks by itself and without recurrence rules.</summary>
/// <remarks>
/// RFC 5545, section 3.6.5. Governments change rules; the changes that really lie around the event are all a
/// reader needs, and no rule can be read wrongly.
/// </remarks>
internal sealed class IcsTimeZone
{
    // The last change before the event may lie further back than a year where a country gave up changing clocks.
    private static readonly TimeSpan _lookBack = TimeSpan.FromDays(400);

    private readonly TimeZoneInfo _zone;

    public IcsTimeZone(TimeZoneInfo zone) => _zone = zone;

    /// <summary>True for UTC itself, which needs no description and takes the Z form.</summary>
    public bool IsUtc => _zone.Id is "UTC" or "Etc/UTC" or "Etc/GMT" or "GMT" or "Etc/Zulu";

    /// <summary>
    /// Name with parameters and value of a start or end. What lies in a repeated hour goes out in UTC: a local time in it
    /// means the first pass by definition (section 3.3.5), but not every reader knows that.
    /// </summary>
    public void WriteInstant(IcsContent content, string name, DateTimeOffset instant)
    {
        if (IsUtc || AgendaTimes.IsRepeated(instant, _zone))
        {
            content.Line(name, IcsContent.Utc(instant));
        }
        else
        {
            content.Line($"{name};TZID={_zone.Id}", IcsContent.Local(TimeZoneInfo.ConvertTime(instant, _zone).DateTime));
        }
    }

    /// <summary>Writes the VTIMEZONE that covers the instants from first to last, both inclusive.</summary>
    public void Write(IcsContent content, DateTimeOffset first, DateTimeOffset last)
    {
        if (IsUtc)
        {
            return;
        }

        content.Line("BEGIN", "VTIMEZONE");
        content.Line("TZID", _zone.Id);
        var changes = Changes(first.UtcDateTime - _lookBack, last.UtcDateTime);
        var firstNeeded = changes.FindLastIndex(change => change <= first.UtcDateTime);
        if (firstNeeded < 0)
        {
            var offset = _zone.GetUtcOffset(first.UtcDateTime - _lookBack);
            WriteObservance(content, new DateTime(1970, 1, 1), offset, offset, isDaylight: false);
        }

        foreach (var change in changes.Skip(Math.Max(firstNeeded, 0)))
        {
            var before = _zone.GetUtcOffset(change.AddSeconds(-1));
            WriteObservance(content, change + before, before, _zone.GetUtcOffset(change), _zone.IsDaylightSavingTime(change));
        }

        content.Line("END", "VTIMEZONE");
    }

    private static void WriteObservance(IcsContent content, DateTime onset, TimeSpan from, TimeSpan to, bool isDaylight)
    {
        var kind = isDaylight ? "DAYLIGHT" : "STANDARD";
        content.Line("BEGIN", kind);
        content.Line("DTSTART", IcsContent.Local(onset));
        content.Line("TZOFFSETFROM", Offset(from));
        content.Line("TZOFFSETTO", Offset(to));
        content.Line("TZNAME", Offset(to));
        content.Line("END", kind);
    }

    /// <summary>Instants in UTC at which the offset changes; two changes within a day do not occur in any zone.</summary>
    private List<DateTime> Changes(DateTime from, DateTime to)
    {
        var changes = new List<DateTime>();
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var before = _zone.GetUtcOffset(day);
            if (before == _zone.GetUtcOffset(day.AddDays(1)))
            {
                continue;
            }

            var (low, high) = (day, day.AddDays(1));
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + ((high - low) / 2);
                (low, high) = _zone.GetUtcOffset(middle) == before ? (middle, high) : (low, middle);
            }

            var change = new DateTime(high.Ticks - (high.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
            if (change <= to)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        var format = offset.Seconds == 0 ? "hhmm" : "hhmmss";
        return sign + offset.Duration().ToString(format, CultureInfo.InvariantCulture);
    }
}
