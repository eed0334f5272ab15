using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using Xunit.Abstractions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Every page of every role against WCAG 2.2, in both directions of writing, light and dark.</summary>
[Collection(TourCollection.Name)]
public sealed class AccessibilityJourney(TourFixture tour, ITestOutputHelper output)
{
    [Fact]
    public Task No_page_breaks_a_rule_of_WCAG_that_a_program_can_check() => tour.TourAsync(async stops =>
    {
        Assert.Empty(TourRoutes.NotAmong(stops.Select(stop => stop.Address)));
        List<string> broken = [];
        foreach (var language in new[] { "en", "ur" })
        {
            await SpeakAsync(stops, language);
            foreach (var stop in stops)
            {
                var page = stop.Visitor.Page;
                await page.SetViewportSizeAsync(1280, 900);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
                await stop.OpenAsync(language);
                broken.AddRange((await page.ViolationsAsync()).Select(violation => $"{language} light {stop.Pattern}: {violation}"));
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
                broken.AddRange((await page.ViolationsAsync("color-contrast")).Select(violation => $"{language} dark {stop.Pattern}: {violation}"));
            }
        }

        await SpeakAsync(stops, "en");
        output.WriteLine(string.Join(Environment.NewLine, stops.Select(stop => stop.Pattern)));
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    });

    [Fact]
    public void A_page_that_the_tour_leaves_out_would_be_named()
    {
        Assert.Contains("/staff/events/{EventId:guid}/lists/{Number:int}", TourRoutes.All);
        Assert.Equal(TourRoutes.All.Where(template => template != "/{language}/help" && template != "/{language}/events/{slug}/agenda/{variant}"), TourRoutes.NotAmong(["/en/help", "/en/events/seminar/agenda/grid?day=2"]));
    }

    [Fact]
    public Task A_field_without_a_name_and_a_pale_text_would_be_found() => tour.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync("/en");
        await reader.Page.EvaluateAsync(
            """
            () => {
                const field = document.createElement('input');
                const text = document.createElement('p');
                text.textContent = 'Pale';
                text.style.color = '#ddd';
                text.style.background = '#fff';
                document.querySelector('main').append(field, text);
            }
            """);

        var violations = await reader.Page.ViolationsAsync();

        Assert.Contains(violations, violation => violation.StartsWith("label:", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.StartsWith("color-contrast:", StringComparison.Ordinal));
    });

    // People keep their language, so it is given back at the end.
    private static async Task SpeakAsync(IEnumerable<TourStop> stops, string language)
    {
        foreach (var visitor in stops.Select(stop => stop.Visitor).Distinct())
        {
            await visitor.OpenAsync($"/language/{language}?returnUrl=/account/sign-in");
        }
    }
}
