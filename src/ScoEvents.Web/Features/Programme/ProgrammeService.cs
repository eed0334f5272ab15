using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Drafts the programme of an event: sessions, their places and times, and who has a part in them.</summary>
public sealed class ProgrammeService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<SessionForm> validator)
{
    /// <summary>Drafts a session, placed or unscheduled.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The session; times are local to the event's zone.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>
    /// The session. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>programme.room-unknown</c>, <c>programme.time-skipped</c>, <c>programme.room-overlap</c> or
    /// <c>programme.room-taken</c>, <c>programme.speaker-unknown</c>, <c>choice</c> at track, team or speaker of an item, and as <see cref="Session.Draft"/>, <see cref="Session.MoveTo"/> and
    /// <see cref="Session.SetSpeakers"/>.
    /// </returns>
    public Task<Result<Guid>> AddSessionAsync(Actor actor, Guid eventId, SessionForm form, CancellationToken cancellationToken) =>
        SaveSessionAsync(actor, eventId, null, form, cancellationToken);

    /// <summary>Brings a session back that was just deleted: under its own identity, with its people, its place and how certain it was. Its documents are gone.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">The identity it had.</param>
    /// <param name="form">The session as it was.</param>
    /// <param name="state">How certain it was.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>stale</c> where it is back already, <c>choice</c>, and as <see cref="AddSessionAsync"/>, such as where another session took its room.</returns>
    public async Task<Result> RestoreSessionAsync(Actor actor, Guid eventId, Guid sessionId, SessionForm form, SessionState state, CancellationToken cancellationToken) =>
        await SaveSessionAsync(actor, eventId, null, form, cancellationToken, (new SessionIdentity(sessionId, null), state));

    /// <summary>Changes a session: its content, its place and time, and its people, at once.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>stale</c>, and as <see cref="AddSessionAsync"/>.</returns>
    public async Task<Result> EditSessionAsync(Actor actor, Guid eventId, Guid sessionId, SessionForm form, CancellationToken cancellationToken) =>
        await SaveSessionAsync(actor, eventId, sessionId, form, cancellationToken);

    /// <summary>Says how certain a session is. One that is withdrawn or cancelled gives its place and time free.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="state">How certain it is from now on.</param>
    /// <param name="version">Row version of the session that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c>, <c>stale</c>.</returns>
    public Task<Result> ChangeStateAsync(Actor actor, Guid eventId, Guid sessionId, SessionState state, uint version, CancellationToken cancellationToken) =>
        ChangeSeenAsync(actor, eventId, sessionId, version, (_, session) => Change(session, state), cancellationToken);

    /// <summary>Takes a session out of the timetable; it stays in the tray.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="version">Row version of the session that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public Task<Result> UnscheduleSessionAsync(Actor actor, Guid eventId, Guid sessionId, uint version, CancellationToken cancellationToken) =>
        ChangeSeenAsync(actor, eventId, sessionId, version, (_, session) =>
        {
            session.Unschedule(clock.GetUtcNow());
            return Result.Success;
        }, cancellationToken);

    /// <summary>Deletes a session from the draft; releases keep it, and the next one says that it is cancelled.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="version">Row version of the session that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>.</returns>
    public Task<Result> DeleteSessionAsync(Actor actor, Guid eventId, Guid sessionId, uint version, CancellationToken cancellationToken) =>
        ChangeSeenAsync(actor, eventId, sessionId, version, (context, session) =>
        {
            context.Sessions.Remove(session);
            return Result.Success;
        }, cancellationToken);

    private Result Change(Session session, SessionState state)
    {
        if (!Enum.IsDefined(state))
        {
            return Error.Invalid("State", "choice");
        }

        Action<DateTimeOffset> change = state switch
        {
            SessionState.Draft => session.BackToDraft,
            SessionState.Nominated => session.Nominate,
            SessionState.Confirmed => session.Confirm,
            SessionState.Withdrawn => session.Withdraw,
            SessionState.Cancelled => session.Cancel,
        };
        change(clock.GetUtcNow());
        return Result.Success;
    }

    private async Task<Result<Guid>> SaveSessionAsync(
        Actor actor, Guid eventId, Guid? sessionId, SessionForm form, CancellationToken cancellationToken, (SessionIdentity Identity, SessionState State)? was = null)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await context.OpenEventAsync(eventId, cancellationToken);
        if (planned.Error is { } closed)
        {
            return closed;
        }

        if (was is { Identity.Id: { } former } && await context.Sessions.AnyAsync(row => row.Id == former, cancellationToken))
        {
            return Error.Stale();
        }

        var session = await SessionAsync(context, eventId, sessionId, form, was?.Identity, cancellationToken);
        if (!session.IsSuccess)
        {
            return Result<Guid>.Fail(session.Errors);
        }

        // People first: whether their minutes fit is a question of the length.
        var named = await NameAsync(context, session.Value, form, cancellationToken);
        var placed = named.IsSuccess
            ? await context.PlaceAsync(planned.Value, admitted.Value.Reach, session.Value, form, clock.GetUtcNow(), cancellationToken)
            : named;
        if (!placed.IsSuccess)
        {
            return Result<Guid>.Fail(placed.Errors);
        }

        if (was is { State: var state } && Change(session.Value, state) is { IsSuccess: false } refusal)
        {
            return Result<Guid>.Fail(refusal.Errors);
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
        Actor actor, Guid eventId, Guid sessionId, uint version, Func<ScoEventsDbContext, Session, Result> change, CancellationToken cancellationToken)
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

        var session = await WholeAsync(context, eventId, sessionId, cancellationToken);
        if (session is null)
        {
            return Error.NotFound();
        }

        var entry = context.Entry(session);
        var changed = change(context, session);
        if (!changed.IsSuccess)
        {
            return changed;
        }

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

    private async Task<Result<Session>> SessionAsync(
        ScoEventsDbContext context, Guid eventId, Guid? sessionId, SessionForm form, SessionIdentity? identity, CancellationToken cancellationToken)
    {
        if (sessionId is null)
        {
            var last = await context.Sessions.Where(row => row.EventId == eventId).MaxAsync(row => (int?)row.Position, cancellationToken);
            var drafted = Session.Draft(eventId, form.Facts(), (last ?? -1) + 1, clock.GetUtcNow(), identity);
            if (drafted.IsSuccess)
            {
                context.Sessions.Add(drafted.Value);
            }

            return drafted;
        }

        var session = await WholeAsync(context, eventId, sessionId.Value, cancellationToken);
        if (session is null)
        {
            return Error.NotFound();
        }

        var described = session.Describe(form.Facts(), clock.GetUtcNow());
        return described.IsSuccess ? session : Result<Session>.Fail(described.Errors);
    }

    private static Task<Session?> WholeAsync(ScoEventsDbContext context, Guid eventId, Guid sessionId, CancellationToken cancellationToken) => context.Sessions
        .Include(row => row.Slot).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery()
        .SingleOrDefaultAsync(row => row.Id == sessionId && row.EventId == eventId, cancellationToken);

    // Every choice is asked for by its event: what was shown to the browser proves nothing.
    private async Task<Result> NameAsync(ScoEventsDbContext context, Session session, SessionForm form, CancellationToken cancellationToken)
    {
        var (eventId, now) = (session.EventId, clock.GetUtcNow());
        if (form.TrackId is { } trackId && !await context.Tracks.AnyAsync(track => track.Id == trackId && track.EventId == eventId, cancellationToken))
        {
            return Error.Invalid(nameof(form.TrackId), "choice");
        }

        var teams = form.InterpreterTeams.Distinct().ToList();
        if (teams.Count > 0 && await context.InterpreterTeams.CountAsync(team => team.EventId == eventId && teams.Contains(team.Id), cancellationToken) < teams.Count)
        {
            return Error.Invalid(nameof(form.InterpreterTeams), "choice");
        }

        var introducing = form.AgendaItems.Where(item => item.SpeakerId is not null).Select(item => item.SpeakerId!.Value).ToHashSet();
        var named = form.Speakers.Select(part => part.SpeakerId).Concat(form.ChairId is { } chair ? [chair] : []).ToHashSet();
        var wanted = named.Union(introducing).ToList();
        var known = await context.Speakers.Where(speaker => speaker.EventId == eventId && wanted.Contains(speaker.Id)).Select(speaker => speaker.Id).ToListAsync(cancellationToken);
        if (!named.IsSubsetOf(known))
        {
            return ProgrammeErrors.SpeakerUnknown();
        }

        if (form.AgendaItems.FindIndex(item => item.SpeakerId is { } id && !known.Contains(id)) is >= 0 and var stranger)
        {
            return Error.Invalid($"{nameof(form.AgendaItems)}[{stranger}].{nameof(AgendaItemForm.SpeakerId)}", "choice");
        }

        session.SetInterpreters(teams, now);
        return session.SetSpeakers(form.ChairId, [.. form.Speakers.Select(part => new FloorPart(part.SpeakerId, part.Minutes))], now);
    }

    // Another writer was faster and PostgreSQL refused the slot: ask who it was, now that the winner is there to be read.
    private async Task<Error> OverlapAsync(Actor actor, Reach reach, Session session, Error refused, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return await context.FindOverlapAsync(reach, session, cancellationToken) ?? refused;
    }
}
