using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Npgsql;
using ScoEvents.Data.Embedded;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A focal point's ten minutes: twelve persons registered, handed in, one corrected, one exchanged.</summary>
/// <remarks>With a database of its own, in which a reviewer's decision is set directly: this journey is about the side.</remarks>
[Collection(PortalCollection.Name)]
public sealed class TenMinutesJourney(PortalFixture portal)
{

    [Fact]
    public async Task Twelve_are_registered_handed_in_one_is_corrected_and_one_exchanged()
    {
        var folder = Directory.CreateTempSubdirectory("scoevents-ten-").FullName;
        await using var database = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Settings = PostgresServer.FastSettings }, NullLogger.Instance);
        var settings = new Dictionary<string, string>(PortalFixture.Settings)
        {
            ["ConnectionStrings__Portal"] = database.AppConnectionString(),
            ["ConnectionStrings__Owner"] = database.OwnerConnectionString(),
        };
        await using var own = await PortalProcess.StartAsync(settings);
        await portal.JourneyAsync(async journey =>
        {
            var organiser = await journey.SignedInAsync(Person.Organiser);
            var planned = await organiser.CreateEventAsync(Organising.NewTitle("Ten minutes"), 12);
            await organiser.InviteMembersAsync(planned);
            await WantPhotosOfHeadsAsync(organiser, planned);
            var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
            var address = await visitor.AcceptAsync(planned);

            await RegisterHeadWithPhotoAsync(visitor);
            await RegisterByKeyboardAsync(visitor, count: 11);
            await visitor.SeesAsync("12 of 12");
            await visitor.SeesAsync("All places are taken: 12.");

            await visitor.Button("Hand in the delegation").ClickAsync();
            await visitor.SeesAsync("Handed in: 12.");
            await Expect(visitor.Page.GetByText("Handed in", new() { Exact = true })).ToHaveCountAsync(12);

            await CorrectTheReturnedAsync(visitor, database, address);
            await ExchangeAsync(visitor);
            await RestoreAfterReloadAsync(visitor, address);
        }, own);
    }

    // The event asks a photograph of heads only.
    private static async Task WantPhotosOfHeadsAsync(Visitor organiser, PlannedEvent planned)
    {
        await organiser.OpenAsync(planned.Address("/delegation-settings"));
        await organiser.Page.GetByLabel("Photograph, Head", new() { Exact = true }).SelectOptionAsync("Required");
        await organiser.Button("Save the settings").ClickAsync();
        await organiser.SeesAsync("The settings are saved.");
    }

    private static async Task RegisterHeadWithPhotoAsync(Visitor visitor)
    {
        await visitor.FillPersonAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", passport: "N0000001");
        await visitor.Button("Register").ClickAsync();
        await visitor.SeesAsync("Aisulu Nurlanova is registered.");
        await visitor.SeesAsync("Missing: Photograph");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Edit Aisulu NURLANOVA" }).ClickAsync();
        await visitor.Page.GetByLabel("Photograph").ChooseFileAsync(new FilePayload { Name = "face.png", MimeType = "image/png", Buffer = "not a picture"u8.ToArray() });
        await visitor.SeesAsync("This file is not a picture that can be read.");
        await visitor.Page.GetByLabel("Photograph").ChooseFileAsync(new FilePayload { Name = "face.png", MimeType = "image/png", Buffer = await FaceAsync(visitor) });
        await Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "As it will be kept" })).ToBeVisibleAsync();
        await visitor.Button("Save").ClickAsync();
        await visitor.SeesAsync("Aisulu Nurlanova is saved.");
        await Expect(visitor.Page.GetByText("Missing: Photograph")).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("img.photo.is-small")).ToHaveJSPropertyAsync("naturalWidth", 600);
    }

    // A picture of the browser's own making: 900 by 600 pixels, wider than high.
    private static async Task<byte[]> FaceAsync(Visitor visitor) => Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>(
        """
        () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [900, 600];
          const brush = canvas.getContext('2d');
          brush.fillStyle = '#778';
          brush.fillRect(0, 0, 900, 600);
          brush.fillStyle = '#db9';
          brush.arc(450, 250, 120, 0, 7);
          brush.fill();
          return canvas.toDataURL('image/png').split(',')[1];
        }
        """));

    private static async Task RegisterByKeyboardAsync(Visitor visitor, int count)
    {
        var keyboard = visitor.Page.Keyboard;
        await visitor.TabToAsync(visitor.Button("Register a person"));
        await keyboard.PressAsync("Enter");
        for (var number = 1; number <= count; number++)
        {
            var (givenNames, familyName) = ("Marat", $"Akhmetov{(char)('a' + number)}");
            await Expect(visitor.Field("Family name")).ToHaveValueAsync("");
            await visitor.TabToAsync(visitor.Field("Family name"));
            await keyboard.TypeAsync(familyName);
            await visitor.TabToAsync(visitor.Field("Given names"));
            await keyboard.TypeAsync(givenNames);
            await visitor.TabToAsync(visitor.Field("Function"));
            await keyboard.TypeAsync("Counsellor");
            if (number == 1)
            {
                await visitor.TabToAsync(visitor.Field("Body"));
                await keyboard.TypeAsync("Ministry of Foreign Affairs");
            }

            // What all have in common is there already.
            await Expect(visitor.Field("Body")).ToHaveValueAsync("Ministry of Foreign Affairs");
            await visitor.TabToAsync(visitor.Field("E-mail"));
            await keyboard.TypeAsync($"marat{number}@mfa.example");
            await visitor.TabToAsync(visitor.Field("Passport number"));
            await keyboard.TypeAsync($"N00001{number:00}");
            await visitor.TabToAsync(visitor.Button(number < count ? "Register and next" : "Register"));
            await keyboard.PressAsync("Enter");
            await visitor.SeesAsync($"{givenNames} {familyName} is registered.");
        }
    }

    private static async Task CorrectTheReturnedAsync(Visitor visitor, EmbeddedPostgres database, string address)
    {
        await using (var connection = new NpgsqlConnection(database.SuperuserConnectionString(new NpgsqlConnectionStringBuilder(database.AppConnectionString()).Database!)))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                """
                UPDATE accreditations SET state = 'ReturnedForCorrection', comments = '[{"Field":"FamilyName","Text":"As in the passport, please"}]'
                WHERE delegate_id = (SELECT id FROM delegates WHERE family_name = 'Akhmetovc')
                """,
                connection);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        // Told without asking: whoever has the page open sees it.
        await visitor.SeesAsync("Returned for correction: 1.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Edit Marat AKHMETOVC" }).ClickAsync();
        await visitor.SeesAsync("To correct: As in the passport, please");
        await visitor.Field("Family name").FillAsync("Akhmetov-Corrected");
        await visitor.Button("Save and hand in").ClickAsync();
        await visitor.SeesAsync("Handed in: Marat AKHMETOVC.");
        await Expect(visitor.Page.GetByText("Returned for correction")).ToHaveCountAsync(0);
        await visitor.OpenAsync(address);
        await visitor.SeesAsync("AKHMETOV-CORRECTED");
    }

    private static async Task ExchangeAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Replace Marat AKHMETOVD" }).ClickAsync();
        await visitor.SeesAsync("Another person instead of Marat AKHMETOVD");
        await visitor.Field("Family name").FillAsync("Seitov");
        await visitor.Field("Given names").FillAsync("Timur");
        await visitor.Field("Function").FillAsync("Attaché");
        await visitor.Field("E-mail").FillAsync("timur@mfa.example");
        await visitor.Field("Passport number").FillAsync("N7654321");
        await visitor.Button("Replace the person").ClickAsync();
        await visitor.SeesAsync("Timur Seitov comes instead of Marat AKHMETOVD.");
        await visitor.SeesAsync("instead of Marat AKHMETOVD");
        await visitor.SeesAsync("12 of 12");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in Timur SEITOV" }).ClickAsync();
        await visitor.SeesAsync("Handed in: Timur SEITOV.");
    }

    // What was typed and not saved is there again after a reload, also the passport's number.
    private static async Task RestoreAfterReloadAsync(Visitor visitor, string address)
    {
        await visitor.Button("Register in reserve").ClickAsync();
        await visitor.Field("Family name").FillAsync("Reserved");
        await visitor.Field("Passport number").FillAsync("N1112223");
        await visitor.Field("Given names").FillAsync("Half");
        await visitor.SeesAsync("Draft kept");
        await visitor.Page.ReloadAsync();
        await visitor.SeesAsync("and did not save is back");
        await Expect(visitor.Field("Family name")).ToHaveValueAsync("Reserved");
        await Expect(visitor.Field("Passport number")).ToHaveValueAsync("N1112223");
        await visitor.Button("Cancel").ClickAsync();
        await Expect(visitor.Button("Register in reserve")).ToBeVisibleAsync();
        await visitor.OpenAsync(address);
        await Expect(visitor.Button("Register in reserve")).ToBeVisibleAsync();
    }
}
