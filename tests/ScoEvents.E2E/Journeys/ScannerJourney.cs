using System.Buffers.Text;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The scanner of the doors, before a camera that stands still.</summary>
[Collection(PortalCollection.Name)]
public sealed class ScannerJourney(PortalFixture fixture)
{
    private const int BytesOfBody = 53;
    private const int BytesOfSignature = 64;
    private const int SecondsEach = 3;

    // Four times through the film.
    private const int Patience = 100_000;

    // Of codes like these the reader misses one in seven when it looks straight at them; these it misses.
    private static readonly int[] _hard = [30, 37, 56, 60, 65, 70, 76, 78];

    [Fact]
    public Task A_badge_is_read_wherever_the_points_of_its_code_fall()
    {
        var texts = _hard.Select(PayloadLike).ToList();
        return FilmedCode.JourneyAsync(fixture.Portal, texts, SecondsEach, Patience, async filmed =>
        {
            // Only the page of the doors may use a camera.
            var guard = await filmed.SignedInAsync(Person.Organiser);
            var planned = await guard.CreateEventAsync(Organising.NewTitle("Doors"));
            await guard.OpenAsync($"/check-in/{planned.Id}");

            await guard.Page.EvaluateAsync(
                """
                async () => {
                    const { Scanner } = await import('/check-in/scanner.js');
                    const video = document.createElement('video');
                    const read = document.createElement('output');
                    read.id = 'read';
                    document.querySelector('main').append(video, read);
                    const texts = new Set();
                    await new Scanner(video, text => { texts.add(text); read.textContent = [...texts].sort().join(' '); }).start();
                }
                """);

            await Expect(guard.Page.Locator("#read")).ToHaveTextAsync(string.Join(' ', texts.Order(StringComparer.Ordinal)), new() { Timeout = Patience });
        });
    }

    // As long as the payload of a badge, and as even in its points; the same in every run.
    private static string PayloadLike(int seed)
    {
        var random = new Random(seed);
        var (body, signature) = (new byte[BytesOfBody], new byte[BytesOfSignature]);
        random.NextBytes(body);
        random.NextBytes(signature);
        return $"SCO1.{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(signature)}";
    }
}
