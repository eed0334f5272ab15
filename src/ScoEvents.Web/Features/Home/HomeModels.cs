using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Home;

/// <summary>What of the home page is asked for.</summary>
/// <param name="Month">First day of the month that the calendar shows.</param>
/// <param name="Type">Only events of this type; null for all.</param>
public sealed record HomeFilter(DateOnly Month, EventType? Type)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>As an address says it; what is no month or type counts as not said, for old links must not break.</summary>
    /// <param name="month">Such as <c>2026-09</c>.</param>
    /// <param name="type">Name of an <see cref="EventType"/>.</param>
    /// <param name="today">Whose month is shown where none is asked for.</param>
    public static HomeFilter Parse(string? month, string? type, DateOnly today) => new(
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
            ? day
            : new DateOnly(today.Year, today.Month, 1),
        Enum.TryParse<EventType>(type, out var known) && Enum.IsDefined(known) && known.ToString() == type ? known : null);

    /// <summary>The query of an address, with its question mark.</summary>
    public string Query(DateOnly today)
    {
        var parts = new List<string>();
        if ((Month.Year, Month.Month) != (today.Year, today.Month))
        {
            parts.Add($"month={Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}");
        }

        if (Type is { } type)
        {
            parts.Add($"type={type}");
        }

        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}

/// <summary>What the home page shows besides the lists of events.</summary>
/// <param name="Month">The events of the calendar's month, by their first day.</param>
/// <param name="Types">Public events by type, whatever the filter.</param>
/// <param name="Years">Public events by the year in which they began, the latest first.</param>
/// <param name="Countries">Where public events take and took place, by the country's rank in the protocol order.</param>
public sealed record HomeDetails(IReadOnlyList<CalendarEvent> Month, IReadOnlyList<TypeCount> Types, IReadOnlyList<YearCount> Years, IReadOnlyList<CountryCount> Countries);

/// <summary>An event in the calendar.</summary>
public sealed record CalendarEvent(string Slug, LocalizedText Title, EventStatus Status, EventDates Dates)
{
    /// <summary>Whether the event takes place on the day, as far as its days are known.</summary>
    public bool IsOn(DateOnly day) => Dates.Precision == DatePrecision.Day && Dates.Start <= day && day <= (Dates.End ?? Dates.Start);
}

/// <summary>So many events of a type.</summary>
public sealed record TypeCount(EventType Type, int Count);

/// <summary>So many events in a year.</summary>
public sealed record YearCount(int Year, int Count);

/// <summary>A country with the cities of its events; the name is today's.</summary>
public sealed record CountryCount(LocalizedText Name, string Iso2, IReadOnlyList<CityCount> Cities)
{
    /// <summary>Events in all.</summary>
    public int Count => Cities.Sum(city => city.Count);
}

/// <summary>So many events in a city; of no city where it is not known.</summary>
public sealed record CityCount(LocalizedText City, int Count);
