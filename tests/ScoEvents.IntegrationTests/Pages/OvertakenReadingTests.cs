using ScoEvents.IntegrationTests.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>
/// What others changed is read while a person asks for something else: the answer to what was asked for before must not be
/// shown in the place of the answer to what is asked for now.
/// </summary>
public sealed class OvertakenReadingTests
{
    // The address chooses from what was read; the draft itself is read by the event alone.
    private const string ReadsByTheEvent = "ProgrammePage";

    [Fact]
    public async Task Of_two_readings_the_one_that_began_later_is_shown_however_late_the_other_ends()
    {
        using var page = new Page { Authentication = null!, Log = null! };
        var (before, now) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var reading = page.ReadAsync(before.Task);
        var asked = page.ReadAsync(now.Task);

        now.SetResult("everybody");
        await asked;
        before.SetResult("two");
        await reading;

        Assert.Equal("everybody", page.Shown);
    }

    [Fact]
    public async Task A_reading_that_is_alone_again_is_shown()
    {
        using var page = new Page { Authentication = null!, Log = null! };
        await page.ReadAsync(Task.FromResult("two"));
        await page.ReadAsync(Task.FromResult("everybody"));

        Assert.Equal("everybody", page.Shown);
    }

    [Fact]
    public void Every_page_that_reads_by_its_address_and_by_what_others_do_asks_whether_it_was_overtaken()
    {
        var pages = Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web/Features"), "*Page*.cs", SearchOption.AllDirectories)
            .Where(file => Checkout.IsSource(file) && file.Split(Path.DirectorySeparatorChar).Contains("Staff"))
            .GroupBy(file => Path.GetFileName(file).Split('.')[0])
            .Select(files => (files.Key, Text: string.Concat(files.Select(File.ReadAllText))))
            .Where(page => page.Text.Contains("[SupplyParameterFromQuery", StringComparison.Ordinal) && page.Text.Contains("Feed.Subscribe", StringComparison.Ordinal))
            .ToList();

        Assert.Equal([ReadsByTheEvent], pages.Where(page => !page.Text.Contains("BeginReading()", StringComparison.Ordinal)).Select(page => page.Key));
        Assert.InRange(pages.Count, 5, 100);
    }

    private sealed class Page : StaffPage
    {
        public string? Shown { get; private set; }

        public async Task ReadAsync(Task<string> answer)
        {
            var isOvertaken = BeginReading();
            var read = await answer;
            Shown = isOvertaken() ? Shown : read;
        }
    }
}
