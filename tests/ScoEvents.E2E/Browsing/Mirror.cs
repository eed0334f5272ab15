using System.Text.Json;
using Microsoft.Playwright;
using SkiaSharp;

namespace ScoEvents.E2E.Browsing;

/// <summary>
/// Compares a page that runs from right to left with its twin: the same page, the same words, told to run from left to
/// right. What stands at the start there must stand at the start here, so each is the mirror of the other.
/// </summary>
/// <remarks>Parts with a direction of their own, such as times, addresses and names in another script, are compared as whole boxes.</remarks>
public static class Mirror
{
    // Text is laid out in fractions of pixels, and a line may break one word earlier.
    private const double Tolerance = 2;
    private const int Cell = 8;
    private const int VisibleDifference = 24;
    private const int MaxRounds = 5;

    private const string Boxes = """
        direction => {
            const root = document.documentElement;
            root.dir = direction;
            const width = root.clientWidth;
            const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + [...element.classList].map(part => '.' + part).join('');
            const boxes = [];
            const walk = (element, inside) => {
                const style = getComputedStyle(element);
                if (style.display === 'none' || style.visibility === 'hidden') {
                    return;
                }
                const box = element.getBoundingClientRect();
                if (style.display !== 'inline' && style.display !== 'contents' && box.width > 1 && box.height > 1) {
                    boxes.push([`${inside} > ${name(element)}`, direction === 'rtl' ? width - box.right : box.left, box.top + scrollY, box.width, box.height]);
                }
                if (element !== document.body && (element.hasAttribute('dir') || element.tagName === 'BDI' || element.tagName === 'svg')) {
                    return;
                }
                for (const child of element.children) {
                    walk(child, name(element));
                }
            };
            walk(document.body, 'html');
            return JSON.stringify(boxes);
        }
        """;

    // Letters are not mirrored, so they are made invisible, and with them the ground of letters that are marked; lines, other grounds and icons stay.
    private const string HideLetters = """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important; animation: none !important; transition: none !important; } ::placeholder { color: transparent !important; } mark { background: transparent !important; }');
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }
        """;

    /// <summary>The boxes that do not stand where their twins stand, and the share of the picture that differs from the mirrored twin.</summary>
    /// <param name="page">A page that runs from right to left.</param>
    /// <param name="evidence">Where the pair of pictures goes, without an ending; null keeps none.</param>
    public static async Task<MirrorOutcome> CompareWithTwinAsync(this IPage page, string? evidence = null)
    {
        await page.EvaluateAsync(HideLetters);
        var (here, picture, there, twin) = await PairAsync(page);
        await page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }");
        if (evidence is not null)
        {
            await File.WriteAllBytesAsync(evidence + "-rtl.png", picture);
            await File.WriteAllBytesAsync(evidence + "-ltr.png", twin);
        }

        var astray = here.Count != there.Count
            ? [$"{here.Count} boxes against {there.Count} in the twin"]
            : here.Zip(there).Where(pair => !pair.First.IsLike(pair.Second)).Select(pair => $"{pair.First} against {pair.Second}").ToList();
        return new MirrorOutcome(here.Count, astray, Difference(picture, twin));
    }

    // A page that was still coming when the first picture was taken is taken again: both pictures must show the same state.
    private static async Task<(IReadOnlyList<Box> Here, byte[] Picture, IReadOnlyList<Box> There, byte[] Twin)> PairAsync(IPage page)
    {
        for (var round = 1; ; round++)
        {
            var here = await BoxesAsync(page, "rtl");
            var picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
            var there = await BoxesAsync(page, "ltr");
            var twin = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
            if (round == MaxRounds || here.SequenceEqual(await BoxesAsync(page, "rtl")))
            {
                return (here, picture, there, twin);
            }
        }
    }

    private static async Task<IReadOnlyList<Box>> BoxesAsync(IPage page, string direction) =>
        [.. JsonDocument.Parse(await page.EvaluateAsync<string>(Boxes, direction)).RootElement.EnumerateArray()
            .Select(box => new Box(box[0].GetString()!, box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble(), box[4].GetDouble()))];

    // Share of the cells, 0 to 1, whose mean colour is to be told from that of the cell in the mirrored twin.
    private static double Difference(byte[] picture, byte[] twin)
    {
        using var first = Cells(picture, isMirrored: false);
        using var second = Cells(twin, isMirrored: true);
        var (width, height) = (Math.Min(first.Width, second.Width), Math.Min(first.Height, second.Height));
        var differing = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (one, other) = (first.GetPixel(x, y), second.GetPixel(x, y));
                if (Math.Abs(one.Red - other.Red) > VisibleDifference || Math.Abs(one.Green - other.Green) > VisibleDifference || Math.Abs(one.Blue - other.Blue) > VisibleDifference)
                {
                    differing++;
                }
            }
        }

        return (double)differing / (width * height);
    }

    private static SKBitmap Cells(byte[] png, bool isMirrored)
    {
        using var whole = SKBitmap.Decode(png);
        var cells = new SKBitmap(whole.Width / Cell, whole.Height / Cell);
        using var canvas = new SKCanvas(cells);
        if (isMirrored)
        {
            canvas.Scale(-1, 1, cells.Width / 2f, 0);
        }

        using var image = SKImage.FromBitmap(whole);
        canvas.DrawImage(image, new SKRect(0, 0, cells.Width, cells.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return cells;
    }

    private sealed record Box(string Name, double Start, double Top, double Width, double Height)
    {
        public bool IsLike(Box other) => Math.Abs(Start - other.Start) <= Tolerance && Math.Abs(Top - other.Top) <= Tolerance
            && Math.Abs(Width - other.Width) <= Tolerance && Math.Abs(Height - other.Height) <= Tolerance;

        public override string ToString() => FormattableString.Invariant($"{Name} at {Start:0},{Top:0} {Width:0}×{Height:0}");
    }
}

/// <summary>What the comparison of a page with its twin gave.</summary>
/// <param name="Boxes">How many boxes were compared.</param>
/// <param name="Astray">Those that do not stand where they should.</param>
/// <param name="Difference">Share of the picture that is not the mirror of the twin's, 0 to 1.</param>
public sealed record MirrorOutcome(int Boxes, IReadOnlyList<string> Astray, double Difference);
