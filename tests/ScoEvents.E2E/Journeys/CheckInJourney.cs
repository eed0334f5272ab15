using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From the approved person to the door: badges are issued and printed, scanned with and without a network, by a device whose clock is wrong, and by its camera.</summary>
[Collection(PortalCollection.Name)]
public sealed class CheckInJourney(PortalFixture fixture) : IAsyncLifetime
{
    private const int Phone = 400;

    private readonly TestDatabase _database = new();
    private PortalProcess? _portal;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string>(PortalFixture.Settings)
        {
            ["ConnectionStrings__Portal"] = _database.AppConnectionString,
            ["ConnectionStrings__Owner"] = _database.OwnerConnectionString,
        });
    }

    public async Task DisposeAsync()
    {
        await _portal!.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public Task A_guard_checks_people_in_with_and_without_a_network() => fixture.JourneyAsync(async journey =>
    {
        var planned = await GatherAsync(journey);

        // Badges
        var registrar = await journey.SignedInAsync(Person.Registrar);
        await registrar.OpenAsync(planned.Address("/badges"));
        await registrar.Button("Issue all missing badges (3)").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true }).ClickAsync();
        await registrar.SeesAsync("Badges issued: 3");
        await registrar.Button("Make PDF").ClickAsync();
        await registrar.SeesAsync("The badges are ready.");
        var download = await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Link("Download").ClickAsync());
        var printed = string.Join('\n', await PrintedText.PagesAsync(await File.ReadAllBytesAsync(await download.PathAsync())));
        Assert.All(new[] { "NURLANOVA", "Айсұлу Нұрланова", "AKHMETOV", "No. 1" }, part => Assert.Contains(part, printed, StringComparison.Ordinal));
        await PictureAsync(registrar, "badges");
        var payloads = await PayloadsAsync(planned);

        // The door, with a network
        var guard = await journey.SignedInAsync(Person.Staff, width: Phone);
        guard.Expects("ERR_INTERNET_DISCONNECTED");
        await guard.OpenAsync(DoorOf(planned));
        await guard.SeesAsync("Connected");
        await ScanAsync(guard, payloads[0]);
        await SeesVerdictAsync(guard, "Let in", "NURLANOVA");
        await ScanAsync(guard, payloads[0]);
        await SeesVerdictAsync(guard, "Already scanned", "NURLANOVA");
        await PictureAsync(guard, "door-again");
        await guard.AssertFitsAsync();
        await Expect(guard.Page.Locator("[data-part=came]")).ToHaveTextAsync("1");

        await Expect(guard.Page.Locator("[data-part=journal]")).Not.ToContainTextAsync("not told");

        // A badge is lost and made anew; the device hears of it while it has a network
        await registrar.Button("Reissue the badge of Dana OMAROVA").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reissue" }).ClickAsync();
        await registrar.SeesAsync("Badges issued: 1");
        await WaitForPulsesAsync(guard);

        // The network goes, and the page is even loaded anew without it
        await Expect(guard.Page.Locator("#door[data-ready=true]")).ToBeVisibleAsync();
        await guard.Page.Context.SetOfflineAsync(true);
        await guard.Page.ReloadAsync();
        await guard.SeesAsync("No network: everything is kept on this device");
        await Expect(guard.Page.Locator("[data-part=age]")).ToContainTextAsync("0:00 hours ago");
        await ScanAsync(guard, payloads[2]);
        await SeesVerdictAsync(guard, "Do not let in", "This badge was replaced by a new one");
        await ScanAsync(guard, payloads[1]);
        await SeesVerdictAsync(guard, "Let in", "AKHMETOV");
        await PictureAsync(guard, "door-offline");
        await ScanAsync(guard, payloads[0]);
        await SeesVerdictAsync(guard, "Already scanned", "NURLANOVA");
        await ScanAsync(guard, Tampered(payloads[2]));
        await SeesVerdictAsync(guard, "Do not let in", "This code was not signed by this portal");
        await PictureAsync(guard, "door-forged");
        await ScanAsync(guard, "https://example.org/");
        await SeesVerdictAsync(guard, "Do not let in", "This is not a badge of this portal");
        await guard.Field("Name or badge number").FillAsync("omar");
        await guard.Button("Find").ClickAsync();
        await guard.Page.GetByRole(AriaRole.Button, new() { Name = "OMAROVA" }).ClickAsync();
        await SeesVerdictAsync(guard, "Let in", "OMAROVA");
        await guard.SeesAsync("Not told to the portal yet: 6");
        await Expect(guard.Page.Locator("[data-part=came]")).ToHaveTextAsync("3");

        // Loaded anew once more, it still knows whom it has let in
        await guard.Page.ReloadAsync();
        await guard.SeesAsync("Not told to the portal yet: 6");
        await Expect(guard.Page.Locator("[data-part=came]")).ToHaveTextAsync("3");

        // Refusals in the guard's language, without a network
        await guard.Page.GetByText("This device", new() { Exact = true }).ClickAsync();
        await guard.Page.Locator("[data-part=language]").SelectOptionAsync("ur");
        await ScanAsync(guard, Tampered(payloads[2]));
        await SeesVerdictAsync(guard, "نہ جانے دیں", "اس کوڈ پر اس پورٹل کے دستخط نہیں");
        await Expect(guard.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await PictureAsync(guard, "door-ur");
        await guard.AssertFitsAsync();
        await guard.Page.Locator("[data-part=language]").SelectOptionAsync("en");

        // The network is back: everything is told, once
        await guard.Page.Context.SetOfflineAsync(false);
        await guard.SeesAsync("Connected");
        await Expect(guard.Page.Locator("[data-part=waiting]")).ToBeEmptyAsync();
        await Expect(guard.Page.Locator("[data-part=came]")).ToHaveTextAsync("3");
        Assert.Equal(9L, await _database.ScalarAsync("SELECT count(*) FROM check_ins"));
        Assert.Equal(3L, await _database.ScalarAsync("SELECT count(*) FROM accreditations WHERE state = 'CheckedIn'"));

        // Staff sees it
        await registrar.OpenAsync(planned.Address("/check-in"));
        await Expect(registrar.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "OMAROVA" })).ToHaveCountAsync(2);
        await PictureAsync(registrar, "check-in");
        await registrar.Link("Refused and already scanned").ClickAsync();
        await registrar.SeesAsync("This code was not signed by this portal");

        // A badge that is taken back is refused at once, without loading the page again
        await registrar.OpenAsync(planned.Address("/badges"));
        await registrar.Button("Take back the badge of Marat AKHMETOV").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await registrar.SeesAsync("why the badge is taken back");
        await registrar.Page.GetByLabel("Reason").FillAsync("Lost in the metro");
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await registrar.SeesAsync("The badge of Marat AKHMETOV is taken back.");
        await WaitForPulsesAsync(guard);

        await ScanAsync(guard, payloads[1]);
        await SeesVerdictAsync(guard, "Do not let in", "This badge is no longer valid");

        // Whoever signs out leaves no names behind
        await guard.Page.Context.ClearCookiesAsync();
        await guard.SeesAsync("The names were removed from this device");
        Assert.False(await guard.Page.EvaluateAsync<bool>("async () => (await indexedDB.databases()).some(known => known.name === 'check-in-people')"));
    }, _portal);

    [Fact]
    public Task A_device_whose_clock_is_five_hours_wrong_judges_by_the_portals_and_says_so() => fixture.JourneyAsync(async journey =>
    {
        var planned = await GatherAsync(journey);
        var registrar = await journey.SignedInAsync(Person.Registrar);
        await registrar.OpenAsync(planned.Address("/badges"));
        await registrar.Button("Issue all missing badges (3)").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true }).ClickAsync();
        await registrar.SeesAsync("Badges issued: 3");
        var payloads = await PayloadsAsync(planned);

        var guard = await journey.SignedInAsync(Person.Staff, width: Phone);
        guard.Expects("ERR_INTERNET_DISCONNECTED");
        // Three days behind would be before the event: by its own clock the device would refuse everybody.
        await guard.Page.AddInitScriptAsync(
            """
            const shift = -(3 * 24 + 5) * 3600 * 1000;
            const Real = Date;
            globalThis.Date = class extends Real {
              constructor(...parts) { parts.length === 0 ? super(Real.now() + shift) : super(...parts); }
              static now() { return Real.now() + shift; }
            };
            """);
        await guard.OpenAsync(DoorOf(planned));
        await guard.SeesAsync("The clock of this device is wrong by 77:00 hours.");
        await Expect(guard.Page.Locator("#door[data-ready=true]")).ToBeVisibleAsync();
        await guard.Page.Context.SetOfflineAsync(true);
        await guard.Page.ReloadAsync();
        await guard.SeesAsync("No network: everything is kept on this device");
        await guard.SeesAsync("The clock of this device is wrong by 77:00 hours.");
        await ScanAsync(guard, payloads[0]);
        await SeesVerdictAsync(guard, "Let in", "NURLANOVA");
        await PictureAsync(guard, "door-clock");
        await guard.Page.Context.SetOfflineAsync(false);
        await Expect(guard.Page.Locator("[data-part=waiting]")).ToBeEmptyAsync();
        Assert.Equal(true, await _database.ScalarAsync("SELECT scanned_at > now() - interval '5 minutes' AND outcome = 'Admitted' FROM check_ins"));
    }, _portal);

    [Fact]
    public Task A_camera_reads_a_badge_that_is_held_up() => fixture.JourneyAsync(async journey =>
    {
        var planned = await GatherAsync(journey);
        var registrar = await journey.SignedInAsync(Person.Registrar);
        await registrar.OpenAsync(planned.Address("/badges"));
        await registrar.Button("Issue all missing badges (3)").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true }).ClickAsync();
        await registrar.SeesAsync("Badges issued: 3");
        await FilmedCode.JourneyAsync(_portal!, [(await PayloadsAsync(planned))[0]], secondsEach: 1, patienceMilliseconds: 20_000, async filmed =>
        {
            var guard = await filmed.SignedInAsync(Person.Staff, width: Phone);
            await guard.OpenAsync(DoorOf(planned));
            await guard.SeesAsync("Connected");
            await guard.Button("Camera").ClickAsync();
            await SeesVerdictAsync(guard, "Let in", "NURLANOVA");
            await PictureAsync(guard, "door-camera");
        });
    }, _portal);

    private static string DoorOf(PlannedEvent planned) => $"/check-in/{planned.Id}";

    /// <summary>An event of today to which Kazakhstan sends three persons, all approved.</summary>
    private async Task<PlannedEvent> GatherAsync(Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Seminar on securing cyberspace"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.InviteMembersAsync(planned);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова");
        await kazakhstan.RegisterAsync("Member", "Marat", "Akhmetov", "Марат Ахметов");
        await kazakhstan.RegisterAsync("Expert", "Dana", "Omarova", "Дана Омарова");
        // The days come round and the review is over: neither can be waited for here.
        await _database.ScalarAsync("UPDATE events SET starts_on = current_date - 1, ends_on = current_date + 1 WHERE id IN (SELECT event_id FROM delegates) RETURNING 1");
        await _database.ScalarAsync("UPDATE accreditations SET state = 'Approved' RETURNING 1");
        return planned;
    }

    private async Task<string[]> PayloadsAsync(PlannedEvent planned) => ((string)(await _database.ScalarAsync(
        $"SELECT string_agg(b.payload, ' ' ORDER BY array_position(ARRAY['Nurlanova', 'Akhmetov', 'Omarova'], d.family_name::text)) FROM badges b JOIN delegates d ON d.id = b.delegate_id WHERE b.event_id = '{planned.Id}'"))!)
        .Split(' ');

    // One letter of what is signed is another.
    private static string Tampered(string payload) => payload[..50] + (payload[50] == 'A' ? 'B' : 'A') + payload[51..];

    /// <summary>The second answer from now on was asked for after whatever was done before, and the first was taken in before it.</summary>
    private static async Task WaitForPulsesAsync(Visitor guard)
    {
        for (var pulse = 0; pulse < 2; pulse++)
        {
            await guard.Page.WaitForResponseAsync(response => response.Url.Contains("/pulse", StringComparison.Ordinal));
        }
    }

    private static async Task ScanAsync(Visitor guard, string text)
    {
        var field = guard.Page.Locator("[data-part=code]");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    private static async Task SeesVerdictAsync(Visitor guard, string verdict, string part)
    {
        await Expect(guard.Page.Locator("[data-part=verdict]")).ToHaveTextAsync(verdict);
        await Expect(guard.Page.Locator("[data-part=result]")).ToContainTextAsync(part);
    }

    /// <summary>Pictures for the guide, where a folder for them is named.</summary>
    private static async Task PictureAsync(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
