using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>Which alphabet orders the sides of an event.</summary>
public enum ProtocolAlphabet
{
    /// <summary>The Russian alphabet of short names: the practice of the SCO, also in English texts.</summary>
    Russian,

    /// <summary>The English alphabet: the other choice of a host.</summary>
    English,
}

/// <summary>What decides the place of a side in a list.</summary>
/// <param name="Capacity">In what capacity it takes part.</param>
/// <param name="IsState">False for an organisation.</param>
/// <param name="RankRussian">Rank of the state by the Russian alphabet, or 0 for an organisation.</param>
/// <param name="RankEnglish">Rank of the state by the English alphabet, or 0 for an organisation.</param>
/// <param name="SortName">Name by which organisations are ordered, already a collation-ready form in the alphabet asked for.</param>
public sealed record ProtocolKey(Capacity Capacity, bool IsState, int RankRussian, int RankEnglish, string SortName);

/// <summary>The order in which sides are listed, seated, flagged and given the floor.</summary>
/// <remarks>Domain rule 7: members; then observers, dialogue partners or partners, guests, organisations; each group by the alphabet.</remarks>
public static class ProtocolOrder
{
    /// <summary>The alphabet of every document whose host chose no other, in whichever language it is.</summary>
    /// <remarks>Domain rule 7: the Russian alphabet of short names, in English texts too.</remarks>
    public const ProtocolAlphabet Practice = ProtocolAlphabet.Russian;

    /// <summary>Compares two sides by protocol.</summary>
    public static IComparer<ProtocolKey> By(ProtocolAlphabet alphabet, IComparer<string> names) => Comparer<ProtocolKey>.Create((left, right) =>
    {
        var byGroup = Group(left).CompareTo(Group(right));
        if (byGroup != 0)
        {
            return byGroup;
        }

        var byRank = alphabet == ProtocolAlphabet.Russian
            ? left.RankRussian.CompareTo(right.RankRussian)
            : left.RankEnglish.CompareTo(right.RankEnglish);
        return byRank != 0 ? byRank : names.Compare(left.SortName, right.SortName);
    });

    private static int Group(ProtocolKey key) => key switch
    {
        { IsState: false } => 5,
        { Capacity: Capacity.Member } => 0,
        { Capacity: Capacity.Observer } => 1,
        { Capacity: Capacity.DialoguePartner } => 2,
        { Capacity: Capacity.Partner } => 3,
        _ => 4,
    };
}
