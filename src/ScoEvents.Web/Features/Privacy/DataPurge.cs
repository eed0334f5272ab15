using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Takes personal data away for good and leaves a proof: how many rows of each kind, and a hash over their identities.</summary>
/// <remarks>
/// Works under the task <c>purge</c>, which row-level security lets see and empty what it must. The values that go are not
/// written into the audit trail on their way out; the proof is.
/// </remarks>
public sealed class DataPurge(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private const string PurgeTask = "purge";

    /// <summary>Purges passport data, visa and travel, photographs, drafts and mandate letters of an event, in one transaction. Refused: <c>privacy.nothing-left</c>, <c>stale</c> where a person was changed meanwhile.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="by">Who asked for it; null for the portal on its day.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    public async Task<Result<PurgeRecord>> EventAsync(Guid eventId, Guid? by, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(by, cancellationToken);
        await using var transaction = await BeginAsync(context, eventId, cancellationToken);
        var persons = await context.Delegates.Where(person => person.EventId == eventId && person.PurgedAt == null).ToListAsync(cancellationToken);
        var passports = persons.Where(person => person.HasPassport).Select(person => person.Id).ToList();
        var stays = persons.Where(person => person.Stay != DelegateStay.Unknown).Select(person => person.Id).ToList();
        var photos = await context.DelegatePhotos.Where(photo => photo.EventId == eventId).Select(photo => photo.DelegateId).ToListAsync(cancellationToken);
        var drafts = await context.DelegateDrafts.Where(draft => draft.EventId == eventId).Select(draft => draft.Id).ToListAsync(cancellationToken);
        var mandates = await context.MandateLetters.Where(letter => letter.EventId == eventId).Select(letter => letter.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        persons.ForEach(person => person.Purge(now));
        var saved = await SaveQuietlyAsync(context, cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await context.DelegatePhotos.Where(photo => photo.EventId == eventId).ExecuteDeleteAsync(cancellationToken);
        await context.DelegateDrafts.Where(draft => draft.EventId == eventId).ExecuteDeleteAsync(cancellationToken);
        await context.MandateLetters.Where(letter => letter.EventId == eventId).ExecuteDeleteAsync(cancellationToken);
        if (passports.Count + stays.Count + photos.Count + drafts.Count + mandates.Count == 0)
        {
            await transaction.CommitAsync(cancellationToken);
            return Error.Refused("privacy.nothing-left");
        }

        return await ProveAsync(
            context, eventId, PurgeKind.Everything, by, [("passports", passports), ("stays", stays), ("photos", photos), ("drafts", drafts), ("mandates", mandates)], now, cancellationToken);
    }

    /// <summary>Erases one person of an event. Refused: <c>not-found</c>, <c>stale</c>, and as <see cref="Delegate.Erase"/>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="isOver">Whether the event is over or cancelled.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    public async Task<Result<PurgeRecord>> PersonAsync(Guid eventId, Guid delegateId, bool isOver, Guid by, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(by, cancellationToken);
        await using var transaction = await BeginAsync(context, eventId, cancellationToken);
        var person = await context.Delegates.SingleOrDefaultAsync(found => found.Id == delegateId && found.EventId == eventId, cancellationToken);
        if (person is null)
        {
            return Error.NotFound();
        }

        var now = clock.GetUtcNow();
        List<Guid> passports = person.HasPassport ? [person.Id] : [];
        var erased = person.Erase(isOver, now);
        var saved = erased.IsSuccess ? await SaveQuietlyAsync(context, cancellationToken) : erased;
        if (saved.Error is { } failed)
        {
            return failed;
        }

        var photos = await context.DelegatePhotos.Where(photo => photo.DelegateId == delegateId).ExecuteDeleteAsync(cancellationToken);
        var drafts = await context.DelegateDrafts.Where(draft => draft.DelegateId == delegateId).Select(draft => draft.Id).ToListAsync(cancellationToken);
        await context.DelegateDrafts.Where(draft => draft.DelegateId == delegateId).ExecuteDeleteAsync(cancellationToken);
        return await ProveAsync(
            context, eventId, PurgeKind.Person, by,
            [("persons", [delegateId]), ("passports", passports), ("photos", photos > 0 ? [delegateId] : []), ("drafts", drafts)], now, cancellationToken);
    }

    /// <summary>The events whose day of retention has passed and that keep something still.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(null, cancellationToken);
        var set = await (
            from settings in context.DelegationSettings.AsNoTracking()
            where settings.PurgeOn != null
            join planned in context.Events.AsNoTracking() on settings.EventId equals planned.Id
            where context.Delegates.Any(person => person.EventId == settings.EventId && person.PurgedAt == null)
                || context.DelegatePhotos.Any(photo => photo.EventId == settings.EventId)
                || context.DelegateDrafts.Any(draft => draft.EventId == settings.EventId)
                || context.MandateLetters.Any(letter => letter.EventId == settings.EventId)
            select new { Settings = settings, planned.TimeZone }).ToListAsync(cancellationToken);
        return [.. set.Where(row => row.Settings.IsPurgeDue(EventDay.Today(row.TimeZone, clock))).Select(row => row.Settings.EventId)];
    }

    /// <summary>Purges every event that is due, each in a transaction of its own.</summary>
    /// <returns>What came of each; <c>privacy.nothing-left</c> where another node was faster.</returns>
    public async Task<IReadOnlyDictionary<Guid, Result<PurgeRecord>>> PurgeDueAsync(CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<Guid, Result<PurgeRecord>>();
        foreach (var eventId in await DueAsync(cancellationToken))
        {
            outcomes[eventId] = await EventAsync(eventId, null, cancellationToken);
        }

        return outcomes;
    }

    private async Task<ScoEventsDbContext> OpenAsync(Guid? by, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateForTaskAsync(PurgeTask, cancellationToken);
        context.ActorId = by;
        return context;
    }

    // Several nodes and a person may want it at once; the second finds nothing left.
    private static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(
        ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"purge:" + eventId}, 0))", cancellationToken);
        return transaction;
    }

    private static async Task<Result> SaveQuietlyAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        context.Auditing = false;
        var saved = await context.TrySaveAsync(cancellationToken);
        context.Auditing = true;
        return saved;
    }

    private static async Task<Result<PurgeRecord>> ProveAsync(
        ScoEventsDbContext context, Guid eventId, PurgeKind kind, Guid? by, IReadOnlyList<(string Kind, List<Guid> Ids)> gone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = PurgeRecord.Of(eventId, kind, gone.ToDictionary(part => part.Kind, part => part.Ids.Count), ProofOf(gone), by, now);
        context.PurgeRecords.Add(record);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await context.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        return record;
    }

    /// <summary>SHA-256 over one line a row, <c>kind:id</c>, by kind as given and by id; whoever has the ids can do it again.</summary>
    private static string ProofOf(IEnumerable<(string Kind, List<Guid> Ids)> gone) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(gone.SelectMany(part => part.Ids.Select(id => id.ToString("D")).Order(StringComparer.Ordinal).Select(id => $"{part.Kind}:{id}\n"))))));
}
