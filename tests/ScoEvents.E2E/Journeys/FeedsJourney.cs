using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.Exports.Tests.Node;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A private calendar from the page that makes its address over a phone that follows it to the page that takes it back.</summary>
[Collection(PortalCollection.Name)]
public sealed class FeedsJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_makes_an_address_a_phone_follows_a_moved_session_and_after_it_is_taken_back_sees_nothing() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        await organiser.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Calendars"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
        var page = organiser.Page;
        await organiser.OpenAsync(planned.Address("/exports/calendars"));
        await organiser.SeesAsync("There is no release yet.");
        await organiser.PublishAsync(planned);

        await organiser.OpenAsync(planned.Address("/exports/calendars"));
        await organiser.Button("Make the address").ClickAsync();
        await organiser.SeesAsync("The address is made");
        var address = await organiser.Field("Address").InputValueAsync();
        Assert.Matches("^https?://[^/]+/feeds/[A-Za-z0-9_-]{43}[.]ics$", address);
        await organiser.Button("Copy").ClickAsync();
        await organiser.SeesAsync("Copied");
        Assert.Equal(address, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("webcal:" + address[address.IndexOf("//", StringComparison.Ordinal)..], await organiser.Link("Subscribe on this device").GetAttributeAsync("href"));
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code of the calendar address" })).ToBeVisibleAsync();

        // A phone subscribes, the session moves, the phone looks again.
        using var phone = new HttpClient();
        var path = new Uri(portal.Portal.Address, new Uri(address).AbsolutePath);
        var before = await phone.GetStringAsync(path);
        await organiser.OpenAsync(planned.Address("/programme?view=list"));
        await organiser.Link("Opening words").First.ClickAsync();
        await organiser.Field("Start").FillAsync("14:00");
        await organiser.Field("End").FillAsync("15:00");
        await organiser.SaveSessionAsync(planned, "Opening words");
        await organiser.PublishAsync(planned, 2);
        var after = await phone.GetStringAsync(path);
        var states = JsonDocument.Parse(await NodeProgram.RunAsync("calendar.mjs", JsonSerializer.Serialize(new[] { before, after }))).RootElement;
        var (then, now) = (Assert.Single(states[0].EnumerateArray()), Assert.Single(states[1].EnumerateArray()));
        Assert.Equal(then.GetProperty("uid").GetString(), now.GetProperty("uid").GetString());
        Assert.Equal(TimeSpan.FromHours(5), now.GetProperty("start").GetDateTimeOffset() - then.GetProperty("start").GetDateTimeOffset());
        Assert.True(now.GetProperty("sequence").GetInt32() > then.GetProperty("sequence").GetInt32());

        // Shown this once; taken back it is gone for good, and what never was is another answer.
        await organiser.OpenAsync(planned.Address("/exports/calendars"));
        await Expect(page.GetByText(address)).ToHaveCountAsync(0);
        await organiser.Button("Take back: Whole event").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back", Exact = true }).ClickAsync();
        await organiser.SeesAsync("Taken back");
        using var gone = await phone.GetAsync(path);
        using var never = await phone.GetAsync(new Uri(portal.Portal.Address, $"/feeds/{new string('A', 43)}.ics"));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (gone.StatusCode, never.StatusCode));
    });
}
