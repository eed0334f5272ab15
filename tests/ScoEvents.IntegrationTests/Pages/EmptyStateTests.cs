using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.IntegrationTests.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>A list without lines says so; it does not stand there as headings over nothing.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed partial class EmptyStateTests(RoutePortal portal)
{
    // Tables that cannot be without lines where they are shown.
    private static readonly Dictionary<string, string> _neverEmpty = new()
    {
        ["AvailabilityTable.razor"] = "its page shows it only where somebody is named",
        ["DelegateImportPage.razor"] = "shows the columns of a file that was read",
        ["ImportColumns.razor"] = "shows the columns of a file that was read",
        ["PackagePlanPanel.razor"] = "a line for each kind of part that a package has",
        ["RoomsTable.razor"] = "its page shows it only where there are rooms",
        ["SeriesPage.razor"] = "a series without an edition is not found",
        ["SessionListPanel.razor"] = "its page shows it only where there are sessions",
        ["TemplatePreview.razor"] = "a table for each day that has sessions",
    };

    [Fact]
    public async Task No_page_of_an_event_in_which_nothing_is_yet_shows_a_table_or_list_without_lines()
    {
        var hollow = new List<string>();
        var seen = 0;
        foreach (var page in StaffPages.Of(portal).Where(page => page.Names.All(name => name == "EventId")))
        {
            // Whoever plans for another secretariat has no event at all.
            var reader = page.Names.Any() ? Asker.Organiser : Asker.OrganiserElsewhere;
            var address = RouteQuestions.Fill(page, portal.World, portal.World.Own).Address.Split('?')[0]
                .Replace(portal.World.EventId.ToString(), portal.World.TwinEventId.ToString(), StringComparison.Ordinal);
            var answer = await portal[reader].RenderAsync(address);
            seen += answer.Code == "200" ? 1 : 0;
            hollow.AddRange(StaffPages.Content(answer.Text).QuerySelectorAll("tbody, ul, ol, dl").Where(list => list.ChildElementCount == 0)
                .Select(list => $"{page.Pattern.RawText}: {list.ParentElement!.OuterHtml}"));
        }

        Assert.Empty(hollow);
        Assert.InRange(seen, 45, 1_000);
    }

    [Fact]
    public void Every_table_of_a_staff_page_has_words_for_the_time_before_its_first_line()
    {
        var tables = Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web/Features"), "*.razor", SearchOption.AllDirectories)
            .Where(file => Checkout.IsSource(file) && file.Split(Path.DirectorySeparatorChar).Contains("Staff"))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Contains("<DataTable", StringComparison.Ordinal)).ToList();

        var without = tables.Where(file => !AsksWhetherEmpty().IsMatch(file.Text)).Select(file => file.Name);

        Assert.Equal(_neverEmpty.Keys.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
        Assert.InRange(tables.Count, 25, 1_000);
    }

    [GeneratedRegex(@"<EmptyState|\.Count (?:==|>) 0|Count: 0|\.Any\(\)", RegexOptions.CultureInvariant)]
    private static partial Regex AsksWhetherEmpty();
}
