using System.Globalization;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The public pages as Lighthouse sees them: a first visit on a slow phone, the judgement of its four categories.</summary>
[Collection(AloneCollection.Name)]
public sealed class LighthouseJourney(PortalFixture portal, ITestOutputHelper output)
{
    private const int LeastScore = 95;
    private const int MostBytes = 100 * 1024;

    // Browsers trust names under "localhost" as they trust https; the portal knows it as the address that people type.
    private const string Host = "portal.localhost";

    [Fact]
    public async Task Public_pages_are_light_still_and_well_made()
    {
        await using var own = await PortalProcess.StartAsync(new Dictionary<string, string>(PortalFixture.Settings) { ["Portal__PublicAddress"] = $"http://{Host}" });
        var published = "";
        await portal.JourneyAsync(async journey =>
        {
            var organiser = await journey.SignedInAsync(Person.Organiser);
            var planned = await organiser.CreateEventAsync("Seminar on information security");
            await organiser.AddRoomAsync(planned, "Hall A");
            await organiser.AddSessionAsync(planned, "Plenary", "Opening of the seminar", "Hall A", "09:30", "10:30");
            await organiser.AddSessionAsync(planned, "Panel", "Incidents across borders", "Hall A", "11:00", "12:00");
            await organiser.PublishAsync(planned);
            published = (await organiser.PublicAddressAsync(planned)).Replace("/en/", "/", StringComparison.Ordinal);
        }, own);

        var pages = await LighthouseReport.OfAsync(Host, own.Address.Port, from language in new[] { "ru", "ur" }
                                                                           from page in new[] { "", "/events", published, published + "/agenda" }
                                                                           select $"/{language}{page}");

        Assert.Equal(8, pages.Count);
        foreach (var page in pages)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{page.Path}: {string.Join(", ", page.Scores.Select(score => $"{score.Key} {score.Value}"))}; {page.Bytes} bytes in {page.Requests} requests, shift {page.LayoutShift}; phone {page.Slowdown:0.0} times slower, {page.Visits} visits"));
        }

        Assert.All(pages, page =>
        {
            Assert.Null(page.Error);
            Assert.Equal(["accessibility", "best-practices", "performance", "seo"], page.Scores.Keys.Order(StringComparer.Ordinal));
            Assert.True(page.Scores.Values.Min() >= LeastScore, string.Join(Environment.NewLine, page.Short.Prepend(page.Path)));
            Assert.InRange(page.Bytes, 1, MostBytes);
            Assert.Empty(page.Shifted);
            Assert.Equal(0, page.LayoutShift);
            Assert.Empty(page.Outside);
        });
    }
}
