using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Api;

/// <summary>Sessions between the interface and the form that the services take.</summary>
internal static class ApiSessionForms
{
    private static readonly string[] _placeFields = [nameof(SessionForm.Day), nameof(SessionForm.RoomId), nameof(SessionForm.AllRooms), nameof(SessionForm.StartsAt), nameof(SessionForm.EndsAt)];

    public static SessionForm ToForm(this SessionBody body, uint version) => new()
    {
        Type = body.Type,
        Access = body.Access,
        Classification = body.Classification,
        Title = body.Title,
        Abstract = body.Abstract ?? new LocalizedTextInput(),
        TrackId = body.TrackId,
        ExpectedAttendance = body.ExpectedAttendance,
        Layout = body.Layout,
        Day = body.Place?.Day,
        RoomId = body.Place?.RoomId,
        AllRooms = body.Place?.AllRooms ?? false,
        StartsAt = body.Place?.StartsAt,
        EndsAt = body.Place?.EndsAt,
        EndsNextDay = body.Place?.EndsNextDay ?? false,
        ChairId = body.ChairId,
        Speakers = [.. (body.Speakers ?? []).Select(part => new FloorPartForm { SpeakerId = part.SpeakerId, Minutes = part.Minutes })],
        AgendaItems = [.. (body.AgendaItems ?? []).Select(item => new AgendaItemForm { Title = item.Title, SpeakerId = item.SpeakerId, Minutes = item.Minutes })],
        InterpretedInto = [.. body.InterpretedInto ?? []],
        InterpreterTeams = [.. body.InterpreterTeams ?? []],
        Notes = body.Notes,
        Version = version,
    };

    public static SessionBody ToBody(this SessionForm form) => new()
    {
        Type = form.Type,
        Access = form.Access,
        Classification = form.Classification,
        Title = form.Title,
        Abstract = form.Abstract,
        TrackId = form.TrackId,
        ExpectedAttendance = form.ExpectedAttendance,
        Layout = form.Layout,
        Place = form.HasSlot
            ? new SessionPlaceBody { Day = form.Day, RoomId = form.RoomId, AllRooms = form.AllRooms, StartsAt = form.StartsAt, EndsAt = form.EndsAt, EndsNextDay = form.EndsNextDay }
            : null,
        ChairId = form.ChairId,
        Speakers = [.. form.Speakers.Select(part => new FloorPartBody { SpeakerId = part.SpeakerId, Minutes = part.Minutes })],
        AgendaItems = [.. form.AgendaItems.Select(item => new AgendaItemBody { Title = item.Title, SpeakerId = item.SpeakerId, Minutes = item.Minutes })],
        InterpretedInto = form.InterpretedInto,
        InterpreterTeams = form.InterpreterTeams,
        Notes = form.Notes,
    };

    /// <summary>Refusals at the fields of the interface's body, where place and time stand together.</summary>
    public static Result AtBody(this Result refused) => refused.IsSuccess ? refused : Result.Fail(
        [.. refused.Errors.Select(error => _placeFields.Contains(error.Field) ? error.At($"Place.{error.Field}") : error)]);
}
