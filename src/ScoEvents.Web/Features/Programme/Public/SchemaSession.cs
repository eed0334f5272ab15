using System.Text.Json.Nodes;
using ScoEvents.Domain.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>A public session in the words of schema.org.</summary>
public static class SchemaSession
{
    /// <summary>The session as a part of its event.</summary>
    public static JsonObject Of(PublicSessionDetails details, PortalLanguage language, PortalOptions portal)
    {
        var (agenda, session) = details;
        var thing = new JsonObject
        {
            ["@type"] = "Event",
            ["name"] = session.Title.In(language.Code),
            ["inLanguage"] = language.Code,
            ["url"] = portal.Absolute(PortalRoutes.PublicSession(language, agenda.Slug, session.Id)),
            ["startDate"] = AgendaDays.Machine(session.StartsAt, agenda.Zone),
            ["endDate"] = AgendaDays.Machine(session.EndsAt, agenda.Zone),
            ["eventStatus"] = $"https://schema.org/{SchemaEvent.Status(session.IsCancelled ? EventStatus.Cancelled : agenda.Status)}",
            ["superEvent"] = new JsonObject
            {
                ["@type"] = "Event",
                ["name"] = agenda.Title.In(language.Code),
                ["url"] = portal.Absolute(PortalRoutes.PublicEvent(language, agenda.Slug)),
            },
        };
        if (!session.Abstract.IsEmpty)
        {
            thing["description"] = session.Abstract.In(language.Code);
        }

        if (SchemaEvent.Location(agenda.Place, language, session.Venue.In(language.Code) is { Length: > 0 } venue ? venue : session.Room.In(language.Code)) is { } location)
        {
            thing["location"] = location;
        }

        if (session.People.Count > 0)
        {
            thing["performer"] = new JsonArray([.. session.People.DistinctBy(person => person.SpeakerId).Select(person => (JsonNode)new JsonObject
            {
                ["@type"] = "Person",
                ["name"] = person.Name.In(language.Code),
            })]);
        }

        return thing;
    }
}
