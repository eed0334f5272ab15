using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Moves sessions in the draft's timetable: one by one, or several at once, of which all move or none.</summary>
public sealed class ScheduleService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The most sessions that move in one go.</summary>
    public const int MaxMoves = 500;

    /// <summary>Puts sessions into rooms and times, moves them there, or takes them out, all in one transaction.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="moves">1 to <see cref="MaxMoves"/> wishes, one for each session.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>
    /// The sessions, with their new versions. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>schedule.too-many</c>, <c>schedule.gone</c>,
    /// <c>schedule.stale</c>, <c>schedule.session-off</c>, <c>schedule.no-rooms</c>, <c>schedule.room-unknown</c>, <c>schedule.outside-event</c>,
    /// <c>schedule.room-overlap</c> or <c>schedule.room-taken</c>, and <c>schedule.person-busy</c> or <c>schedule.team-busy</c> where the move newly brings
    /// somebody into two places; of several sessions each with its own. As <see cref="Session.MoveTo"/>.
    /// </returns>
    public async Task<Result<IReadOnlyList<MovedSession>>> MoveAsync(
        Actor actor, Guid eventId, IReadOnlyList<SessionMove> moves, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (moves.Count > MaxMoves)
        {
            return ScheduleErrors.TooMany(MaxMoves);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await context.OpenEventAsync(eventId, cancellationToken);
        if (planned.Error is { } closed)
        {
            return closed;
        }

        var loaded = await LoadAsync(context, eventId, moves, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return Result<IReadOnlyList<MovedSession>>.Fail(loaded.Errors);
        }

        var changed = loaded.Value.Where(pair => pair.Move.Place != Place(pair.Session.Slot)).ToList();
        var before = loaded.Value.ToDictionary(pair => pair.Session.Id, pair => Place(pair.Session.Slot));
        var placed = Apply(planned.Value, changed);
        if (!placed.IsSuccess)
        {
            return Result<IReadOnlyList<MovedSession>>.Fail(placed.Errors);
        }

        var sessions = changed.Where(pair => pair.Session.Slot is not null).Select(pair => new MovingSession(pair.Session, before[pair.Session.Id]?.During)).ToList();
        var free = await ScheduleCheck.RunAsync(context, admitted.Value.Reach, eventId, sessions, cancellationToken);
        if (!free.IsSuccess)
        {
            return Result<IReadOnlyList<MovedSession>>.Fail(free.Errors);
        }

        var saved = await context.SaveMovesAsync([.. changed.Select(pair => pair.Session)], cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
            return Result.Ok<IReadOnlyList<MovedSession>>(
                [.. loaded.Value.Select(pair => new MovedSession(pair.Session.Id, pair.Session.Version, before[pair.Session.Id], Place(pair.Session.Slot)))]);
        }

        await transaction.RollbackAsync(cancellationToken);
        return saved.Error is { Kind: ErrorKind.Refused }
            ? await WhoWasFasterAsync(actor, admitted.Value.Reach, eventId, sessions, saved.Error, cancellationToken)
            : saved.Error!.Kind is ErrorKind.Stale ? ScheduleErrors.Stale(changed[0].Session.Title) : saved.Error;
    }

    /// <summary>Copies the sessions that begin on a day to the same times of another day, as drafts, with their rooms and people; those withdrawn or cancelled are left.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="from">A day of the event.</param>
    /// <param name="to">Another day of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>How many were copied. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>schedule.nothing-to-copy</c>, <c>programme.time-skipped</c>, and as <see cref="MoveAsync"/>; then nothing is copied.</returns>
    public async Task<Result<int>> CopyDayAsync(Actor actor, Guid eventId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await context.OpenEventAsync(eventId, cancellationToken);
        if (planned.Error is { } closed)
        {
            return closed;
        }

        if (EventZone.Find(planned.Value.TimeZone) is not { } zone)
        {
            return ScheduleErrors.NothingToCopy();
        }

        var day = zone.Days(from, from);
        var originals = await context.Sessions.AsNoTracking()
            .Where(row => row.EventId == eventId && row.Slot != null && row.Slot.StartsAt >= day.Start && row.Slot.StartsAt < day.End)
            .Include(row => row.Slot).ThenInclude(slot => slot!.Rooms).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery()
            .OrderBy(row => row.Slot!.StartsAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        if (originals.Count == 0 || from == to)
        {
            return ScheduleErrors.NothingToCopy();
        }

        var copies = await CopyAsync(context, planned.Value, zone, originals, to.DayNumber - from.DayNumber, cancellationToken);
        if (!copies.IsSuccess)
        {
            return Result<int>.Fail(copies.Errors);
        }

        var free = await ScheduleCheck.RunAsync(context, admitted.Value.Reach, eventId, [.. copies.Value.Select(copy => new MovingSession(copy, null))], cancellationToken);
        if (!free.IsSuccess)
        {
            return Result<int>.Fail(free.Errors);
        }

        var saved = await context.SaveMovesAsync(copies.Value, cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return originals.Count;
    }

    /// <summary>Tells everybody who has the timetable open, on every node, that the actor has opened it, still has it open, or has left.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="state">What to tell.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result> AnnounceAsync(Actor actor, Guid eventId, BoardState state, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var payload = BoardPresence.Payload(eventId, actor.UserId!.Value, state);
        await context.Database.ExecuteSqlAsync($"SELECT pg_notify({EventRows.Channel}, {payload})", cancellationToken);
        return Result.Success;
    }

    private static SessionPlace? Place(Slot? slot) => slot is null ? null : new SessionPlace(slot.RoomId, slot.During);

    private static async Task<Result<IReadOnlyList<(Session Session, SessionMove Move)>>> LoadAsync(
        ScoEventsDbContext context, Guid eventId, IReadOnlyList<SessionMove> moves, CancellationToken cancellationToken)
    {
        var ids = moves.Select(move => move.SessionId).ToList();
        var sessions = await context.Sessions.Where(row => row.EventId == eventId && ids.Contains(row.Id))
            .Include(row => row.Slot).ThenInclude(slot => slot!.Rooms).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery()
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        if (!moves.All(move => sessions.ContainsKey(move.SessionId)))
        {
            return ScheduleErrors.Gone();
        }

        var stale = moves.Where(move => sessions[move.SessionId].Version != move.Version).Select(move => ScheduleErrors.Stale(sessions[move.SessionId].Title)).ToList();
        return stale.Count > 0
            ? Result<IReadOnlyList<(Session, SessionMove)>>.Fail(stale)
            : Result.Ok<IReadOnlyList<(Session, SessionMove)>>([.. moves.DistinctBy(move => move.SessionId).Select(move => (sessions[move.SessionId], move))]);
    }

    private Result Apply(ScoEvent planned, IReadOnlyList<(Session Session, SessionMove Move)> changed)
    {
        var errors = changed.SelectMany(pair => Apply(planned, pair.Session, pair.Move.Place).Errors).ToList();
        return errors.Count > 0 ? Result.Fail(errors) : Result.Success;
    }

    private Result Apply(ScoEvent planned, Session session, SessionPlace? place)
    {
        if (place is null)
        {
            session.Unschedule(clock.GetUtcNow());
            return Result.Success;
        }

        var rooms = planned.Rooms.Select(room => room.RoomId).ToList();
        if (rooms.Count == 0)
        {
            return ScheduleErrors.NoRooms();
        }

        // A room that the event gave up can still be left, and a session in it be made longer, but not be entered.
        if (place.RoomId is { } roomId && !rooms.Contains(roomId) && session.Slot?.RoomId != roomId)
        {
            return ScheduleErrors.RoomUnknown(session.Title);
        }

        if (session.IsOff)
        {
            return ScheduleErrors.SessionOff(session.Title);
        }

        if (planned.Span is not { } span || !span.Contains(place.During))
        {
            return ScheduleErrors.OutsideEvent(session.Title);
        }

        return session.MoveTo(place.RoomId is { } room ? SlotPlace.Room(room) : SlotPlace.AllRooms(rooms), place.During, span, clock.GetUtcNow());
    }

    private async Task<Result<IReadOnlyList<Session>>> CopyAsync(
        ScoEventsDbContext context, ScoEvent planned, EventZone zone, IReadOnlyList<Session> originals, int days, CancellationToken cancellationToken)
    {
        var last = await context.Sessions.Where(row => row.EventId == planned.Id).MaxAsync(row => (int?)row.Position, cancellationToken) ?? -1;
        var (copies, errors) = (new List<Session>(), new List<Error>());
        foreach (var original in originals)
        {
            var copy = Session.Draft(planned.Id, ScheduleSaving.FactsOf(original), ++last, clock.GetUtcNow()).Value;
            copy.SetSpeakers(
                original.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault(),
                [.. original.Speakers.Where(person => person.Role == SpeakerRole.Speaker).Select(person => new FloorPart(person.SpeakerId, person.Minutes))],
                clock.GetUtcNow());
            copy.SetInterpreters([.. original.Interpreters.Select(team => team.TeamId)], clock.GetUtcNow());
            var during = ScheduleTimes.OnOtherDay(zone, original.Slot!.During, days);
            errors.AddRange((during.IsSuccess ? Apply(planned, copy, new SessionPlace(original.Slot.RoomId, during.Value)) : during).Errors);
            copies.Add(copy);
        }

        if (errors.Count > 0)
        {
            return Result<IReadOnlyList<Session>>.Fail(errors);
        }

        context.Sessions.AddRange(copies);
        return copies;
    }

    // Another writer was faster and PostgreSQL refused the slot: ask who it was, now that the winner is there to be read.
    private async Task<Error> WhoWasFasterAsync(
        Actor actor, Reach reach, Guid eventId, IReadOnlyList<MovingSession> sessions, Error refused, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        return (await ScheduleCheck.RunAsync(context, reach, eventId, sessions, cancellationToken)).Error ?? refused;
    }
}
