using System.Globalization;

namespace ScoEvents.Exports.Agenda;

/// <summary>Clock times of entries as people at the place read them.</summary>
internal static class AgendaTimes
{
    private static readonly TimeSpan _longestChange = TimeSpan.FromHours(3);

    /// <summary>
    /// Local time as HH:mm. In the hour that a clock change repeats, the offset is added, because the hour alone
    /// would name two instants.
    /// </summary>
    public static string Clock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return IsRepeated(instant, zone)
            ? clock + " (UTC" + local.ToString("zzz", CultureInfo.InvariantCulture) + ")"
            : clock;
    }

    /// <summary>
    /// Whether the local time of the instant comes twice, because clocks are set back around it. The framework's own
    /// question knows daylight time only, not a state that moves to another zone for good (Kazakhstan, 1 March 2024).
    /// </summary>
    public static bool IsRepeated(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(instant);
        return IsTwin(instant - _longestChange) || IsTwin(instant + _longestChange);

        bool IsTwin(DateTimeOffset near)
        {
            var other = zone.GetUtcOffset(near);
            return other != offset && zone.GetUtcOffset(instant + (offset - other)) == other;
        }
    }

    /// <summary>True when the entry ends on a later local day than it began; midnight itself still belongs to the first.</summary>
    public static bool EndsOnLaterDay(AgendaEntry entry, TimeZoneInfo zone)
    {
        var start = TimeZoneInfo.ConvertTime(entry.Start, zone);
        var end = TimeZoneInfo.ConvertTime(entry.End, zone);
        return end.Date > start.Date && end.DateTime != start.Date.AddDays(1);
    }

    /// <summary>Local time with offset, as the HTML time element wants it.</summary>
    public static string Machine(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
