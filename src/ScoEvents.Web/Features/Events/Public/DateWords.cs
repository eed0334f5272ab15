using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Events.Public;

/// <summary>Days in words of a language, as exactly as they are known and no more exactly.</summary>
public static class DateWords
{
    /// <summary>Such as "7–8 December 2021", "October 2021" or "2017"; null where nothing is known.</summary>
    public static string? Of(EventDates dates, PortalLanguage language) => (dates.Precision, dates.Start, dates.End) switch
    {
        (DatePrecision.Unknown, _, _) or (_, null, _) => null,
        (DatePrecision.Year, { } start, _) => start.ToString(PatternsOf(language).Year, language.Culture),
        (DatePrecision.Month, { } start, _) => start.ToString(PatternsOf(language).Month, language.Culture),
        (DatePrecision.Day, { } start, null) => Of(start, language),
        (DatePrecision.Day, { } start, { } end) => Range(start, end, language),
    };

    /// <summary>One day, such as "7 December 2021".</summary>
    public static string Of(DateOnly day, PortalLanguage language) => day.ToString(PatternsOf(language).Day, language.Culture);

    /// <summary>One day with its name, such as "Tuesday, 7 December 2021".</summary>
    public static string WithWeekday(DateOnly day, PortalLanguage language) => day.ToString(PatternsOf(language).Weekday, language.Culture);

    /// <summary>One day with the short names of weekday and month and no year, such as "Tue 7 Dec".</summary>
    public static string Short(DateOnly day, PortalLanguage language) => day.ToString(PatternsOf(language).Short, language.Culture);

    /// <summary>Day and time in a zone, such as "1 December 2021, 14:00".</summary>
    public static string WithTime(DateTimeOffset instant, EventZone zone, PortalLanguage language)
    {
        var local = zone.ToLocal(instant);
        return $"{Of(DateOnly.FromDateTime(local), language)}{PatternsOf(language).Comma}{local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Value of the HTML attribute <c>datetime</c>, or null.</summary>
    public static string? Machine(EventDates dates) => dates.Start?.ToString(
        dates.Precision switch
        {
            DatePrecision.Day or DatePrecision.Unknown => "yyyy-MM-dd",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Year => "yyyy",
        },
        CultureInfo.InvariantCulture);

    private static string Range(DateOnly start, DateOnly end, PortalLanguage language)
    {
        var patterns = PatternsOf(language);
        if (start == end)
        {
            return Of(start, language);
        }

        if (start.Year != end.Year)
        {
            return $"{Of(start, language)} – {Of(end, language)}";
        }

        var isChinese = language == PortalLanguages.Chinese;
        return (start.Month == end.Month, isChinese) switch
        {
            // Cut from the whole date: a month that stands without a day is in another case, in Russian.
            (true, false) => $"{Days(start, end, language)}{Of(end, language)[(end.Day < 10 ? 1 : 2)..]}",
            (true, true) => $"{Of(start, language)}至{end.Day}日",
            (false, false) => $"{start.ToString(patterns.DayAndMonth, language.Culture)} – {Of(end, language)}",
            (false, true) => $"{Of(start, language)}至{end.ToString(patterns.DayAndMonth, language.Culture)}",
        };
    }

    // Isolated where lines run from right to left: the two numbers would change places.
    private static string Days(DateOnly start, DateOnly end, PortalLanguage language) =>
        language.IsRightToLeft ? $"\u2066{start.Day}–{end.Day}\u2069" : $"{start.Day}–{end.Day}";

    private static Patterns PatternsOf(PortalLanguage language) => language.Code switch
    {
        Languages.Russian => new("yyyy", "MMMM yyyy", "d MMMM", "d MMMM yyyy 'г.'", "dddd, d MMMM yyyy 'г.'", "ddd d MMM", ", "),
        Languages.Chinese => new("yyyy年", "yyyy年M月", "M月d日", "yyyy年M月d日", "yyyy年M月d日 dddd", "M月d日 ddd", " "),
        Languages.Urdu => new("yyyy", "MMMM yyyy", "d MMMM", "d MMMM yyyy", "dddd، d MMMM yyyy", "ddd d MMM", "، "),
        _ => new("yyyy", "MMMM yyyy", "d MMMM", "d MMMM yyyy", "dddd, d MMMM yyyy", "ddd d MMM", ", "),
    };

    private sealed record Patterns(string Year, string Month, string DayAndMonth, string Day, string Weekday, string Short, string Comma);
}
