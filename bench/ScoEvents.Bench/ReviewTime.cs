using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Bench;

/// <summary>How long the review of 1,500 persons of 27 sides takes the portal: in a browser, up to the moment when other persons stand there, as the registrar of the demonstration.</summary>
internal static class ReviewTime
{
    private const int WarmUp = 5;
    private const int Rounds = 20;

    private static readonly string[] _families = ["Liukmanov", "Nazarbekova", "Sharma", "Rahmonzoda", "Zhang", "Khan", "Ivanov", "Toktogulov", "Karimov", "Hosseini", "Lukashevich", "Wang", "Petrova", "Yusupov", "Siddiqui"];
    private static readonly string[] _given = ["Artur", "Aigerim", "Rajesh", "Farrukh", "Wei", "Imran", "Olga", "Bakyt", "Dilshod", "Reza", "Pavel", "Li", "Anna", "Timur", "Fatima"];

    /// <summary>Fills the database of a running portal, signs in and measures; prints a line for each way of asking.</summary>
    /// <param name="portal">The portal's address.</param>
    /// <param name="folder">Its data folder.</param>
    public static async Task<int> RunAsync(Uri portal, string folder)
    {
        var (eventId, side, person) = await SeedAsync(PortalDatabaseFolder.ConnectionString(folder, "Superuser"));
        await using var browser = await DemoBrowser.OpenAsync(portal, "Meera Iyer");
        var page = browser.Page;
        var review = $"/staff/events/{eventId}/review";
        Console.WriteLine("| asked for | median | p90 | slowest |\n|---|---|---|---|");
        await MeasureAsync("for comparison, from the address to the reader's notices", () => OpenAsync(page, "/staff/notices", "h1"));
        await MeasureAsync("from the address to the persons who wait", () => OpenAsync(page, review, "[data-case]"));
        await MeasureAsync("who waits, from another filter", async () =>
        {
            await GoAsync(page, review + "?state=all&page=20");
            return await GoAsync(page, review);
        });
        foreach (var (name, query) in new[]
        {
            ("everybody, page 20", "?state=all&page=20"), ("one side", $"?state=all&side={side}"), ("perhaps registered twice", "?alike=true"),
            ("text Liukmanov", "?state=all&text=Liukmanov"), ("text Люкманов", "?state=all&text=Люкманов"), ("text لیوکمانوف", "?state=all&text=لیوکمانوف"), ("text li", "?state=all&text=li"),
            ("a person beside the queue", $"?person={person}"),
        })
        {
            await MeasureAsync(name, async () =>
            {
                var took = await GoAsync(page, review + query);
                await GoAsync(page, review);
                return took;
            });
        }

        return 0;
    }

    private static async Task<double> OpenAsync(IPage page, string address, string awaited)
    {
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.Locator(awaited).First.WaitForAsync();
        // From the start of the navigation, by the browser's own clock.
        return await page.EvaluateAsync<double>("performance.now()");
    }

    // From the press on a link of the page until other persons stand there, or one more panel: over the circuit, as filters go.
    private static Task<double> GoAsync(IPage page, string address) => page.EvaluateAsync<double>(
        """
        address => new Promise(done => {
          const shown = () => [...document.querySelectorAll('[data-case]')].map(row => row.dataset.case).join() + (document.querySelector('.review-panel') !== null);
          const before = shown();
          const observer = new MutationObserver(() => { if (shown() !== before) { observer.disconnect(); done(performance.now() - start); } });
          observer.observe(document.querySelector('.review'), { childList: true, subtree: true });
          const start = performance.now();
          Blazor.navigateTo(address);
        })
        """,
        address);

    private static async Task MeasureAsync(string name, Func<Task<double>> measure)
    {
        var times = new List<double>();
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var took = await measure();
            if (round >= WarmUp)
            {
                times.Add(took);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Rounds / 2]:0} ms | {times[Rounds * 9 / 10]:0} ms | {times[^1]:0} ms |"));
    }

    // Three of five wait for a decision, one is a draft, one was approved.
    private static async Task<(Guid EventId, Guid SideId, Guid CaseId)> SeedAsync(string connectionString)
    {
        await using var source = DataModule.DataSource(connectionString);
        await using var context = ForumSeed.Context(source);
        var now = TimeProvider.System.GetUtcNow();
        var user = await context.Users.Select(known => known.Id).FirstAsync();
        var (planned, people) = await ForumSeed.AddAsync(context, "bench-review", Facts, user, now);
        var cases = people.Select(person => AccreditationCase.Open(person, null, now)).ToList();
        for (var index = 0; index < cases.Count; index++)
        {
            if (index % 5 != 0)
            {
                cases[index].Submit(user, now.AddSeconds(index));
            }
        }

        context.AddRange(cases);
        await context.SaveChangesAsync();
        var approved = cases.Where((_, index) => index % 5 == 4).Select(one => one.Id).ToList();
        await context.Database.ExecuteSqlAsync($"UPDATE accreditations SET state = 'Approved' WHERE id = ANY({approved})");
        return (planned.Id, people[0].SideId, cases[1].Id);
    }

    private static DelegateFacts Facts(int side, int person)
    {
        var index = (side * 60) + person;
        return new(
            person == 0 ? DelegationRole.Head : DelegationRole.Member, $"{_families[index % _families.Length]}{(index % 45 == 0 ? "" : $"{(char)('a' + (index / 15 % 26))}{(char)('a' + (index / 390))}")}", _given[index / 7 % _given.Length], null,
            LocalizedText.Of(en: "Counsellor", ru: "Советник"), LocalizedText.Of(en: "Ministry of Foreign Affairs"), $"person{index}@mfa.example", new ProtectedText("v1.bench.bench", "***"));
    }
}
