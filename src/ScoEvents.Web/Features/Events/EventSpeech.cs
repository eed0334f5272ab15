using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>Says what an event is in the reader's language.</summary>
public sealed class EventSpeech(IStringLocalizer<EventsTexts> texts)
{
    public string Say(EventType type) => texts[$"Type.{type}"];

    public string Say(EventStatus status) => texts[$"Status.{status}"];

    public string Say(EventFormat format) => texts[$"Format.{format}"];

    public string Say(OrganisationRole role) => texts[$"Role.{role}"];

    public string Say(EventStep step) => texts[$"Step.{step}"];

    /// <summary>The days as far as they are known: "7–8 December 2026", "December 2024", "2017", or that they are not.</summary>
    public string Say(EventDates dates) => DateWords.Of(dates, PortalLanguages.Current) ?? texts["Dates.Unknown"];

    /// <summary>One day without its weekday.</summary>
    public static string Day(DateOnly day) => DateWords.Of(day, PortalLanguages.Current);

    /// <summary>City and country, as far as they are known.</summary>
    public static string Place(LocalizedText city, LocalizedText? country) => PortalLanguages.Current.Join(city.ForReader(), country?.ForReader());

    /// <summary>Whose clock counts, such as "New Delhi, UTC+05:30"; empty where the zone is not known.</summary>
    public static string Zone(EventHead head) => EventZone.Find(head.TimeZone) is { } zone
        ? PortalLanguages.Current.Join(PortalLanguages.Current.Isolate(ZoneWords.City(zone, head.City.ForReader())), ZoneWords.Distances(zone, head.Dates))
        : "";

    /// <summary>How strongly a status speaks.</summary>
    public static Tone ToneOf(EventStatus status) => status switch
    {
        EventStatus.Draft or EventStatus.Archived or EventStatus.Concluded or EventStatus.RegistrationClosed => Tone.Neutral,
        EventStatus.Announced or EventStatus.Invited or EventStatus.RegistrationOpen => Tone.Info,
        EventStatus.InProgress => Tone.Success,
        EventStatus.Postponed => Tone.Warning,
        EventStatus.Cancelled => Tone.Danger,
    };
}
