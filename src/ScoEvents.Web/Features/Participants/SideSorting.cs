using System.Globalization;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Puts lines of lists into the order a reader asked for.</summary>
internal static class SideSorting
{
    public static IReadOnlyList<SnapshotEntry> Sort(this SideOrder order, IEnumerable<SnapshotEntry> entries)
    {
        var compare = CultureInfo.GetCultureInfo(order.Language).CompareInfo;
        return SnapshotOrder.By(
            entries, order.Alphabet, order.Language, Comparer<string>.Create((left, right) => compare.Compare(left, right, CompareOptions.None)));
    }
}
