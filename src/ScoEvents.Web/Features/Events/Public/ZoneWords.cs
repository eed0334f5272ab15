using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Events.Public;

/// <summary>A zone as people at the place speak of it: local time of the city, with its distance to UTC.</summary>
/// <remarks>The names that the platform has for zones come in the language of whoever asked first, so they are of no use here.</remarks>
public static class ZoneWords
{
    /// <summary>Such as "Local time in New Delhi (UTC+05:30)"; both distances where the clocks change during the event.</summary>
    public static string Of(EventZone zone, PublicPlace place, EventDates dates, PortalLanguage language, IStringLocalizer<PublicEventTexts> texts) =>
        texts["ZoneOfCity", City(zone, place.City.In(language.Code)), Distances(zone, dates)];

    /// <summary>The place whose time it is: the city where it is known, else the one that the zone is called after.</summary>
    public static string City(EventZone zone, string? known) => known is { Length: > 0 } ? known : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>How far the clocks of a zone are from UTC at an instant, such as "UTC+05:30".</summary>
    public static string Distance(EventZone zone, DateTimeOffset instant)
    {
        var offset = zone.Rules.GetUtcOffset(instant);
        return offset == TimeSpan.Zero
            ? "UTC"
            : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }

    /// <summary>How far the clocks are from UTC during the event, both where they change.</summary>
    public static string Distances(EventZone zone, EventDates dates)
    {
        var first = dates.Start ?? DateOnly.FromDateTime(DateTime.UnixEpoch);
        var last = dates.End ?? first;
        var span = zone.Days(first, last);
        var before = Distance(zone, span.Start);
        var after = Distance(zone, span.End);
        return before == after ? before : $"{before} / {after}";
    }
}
