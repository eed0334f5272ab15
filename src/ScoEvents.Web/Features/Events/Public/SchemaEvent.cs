using System.Globalization;
using System.Text.Json.Nodes;
using ScoEvents.Domain.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Events.Public;

/// <summary>Events and sessions in the words of schema.org.</summary>
/// <remarks>https://schema.org/Event</remarks>
public static class SchemaEvent
{
    private const string Vocabulary = "https://schema.org/";

    /// <summary>An event; null where its days are not known, without which it is none for readers of such data.</summary>
    /// <param name="shown">The event.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="address">The whole address of the page.</param>
    public static JsonObject? Of(PublicEvent shown, PortalLanguage language, string address)
    {
        if (shown.Dates is not { Precision: DatePrecision.Day, Start: { } start })
        {
            return null;
        }

        var thing = new JsonObject
        {
            ["@type"] = "Event",
            ["name"] = shown.Title.In(language.Code),
            ["inLanguage"] = language.Code,
            ["url"] = address,
            ["startDate"] = Written(start),
            ["endDate"] = Written(shown.Dates.End ?? start),
            ["eventStatus"] = Vocabulary + Status(shown.Status),
        };
        if (Location(shown.Place, language) is { } location)
        {
            thing["location"] = location;
        }

        if (shown.Format is { } format)
        {
            thing["eventAttendanceMode"] = Vocabulary + Mode(format);
        }

        var organizers = shown.In(OrganisationRole.Organiser).Concat(shown.In(OrganisationRole.Host)).ToList();
        if (organizers.Count > 0)
        {
            thing["organizer"] = new JsonArray([.. organizers.Select(side => (JsonNode)new JsonObject
            {
                ["@type"] = side.Iso2 is null ? "Organization" : "Country",
                ["name"] = side.Name.In(language.Code),
            })]);
        }

        return thing;
    }

    /// <summary>Where something takes place, or null where that is not known.</summary>
    /// <param name="place">City and country.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="name">The building or room; null for the city alone.</param>
    public static JsonObject? Location(PublicPlace place, PortalLanguage language, string? name = null)
    {
        var city = place.City.In(language.Code);
        if (city.Length == 0 && string.IsNullOrEmpty(name))
        {
            return null;
        }

        var address = new JsonObject { ["@type"] = "PostalAddress" };
        if (city.Length > 0)
        {
            address["addressLocality"] = city;
        }

        if (place.CountryCode is { } country)
        {
            address["addressCountry"] = country;
        }

        return new JsonObject { ["@type"] = "Place", ["name"] = string.IsNullOrEmpty(name) ? city : name, ["address"] = address };
    }

    /// <summary>How things stand, by the name that schema.org has for it.</summary>
    public static string Status(EventStatus status) => status switch
    {
        EventStatus.Cancelled => "EventCancelled",
        EventStatus.Postponed => "EventPostponed",
        _ => "EventScheduled",
    };

    private static string Mode(EventFormat format) => format switch
    {
        EventFormat.InPerson => "OfflineEventAttendanceMode",
        EventFormat.Hybrid => "MixedEventAttendanceMode",
        EventFormat.Online => "OnlineEventAttendanceMode",
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
