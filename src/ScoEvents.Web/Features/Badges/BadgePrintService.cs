using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Badges;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Has badges printed in the queue that prints agendas.</summary>
public sealed class BadgePrintService(
    IDbContextFactory<ScoEventsDbContext> contexts, BadgeDocuments documents, PdfQueue queue, PrintedAgendas printed, TimeProvider clock)
{
    // A badge names a person and goes to those who need it at the event.
    private const string Classification = "TLP:AMBER";

    /// <summary>Has valid badges printed; the job tells how far it is and can be stopped, and its file is fetched as an agenda's.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Whose badges and how; those who have none are passed over.</param>
    /// <param name="cancellationToken">Cancels the reading; the job itself is stopped by <see cref="PdfJob.Stop"/>.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>choice</c>, <c>badge.nothing-to-print</c>, <c>exports.queue-full</c>.</returns>
    public async Task<Result<PdfJob>> PrintAsync(Actor actor, Guid eventId, BadgePrintForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (PortalLanguages.Find(form.Language) is not { } language || !Enum.IsDefined(form.Layout) || !Enum.IsDefined(form.Paper)
            || form.Part is < 0 or > 1000 || form.DelegateIds.Count > BadgePrintForm.MaxBadges)
        {
            return Error.Invalid(nameof(BadgePrintForm.Layout), "choice");
        }

        if (await documents.ReadAsync(context, eventId, form, language, cancellationToken) is not { } document)
        {
            return BadgeErrors.NothingToPrint();
        }

        var slug = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.Slug).SingleAsync(cancellationToken);
        var name = new ExportFileName { Stem = slug, Content = "badges", Language = language.Code, Classification = Classification, Extension = "pdf" };
        var job = queue.Enqueue(
            $"user:{actor.UserId}", new PrintablePage(BadgeHtmlWriter.Write(document), clock.GetUtcNow()),
            (finished, pdf) => printed.Keep(finished, new PrintedAgenda(eventId, finished.Owner, name, pdf)));
        return job is null ? Error.Refused("exports.queue-full") : job;
    }
}
