using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Words without a place to break, in each script, and words that try to turn what stands beside them.</summary>
[Collection(PortalCollection.Name)]
public sealed class LongWordsJourney(PortalFixture portal)
{
    // A window of 1280 pixels at 400 % zoom.
    private const int Narrowest = 320;

    private static readonly IReadOnlyDictionary<string, string> _parts = new Dictionary<string, string>
    {
        ["en"] = "telecommunicationsinfrastructure",
        ["ru"] = "противодействиекиберпреступности",
        ["zh"] = "信息安全与打击网络犯罪国际合作研讨会",
        ["hi"] = "सूचनासुरक्षासहयोगसंगोष्ठीकार्यक्रम",
        ["ur"] = "معلوماتتحفظبینالاقوامیتعاون",
    };

    [Fact]
    public Task No_word_of_any_script_pushes_a_page_out_of_the_window() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var mark = Guid.NewGuid().ToString("N")[..8];
        var title = LongWord("en") + mark;
        await organiser.FillEventAsync(title, quota: 12);
        foreach (var language in _parts.Keys.Where(language => language != "en"))
        {
            await Part(organiser, "Title", language).FillAsync(LongWord(language) + mark);
            await Part(organiser, "City", language).FillAsync(_parts[language]);
        }

        var planned = await organiser.SubmitEventAsync(title);
        await organiser.AddRoomAsync(planned, _parts["en"]);
        await organiser.FillSessionAsync(planned, "Plenary", LongWord("en"), _parts["en"], "09:30", "10:30");
        foreach (var language in _parts.Keys.Where(language => language != "en"))
        {
            await Part(organiser, "Title", language).FillAsync(LongWord(language));
        }

        await organiser.AddSpeakerAsync(_parts["en"] + " " + _parts["en"], LongWord("en"));
        await organiser.SaveSessionAsync(planned, LongWord("en"));
        await organiser.PublishAsync(planned);
        var address = await organiser.PublicAddressAsync(planned);
        List<string> tooWide = [];
        var reader = await journey.VisitorAsync(width: Narrowest);
        foreach (var language in _parts.Keys)
        {
            await LookAsync(reader, [$"/{language}", $"/{language}/events", .. new[] { "", "/agenda", "/agenda/grid", "/speakers" }.Select(page => address.Replace("/en/", $"/{language}/", StringComparison.Ordinal) + page)]);
        }

        await organiser.Page.SetViewportSizeAsync(Narrowest, 900);
        await LookAsync(organiser,
        [
            "/staff", "/staff/events", planned.Address(), planned.Address("/edit"), planned.Address("/venue"), planned.Address("/programme"), planned.Address("/programme/speakers"),
            planned.Address("/releases"), planned.Address("/invitations"), planned.Address("/delegations"), planned.Address("/exports"),
        ]);

        Assert.True(tooWide.Count == 0, string.Join(Environment.NewLine, tooWide));

        async Task LookAsync(Visitor visitor, IEnumerable<string> addresses)
        {
            foreach (var page in addresses)
            {
                await visitor.OpenAsync(page);
                if (await visitor.IsTooWideAsync() is { } excess)
                {
                    tooWide.Add(excess);
                }
            }
        }
    });

    [Fact]
    public Task A_title_that_turns_the_reading_direction_is_refused_at_its_field() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Turned"));
        await organiser.AddRoomAsync(planned, "Hall A");
        // An override that would make "fdp.exe" read as "exe.pdf".
        await organiser.FillSessionAsync(planned, "Plenary", "Opening \u202Efdp.exe", "Hall A", "09:30", "10:30");
        await organiser.Button("Save the session").ClickAsync();

        await Expect(organiser.Text("Title")).ToHaveAttributeAsync("aria-invalid", "true");
        await organiser.Text("Title").FillAsync("Opening of the seminar");
        await organiser.SaveSessionAsync(planned, "Opening of the seminar");
    });

    [Theory]
    [InlineData("de-DE,de;q=0.9", "en")]
    [InlineData("uz,ru-RU;q=0.8,en;q=0.5", "ru")]
    [InlineData("zh-Hans-CN,en;q=0.3", "zh")]
    [InlineData("ur-PK", "ur")]
    [InlineData("*;q=0.1,hi;q=0.9", "hi")]
    [InlineData("not a language,,;;q=x", "en")]
    public async Task The_first_visit_speaks_the_readers_language_or_English(string accepted, string language)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        using var answer = await client.SendAsync(request);

        Assert.Equal($"/{language}", answer.Headers.Location?.ToString());
    }

    [Fact]
    public Task A_language_that_the_portal_does_not_speak_is_no_page_of_it() => portal.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync(hasScript: false);
        reader.Expects("404");

        foreach (var address in new[] { "/de", "/de/events", "/xx/states" })
        {
            var answer = await reader.OpenAsync(address);
            Assert.Equal(404, answer.Status);
            await Expect(reader.Page.Locator("main").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        }
    });

    private static string LongWord(string language) => _parts[language] + _parts[language];

    private static ILocator Part(Visitor visitor, string label, string language) =>
        visitor.Page.GetByRole(AriaRole.Group, new() { Name = label, Exact = true }).Locator($"input[lang={language}], textarea[lang={language}]");
}
