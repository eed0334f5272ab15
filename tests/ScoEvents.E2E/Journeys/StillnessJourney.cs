using ScoEvents.E2E.Browsing;
using Xunit;

namespace ScoEvents.E2E.Journeys;

/// <summary>Public pages whose lines come one by one: nothing that a reader sees jumps to another place.</summary>
[Collection(PortalCollection.Name)]
public sealed class StillnessJourney(PortalFixture portal)
{
    // A whole page has come long before the style sheet would show the half of it.
    private static readonly TimeSpan _short = TimeSpan.FromMilliseconds(8);

    // Long enough for a busy machine to paint between any two pieces.
    private static readonly TimeSpan _long = TimeSpan.FromMilliseconds(100);

    private const string Watch = """
        window.shifts = [];
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
                window.shifts.push(`${entry.value} ${entry.sources.map(source => `${source.node?.nodeName} ${source.node?.className ?? source.node?.textContent}`).join(', ')}`);
            }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string ShowAtOnce = """
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { animation: none !important; }');
        document.adoptedStyleSheets = [sheet];
        """;

    [Theory]
    [InlineData(412)]
    [InlineData(1280)]
    public Task Nothing_on_a_public_page_jumps_while_it_arrives(int width) => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Still"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "A session for everybody", "Hall A", "09:30", "10:30");
        await organiser.PublishAsync(planned);
        var address = (await organiser.PublicAddressAsync(planned))["/en".Length..];
        await using var line = await SlowLine.OpenAsync(portal.Portal.Address, _short);
        var reader = await journey.VisitorAsync(line.Address, width);
        await reader.Page.AddInitScriptAsync(Watch);

        List<string> jumped = [];
        foreach (var page in new[] { "/ru", "/ur", "/ru/events", "/ur/events", $"/ur{address}", $"/ru{address}/agenda" })
        {
            jumped.AddRange((await ShiftsAsync(reader, page)).Select(shift => $"{page}: {shift}"));
        }

        Assert.True(jumped.Count == 0, string.Join(Environment.NewLine, jumped));
    }, name: $"Nothing_jumps_{width}");

    [Fact]
    public Task What_jumps_would_be_found() => portal.JourneyAsync(async journey =>
    {
        await using var line = await SlowLine.OpenAsync(portal.Portal.Address, _long);
        var reader = await journey.VisitorAsync(line.Address);
        await reader.Page.AddInitScriptAsync(Watch);
        await reader.Page.AddInitScriptAsync(ShowAtOnce);

        Assert.NotEmpty(await ShiftsAsync(reader, "/ru"));
    });

    // The observer is told of a shift in the frame after it.
    private static async Task<IReadOnlyList<string>> ShiftsAsync(Visitor reader, string page)
    {
        await reader.OpenAsync(page);
        return await reader.Page.EvaluateAsync<string[]>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifts)))))");
    }
}
