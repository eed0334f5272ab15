using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>Sorts sessions into the days of the place and tells their times as people there read them.</summary>
public static class AgendaDays
{
    /// <summary>A day of the place with the sessions that begin on it.</summary>
    public sealed record Day(DateOnly Date, IReadOnlyList<PublicSession> Sessions);

    /// <summary>The days in order, each with at least one session.</summary>
    public static IReadOnlyList<Day> Of(IEnumerable<PublicSession> sessions, EventZone zone) =>
        [.. sessions.GroupBy(session => DayOf(session, zone))
            .OrderBy(day => day.Key)
            .Select(day => new Day(day.Key, [.. day]))];

    /// <summary>The day of the place on which a session begins.</summary>
    public static DateOnly DayOf(PublicSession session, EventZone zone) => DateOnly.FromDateTime(zone.ToLocal(session.StartsAt));

    /// <summary>Local time as HH:mm; in the hour that a clock change repeats, with its distance to UTC, because the hour alone would name two instants.</summary>
    public static string Clock(DateTimeOffset instant, EventZone zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone.Rules);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return zone.Rules.IsAmbiguousTime(local.DateTime) ? $"{clock} (UTC{local.ToString("zzz", CultureInfo.InvariantCulture)})" : clock;
    }

    /// <summary>Local time with its distance to UTC, as the HTML time element wants it.</summary>
    public static string Machine(DateTimeOffset instant, EventZone zone) =>
        TimeZoneInfo.ConvertTime(instant, zone.Rules).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>Whether the session ends on a later local day than it began; midnight itself still belongs to the first.</summary>
    public static bool EndsOnLaterDay(PublicSession session, EventZone zone)
    {
        var start = zone.ToLocal(session.StartsAt);
        var end = zone.ToLocal(session.EndsAt);
        return end.Date > start.Date && end != start.Date.AddDays(1);
    }
}
