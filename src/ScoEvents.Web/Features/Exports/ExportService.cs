using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Agenda;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Exports;

/// <summary>Saves choices under names, and has agendas printed in the queue.</summary>
public sealed class ExportService(
    IDbContextFactory<ScoEventsDbContext> contexts, ExportQueries queries, PdfQueue queue, PrintedAgendas printed, TimeProvider clock)
{
    /// <summary>Saves a choice for everybody who works for the event; one of the same name is replaced.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="form">The choice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>choice</c> where the choice names what cannot be chosen, <c>exports.too-many-presets</c>, <c>exports.preset-name-taken</c>, and as <see cref="ExportPreset.Save"/>.</returns>
    public async Task<Result> SavePresetAsync(Actor actor, Guid eventId, string? name, ExportForm form, CancellationToken cancellationToken)
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

        var fresh = ExportPreset.Save(eventId, name, form.ToQuery(), actor.UserId!.Value, clock.GetUtcNow());
        if (!fresh.IsSuccess)
        {
            return fresh.Error!;
        }

        var presets = await context.ExportPresets.Where(preset => preset.EventId == eventId).ToListAsync(cancellationToken);
        if (presets.FirstOrDefault(preset => preset.Name == fresh.Value.Name) is { } known)
        {
            known.Replace(fresh.Value.Options, fresh.Value.SavedBy, fresh.Value.SavedAt);
        }
        else if (presets.Count >= ExportPreset.MaxOfEvent)
        {
            return Error.Refused("exports.too-many-presets", ExportPreset.MaxOfEvent);
        }
        else
        {
            context.ExportPresets.Add(fresh.Value);
        }

        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Deletes a saved choice; files that were made with it stay as they are. One that somebody else has deleted is gone as wished.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="presetId">A preset of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result> DeletePresetAsync(Actor actor, Guid eventId, Guid presetId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var preset = await context.ExportPresets.SingleOrDefaultAsync(preset => preset.Id == presetId && preset.EventId == eventId, cancellationToken);
        if (preset is null)
        {
            return Result.Success;
        }

        context.ExportPresets.Remove(preset);
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Has the chosen agenda printed; the job tells how far it is and can be stopped.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The choice.</param>
    /// <param name="cancellationToken">Cancels the reading; the job itself is stopped by <see cref="PdfJob.Stop"/>.</param>
    /// <returns>Refused: <c>not-found</c>, also for a release that does not exist, <c>choice</c>, <c>exports.queue-full</c>.</returns>
    public async Task<Result<PdfJob>> PrintAsync(Actor actor, Guid eventId, ExportForm form, CancellationToken cancellationToken)
    {
        var file = await queries.FileAsync(actor, eventId, form, cancellationToken);
        if (file.Error is { } refused)
        {
            return refused;
        }

        var name = file.Value.NameAs(ExportFormat.Pdf);
        var job = queue.Enqueue(
            OwnerOf(actor), AgendaHtmlWriter.Print(file.Value.Agenda),
            (finished, pdf) => printed.Keep(finished, new PrintedAgenda(eventId, finished.Owner, name, pdf)));
        return job is null ? Error.Refused("exports.queue-full") : job;
    }

    /// <summary>A PDF that the actor had made within the last minutes.</summary>
    /// <param name="actor">The one who asked for it, and still may.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="jobId">Its job.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for the job of somebody else or one that has not ended well.</returns>
    public async Task<Result<PrintedAgenda>> FindPrintedAsync(Actor actor, Guid eventId, Guid jobId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        return printed.Find(jobId) is { } found && found.EventId == eventId && found.Owner == OwnerOf(actor) ? found : Error.NotFound();
    }

    private static string OwnerOf(Actor actor) => $"user:{actor.UserId}";
}
