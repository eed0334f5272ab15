using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From a choice over its live count to files in hand, and the choice kept under a name.</summary>
[Collection(PortalCollection.Name)]
public sealed class ExportsJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_chooses_prints_the_draft_downloads_a_word_file_and_keeps_the_choice() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Exports"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
        await organiser.AddSessionAsync(planned, "Panel", "Second day", "Hall A", "11:00", "12:00", day: 2);
        var page = organiser.Page;

        await organiser.OpenAsync(planned.Address("/exports"));
        await Expect(page.GetByText("Sessions in the file: 2")).ToBeVisibleAsync();
        await Expect(page.GetByText("The file is marked TLP:GREEN")).ToBeVisibleAsync();

        // The draft as PDF, with its progress, then the file.
        var progress = page.Locator(".export-progress").GetByText("The PDF is being made").WaitForAsync();
        await organiser.Button("Make the PDF").ClickAsync();
        await progress;
        await Expect(page.GetByText("The PDF is ready")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var pdf = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).ClickAsync());
        Assert.EndsWith("-agenda-draft-en-TLP-GREEN.pdf", pdf.SuggestedFilename, StringComparison.Ordinal);

        // A press that comes while a choice is still being counted counts too, with that choice.
        progress = page.Locator(".export-progress").GetByText("The PDF is being made").WaitForAsync();
        await organiser.Field("Level of detail").EvaluateAsync(
            """
            detail => {
                detail.value = [...detail.options].find(option => option.text === 'Titles').value;
                detail.dispatchEvent(new Event('change', { bubbles: true }));
                detail.form.querySelector('[type=submit]').click();
            }
            """);
        await progress;
        await Expect(page.GetByText("The PDF is ready")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("detail=Titles"));

        // Another choice counts anew, stands in the address and is another file.
        await organiser.ChooseAsync("Format", "Word: to go on editing");
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Expect(page.GetByText("Sessions in the file: 1")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("format=docx.*day="));
        var word = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).ClickAsync());
        Assert.EndsWith("-agenda-draft-en-TLP-GREEN.docx", word.SuggestedFilename, StringComparison.Ordinal);

        // An address that names what there is not says so, and shows the usual choice.
        await organiser.OpenAsync(planned.Address("/exports?language=xx&format=docx"));
        await organiser.SeesAsync("The address names something that cannot be chosen");
        var refused = await page.APIRequest.GetAsync(planned.Address("/agenda?language=xx&format=docx"));
        Assert.Equal(400, refused.Status);
        var missing = await page.APIRequest.GetAsync(planned.Address("/agenda?edition=7&format=docx"));
        Assert.Equal(404, missing.Status);
        await page.GotoAsync(word.Url.Contains("/agenda?", StringComparison.Ordinal) ? planned.Address("/exports?" + new Uri(word.Url).Query.TrimStart('?')) : planned.Address("/exports"));
        await Expect(page.GetByText("Sessions in the file: 1")).ToBeVisibleAsync();

        // Kept under a name, and taken up again on a page that knows nothing of it.
        await organiser.Field("Name of the preset").FillAsync("First day in Word");
        await organiser.Button("Save these choices").ClickAsync();
        await Expect(organiser.Button("Use First day in Word")).ToBeVisibleAsync();
        await organiser.OpenAsync(planned.Address("/exports"));
        await Expect(page.GetByText("Sessions in the file: 2")).ToBeVisibleAsync();
        await organiser.Button("Use First day in Word").ClickAsync();
        await Expect(page.GetByText("Sessions in the file: 1")).ToBeVisibleAsync();
        await Expect(organiser.Field("Format")).ToHaveValueAsync("Docx");
    });
}
