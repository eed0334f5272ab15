using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>Moves the whole draft of an event along with its days or its zone.</summary>
internal static class SlotMoves
{
    /// <summary>Moves every slot; what finds no place goes to the tray. The caller holds the event's row, and saves through <see cref="SaveMovedAsync"/>.</summary>
    /// <param name="context">Of the transaction.</param>
    /// <param name="planned">The event with its rooms, its new days and zone already set.</param>
    /// <param name="shift">Where to.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SlotsMoved> MoveSlotsAsync(
        this ScoEventsDbContext context, ScoEvent planned, ClockShift shift, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = await PlacedAsync(context, planned.Id, cancellationToken);
        var moves = sessions.Select(session => (session, during: shift.Of(session.Slot!.During))).ToList();
        var rooms = await RoomBookings.OfOthersAsync(context, planned, [.. moves.Where(move => move.during is not null).Select(move => move.during!.Value)], cancellationToken);
        var left = new List<LeftOver>();
        foreach (var (session, during) in moves)
        {
            if (Place(session, during, planned.PlaceOf(session.Slot!.RoomId), planned, rooms, now) is { } leftOver)
            {
                session.Unschedule(now);
                left.Add(leftOver);
            }
        }

        return new SlotsMoved(moves.Count - left.Count, left);
    }

    /// <summary>The refusals for what other events have, at the time zone; empty where nothing stands in the way.</summary>
    /// <param name="moved">What became of the slots.</param>
    /// <param name="reach">Of the organiser: a session that may not be seen is not named.</param>
    public static IReadOnlyList<Error> TakenByOthers(this SlotsMoved moved, Reach reach) =>
    [
        .. moved.Left.Select(left => left.Booking).OfType<RoomBooking>().Where(booking => booking.Event is not null).Distinct()
            .Select(booking => ProgrammeErrors.RoomOverlap(booking.Room, reach.CanReadDraft(booking.Event!) ? booking.Title : LocalizedText.Empty).At(nameof(EventForm.TimeZone))),
    ];

    /// <summary>Gives up the rooms of an event that does not take place for now; its sessions keep their times in the draft.</summary>
    public static async Task VacateRoomsAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        foreach (var session in await PlacedAsync(context, eventId, cancellationToken))
        {
            session.Slot!.Vacate();
        }
    }

    /// <summary>Saves with the check for rooms put off to the end: sessions that change places pass through each other on the way.</summary>
    public static async Task<Result> SaveMovedAsync(this ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SET CONSTRAINTS slots_no_room_overlap DEFERRED", cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved;
        }

        try
        {
            await context.Database.ExecuteSqlAsync($"SET CONSTRAINTS slots_no_room_overlap IMMEDIATE", cancellationToken);
            return Result.Success;
        }
        catch (PostgresException refused) when (refused.ConstraintName == ConstraintErrors.SlotRoomOverlap)
        {
            return ProgrammeErrors.RoomOverlap(LocalizedText.Empty, LocalizedText.Empty);
        }
    }

    /// <summary>Where a session goes in all rooms or in one.</summary>
    public static SlotPlace PlaceOf(this ScoEvent planned, Guid? roomId) =>
        roomId is { } room ? SlotPlace.Room(room) : SlotPlace.AllRooms(planned.Rooms.Select(used => used.RoomId));

    /// <summary>Places a session, unless it finds no place: then why.</summary>
    public static LeftOver? Place(Session session, TimeInterval? during, SlotPlace place, ScoEvent planned, RoomBookings rooms, DateTimeOffset now)
    {
        if (during is not { } at)
        {
            return new LeftOver(session, TrayReason.TimeSkipped, null);
        }

        if (rooms.Find(place.Rooms, at) is { } booking)
        {
            return new LeftOver(session, TrayReason.RoomTaken, booking);
        }

        if (planned.Span is not { } span || !session.MoveTo(place, at, span, now).IsSuccess)
        {
            return new LeftOver(session, TrayReason.OutsideEvent, null);
        }

        rooms.Take(place.Rooms, at, session.Title);
        return null;
    }

    private static Task<List<Session>> PlacedAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        context.Sessions.Include(session => session.Slot).AsSplitQuery()
            .Where(session => session.EventId == eventId && session.Slot != null)
            .OrderBy(session => session.Slot!.StartsAt).ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);
}

/// <summary>What became of the slots of an event that moved.</summary>
/// <param name="Moved">How many found their place.</param>
/// <param name="Left">The others, which are in the tray now.</param>
internal sealed record SlotsMoved(int Moved, IReadOnlyList<LeftOver> Left)
{
    /// <summary>Nothing was there to be moved.</summary>
    public static SlotsMoved None { get; } = new(0, []);

    /// <summary>As a page shows it.</summary>
    public ProgrammeMove ToShow() => new(Moved, [.. Left.Select(left => new TraySession(left.Session.Id, left.Session.Title, left.Reason, left.Booking?.Room ?? LocalizedText.Empty))]);
}

/// <summary>A session that found no place.</summary>
internal sealed record LeftOver(Session Session, TrayReason Reason, RoomBooking? Booking);
