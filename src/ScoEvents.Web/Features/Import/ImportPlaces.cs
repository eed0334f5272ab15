using System.Globalization;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>A session on its way to a place.</summary>
internal sealed class PlaceWish
{
    /// <summary>Title, for those who are refused because of it.</summary>
    public required string Title { get; init; }

    /// <summary>Order in the file, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>Room and time that the file asks for; null where it asks for none that is possible.</summary>
    public PlannedPlace? Wanted { get; init; }

    /// <summary>Where it stands in the draft, or null.</summary>
    public PlannedPlace? Present { get; init; }

    /// <summary>Where it will stand; null for the tray.</summary>
    public PlannedPlace? Given { get; set; }

    /// <summary>What there is to say of it.</summary>
    public required List<ImportRemark> Remarks { get; init; }
}

/// <summary>Gives rooms to sessions, earlier ones first; who comes too late keeps the place it has, or waits in the tray.</summary>
internal sealed class ImportPlaces(IReadOnlyCollection<int> allRooms, Func<int, string> roomName)
{
    private readonly Dictionary<int, List<(TimeInterval During, string Title)>> _taken = [];

    /// <summary>Marks a room as taken by something that the import does not move.</summary>
    public void Occupy(int room, TimeInterval during, string title)
    {
        if (!_taken.TryGetValue(room, out var taken))
        {
            _taken[room] = taken = [];
        }

        taken.Add((during, title));
    }

    /// <summary>Gives every wish its place.</summary>
    public void Give(IReadOnlyList<PlaceWish> wishes)
    {
        // Whatever cannot be moved stays, and is there before anybody else is placed.
        foreach (var wish in wishes.Where(wish => wish.Wanted is null && wish.Present is not null))
        {
            Keep(wish);
        }

        foreach (var wish in wishes.Where(wish => wish.Wanted is not null).OrderBy(wish => wish.Wanted!.During.Start).ThenBy(wish => wish.Order))
        {
            if (Obstacle(wish.Wanted!) is not { } taken)
            {
                Take(wish, wish.Wanted!);
                continue;
            }

            wish.Remarks.Add(taken.Title.Length > 0
                ? new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.RoomTaken, "", [roomName(taken.Room), taken.Title])
                : new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.RoomTakenElsewhere, "", [roomName(taken.Room)]));
            if (wish.Present is not null)
            {
                Keep(wish);
            }
        }
    }

    private void Keep(PlaceWish wish)
    {
        if (Obstacle(wish.Present!) is null)
        {
            wish.Remarks.Add(new ImportRemark(ScheduleSeverity.Note, ImportCodes.PlaceKept, "", []));
            Take(wish, wish.Present!);
        }
    }

    private void Take(PlaceWish wish, PlannedPlace place)
    {
        wish.Given = place;
        foreach (var room in Rooms(place))
        {
            Occupy(room, place.During, wish.Title);
        }
    }

    private (int Room, string Title)? Obstacle(PlannedPlace place)
    {
        foreach (var room in Rooms(place))
        {
            if (_taken.TryGetValue(room, out var taken) && taken.FindIndex(one => one.During.Overlaps(place.During)) is >= 0 and var index)
            {
                return (room, taken[index].Title);
            }
        }

        return null;
    }

    private IEnumerable<int> Rooms(PlannedPlace place) => place.RoomKey is { } room ? [room] : allRooms;
}

/// <summary>Tells whether a time is one in which a session may lie.</summary>
public static class ImportTimes
{
    /// <summary>What stands against it, or null.</summary>
    public static ImportRemark? Obstacle(TimeInterval during, TimeInterval? span, EventZone? zone)
    {
        if (span is null || zone is null)
        {
            return new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.NoDays, "", []);
        }

        if (during.Duration.TotalMinutes is < Slot.MinMinutes or > Slot.MaxMinutes)
        {
            return new ImportRemark(
                ScheduleSeverity.Repaired, ImportCodes.DurationOutOfRange, "", [Number(during.Duration.TotalMinutes), Number(Slot.MinMinutes), Number(Slot.MaxMinutes)]);
        }

        return span.Value.Contains(during)
            ? null
            : new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.OutsideEvent, "", [Say(zone.ToLocal(during.Start))]);
    }

    /// <summary>Day and time in a form that every language reads.</summary>
    public static string Say(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day, start and end in a form that every language reads.</summary>
    public static string Say(TimeInterval during, EventZone? zone)
    {
        var (start, end) = zone is null ? (during.Start.DateTime, during.End.DateTime) : (zone.ToLocal(during.Start), zone.ToLocal(during.End));
        return string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd HH:mm}–{end:HH:mm}");
    }

    /// <summary>The stretch of a session of the file; by the clock of the event's place where that was chosen.</summary>
    public static TimeInterval Of(ScheduleEvent one, EventZone? zone, bool keepsClock, List<ImportRemark> remarks)
    {
        if (!keepsClock || zone is null)
        {
            return new TimeInterval(one.Start.ToUniversalTime(), (one.Start + one.Duration).ToUniversalTime());
        }

        var local = one.Start.DateTime;
        for (var minutes = 0; ; minutes += 15)
        {
            var moved = local.AddMinutes(minutes);
            if (zone.ToInstant(DateOnly.FromDateTime(moved), TimeOnly.FromDateTime(moved)) is { } start)
            {
                if (minutes > 0)
                {
                    remarks.Add(new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.TimeSkipped, "", [Say(local), Say(moved)]));
                }

                return new TimeInterval(start, start + one.Duration);
            }
        }
    }

    private static string Number(double number) => ((int)number).ToString(CultureInfo.InvariantCulture);
}
