using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>Says what an event is in the reader's language.</summary>
public sealed partial class EventSpeech(IStringLocalizer<EventsTexts> texts)
{
    public string Say(EventType type) => texts[$"Type.{type}"];

    public string Say(EventStatus status) => texts[$"Status.{status}"];

    public string Say(EventFormat format) => texts[$"Format.{format}"];

    public string Say(OrganisationRole role) => texts[$"Role.{role}"];

    public string Say(EventStep step) => texts[$"Step.{step}"];

    /// <summary>The days as far as they are known: "7–8 December 2026", "December 2024", "2017", or that they are not.</summary>
    public string Say(EventDates dates)
    {
        var culture = CultureInfo.CurrentCulture;
        return dates switch
        {
            { Start: null } => texts["Dates.Unknown"],
            { Precision: DatePrecision.Year } => dates.Start.Value.ToString("yyyy", culture),
            { Precision: DatePrecision.Month } => dates.Start.Value.ToString("Y", culture),
            { End: { } end } when end != dates.Start => Range(dates.Start.Value, end, culture),
            _ => Day(dates.Start.Value),
        };
    }

    /// <summary>One day without its weekday.</summary>
    public static string Day(DateOnly day) => day.ToString(DayPattern(CultureInfo.CurrentCulture), CultureInfo.CurrentCulture);

    /// <summary>City and country, as far as they are known.</summary>
    public static string Place(LocalizedText city, LocalizedText? country) =>
        string.Join(", ", new[] { city.ForReader(), country?.ForReader() ?? "" }.Where(part => part.Length > 0));

    /// <summary>How strongly a status speaks.</summary>
    public static Tone ToneOf(EventStatus status) => status switch
    {
        EventStatus.Draft or EventStatus.Archived or EventStatus.Concluded or EventStatus.RegistrationClosed => Tone.Neutral,
        EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen => Tone.Info,
        EventStatus.InProgress => Tone.Success,
        EventStatus.Postponed => Tone.Warning,
        EventStatus.Cancelled => Tone.Danger,
    };

    private static string Range(DateOnly start, DateOnly end, CultureInfo culture)
    {
        // "7–8 December 2026" where the day comes first in the language; elsewhere both days in full.
        var pattern = DayPattern(culture);
        return start.Year == end.Year && start.Month == end.Month && pattern.StartsWith("d ", StringComparison.Ordinal)
            ? $"{start.Day.ToString(culture)}–{Day(end)}"
            : $"{Day(start)} – {Day(end)}";
    }

    private static string DayPattern(CultureInfo culture) => Weekday().Replace(culture.DateTimeFormat.LongDatePattern, "").Trim();

    [GeneratedRegex("[,،、]?\\s*dddd[,،、]?\\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();
}
