using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Drafts the programme of an event: sessions, their places and times, and who has a part in them.</summary>
public sealed class ProgrammeService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<SessionForm> sessionValidator, IValidator<SpeakerForm> speakerValidator)
{
    /// <summary>Drafts a session, placed or unscheduled.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The session; times are local to the event's zone.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The session. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>programme.room-unknown</c>, <c>programme.time-skipped</c>, <c>programme.room-overlap</c> or <c>programme.room-taken</c>, <c>programme.speaker-unknown</c>, and as <see cref="Session.Draft"/>, <see cref="Session.MoveTo"/> and <see cref="Session.SetSpeakers"/>.</returns>
    public Task<Result<Guid>> AddSessionAsync(Actor actor, Guid eventId, SessionForm form, CancellationToken cancellationToken) =>
        SaveSessionAsync(actor, eventId, null, form, cancellationToken);

    /// <summary>Changes a session, its place and time, and its people, all at once.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddSessionAsync"/>.</returns>
    public async Task<Result> EditSessionAsync(Actor actor, Guid eventId, Guid sessionId, SessionForm form, CancellationToken cancellationToken) =>
        await SaveSessionAsync(actor, eventId, sessionId, form, cancellationToken);

    /// <summary>Takes a session out of the timetable; it stays in the tray.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="version">Row version of the session that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public Task<Result> UnscheduleSessionAsync(Actor actor, Guid eventId, Guid sessionId, uint version, CancellationToken cancellationToken) =>
        ChangeSeenAsync(actor, eventId, sessionId, version, (_, session) => session.Unschedule(clock.GetUtcNow()), cancellationToken);

    /// <summary>Deletes a session from the draft; releases keep it, and the next one says that it is cancelled.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="version">Row version of the session that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public Task<Result> DeleteSessionAsync(Actor actor, Guid eventId, Guid sessionId, uint version, CancellationToken cancellationToken) =>
        ChangeSeenAsync(actor, eventId, sessionId, version, (context, session) => context.Sessions.Remove(session), cancellationToken);

    /// <summary>Adds a person who can chair or speak at the event.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The person.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The speaker. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c> at the side, and as <see cref="Speaker.Create"/>.</returns>
    public async Task<Result<Guid>> AddSpeakerAsync(Actor actor, Guid eventId, SpeakerForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = speakerValidator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        if (form.SideId is { } sideId && !await context.Sides.AnyAsync(side => side.Id == sideId, cancellationToken))
        {
            return Error.Invalid(nameof(form.SideId), "choice");
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        if (planned.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var speaker = Speaker.Create(eventId, form.SideId, form.Name.ToText(), form.Function.ToText());
        if (!speaker.IsSuccess)
        {
            return Result<Guid>.Fail(speaker.Errors);
        }

        context.Speakers.Add(speaker.Value);
        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.Error is { } failed ? failed : speaker.Value.Id;
    }

    private async Task<Result<Guid>> SaveSessionAsync(Actor actor, Guid eventId, Guid? sessionId, SessionForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = sessionValidator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await OpenAsync(context, eventId, cancellationToken);
        if (planned.Error is { } closed)
        {
            return closed;
        }

        var session = await SessionAsync(context, eventId, sessionId, form, cancellationToken);
        if (!session.IsSuccess)
        {
            return Result<Guid>.Fail(session.Errors);
        }

        var placed = await PlaceAsync(context, planned.Value, admitted.Value.Reach, session.Value, form, cancellationToken);
        var named = placed.IsSuccess ? await NameSpeakersAsync(context, session.Value, form, cancellationToken) : placed;
        if (!named.IsSuccess)
        {
            return Result<Guid>.Fail(named.Errors);
        }

        if (sessionId is not null)
        {
            // A change of slot or speakers alone must meet a stale version too, within one tick of the clock as well.
            var entry = context.Entry(session.Value);
            entry.Property(row => row.Version).OriginalValue = form.Version;
            entry.Property(row => row.ModifiedAt).IsModified = true;
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
            return session.Value.Id;
        }

        await transaction.RollbackAsync(cancellationToken);
        return saved.Error is { Field: nameof(form.RoomId) } ? await OverlapAsync(actor, admitted.Value.Reach, session.Value, saved.Error, cancellationToken) : saved.Error!;
    }

    private async Task<Result> ChangeSeenAsync(
        Actor actor, Guid eventId, Guid sessionId, uint version, Action<ScoEventsDbContext, Session> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await OpenAsync(context, eventId, cancellationToken);
        if (planned.Error is { } closed)
        {
            return closed;
        }

        var session = await context.Sessions.Include(row => row.Slot).Include(row => row.Speakers)
            .SingleOrDefaultAsync(row => row.Id == sessionId && row.EventId == eventId, cancellationToken);
        if (session is null)
        {
            return Error.NotFound();
        }

        var entry = context.Entry(session);
        change(context, session);
        entry.Property(row => row.Version).OriginalValue = version;
        if (entry.State != EntityState.Deleted)
        {
            entry.Property(row => row.ModifiedAt).IsModified = true;
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static async Task<Result<ScoEvent>> OpenAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.ShareEventAsync(eventId, cancellationToken);
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        return planned.IsClosed ? Error.Refused("event.closed") : planned;
    }

    private async Task<Result<Session>> SessionAsync(ScoEventsDbContext context, Guid eventId, Guid? sessionId, SessionForm form, CancellationToken cancellationToken)
    {
        var facts = new SessionFacts(form.Type!.Value, form.Access!.Value, form.Title.ToText(), form.Abstract.ToText());
        if (sessionId is null)
        {
            var last = await context.Sessions.Where(row => row.EventId == eventId).MaxAsync(row => (int?)row.Position, cancellationToken);
            var drafted = Session.Draft(eventId, facts, (last ?? -1) + 1, clock.GetUtcNow());
            if (drafted.IsSuccess)
            {
                context.Sessions.Add(drafted.Value);
            }

            return drafted;
        }

        var session = await context.Sessions.Include(row => row.Slot).Include(row => row.Speakers).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Id == sessionId && row.EventId == eventId, cancellationToken);
        if (session is null)
        {
            return Error.NotFound();
        }

        // What the form does not say yet stays as it is.
        var described = session.Describe(
            facts with
            {
                Classification = session.Classification,
                TrackId = session.TrackId,
                ExpectedAttendance = session.ExpectedAttendance,
                Layout = session.Layout,
                InterpretedInto = session.InterpretedInto,
                AgendaItems = session.AgendaItems,
                Notes = session.Notes,
            },
            clock.GetUtcNow());
        return described.IsSuccess ? session : Result<Session>.Fail(described.Errors);
    }

    private async Task<Result> PlaceAsync(
        ScoEventsDbContext context, ScoEvent planned, Reach reach, Session session, SessionForm form, CancellationToken cancellationToken)
    {
        if (!form.HasSlot)
        {
            session.Unschedule(clock.GetUtcNow());
            return Result.Success;
        }

        if (!planned.Rooms.Any(room => room.RoomId == form.RoomId))
        {
            return ProgrammeErrors.RoomUnknown();
        }

        if (planned.Span is not { } span || EventZone.Find(planned.TimeZone) is not { } zone)
        {
            return ProgrammeErrors.OutsideEvent();
        }

        var during = LocalTimes.Read(form, zone);
        if (during.Error is { } wrong)
        {
            return wrong;
        }

        var moved = session.MoveTo(form.RoomId!.Value, during.Value, span, clock.GetUtcNow());
        if (!moved.IsSuccess)
        {
            return moved;
        }

        await context.LockRoomAsync(form.RoomId.Value, cancellationToken);
        return await OverlapAsync(context, reach, session, cancellationToken) is { } taken ? taken : Result.Success;
    }

    private static async Task<Result> NameSpeakersAsync(ScoEventsDbContext context, Session session, SessionForm form, CancellationToken cancellationToken)
    {
        var wanted = form.Speakers.Concat(form.ChairId is { } chair ? [chair] : []).Distinct().ToList();
        var known = await context.Speakers.CountAsync(speaker => speaker.EventId == session.EventId && wanted.Contains(speaker.Id), cancellationToken);
        return known < wanted.Count ? ProgrammeErrors.SpeakerUnknown() : session.SetSpeakers(form.ChairId, [.. form.Speakers.Select(id => new FloorPart(id))], session.ModifiedAt);
    }

    // Another writer was faster and PostgreSQL refused the slot: ask who it was, now that the winner is there to be read.
    private async Task<Error> OverlapAsync(Actor actor, Reach reach, Session session, Error refused, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return await OverlapAsync(context, reach, session, cancellationToken) ?? refused;
    }

    private static async Task<Error?> OverlapAsync(ScoEventsDbContext context, Reach reach, Session session, CancellationToken cancellationToken)
    {
        var (rooms, start, end) = (session.Slot!.Rooms.Select(room => room.RoomId).ToList(), session.Slot.StartsAt, session.Slot.EndsAt);
        var other = await context.Set<SlotRoom>().AsNoTracking()
            .Where(taken => rooms.Contains(taken.RoomId) && taken.SessionId != session.Id && taken.StartsAt < end && start < taken.EndsAt)
            .OrderBy(taken => taken.StartsAt)
            .Join(context.Sessions, taken => taken.SessionId, row => row.Id, (taken, row) => new { taken.RoomId, row.EventId, row.Title })
            .Join(context.Events, found => found.EventId, row => row.Id, (found, row) => new { found.RoomId, found.EventId, found.Title, row.SecretariatId })
            .FirstOrDefaultAsync(cancellationToken);
        if (other is null)
        {
            return null;
        }

        var isOpen = other.EventId == session.EventId || reach.CanReadDraft(new EventScope(other.EventId, other.SecretariatId));
        var room = await context.Rooms.Where(row => row.Id == other.RoomId).Select(row => row.Name).SingleAsync(cancellationToken);
        return ProgrammeErrors.RoomOverlap(room, isOpen ? other.Title : LocalizedText.Empty);
    }
}
