using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Outcomes;

/// <summary>Lines of lists of participants.</summary>
internal static class Entries
{
    public static Guid India { get; } = new("00000000-0000-0000-0000-0000000000a1");

    public static SnapshotEntry Of(int person, DelegationRole role = DelegationRole.Member, params int[] replaces) => new()
    {
        DelegateId = Id(person),
        SideId = India,
        Side = LocalizedText.Of(en: "India", ru: "Индия"),
        SideCode = "IN",
        Capacity = Capacity.Member,
        RankRussian = 8,
        RankEnglish = 9,
        Role = role,
        FamilyName = "Person",
        GivenNames = $"Number {person}",
        Function = LocalizedText.Of("Adviser"),
        Body = LocalizedText.Of("Secretariat"),
        Replaces = [.. replaces.Select(Id)],
        RegisteredAt = Clock.Now.AddMinutes(person),
    };

    public static Guid Id(int person) => new(person, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
