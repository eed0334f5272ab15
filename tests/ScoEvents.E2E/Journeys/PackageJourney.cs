using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.Exports.Packages;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>An event leaves one portal through the browser and arrives in another.</summary>
[Collection(PortalCollection.Name)]
public sealed class PackageJourney(PortalFixture portal)
{
    private const string TakeIn = "Take the event in";

    [Fact]
    public async Task An_event_is_downloaded_here_taken_in_there_and_downloaded_there_is_the_same_to_the_byte()
    {
        byte[] package = [];
        PlannedEvent? planned = null;
        await portal.JourneyAsync(async journey =>
        {
            var organiser = await journey.SignedInAsync(Person.Organiser);
            planned = await organiser.CreateEventAsync(Organising.NewTitle("Package"));
            await organiser.AddRoomAsync(planned, "Hall A");
            await organiser.FillSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
            await organiser.AddSpeakerAsync("Timur Liukmanov", "Deputy Director");
            await organiser.SaveSessionAsync(planned, "Opening words");
            await organiser.PublishAsync(planned);
            package = await DownloadAsync(organiser, planned);

            // Here it is already.
            await ChooseAsync(organiser, package);
            await organiser.SeesAsync("The event, or another of its name, is in this portal already");
            await organiser.SeesAsync("Nothing was written.");
            await Expect(organiser.Button(TakeIn)).ToHaveCountAsync(0);
            await Expect(organiser.Link("Open the event that is here")).ToHaveAttributeAsync("href", planned.Address());
        });

        await using var other = await PortalProcess.StartAsync(PortalFixture.Settings);
        await portal.JourneyAsync(
            async journey =>
            {
                var organiser = await journey.SignedInAsync(Person.Organiser);
                await ChooseAsync(organiser, Damaged(package));
                await organiser.SeesAsync("The file was changed or damaged on the way");

                // The browser forgets what it has when it is asked anew, so that the same file counts again; what is seen stays until then.
                await Expect(organiser.Page.Locator(".file-input-face")).ToContainTextAsync("event.zip");
                var chooser = await organiser.Page.RunAndWaitForFileChooserAsync(() => FileOf(organiser).ClickAsync());
                Assert.Equal(0, await FileOf(organiser).EvaluateAsync<int>("field => field.files.length"));
                await chooser.SetFilesAsync(Payload(package));
                await organiser.SeesAsync("What will happen");
                await organiser.SeesAsync(planned!.Title);
                await Expect(organiser.Page.GetByRole(AriaRole.Row, new() { Name = "Sessions 1" })).ToBeVisibleAsync();
                await Expect(organiser.Page.GetByRole(AriaRole.Row, new() { Name = "Speakers 1" })).ToBeVisibleAsync();
                await organiser.Button(TakeIn).ClickAsync();
                await organiser.SeesAsync("The event is here");
                await organiser.Link("Open the event").ClickAsync();
                await organiser.SeesHeadingAsync(planned!.Title);
                await organiser.OpenAsync(planned.Address("/programme?view=list"));
                await Expect(organiser.Link("Opening words").First).ToBeVisibleAsync();
                var reader = await journey.VisitorAsync();
                await reader.OpenAsync(await organiser.PublicAddressAsync(planned) + "/agenda");
                await reader.SeesAsync("Timur Liukmanov");

                var again = await DownloadAsync(organiser, planned);
                Assert.Equal(package, again);
            },
            other);
    }

    [Fact]
    public async Task A_preset_that_names_what_is_no_more_says_so_and_leaves_the_page_as_it_is()
    {
        byte[] package = [];
        PlannedEvent? planned = null;
        await portal.JourneyAsync(async journey =>
        {
            var organiser = await journey.SignedInAsync(Person.Organiser);
            planned = await organiser.CreateEventAsync(Organising.NewTitle("Outdated"));
            await organiser.AddRoomAsync(planned, "Hall A");
            await organiser.AddSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
            await organiser.OpenAsync(planned.Address("/exports"));
            await organiser.ChooseAsync("Format", "Word: to go on editing");
            await organiser.Field("Name of the preset").FillAsync("For the board");
            await organiser.Button("Save these choices").ClickAsync();
            await Expect(organiser.Button("Use For the board")).ToBeVisibleAsync();
            package = await DownloadAsync(organiser, planned);
        });

        await using var other = await PortalProcess.StartAsync(PortalFixture.Settings);
        await portal.JourneyAsync(
            async journey =>
            {
                var organiser = await journey.SignedInAsync(Person.Organiser);
                await ChooseAsync(organiser, Outdated(package));
                await organiser.Button(TakeIn).ClickAsync();
                await organiser.SeesAsync("The event is here");
                await organiser.OpenAsync(planned!.Address("/exports"));
                await organiser.ChooseAsync("Format", "Word: to go on editing");

                await organiser.Button("Use For the board").ClickAsync();

                await organiser.SeesAsync("The saved choice “For the board” names something that cannot be chosen any more. Delete it and save it anew.");
                await Expect(organiser.Field("Name of the preset")).ToHaveAttributeAsync("aria-invalid", "true");
                await Expect(organiser.Field("Format")).ToHaveValueAsync("Docx");
            },
            other);
    }

    private static ILocator FileOf(Visitor visitor) => visitor.Page.GetByLabel("A ZIP file of up to");

    private static FilePayload Payload(byte[] package) => new() { Name = "event.zip", MimeType = "application/zip", Buffer = package };

    private static async Task ChooseAsync(Visitor visitor, byte[] package)
    {
        await visitor.OpenAsync("/staff/events/from-package");
        await FileOf(visitor).ChooseFileAsync(Payload(package));
    }

    private static async Task<byte[]> DownloadAsync(Visitor organiser, PlannedEvent planned)
    {
        await organiser.OpenAsync(planned.Address("/exports/package"));
        var download = await organiser.Page.RunAndWaitForDownloadAsync(() => organiser.Link("Download the event").ClickAsync());
        Assert.EndsWith("-event.zip", download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    // As a portal would have saved it that still wrote in a format of old.
    private static byte[] Outdated(byte[] package)
    {
        const string presets = "tables/export_presets.json";
        var files = PackageFile.Read(package).Files!.ToDictionary();
        var rows = Encoding.UTF8.GetString(files[presets]);
        Assert.Contains("format=docx", rows, StringComparison.Ordinal);
        files[presets] = Encoding.UTF8.GetBytes(rows.Replace("format=docx", "format=rtf", StringComparison.Ordinal));
        return PackageFile.Write(files);
    }

    private static byte[] Damaged(byte[] package)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = archive.GetEntry("tables/sessions.json")!.Open();
            content.Seek(0, SeekOrigin.End);
            content.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }
}
