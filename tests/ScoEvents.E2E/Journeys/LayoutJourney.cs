using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using Xunit.Abstractions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Every page of every role where letters run the other way, where the window is narrow and where letters are twice as large.</summary>
[Collection(TourCollection.Name)]
public sealed class LayoutJourney(TourFixture tour, ITestOutputHelper output)
{
    // A window of 1280 pixels at 400 % zoom.
    private const int Narrowest = 320;
    private const int Wide = 1280;
    private const double SmallDifference = 0.01;

    [Fact]
    public Task Every_page_in_Urdu_is_the_mirror_of_its_twin_and_none_breaks_when_enlarged() => tour.TourAsync(async stops =>
    {
        List<string> wrong = [];
        foreach (var language in new[] { "ur", "en" })
        {
            foreach (var visitor in stops.Select(stop => stop.Visitor).Distinct())
            {
                await visitor.OpenAsync($"/language/{language}?returnUrl=/account/sign-in");
                await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
            }

            foreach (var stop in stops)
            {
                await stop.Visitor.Page.SetViewportSizeAsync(Wide, 900);
                await stop.OpenAsync(language);
                if (language == "ur")
                {
                    wrong.AddRange(await AstrayAsync(stop));
                }

                wrong.AddRange((await TooWideAsync(stop.Visitor)).Select(fault => $"{language} {stop.Pattern}: {fault}"));
            }
        }

        Assert.InRange(stops.Count, TourRoutes.All.Count, 200);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    });

    [Fact]
    public Task A_box_that_is_nailed_to_the_left_would_be_found() => tour.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync("/ur/events");
        var before = await reader.Page.CompareWithTwinAsync();

        await reader.Page.EvaluateAsync("() => { const box = document.createElement('div'); box.id = 'nailed'; Object.assign(box.style, { height: '80px', width: '400px', background: 'red', marginLeft: '0', marginRight: 'auto' }); document.querySelector('main').prepend(box); }");
        var after = await reader.Page.CompareWithTwinAsync();

        Assert.Empty(before.Astray);
        Assert.Contains(after.Astray, fault => fault.Contains("#nailed", StringComparison.Ordinal));
        Assert.InRange(before.Difference, 0, SmallDifference);
        Assert.True(after.Difference > SmallDifference);
    });

    private async Task<IReadOnlyList<string>> AstrayAsync(TourStop stop)
    {
        var outcome = await stop.Visitor.Page.CompareWithTwinAsync(PicturesFactAttribute.Folder is { } folder ? Path.Combine(folder, "twin" + stop.Pattern.Replace('/', '-')) : null);
        output.WriteLine(FormattableString.Invariant($"{stop.Pattern}: {outcome.Boxes} boxes, {outcome.Astray.Count} astray, {outcome.Difference:P2} of the picture"));
        return
        [
            .. outcome.Astray.Take(5).Select(fault => $"ur {stop.Pattern}: {fault}"),
            .. outcome.Difference > SmallDifference ? new[] { FormattableString.Invariant($"ur {stop.Pattern}: {outcome.Difference:P2} of the picture is not the twin's") } : [],
        ];
    }

    // 400 % zoom leaves 320 pixels; a reader may also enlarge the letters alone.
    private static async Task<IReadOnlyList<string>> TooWideAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        var enlarged = await visitor.IsTooWideAsync();
        await visitor.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = ''; }");
        await visitor.Page.SetViewportSizeAsync(Narrowest, 900);
        var narrow = await visitor.IsTooWideAsync();
        return [.. new[] { enlarged is null ? null : "letters at 200 %: " + enlarged, narrow }.OfType<string>()];
    }
}
