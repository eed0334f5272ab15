using System.Globalization;
using Microsoft.Extensions.Localization;
using ScoEvents.Domain.Documents;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Says where a session is, as screen readers and refusals do, in the reader's language.</summary>
public sealed class BoardSpeech(IStringLocalizer<BoardTexts> texts, ProgrammeSpeech speech, SessionSpeech states)
{
    /// <summary>"Opening: Hall A, 10:30 to 11:00".</summary>
    public string Name(TimetableSession session, TimetableDraft draft) => session.Slot is { } slot
        ? texts["Name", session.Title.ForReader(), Room(slot.Place.RoomId, draft), Time(slot.Start), End(slot)]
        : texts["NameUnscheduled", session.Title.ForReader()];

    /// <summary>The same with the day, for what is said after a move.</summary>
    public string Moved(TimetableSession session, TimetableDraft draft) => session.Slot is { } slot
        ? texts["Moved", session.Title.ForReader(), Room(slot.Place.RoomId, draft), Time(slot.Start), End(slot), ProgrammeSpeech.Day(slot.Day)]
        : texts["NameUnscheduled", session.Title.ForReader()];

    /// <summary>Type, state, classification and whether something is wrong, as one line.</summary>
    public string Details(TimetableSession session, bool hasConflict) => string.Join(
        ", ",
        new[]
        {
            speech.Say(session.Type), states.Say(session.State), session.Classification == Classification.Clear ? "" : session.Classification.Marking(),
            session.Track?.ForReader() ?? "", hasConflict ? texts["HasConflict"].Value : "",
        }.Where(part => part.Length > 0));

    /// <summary>Where and when, for a table of two versions.</summary>
    public string Place(SessionPlace? place, TimetableDraft draft)
    {
        if (place is null || draft.Zone is not { } zone)
        {
            return texts["Unscheduled"];
        }

        var (start, end) = (zone.ToLocal(place.During.Start), zone.ToLocal(place.During.End));
        return string.Join(
            ", ", Room(place.RoomId, draft), ProgrammeSpeech.Day(DateOnly.FromDateTime(start)), speech.Say(new DraftSlot(place.RoomId, start, end)));
    }

    /// <summary>Name of a room, or of all rooms.</summary>
    public string Room(Guid? roomId, TimetableDraft draft) => roomId is { } id
        ? draft.Rooms.FirstOrDefault(room => room.Id == id)?.Name.ForReader() ?? ""
        : texts["AllRooms"];

    /// <summary>"10:30–11:00".</summary>
    public string Span(TimetableSlot slot) => speech.Say(new DraftSlot(slot.Place.RoomId, slot.Start, slot.End));

    private static string Time(DateTime time) => time.ToString("HH:mm", CultureInfo.CurrentCulture);

    private static string End(TimetableSlot slot) => slot.End == slot.Start.Date.AddDays(1) ? "24:00" : Time(slot.End);
}
