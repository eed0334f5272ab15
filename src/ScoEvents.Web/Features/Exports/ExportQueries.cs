using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Exports;

/// <summary>Reads agendas for files: published ones for everybody, drafts and every release for those who prepare the event.</summary>
public sealed class ExportQueries(IDbContextFactory<ScoEventsDbContext> contexts, AgendaDocuments documents, TimeProvider clock)
{
    /// <summary>What can be chosen for the files of an event, with the presets that were saved; the draft only where it can be read at all.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<ExportChoices>> ChoicesAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = EventZone.Find(await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).SingleAsync(cancellationToken));
        var releases = await context.Releases.AsNoTracking().Where(release => release.EventId == eventId).OrderByDescending(release => release.Number)
            .Select(release => new ExportRelease(release.Number, release.PublishedAt)).ToListAsync(cancellationToken);
        var presets = await context.ExportPresets.AsNoTracking().Where(preset => preset.EventId == eventId).OrderBy(preset => preset.Name)
            .Select(preset => new ExportPresetRow(preset.Id, preset.Name, preset.Options)).ToListAsync(cancellationToken);
        return new ExportChoices(zone?.Id, [.. releases.Select(release => release with { PublishedAt = Local(zone, release.PublishedAt) })], presets);
    }

    /// <summary>What the file would hold: how many sessions, its marking, and the days, rooms and tracks of the whole agenda to choose from.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The choice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for a release that does not exist, <c>choice</c>.</returns>
    public async Task<Result<ExportPreview>> PreviewAsync(Actor actor, Guid eventId, ExportForm form, CancellationToken cancellationToken)
    {
        var read = await SourceAsync(actor, eventId, form, cancellationToken);
        if (read.Error is { } refused)
        {
            return refused;
        }

        var chosen = documents.Write(read.Value, form.ToOptions(), AgendaRight.Staff);
        var entries = chosen.Days.SelectMany(day => day.Entries).ToList();
        var standing = read.Value.Sessions.Where(session => !session.IsCancelled).ToList();
        return new ExportPreview(
            entries.Count, entries.Count(entry => entry.IsHidden), chosen.Classification,
            [.. standing.Select(session => DateOnly.FromDateTime(read.Value.Zone.ToLocal(session.StartsAt))).Distinct().Order()],
            [.. standing.Where(session => session.RoomId is not null).OrderBy(session => session.RoomPosition).DistinctBy(session => session.RoomId)
                .Select(session => new ExportChoice(session.RoomId!.Value, session.RoomName))],
            [.. standing.Where(session => session.Track is not null).DistinctBy(session => session.Track!.TrackId)
                .Select(session => new ExportChoice(session.Track!.TrackId, session.Track.Name))]);
    }

    /// <summary>The file that was chosen.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The choice; a calendar of a draft does not exist.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for a release that does not exist, <c>choice</c>.</returns>
    public async Task<Result<AgendaFile>> FileAsync(Actor actor, Guid eventId, ExportForm form, CancellationToken cancellationToken)
    {
        if (form.IsDraft && form.Format == ExportFormat.Ics)
        {
            return Error.NotFound();
        }

        var read = await SourceAsync(actor, eventId, form, cancellationToken);
        return read.Error is { } refused
            ? refused
            : new AgendaFile(documents.Write(read.Value, form.ToOptions(), AgendaRight.Staff), read.Value.Slug);
    }

    /// <summary>The latest release of an announced event, before it is cut down; null where there is none. Four SQL commands.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AgendaSource?> FindPublicAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await AgendaReading.ReleaseAsync(
            context, PublicEventQueries.Announced(context).Where(planned => planned.Slug == slug), null, cancellationToken);
    }

    /// <summary>The public file: nothing but what everybody may know, whatever was asked.</summary>
    public AgendaFile PublicFile(AgendaSource source, AgendaOptions options) =>
        new(documents.Write(source, options, AgendaRight.Everybody), source.Slug);

    private async Task<Result<AgendaSource>> SourceAsync(Actor actor, Guid eventId, ExportForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!new ExportFormValidator().Validate(form).IsValid)
        {
            return Error.Invalid(nameof(ExportForm.Format), "choice");
        }

        var source = form.IsDraft
            ? await AgendaReading.DraftAsync(context, eventId, clock.GetUtcNow(), cancellationToken)
            : await AgendaReading.ReleaseAsync(context, context.Events.Where(planned => planned.Id == eventId), form.Release, cancellationToken);
        return source is null ? Error.NotFound() : source;
    }

    private static DateTimeOffset Local(EventZone? zone, DateTimeOffset instant) =>
        zone is null ? instant : TimeZoneInfo.ConvertTime(instant, zone.Rules);
}
