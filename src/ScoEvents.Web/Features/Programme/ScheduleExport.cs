using System.Globalization;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.Programme.Public;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Puts a published programme into the schedule exchange format, with our languages beside the one that every program shows.</summary>
/// <remarks>Only what the public may read: the format has no way to say that a session is closed, so closed ones are left out.</remarks>
internal static class ScheduleExport
{
    /// <summary>The grid on which sessions can lie, in minutes; the step that the timetable offers as its finest.</summary>
    private const int SlotMinutes = 5;

    /// <summary>The sessions that take place by a release.</summary>
    /// <param name="agenda">The agenda as everybody may know it.</param>
    /// <param name="release">Its release.</param>
    /// <param name="language">The form that every program shows.</param>
    /// <param name="portal">Public address of the portal, or null; then the file names no page.</param>
    public static ScheduleDocument Of(PublicAgenda agenda, PublicRelease release, PortalLanguage language, Uri? portal)
    {
        var sessions = release.Standing.Where(session => !session.IsClosed).ToList();
        var days = AgendaDays.Of(sessions, agenda.Zone).Select((day, index) => (day, number: index + 1)).ToList();
        return new ScheduleDocument
        {
            Version = release.Number.ToString(CultureInfo.InvariantCulture),
            Conference = new ScheduleConference
            {
                Acronym = agenda.Slug,
                Title = ScheduleText.Of(agenda.Title, language.Code),
                Start = agenda.Dates.Start ?? days.Select(pair => pair.day.Date).FirstOrDefault(),
                End = agenda.Dates.End ?? days.Select(pair => pair.day.Date).LastOrDefault(),
                TimeslotDuration = TimeSpan.FromMinutes(SlotMinutes),
                TimeZoneName = agenda.Zone.Id,
                Url = portal is null ? null : new Uri(portal, PortalRoutes.PublicEvent(language, agenda.Slug)),
            },
            Rooms = [.. sessions.Where(session => session.RoomId is not null).OrderBy(session => session.RoomPosition).DistinctBy(session => session.Room.In(language.Code))
                .Select(session => new ScheduleRoom { Name = ScheduleText.Of(session.Room, language.Code), Guid = session.RoomId!.Value })],
            Tracks = [.. sessions.Select(session => session.Track).OfType<FrozenTrack>().DistinctBy(track => track.Name.In(language.Code))
                .Select(track => new ScheduleTrack { Name = ScheduleText.Of(track.Name, language.Code), Color = Hex(track.Color) })],
            Days = [.. days.Select(pair => Day(pair.day, pair.number, agenda.Zone))],
            Events = [.. days.SelectMany(pair => pair.day.Sessions.Select(session => Event(session, pair.number, agenda, language, portal)))],
        };
    }

    private static ScheduleDay Day(AgendaDays.Day day, int number, EventZone zone)
    {
        var whole = zone.Days(day.Date, day.Date);
        var end = day.Sessions.Select(session => session.EndsAt).Append(whole.End).Max();
        return new ScheduleDay(number, day.Date, Local(whole.Start, zone), Local(end, zone));
    }

    private static ScheduleEvent Event(PublicSession session, int day, PublicAgenda agenda, PortalLanguage language, Uri? portal) => new()
    {
        Guid = session.Id,
        Day = day,
        Room = session.RoomId is null ? null : session.Room.In(language.Code),
        Track = session.Track?.Name.In(language.Code),
        Title = ScheduleText.Of(session.Title, language.Code),
        Abstract = ScheduleText.Of(session.Abstract, language.Code),
        Type = session.Type.ToString(),
        Start = Local(session.StartsAt, agenda.Zone),
        Duration = session.EndsAt - session.StartsAt,
        // The format knows no chair: who presides stands first among those who take part.
        Persons = [.. session.People.DistinctBy(person => person.SpeakerId).Select(person => new SchedulePerson
        {
            Guid = person.SpeakerId,
            Name = ScheduleText.Of(person.Name, language.Code),
            Biography = ScheduleText.Of(person.Biography, language.Code),
        })],
        Url = portal is null ? null : new Uri(portal, PortalRoutes.PublicSession(language, agenda.Slug, session.Id)),
    };

    private static DateTimeOffset Local(DateTimeOffset instant, EventZone zone) => TimeZoneInfo.ConvertTime(instant, zone.Rules);

    // The tones of the style sheet's light theme.
    private static string Hex(TrackColor color) => color switch
    {
        TrackColor.Blue => "#1c4f9c",
        TrackColor.Teal => "#0b5b5b",
        TrackColor.Green => "#1e5c2c",
        TrackColor.Amber => "#6b4a00",
        TrackColor.Orange => "#8a3a06",
        TrackColor.Red => "#97222f",
        TrackColor.Violet => "#5a3494",
        TrackColor.Slate => "#3f4c59",
    };
}
