using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Import;

/// <summary>What an organiser reads before a programme is taken over: what can be chosen, and what would become of a file.</summary>
public sealed class ImportQueries(IDbContextFactory<ScoEventsDbContext> contexts, ImportReader reader, IValidator<ImportForm> validator)
{
    // Times of the file may be read by another zone's clock, which is at most a day away.
    private static readonly TimeSpan _zoneMargin = TimeSpan.FromDays(2);

    /// <summary>What there is to choose before a file is read.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<ImportSetting>> GetSettingAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().Where(row => row.Id == eventId)
            .Select(row => new { row.Slug, row.TimeZone, row.StartsOn, row.EndsOn, row.Status, Rooms = row.Rooms.Count, HasSessions = context.Sessions.Any(session => session.EventId == eventId) })
            .SingleAsync(cancellationToken);
        var venues = await context.Venues.AsNoTracking().Where(venue => venue.SecretariatId == admitted.Value.Scope.SecretariatId).OrderBy(venue => venue.Id)
            .Select(venue => new ImportVenue(venue.Id, venue.Name))
            .ToListAsync(cancellationToken);
        return new ImportSetting(
            planned.Slug,
            planned.TimeZone,
            planned is { StartsOn: { } first, EndsOn: { } last } ? (first, last) : null,
            planned.Status == EventStatus.Draft && !planned.HasSessions,
            planned.Rooms,
            venues);
    }

    /// <summary>Says what an import would do; writes nothing.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="reading">What the file holds; its document is not null.</param>
    /// <param name="form">What the file does not say.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The plan, which holds until the draft changes. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c> at the venue, and as <see cref="ImportPlanner.Plan"/>.</returns>
    public async Task<Result<ImportPlan>> PlanAsync(Actor actor, Guid eventId, ScheduleReading reading, ImportForm form, CancellationToken cancellationToken)
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
            return Result<ImportPlan>.Fail(errors);
        }

        var secretariatId = admitted.Value.Scope.SecretariatId;
        if (form.VenueId is { } venueId && !await context.Venues.AnyAsync(venue => venue.Id == venueId && venue.SecretariatId == secretariatId, cancellationToken))
        {
            return Error.Invalid(nameof(form.VenueId), "choice");
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        if (planned.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var draft = await ImportDrafts.ReadAsync(context, eventId, form.VenueId, Span(reading.Document!), cancellationToken);
        var choices = new ImportChoices(
            form.Access!.Value, form.Classification!.Value, form.Type!.Value, form.VenueId, form.VenueName.ToText(), form.TakesDays, form.AreConfirmed, form.KeepsClock);
        return await reader.CompareAsync(() => ImportPlanner.Plan(draft, reading, choices), cancellationToken);
    }

    private static TimeInterval? Span(ScheduleDocument document) => document.Events.Count == 0
        ? null
        : new TimeInterval(
            document.Events.Min(one => one.Start).ToUniversalTime() - _zoneMargin,
            document.Events.Max(one => one.Start + one.Duration).ToUniversalTime() + _zoneMargin);
}
