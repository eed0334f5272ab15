using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Organisations;

/// <summary>A body, ministry, institute, agency or outlet.</summary>
public sealed class Organisation
{
    private Organisation()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Stable key in the reference data, lower case with hyphens, such as <c>sco-rats-ec</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What kind of body it is, such as <c>Ministry</c> or <c>ThinkTank</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Names today.</summary>
    public LocalizedText Names { get; private set; } = LocalizedText.Empty;

    /// <summary>Abbreviations, or empty.</summary>
    public LocalizedText Abbreviations { get; private set; } = LocalizedText.Empty;

    /// <summary>The state it belongs to, or null for a body of several states.</summary>
    public Guid? StateId { get; private set; }

    /// <summary>The body it is part of, or null.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>City of the seat, or empty where it is not known.</summary>
    public LocalizedText SeatCity { get; private set; } = LocalizedText.Empty;

    /// <summary>Earlier names with their days.</summary>
    public IReadOnlyList<NamePeriod> NameHistory { get; private set; } = [];

    /// <summary>Makes an organisation.</summary>
    public static Organisation Create(OrganisationFacts facts, Guid? stateId, Guid? parentId)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Key = facts.Key };
        organisation.Describe(facts, stateId, parentId);
        return organisation;
    }

    /// <summary>Takes over names and belonging; the key does not change.</summary>
    public void Describe(OrganisationFacts facts, Guid? stateId, Guid? parentId)
    {
        Kind = facts.Kind;
        Names = facts.Names;
        Abbreviations = facts.Abbreviations;
        SeatCity = facts.SeatCity;
        StateId = stateId;
        ParentId = parentId;
        if (!NameHistory.SequenceEqual(facts.NameHistory))
        {
            NameHistory = facts.NameHistory;
        }
    }

    /// <summary>The names that were valid on a day; today's where the day is null.</summary>
    public LocalizedText NamesOn(DateOnly? day) =>
        day is { } known ? NameHistory.FirstOrDefault(period => period.Covers(known))?.Names ?? Names : Names;
}

/// <summary>What is known of an organisation; see <see cref="Organisation"/> for the meaning of each part.</summary>
public sealed record OrganisationFacts(
    string Key, string Kind, LocalizedText Names, LocalizedText Abbreviations, LocalizedText SeatCity, IReadOnlyList<NamePeriod> NameHistory);
