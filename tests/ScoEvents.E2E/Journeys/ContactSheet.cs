using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;

namespace ScoEvents.E2E.Journeys;

/// <summary>Pictures of every page in five languages, light and dark, wide and on a phone; made by <c>eng/contact-sheet.sh</c> only, for people to look at.</summary>
[Collection(TourCollection.Name)]
public sealed class ContactSheet(TourFixture tour)
{
    private static readonly string[] _languages = ["en", "ru", "zh", "hi", "ur"];
    private static readonly int[] _widths = [1280, 360];

    [PicturesFact]
    public Task Every_page_is_in_the_picture() => tour.TourAsync(async stops =>
    {
        var folder = Directory.CreateDirectory(PicturesFactAttribute.Folder!).FullName;
        var taken = 0;
        foreach (var language in _languages)
        {
            foreach (var visitor in stops.Select(stop => stop.Visitor).Distinct())
            {
                await visitor.OpenAsync($"/language/{language}?returnUrl=/account/sign-in");
            }

            foreach (var (stop, number) in stops.Select((stop, index) => (stop, index)))
            {
                await stop.OpenAsync(language);
                taken += await TakeAsync(stop.Visitor.Page, Path.Combine(folder, $"{number:D2}-{language}"));
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), Sheet(stops));
        Assert.Equal(stops.Count * _languages.Length * 2 * _widths.Length, taken);
    });

    private static async Task<int> TakeAsync(IPage page, string stem)
    {
        var taken = 0;
        foreach (var width in _widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                // Two frames later what follows the width has followed it: the row of tabs goes to the one a person stands on.
                await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(stem, width, scheme), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });
                taken++;
            }
        }

        return taken;
    }

    private static string Picture(string stem, int width, ColorScheme scheme) => $"{stem}-{width}-{scheme}.jpg".ToLowerInvariant();

    private static string Sheet(IReadOnlyList<TourStop> stops)
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>body{font:14px sans-serif}div{display:flex;gap:8px;flex-wrap:wrap}img{height:320px;border:1px solid #999}</style>");
        foreach (var (stop, number) in stops.Select((stop, index) => (stop, index)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(stop.Pattern)}</h2><div>");
            foreach (var (language, width, scheme) in from language in _languages from width in _widths from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } select (language, width, scheme))
            {
                var picture = Picture($"{number:D2}-{language}", width, scheme);
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"{picture}\"><img loading=lazy src=\"{picture}\" alt=\"{language} {width} {scheme}\"></a>");
            }

            html.Append("</div>");
        }

        return html.ToString();
    }
}

/// <summary>Runs only where somebody asked for pictures and said where they go.</summary>
public sealed class PicturesFactAttribute : FactAttribute
{
    public PicturesFactAttribute() => Skip = Folder is null ? "Pictures are made by eng/contact-sheet.sh." : null;

    /// <summary>Where pictures go, or null.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("CONTACT_SHEET") is { Length: > 0 } folder ? folder : null;
}
