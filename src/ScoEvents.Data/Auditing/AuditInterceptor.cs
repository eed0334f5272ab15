using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using ScoEvents.Data.Access;
using ScoEvents.Data.Configurations;
using ScoEvents.Data.Search;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Data.Auditing;

/// <summary>Adds to every save the entries that say what it changes, in the same transaction.</summary>
internal sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    // Of accounts it is worth knowing that they changed, not their hashes and stamps; key rings are the framework's own affair; steps and scans are a trail themselves.
    private static readonly HashSet<Type> _unaudited = [typeof(AuditEntry), typeof(DataProtectionKey), typeof(DocumentContent), typeof(DelegateDraft), typeof(AccreditationStep), typeof(CheckIn), typeof(NoteCounter), typeof(WebhookMessage)];
    private static readonly HashSet<string> _secret = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Envelope", "Masked", "Mark", "PassportExpiresOn", "PrivateEnvelope", "TokenHash", "Bytes", "Payload", "Stay", "Body", "ToAddress", "Reported", "Pending"];
    private static readonly HashSet<string> _noise = ["ModifiedAt", "Version", "NormalizedEmail", "NormalizedUserName", "AccessFailedCount", SoundKeysInterceptor.Property];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Record(DbContext? context)
    {
        if (context is not ScoEventsDbContext { Auditing: true } portal)
        {
            return;
        }

        portal.ChangeTracker.DetectChanges();
        var now = clock.GetUtcNow();
        var entries = portal.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => !_unaudited.Contains(entry.Metadata.ClrType))
            .Select(entry => (entry, changes: Changes(entry)))
            .Where(pair => pair.changes.Count > 0)
            .Select(pair => new AuditEntry
            {
                At = now,
                ActorId = portal.ActorId,
                EventId = EventOf(pair.entry),
                Entity = pair.entry.Metadata.ClrType.Name,
                EntityId = string.Join('/', pair.entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Plain(pair.entry.Property(key).CurrentValue))),
                Action = pair.entry.State.ToString(),
                Changes = JsonSerializer.Serialize(pair.changes, JsonColumn.Options),
            })
            .ToList();
        portal.AuditEntries.AddRange(entries);
    }

    private static SortedDictionary<string, object?[]> Changes(EntityEntry entry)
    {
        var changes = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in Properties(entry).Where(property => !_noise.Contains(property.Metadata.Name)))
        {
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (entry.State == EntityState.Modified && !property.IsModified || before is null && after is null)
            {
                continue;
            }

            // A letter by which a side names somebody is called after that person often enough.
            var secret = _secret.Contains(property.Metadata.Name) || (entry.Entity is MandateLetter && property.Metadata.Name == nameof(MandateLetter.FileName));
            changes[Name(property.Metadata)] = [secret ? Hide(before) : Plain(before), secret ? Hide(after) : Plain(after)];
        }

        return changes;
    }

    private static IEnumerable<PropertyEntry> Properties(EntityEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties));

    private static string Name(IProperty property) =>
        property.DeclaringType is IComplexType complex ? $"{complex.ComplexProperty.Name}.{property.Name}" : property.Name;

    private static string? Hide(object? value) => value is null ? null : "***";

    private static string? Plain(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, JsonColumn.Options),
    };

    private static Guid? EventOf(EntityEntry entry) => entry.Metadata.FindProperty("EventId") is { } property
        ? (entry.Property(property).CurrentValue as Guid?)
        : entry.Entity is Domain.Events.ScoEvent planned ? planned.Id : null;
}
