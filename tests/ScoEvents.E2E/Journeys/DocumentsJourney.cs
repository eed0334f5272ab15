using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The documents of a session, from the upload to the withdrawal, and who gets them.</summary>
[Collection(PortalCollection.Name)]
public sealed class DocumentsJourney(PortalFixture portal)
{
    [Fact]
    public Task A_document_is_uploaded_and_downloaded_and_a_lie_is_refused() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Papers"));
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", "Panel");
        await visitor.Text("Title").FillAsync("With papers");
        await visitor.SaveSessionAsync(planned, "With papers");
        await visitor.Link("With papers").First.ClickAsync();
        var text = "Доклад\n"u8.ToArray();

        await visitor.Text("Title of the document").FillAsync("Report");
        await visitor.ChooseAsync("Language", "Russian");
        await visitor.Field("File").ChooseFileAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = text });
        await visitor.Button("Upload a document").ClickAsync();
        await Visitor.IsToldAsync(visitor.Field("File"), "Files of this type are not taken.");

        await visitor.Field("File").ChooseFileAsync(new FilePayload { Name = "report.txt", MimeType = "text/plain", Buffer = text });
        await visitor.Button("Upload a document").ClickAsync();
        await visitor.SeesAsync("report.txt was uploaded.");
        await Expect(visitor.Field("Classification of report.txt")).ToHaveValueAsync("Amber");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Link("report.txt").ClickAsync());

        Assert.Equal("report-r1-ru-TLP-AMBER.txt", download.SuggestedFilename);
        Assert.Equal(text, await File.ReadAllBytesAsync(await download.PathAsync()));
        var answer = await visitor.Page.APIRequest.GetAsync(download.Url);
        Assert.Equal(("nosniff", "default-src 'none'; sandbox", "no-store"), (answer.Headers["x-content-type-options"], answer.Headers["content-security-policy"], answer.Headers["cache-control"]));
        Assert.StartsWith("attachment;", answer.Headers["content-disposition"], StringComparison.Ordinal);
        var (staff, elsewhere, nobody) = (await journey.SignedInAsync(Person.Staff), await journey.SignedInAsync(Person.OrganiserOfRats), await journey.VisitorAsync());
        Assert.Equal(200, (await staff.Page.APIRequest.GetAsync(download.Url)).Status);
        Assert.Equal(404, (await elsewhere.Page.APIRequest.GetAsync(download.Url)).Status);
        Assert.Contains("/account/sign-in", (await nobody.Page.APIRequest.GetAsync(download.Url)).Url, StringComparison.Ordinal);
        await visitor.ChooseAsync("Classification of report.txt", "TLP:RED");
        await visitor.SeesAsync("report.txt is now marked TLP:RED.");
        Assert.Equal(403, (await staff.Page.APIRequest.GetAsync(download.Url)).Status);

        await visitor.Button("Change the title of Report").ClickAsync();
        await visitor.Text("Title of “Report”").FillAsync("Final report");
        await visitor.Button("Save the title").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Final report" })).ToBeVisibleAsync();
        await visitor.Button("Withdraw report.txt").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await visitor.SeesAsync("report.txt was withdrawn.");
        Assert.Equal(404, (await visitor.Page.APIRequest.GetAsync(download.Url)).Status);
    });
}
