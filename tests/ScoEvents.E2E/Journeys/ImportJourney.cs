using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A programme comes from a file, is looked at first, and comes again.</summary>
[Collection(PortalCollection.Name)]
public sealed class ImportJourney(PortalFixture portal)
{
    [Fact]
    public Task A_table_is_mapped_looked_at_taken_over_and_taken_over_again() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Taken over"));
        await visitor.OpenAsync(planned.Address("/programme"));
        await visitor.Link("Import").First.ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme/import"));

        await ChooseAsync(visitor, "programme.csv", Table(planned, "09:30"));
        // "Thema" is no heading that the portal knows: the person says what it holds.
        await Expect(visitor.Page.GetByLabel("What “Start” holds")).ToHaveValueAsync("start");
        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("Say which column holds a title and which the start.");
        await visitor.Page.GetByLabel("What “Thema” holds").SelectOptionAsync("title.en");
        await visitor.ChooseAsync("Who may attend", "Open to all participants");
        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("The event lacks rooms of the file: 2.");
        await visitor.Text("Name of the new venue").FillAsync($"Centre of {planned.Title}");
        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("Sessions that will wait in the tray: 1.");
        await visitor.SeesAsync("is taken at that time by");

        // The filter stands in the address, and the plan stays.
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sessions 3" }).ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme/import?kind=Session"));
        await visitor.SeesAsync("Rows shown: 3 of");
        await visitor.Button("Take over the programme").ClickAsync();
        await visitor.SeesAsync("Sessions added: 3. Changed: 0. Of these in the tray: 1.");
        await visitor.Link("To the programme").ClickAsync();
        await visitor.SeesAsync("Opening day");
        await visitor.SeesAsync("Захист мереж");

        await TakeOverAgainAsync(visitor, planned, Table(planned, "09:30"));
        await visitor.SeesAsync("Nothing to do: the draft is the same as the file.");
        await ChooseAsync(visitor, "moved.csv", Table(planned, "09:15"));
        await MapAsync(visitor, "moved.csv");
        await Expect(visitor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Opening day") }).Filter(new() { HasText = "09:15" })).ToBeVisibleAsync();
        await visitor.Button("Take over the programme").ClickAsync();
        await visitor.SeesAsync("Sessions added: 0. Changed: 1. Of these in the tray: 0.");
    });

    [Fact]
    public Task A_template_filled_in_and_a_file_that_is_none_are_told_apart() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser, width: 360);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("From a template"));
        await visitor.OpenAsync(planned.Address("/programme/import"));
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Link("Excel").ClickAsync());
        var template = await File.ReadAllBytesAsync(await download.PathAsync());

        await ChooseAsync(visitor, "photo.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        await visitor.SeesAsync("The workbook is damaged, or no workbook.");
        await ChooseAsync(visitor, "bomb.xml", Encoding.UTF8.GetBytes("<!DOCTYPE s [<!ENTITY a \"b\">]><schedule>&a;</schedule>"));
        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("XML with a document type is refused, for safety.");
        await ChooseAsync(visitor, "sessions.xlsx", template);
        await IsReadAsync(visitor, "sessions.xlsx");
        await visitor.Text("Name of the new venue").FillAsync($"Centre of {planned.Title}");
        await visitor.Button("Show what would happen").ClickAsync();
        await visitor.SeesAsync("Sessions that will wait in the tray: 0.");
        await visitor.AssertFitsAsync();
        await visitor.Button("Take over the programme").ClickAsync();
        await visitor.SeesAsync("Sessions added: 2. Changed: 0.");
    });

    private static async Task TakeOverAgainAsync(Visitor visitor, PlannedEvent planned, byte[] file)
    {
        await visitor.OpenAsync(planned.Address("/programme/import"));
        await ChooseAsync(visitor, "programme.csv", file);
        await MapAsync(visitor, "programme.csv");
    }

    private static async Task MapAsync(Visitor visitor, string name)
    {
        await IsReadAsync(visitor, name);
        await visitor.Page.GetByLabel("What “Thema” holds").SelectOptionAsync("title.en");
        await visitor.Button("Show what would happen").ClickAsync();
    }

    // Until a file is read, the form of the one before it stands.
    private static Task IsReadAsync(Visitor visitor, string name) => Expect(visitor.Page.Locator("#options-title")).ToContainTextAsync(name);

    private static Task ChooseAsync(Visitor visitor, string name, byte[] file) =>
        visitor.Field("Choose a file").ChooseFileAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });

    // The second session overlaps the first; the third is in Cyrillic, in another hall.
    private static byte[] Table(PlannedEvent planned, string start)
    {
        var day = planned.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"No;Thema;Day;Start;End;Room\n1;Opening <b>day</b>;{day};{start};10:30;Hall A\n2;Late comer;{day};10:00;11:00;Hall A\n3;Захист мереж;{day};10:00;11:00;Hall B\n");
    }
}
