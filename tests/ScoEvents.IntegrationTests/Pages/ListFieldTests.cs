using ScoEvents.IntegrationTests.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>
/// Lists are bound: where a page sets the chosen line by itself, the late answer to one step of the arrow keys puts the list back
/// under the fingers of whoever has gone on.
/// </summary>
public sealed class ListFieldTests
{
    [Fact]
    public void No_list_is_told_of_its_own_changes()
    {
        var lists = Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web"), "*.razor", SearchOption.AllDirectories).Where(Checkout.IsSource)
            .SelectMany(file => File.ReadAllText(file).Split("<select ").Skip(1).Select(list => (File: Path.GetFileName(file), Opening: list.Split(["\n", "</select"], 3, StringSplitOptions.None)[0])))
            .ToList();

        Assert.Empty(lists.Where(list => list.Opening.Contains("@onchange", StringComparison.Ordinal)).Select(list => list.File));
        Assert.InRange(lists.Count, 25, 1_000);
        Assert.InRange(lists.Count(list => list.Opening.Contains("@bind", StringComparison.Ordinal)), 20, 1_000);
    }
}
