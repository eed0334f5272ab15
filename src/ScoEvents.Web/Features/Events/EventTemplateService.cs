using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Events;

/// <summary>Starts the programme of an event from a template.</summary>
public sealed class EventTemplateService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<TemplateForm> validator)
{
    /// <summary>Drafts the sessions of a template on the days of the event: breaks and ceremonies in all rooms, work in the chosen one. What finds its room taken waits in the tray; without a room all do.</summary>
    /// <remarks>One transaction that holds the event's row: of two who apply a template at once, the second meets a programme that is not empty.</remarks>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Template and room.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What was drafted. Refused: <c>not-found</c>, <c>forbidden</c>, <c>required</c>, <c>choice</c>, <c>event.closed</c>, <c>programme.not-empty</c>, <c>programme.room-unknown</c>.</returns>
    public async Task<Result<TemplateOutcome>> ApplyAsync(Actor actor, Guid eventId, TemplateForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (validator.Check(form) is { Count: > 0 } invalid)
        {
            return Result<TemplateOutcome>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        if (planned.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        if (await context.Sessions.AnyAsync(session => session.EventId == eventId, cancellationToken))
        {
            return Error.Refused("programme.not-empty");
        }

        if (form.RoomId is { } roomId && !planned.Rooms.Any(room => room.RoomId == roomId))
        {
            return ProgrammeErrors.RoomUnknown();
        }

        var outcome = await DraftAsync(context, planned, form, cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<TemplateOutcome> DraftAsync(ScoEventsDbContext context, ScoEvent planned, TemplateForm form, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessions = ProgrammeTemplates.Of(form.Template!.Value).On([.. planned.Dates.Days()])
            .Select((item, position) => (item, drafted: Session.Draft(planned.Id, new SessionFacts(item.Type, item.Access, item.Title, LocalizedText.Empty), position, now).Value))
            .ToList();
        context.Sessions.AddRange(sessions.Select(session => session.drafted));
        if (form.RoomId is not { } roomId || EventZone.Find(planned.TimeZone) is not { } zone)
        {
            return new TemplateOutcome(sessions.Count, 0, []);
        }

        var places = sessions.Select(session => (session.item, session.drafted, during: During(session.item, zone))).ToList();
        var rooms = await RoomBookings.OfOthersAsync(context, planned, [.. places.Where(place => place.during is not null).Select(place => place.during!.Value)], cancellationToken);
        var left = places.Select(place => SlotMoves.Place(place.drafted, place.during, planned.PlaceOf(place.item.IsForAllRooms ? null : roomId), planned, rooms, now)).OfType<LeftOver>().ToList();
        return new TemplateOutcome(sessions.Count, places.Count - left.Count, new SlotsMoved(0, left).ToShow().Tray);
    }

    private static TimeInterval? During(TemplateSession session, EventZone zone) =>
        zone.ToInstant(session.Day, session.StartsAt) is { } start && zone.ToInstant(session.Day, session.EndsAt) is { } end ? new TimeInterval(start, end) : null;
}
