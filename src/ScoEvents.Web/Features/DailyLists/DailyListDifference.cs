using ScoEvents.Domain.Exports;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Something that a list tells of.</summary>
/// <param name="Id">The person or session.</param>
/// <param name="Print">A hash of all that is told of it in any language.</param>
/// <param name="Line">How it is told.</param>
/// <param name="ReplacesId">Whose place a person has taken; null for nobody.</param>
public sealed record ListedItem(Guid Id, string Print, string Line, Guid? ReplacesId = null);

/// <summary>What is different since the last list that arrived.</summary>
/// <param name="Added">Who or what is new.</param>
/// <param name="Replaced">Who took whose place: the new line and the former.</param>
/// <param name="Changed">What is told otherwise now.</param>
/// <param name="Withdrawn">What is there no more.</param>
/// <param name="Unnamed">How many are there no more whose names are kept no longer.</param>
public sealed record DailyListDifference(
    IReadOnlyList<string> Added, IReadOnlyList<(string Now, string Before)> Replaced, IReadOnlyList<string> Changed, IReadOnlyList<string> Withdrawn, int Unnamed)
{
    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => Added.Count + Replaced.Count + Changed.Count + Withdrawn.Count + Unnamed == 0;

    /// <summary>Compares what was told with what is.</summary>
    /// <param name="reported">What the last list that arrived told of.</param>
    /// <param name="standing">What there is now, in the order to tell it.</param>
    /// <param name="former">What is there no more, as far as it is still known.</param>
    /// <remarks>Who came instead of somebody who came instead of the one that was told of is told to replace that one; so is who stood in reserve before, instead of as changed.</remarks>
    public static DailyListDifference Between(IReadOnlyList<ReportedItem> reported, IReadOnlyList<ListedItem> standing, IReadOnlyDictionary<Guid, ListedItem> former)
    {
        var told = reported.ToDictionary(item => item.Id, item => item.Print);
        var gone = told.Keys.Except(standing.Select(item => item.Id)).ToHashSet();
        var (added, replaced, changed) = (new List<string>(), new List<(string, string)>(), new List<string>());
        foreach (var item in standing)
        {
            if (LeftBy(item, gone, former) is { } before)
            {
                gone.Remove(before.Id);
                replaced.Add((item.Line, before.Line));
            }
            else if (!told.TryGetValue(item.Id, out var print))
            {
                added.Add(item.Line);
            }
            else if (print != item.Print)
            {
                changed.Add(item.Line);
            }
        }

        var withdrawn = reported.Where(item => gone.Contains(item.Id) && former.ContainsKey(item.Id)).Select(item => former[item.Id].Line).ToList();
        return new DailyListDifference(added, replaced, changed, withdrawn, gone.Count - withdrawn.Count);
    }

    private static ListedItem? LeftBy(ListedItem item, HashSet<Guid> gone, IReadOnlyDictionary<Guid, ListedItem> former)
    {
        // Nobody leaves more than one place to a successor, but what is stored is not trusted to hold no circle.
        var seen = new HashSet<Guid>();
        var before = item.ReplacesId;
        while (before is { } id && seen.Add(id) && former.TryGetValue(id, out var left))
        {
            if (gone.Contains(id))
            {
                return left;
            }

            before = left.ReplacesId;
        }

        return null;
    }
}
