using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The way of a session's times between the clock on the wall of the place and universal time.</summary>
internal static class LocalTimes
{
    /// <summary>The stretch of a filled-in form. Refused: <c>programme.time-skipped</c> beside the time that the clocks skip.</summary>
    public static Result<TimeInterval> Read(SessionForm form, EventZone zone)
    {
        var (day, startsAt, endsAt) = (form.Day!.Value, form.StartsAt!.Value, form.EndsAt!.Value);
        if (zone.ToInstant(day, startsAt) is not { } start)
        {
            return ProgrammeErrors.TimeSkipped(nameof(form.StartsAt));
        }

        if (endsAt == TimeOnly.MinValue)
        {
            return new TimeInterval(start, zone.StartOfDay(day.AddDays(1)));
        }

        return zone.ToInstant(form.EndsNextDay ? day.AddDays(1) : day, endsAt) is { } end
            ? new TimeInterval(start, end)
            : ProgrammeErrors.TimeSkipped(nameof(form.EndsAt));
    }

    /// <summary>Fills day and times of a form from a slot.</summary>
    public static void Write(SessionForm form, Slot slot, EventZone zone)
    {
        var (start, end) = (zone.ToLocal(slot.StartsAt), zone.ToLocal(slot.EndsAt));
        (form.RoomId, form.AllRooms) = (slot.RoomId, slot.RoomId is null);
        form.Day = DateOnly.FromDateTime(start);
        form.StartsAt = TimeOnly.FromDateTime(start);
        form.EndsAt = TimeOnly.FromDateTime(end);
        form.EndsNextDay = end.Date > start.Date && form.EndsAt != TimeOnly.MinValue;
    }
}
