using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The public pages in a browser without JavaScript.</summary>
[Collection(PortalCollection.Name)]
public sealed class PublicJourney(PortalFixture portal)
{
    [Theory]
    [InlineData("en", "ltr", "Agenda")]
    [InlineData("ru", "ltr", "Повестка дня")]
    [InlineData("ur", "rtl", "ایجنڈا")]
    public Task A_reader_without_script_comes_from_the_list_to_the_programme(string language, string direction, string agenda) => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Public"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "A session for everybody", "Hall A", "09:30", "10:30");
        await organiser.PublishAsync(planned);
        var reader = await journey.VisitorAsync(hasScript: false);

        await reader.OpenAsync($"/{language}/events");
        await IsReadableAsync(reader, language, direction);
        await reader.Link(planned.Title).ClickAsync();
        await reader.SeesHeadingAsync(planned.Title);
        await IsReadableAsync(reader, language, direction);
        await reader.Page.Locator(".page-header, main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = agenda, Exact = true }).First.ClickAsync();
        await reader.SeesAsync("A session for everybody");
        await IsReadableAsync(reader, language, direction);
    }, name: $"A_reader_without_script_{language}");

    [Fact]
    public Task An_event_of_the_record_shows_what_its_source_says() => portal.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync(hasScript: false);
        await reader.OpenAsync("/en/events");

        await reader.Page.Locator("section[aria-labelledby=archive]")
            .GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Scientific and Expert Forum of the Shanghai Cooperation Organization on Information Security" })
            .ClickAsync();

        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Source", Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_states_stand_as_they_stood_on_the_day() => portal.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync(hasScript: false);
        await reader.OpenAsync("/en/states");

        await reader.Field("On the day").FillAsync("2021-12-07");
        await reader.Button("Show").ClickAsync();

        await reader.SeesAsync("As of 7 December 2021");
        Assert.Equal(["IN", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"], await CodesAsync(reader, "Member"));
        Assert.Equal(["AF", "BY", "IR", "MN"], await CodesAsync(reader, "Observer"));
        Assert.Equal(["AM", "AZ", "KH", "LK", "NP", "TR"], (await CodesAsync(reader, "DialoguePartner")).Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task A_page_that_does_not_exist_says_so_in_the_readers_language() => portal.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync(hasScript: false);
        reader.Expects("404");

        var answer = await reader.OpenAsync("/ur/events/no-such-event");

        Assert.Equal(404, answer.Status);
        await IsReadableAsync(reader, "ur", "rtl");
    });

    private static async Task<IReadOnlyList<string>> CodesAsync(Visitor reader, string status) =>
        await reader.Page.Locator($"section[aria-labelledby={status}] abbr").AllInnerTextsAsync();

    private static async Task IsReadableAsync(Visitor reader, string language, string direction)
    {
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        // The one script that a public page may have adds the reader's own time, and is not needed.
        await Expect(reader.Page.Locator("script:not([src*='js/own-time']):not([type='application/ld+json'])")).ToHaveCountAsync(0);
    }
}
