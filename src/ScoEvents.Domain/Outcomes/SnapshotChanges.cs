using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Outcomes;

/// <summary>What became of a person between two lists.</summary>
public enum SnapshotChangeKind
{
    /// <summary>Stands in the later list only.</summary>
    Added,

    /// <summary>Took the place of a person of the earlier list.</summary>
    Replaced,

    /// <summary>Stands in the earlier list only.</summary>
    Withdrawn,

    /// <summary>Stands in both, differently.</summary>
    Changed,
}

/// <summary>What of a person's line differs.</summary>
public enum SnapshotField
{
    /// <summary>The side's name or capacity.</summary>
    Side,

    /// <summary>Part in the delegation.</summary>
    Role,

    /// <summary>Name in Latin script, or form of address.</summary>
    Name,

    /// <summary>Name in its own script.</summary>
    NativeName,

    /// <summary>Title or function.</summary>
    Function,

    /// <summary>Ministry, agency or institute.</summary>
    Body,

    /// <summary>Attendee category.</summary>
    Category,

    /// <summary>Whether the accreditation is through.</summary>
    Accreditation,
}

/// <summary>One difference between two lists.</summary>
/// <param name="Kind">What became of the person.</param>
/// <param name="Before">The line of the earlier list; null for a person who was added.</param>
/// <param name="After">The line of the later list; null for a person who was withdrawn.</param>
/// <param name="Fields">What differs, for a person who stands in both; empty otherwise.</param>
public sealed record SnapshotChange(SnapshotChangeKind Kind, SnapshotEntry? Before, SnapshotEntry? After, IReadOnlyList<SnapshotField> Fields)
{
    /// <summary>The line that says where the change belongs: the later one where there is one.</summary>
    public SnapshotEntry Subject => After ?? Before!;
}

/// <summary>Finds what differs between two lists of participants of one event.</summary>
public static class SnapshotChanges
{
    /// <summary>All differences, each person once, in no particular order of sides; empty where the lists say the same.</summary>
    /// <param name="before">The earlier list.</param>
    /// <param name="after">The later list.</param>
    public static IReadOnlyList<SnapshotChange> Between(IReadOnlyCollection<SnapshotEntry> before, IReadOnlyCollection<SnapshotEntry> after)
    {
        var old = before.ToDictionary(entry => entry.DelegateId);
        var current = after.Select(entry => entry.DelegateId).ToHashSet();
        var changes = new List<SnapshotChange>();
        var taken = new HashSet<Guid>();
        foreach (var entry in after)
        {
            if (old.TryGetValue(entry.DelegateId, out var known))
            {
                if (FieldsOf(known, entry) is { Count: > 0 } fields)
                {
                    changes.Add(new SnapshotChange(SnapshotChangeKind.Changed, known, entry, fields));
                }
            }
            else if (Predecessor(entry, old, current) is { } predecessor && taken.Add(predecessor.DelegateId))
            {
                changes.Add(new SnapshotChange(SnapshotChangeKind.Replaced, predecessor, entry, []));
            }
            else
            {
                changes.Add(new SnapshotChange(SnapshotChangeKind.Added, null, entry, []));
            }
        }

        changes.AddRange(before
            .Where(entry => !current.Contains(entry.DelegateId) && !taken.Contains(entry.DelegateId))
            .Select(entry => new SnapshotChange(SnapshotChangeKind.Withdrawn, entry, null, [])));
        return changes;
    }

    // Several substitutions may lie between the two lists; whoever came and went in between is in neither.
    private static SnapshotEntry? Predecessor(SnapshotEntry entry, Dictionary<Guid, SnapshotEntry> old, HashSet<Guid> current) =>
        entry.Replaces.Where(id => !current.Contains(id)).Select(old.GetValueOrDefault).FirstOrDefault(found => found is not null);

    private static List<SnapshotField> FieldsOf(SnapshotEntry before, SnapshotEntry after)
    {
        var fields = new List<SnapshotField>();
        Compare(SnapshotField.Side, before.Side.Equals(after.Side) && before.Capacity == after.Capacity);
        Compare(SnapshotField.Role, before.Role == after.Role);
        Compare(SnapshotField.Name, (before.FamilyName, before.GivenNames, before.FormOfAddress) == (after.FamilyName, after.GivenNames, after.FormOfAddress));
        Compare(SnapshotField.NativeName, before.NativeName == after.NativeName);
        Compare(SnapshotField.Function, before.Function.Equals(after.Function));
        Compare(SnapshotField.Body, before.Body.Equals(after.Body));
        Compare(SnapshotField.Category, before.Category == after.Category);
        Compare(SnapshotField.Accreditation, before.IsAccredited == after.IsAccredited);
        return fields;

        void Compare(SnapshotField field, bool isSame)
        {
            if (!isSame)
            {
                fields.Add(field);
            }
        }
    }
}
