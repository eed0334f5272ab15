using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Publishes programmes, tells those whom it concerns, and loads what was published back into the draft.</summary>
public sealed class ReleaseService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<ReleaseForm> validator, MailOutbox outbox)
{
    /// <summary>Freezes the scheduled sessions of the draft as the next release, makes the event public, writes the notices, and tells every node.</summary>
    /// <remarks>One transaction that holds the event's row: numbers follow each other without gaps, and nobody changes the draft meanwhile.</remarks>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Name, note, and the number that the organiser was shown.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The number, from 1. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c> where another release took the number, <c>programme.conflicts-block</c>, and as <see cref="Release.Publish"/>.</returns>
    public async Task<Result<int>> PublishAsync(Actor actor, Guid eventId, ReleaseForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<int>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var planned = await context.Events.SingleAsync(row => row.Id == eventId, cancellationToken);
        var now = clock.GetUtcNow();
        if (planned.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var previous = await context.LatestReleaseAsync(eventId, cancellationToken);
        var release = await NextAsync(context, eventId, new ReleaseLabel(form.Name, form.Note), previous, actor.UserId!.Value, now, cancellationToken);
        if (!release.IsSuccess)
        {
            return Result<int>.Fail(release.Errors);
        }

        if (form.Number is { } shown && shown != release.Value.Number)
        {
            return Error.Stale();
        }

        context.Releases.Add(release.Value);
        await outbox.ReleaseAsync(context, planned, previous, release.Value, form.ReviewsMails, now, cancellationToken);
        var announced = planned.Announce(now);
        var saved = announced.IsSuccess ? await context.TrySaveAsync(cancellationToken) : announced;
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await context.AnnounceChangeAsync(eventId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return release.Value.Number;
    }

    /// <summary>Makes the draft as a release was: content, places, times, people, tracks and languages of its sessions, in one transaction.</summary>
    /// <remarks>
    /// Sessions that were deleted since come back under their identity; sessions that were placed since go to the tray. What a
    /// release does not show, such as internal notes, stays. A session whose place another event has taken goes to the tray and
    /// is named; anything else that cannot be done leaves everything as it was.
    /// </remarks>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="number">Number of the release, from 1.</param>
    /// <param name="form">The outcome that the organiser was shown.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What was done. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c> where something else would come of it than was shown.</returns>
    public async Task<Result<LoadPreview>> LoadAsync(Actor actor, Guid eventId, int number, LoadForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var released = await context.SessionsOfAsync(eventId, number, cancellationToken);
        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        if (released.Count == 0)
        {
            return Error.NotFound();
        }

        if (draft.Event.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        foreach (var roomId in draft.Event.Rooms.Select(room => room.RoomId).Order())
        {
            await context.LockRoomAsync(roomId, cancellationToken);
        }

        var plan = await LoadPlan.OfAsync(context, draft, released, cancellationToken);
        var outcome = plan.Preview(number);
        if (form.Stamp != outcome.Stamp)
        {
            return Error.Stale();
        }

        var done = await new DraftRestore(draft, plan, clock.GetUtcNow()).ApplyAsync(context, cancellationToken);
        var saved = done.IsSuccess ? await SaveMovesAsync(context, cancellationToken) : done;
        if (!saved.IsSuccess)
        {
            return Result<LoadPreview>.Fail(saved.Errors);
        }

        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    // Two sessions that change places overlap while only one of them has moved.
    private static async Task<Result> SaveMovesAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync($"SET CONSTRAINTS {ConstraintErrors.SlotRoomOverlap} DEFERRED", cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved;
        }

        try
        {
            await context.Database.ExecuteSqlRawAsync($"SET CONSTRAINTS {ConstraintErrors.SlotRoomOverlap} IMMEDIATE", cancellationToken);
            return Result.Success;
        }
        catch (PostgresException refused) when (refused.ConstraintName == ConstraintErrors.SlotRoomOverlap)
        {
            return Error.Stale();
        }
    }

    private static async Task<Result<Release>> NextAsync(
        ScoEventsDbContext context, Guid eventId, ReleaseLabel label, Release? previous, Guid publisher, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        var open = draft.OpenConflicts().Count;
        if (open > 0)
        {
            return ProgrammeErrors.ConflictsBlock(open);
        }

        return Release.Publish(label with { Acknowledgements = draft.FrozenAcknowledgements() }, eventId, draft.Freeze(), previous, publisher, now);
    }
}

/// <summary>Reads what was published last.</summary>
internal static class LatestRelease
{
    /// <summary>The latest release with its sessions, untracked, or null.</summary>
    public static async Task<Release?> LatestReleaseAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var latest = await context.Releases.AsNoTracking().Include(release => release.Sessions)
            .Where(release => release.EventId == eventId && !context.Releases.Any(later => later.EventId == eventId && later.Number > release.Number))
            .SingleOrDefaultAsync(cancellationToken);
        return latest;
    }
}
