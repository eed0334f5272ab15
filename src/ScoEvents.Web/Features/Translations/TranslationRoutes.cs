using System.Globalization;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Addresses of the page of an event's languages, and of the one field in which a missing text is written.</summary>
public static class TranslationRoutes
{
    public static string Languages(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/languages";

    /// <summary>What is missing in one language, or in all.</summary>
    public static string Missing(Guid eventId, string? language, TextKind? kind = null)
    {
        var query = new[] { language is null ? null : $"language={language}", kind is null ? null : $"kind={kind}" }.OfType<string>().ToList();
        return query.Count == 0 ? $"{Languages(eventId)}#missing" : $"{Languages(eventId)}?{string.Join('&', query)}#missing";
    }

    /// <summary>The editor that keeps a text, with the focus in the field of the language.</summary>
    public static string Editor(Guid eventId, EventText text, string language)
    {
        var speaker = $"{ProgrammeRoutes.Speakers(eventId)}?person={text.Id}";
        return text.Kind switch
        {
            TextKind.EventTitle => At(EventRoutes.Edit(eventId), "Title"),
            TextKind.EventCity => At(EventRoutes.Edit(eventId), "City"),
            TextKind.EventNotice => At(EventRoutes.Postpone(eventId), "Notice"),
            TextKind.VenueName => At(VenueRoutes.Venue(eventId, text.Id), "Name"),
            TextKind.VenueAddress => At(VenueRoutes.Venue(eventId, text.Id), "Address"),
            TextKind.RoomName => At(VenueRoutes.Room(eventId, text.Id), "Name"),
            TextKind.TrackName => At($"{ProgrammeRoutes.Tracks(eventId)}?track={text.Id}", "Name"),
            TextKind.SessionTitle => At(EventRoutes.Session(eventId, text.Id), "Title"),
            TextKind.SessionAbstract => At(EventRoutes.Session(eventId, text.Id), "Abstract"),
            // The session's own title is the first field of that name on its page.
            TextKind.AgendaItem => At(EventRoutes.Session(eventId, text.Id), "Title", text.Index + 1),
            TextKind.SpeakerName => At(speaker, "Name"),
            TextKind.SpeakerFunction => At(speaker, "Function"),
            TextKind.SpeakerBiography => At(speaker, "Biography"),
            TextKind.DocumentTitle => EventRoutes.Session(eventId, text.SessionId!.Value),
            TextKind.ZoneName => DelegationRoutes.Settings(eventId),
            _ => Languages(eventId),
        };

        string At(string page, string field, int index = 0) => string.Create(CultureInfo.InvariantCulture, $"{page}#write={field}.{language}{(index == 0 ? "" : $".{index}")}");
    }
}
