using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data.Search;

/// <summary>Writes how a name sounds into the row of the name, in the same save.</summary>
/// <remarks>A trigger forgets the keys of a name that was changed past this class; such rows are listened to one by one, so that they are found all the same.</remarks>
internal sealed class SoundKeysInterceptor : SaveChangesInterceptor
{
    /// <summary>The column's property; null where nobody said how the name sounds.</summary>
    public const string Property = "SoundKeys";

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Listen(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Listen(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Listen(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && IsRenamed(entry)))
            {
                if (NamesOf(entry.Entity) is { } names)
                {
                    entry.Property(Property).CurrentValue = SoundKeys.Of(names).ToArray();
                }
            }
        }
    }

    private static bool IsRenamed(EntityEntry entry) => entry.Entity switch
    {
        Speaker => entry.Property(nameof(Speaker.Name)).IsModified,
        Delegate => entry.Property(nameof(Delegate.FamilyName)).IsModified || entry.Property(nameof(Delegate.GivenNames)).IsModified || entry.Property(nameof(Delegate.NativeName)).IsModified,
        _ => false,
    };

    private static IEnumerable<LocalizedText>? NamesOf(object entity) => entity switch
    {
        Speaker speaker => [speaker.Name],
        Delegate person => [SpokenName.ByScript($"{person.GivenNames} {person.FamilyName}", person.NativeName)],
        ReleasedSession session => session.People.Select(person => person.Name),
        _ => null,
    };
}
