using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Says in which languages the texts of an event are wanted, and writes one that is missing, through whatever keeps the text.</summary>
public sealed class TranslationService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, TextKeepers keepers, IValidator<EventLanguagesForm> languagesValidator, IValidator<TranslationForm> validator)
{
    /// <summary>Says in which languages the texts of an event are wanted and which stand in first; every node shows the event's pages anew.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">All of it, with the version of the event it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, and as <see cref="Domain.Events.ScoEvent.SetLanguages"/>.</returns>
    public async Task<Result> SetLanguagesAsync(Actor actor, Guid eventId, EventLanguagesForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (languagesValidator.Check(form) is { Count: > 0 } errors)
        {
            return Result.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await context.Events.SingleAsync(row => row.Id == eventId, cancellationToken);
        context.Entry(planned).Property(row => row.Version).OriginalValue = form.Version;
        // Where nothing differs, nothing would be written and a stale copy go unnoticed.
        context.Entry(planned).Property(row => row.ModifiedAt).IsModified = true;
        var said = planned.SetLanguages(form.Wanted, form.Fallback, clock.GetUtcNow());
        var saved = said.IsSuccess ? await context.TrySaveAsync(cancellationToken) : said;
        if (saved.IsSuccess)
        {
            await context.AnnounceChangeAsync(eventId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Writes one language of a text; what the text belongs to is saved whole, by the service that keeps it and under its rules.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Which text, in which language, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refusals stand at <c>Text</c> or at the whole: <c>required</c>, <c>choice</c>, <c>event.language-unknown</c>, <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>event.closed</c>, and as the service that keeps the text.</returns>
    public async Task<Result> WriteAsync(Actor actor, Guid eventId, TranslationForm form, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateForAsync(actor, cancellationToken))
        {
            var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
            if (admitted.Error is { } refused)
            {
                return refused;
            }
        }

        if (validator.Check(form) is { Count: > 0 } errors)
        {
            return Result.Fail(errors);
        }

        var written = await keepers.WriteAsync(actor, eventId, form, cancellationToken);
        return written.IsSuccess ? written : Result.Fail([.. written.Errors.Select(error => error.Field is null ? error : error.At(nameof(form.Text)))]);
    }
}
