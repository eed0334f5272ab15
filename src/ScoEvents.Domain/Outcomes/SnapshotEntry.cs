using System.Text.Json.Serialization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Outcomes;

/// <summary>One person as a list of participants froze them, with all that the list is ordered and worded by, so that it reads the same for ever.</summary>
/// <remarks>Domain rules 7, 11 and 14. Passport, visa and contact data have no place in it.</remarks>
public sealed record SnapshotEntry
{
    /// <summary>The person; the same over all lists of the event.</summary>
    public required Guid DelegateId { get; init; }

    /// <summary>The side that sends the person.</summary>
    public required Guid SideId { get; init; }

    /// <summary>The side's name on the event's first day.</summary>
    public required LocalizedText Side { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of a state, or null for an organisation.</summary>
    public string? SideCode { get; init; }

    /// <summary>In what capacity the side takes part.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>Rank of a state by the Russian alphabet, or 0 for an organisation.</summary>
    public int RankRussian { get; init; }

    /// <summary>Rank of a state by the English alphabet, or 0 for an organisation.</summary>
    public int RankEnglish { get; init; }

    /// <summary>Part in the delegation.</summary>
    public required DelegationRole Role { get; init; }

    /// <summary>Form of address, or null.</summary>
    public FormOfAddress? FormOfAddress { get; init; }

    /// <summary>Family name in Latin script.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Given names in Latin script.</summary>
    public required string GivenNames { get; init; }

    /// <summary>The whole name in its own script, or null.</summary>
    public string? NativeName { get; init; }

    /// <summary>Title or function; may be empty.</summary>
    public LocalizedText Function { get; init; } = LocalizedText.Empty;

    /// <summary>Ministry, agency or institute; may be empty.</summary>
    public LocalizedText Body { get; init; } = LocalizedText.Empty;

    /// <summary>Attendee category, or null.</summary>
    public AttendeeCategory? Category { get; init; }

    /// <summary>False for a person of a provisional list whose accreditation is not through.</summary>
    public bool IsAccredited { get; init; } = true;

    /// <summary>Whom the person took the place over from, the last one first; empty for nobody.</summary>
    public IReadOnlyList<Guid> Replaces { get; init; } = [];

    /// <summary>When the person was registered, UTC; orders persons of one role.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Whether the person was erased since: the line counts, and names nobody. Never part of what was frozen.</summary>
    [JsonIgnore]
    public bool IsErased { get; init; }

    /// <summary>Given names, then the family name in capitals; empty for an erased person.</summary>
    [JsonIgnore]
    public string DisplayName => $"{GivenNames} {FamilyName.ToUpperInvariant()}".Trim();

    /// <summary>The line without anything that says who the person is; side, capacity and role keep the counts of the list right.</summary>
    public SnapshotEntry Erased() => this with
    {
        IsErased = true,
        FormOfAddress = null,
        FamilyName = "",
        GivenNames = "",
        NativeName = null,
        Function = LocalizedText.Empty,
        Body = LocalizedText.Empty,
        Category = null,
    };

    /// <summary>What decides the place of the side, with organisations compared by their name in a language.</summary>
    public ProtocolKey KeyIn(string language) => new(Capacity, SideCode is not null, RankRussian, RankEnglish, Side.In(language));
}

/// <summary>The order of a list of participants.</summary>
public static class SnapshotOrder
{
    /// <summary>Sides by protocol, and in each the head, deputies, members, advisers, experts and the others, each by the day of registration.</summary>
    /// <param name="entries">The persons, in any order.</param>
    /// <param name="alphabet">Which alphabet orders the states.</param>
    /// <param name="language">The language in which names of organisations are compared.</param>
    /// <param name="names">Compares names in that language.</param>
    /// <remarks>Domain rules 7 and 11.</remarks>
    public static IReadOnlyList<SnapshotEntry> By(
        IEnumerable<SnapshotEntry> entries, ProtocolAlphabet alphabet, string language, IComparer<string> names) =>
    [
        .. entries.OrderBy(entry => entry.KeyIn(language), ProtocolOrder.By(alphabet, names))
            // Two organisations of one name stay apart.
            .ThenBy(entry => entry.SideId).ThenBy(entry => entry.Role).ThenBy(entry => entry.RegisteredAt).ThenBy(entry => entry.DelegateId),
    ];
}
