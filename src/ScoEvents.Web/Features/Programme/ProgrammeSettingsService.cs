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

namespace ScoEvents.Web.Features.Programme;

/// <summary>Keeps how strictly the programme of an event is checked.</summary>
public sealed class ProgrammeSettingsService(IDbContextFactory<ScoEventsDbContext> contexts, IValidator<ProgrammeSettingsForm> validator)
{
    /// <summary>Changes all settings at once.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, <c>choice</c> at a venue in which the event has no room, and as <see cref="ProgrammeSettings.Change"/>.</returns>
    public async Task<Result> SaveAsync(Actor actor, Guid eventId, ProgrammeSettingsForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Of two who save the first settings of an event, the second must meet those of the first.
        await context.LockEventAsync(eventId, cancellationToken);
        var settings = await context.ProgrammeSettings.SingleOrDefaultAsync(row => row.EventId == eventId, cancellationToken);
        if ((settings?.Version ?? 0) != form.Version)
        {
            return Error.Stale();
        }

        var venues = await context.EventVenuesAsync(eventId, cancellationToken);
        var unknown = form.TravelTimes
            .SelectMany((row, index) => new[] { (row.From, nameof(row.From)), (row.To, nameof(row.To)) }.Select(end => (Venue: end.Item1!.Value, Field: $"{nameof(form.TravelTimes)}[{index}].{end.Item2}")))
            .Where(end => !venues.Any(venue => venue.Id == end.Venue) && settings?.TravelTimes.Any(time => time.From == end.Venue || time.To == end.Venue) is not true)
            .Select(end => Error.Invalid(end.Field, "choice"))
            .ToList();
        if (unknown.Count > 0)
        {
            return Result.Fail(unknown);
        }

        if (settings is null)
        {
            context.ProgrammeSettings.Add(settings = ProgrammeSettings.For(eventId));
        }

        var changed = settings.Change(
            form.Severities.DistinctBy(row => row.Kind).ToDictionary(row => row.Kind, row => row.Severity),
            new TravelRules(form.TravelMinutes!.Value, [.. form.TravelTimes.Select(row => new TravelTime(row.From!.Value, row.To!.Value, row.Minutes!.Value))]),
            [.. form.Languages.Where(row => row.IsWanted).Select(row => row.Code)]);
        var saved = changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}

/// <summary>Finds the buildings in which an event takes place.</summary>
internal static class EventVenues
{
    /// <summary>The venues of the event's rooms.</summary>
    public static async Task<IReadOnlyList<Choice>> EventVenuesAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        await context.Venues.AsNoTracking()
            .Where(venue => context.Rooms.Any(room => room.VenueId == venue.Id && context.Set<EventRoom>().Any(used => used.EventId == eventId && used.RoomId == room.Id)))
            .OrderBy(venue => venue.Id)
            .Select(venue => new Choice(venue.Id, venue.Name))
            .ToListAsync(cancellationToken);
}
