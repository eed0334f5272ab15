using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ScoEvents.E2E.Browsing;

/// <summary>A page of the portal as somebody reaches it.</summary>
/// <param name="Visitor">Who.</param>
/// <param name="Pattern">The address with ids and names of events left out: one pattern is one page.</param>
/// <param name="Address">An address of that pattern.</param>
/// <param name="Button">Selector of the button that opens a part of the page without an address of its own, or null.</param>
public sealed record TourStop(Visitor Visitor, string Pattern, string Address, string? Button = null)
{
    /// <summary>Opens the page in a language, and the part of it that is meant.</summary>
    /// <remarks>A staff page is in the language that its visitor has chosen.</remarks>
    public async Task OpenAsync(string language)
    {
        await Visitor.OpenAsync(In(language));
        if (Button is not null)
        {
            var headings = Visitor.Page.Locator("main h2");
            var before = await headings.CountAsync();
            await Visitor.Page.Locator(Button).First.ClickAsync();
            await Assertions.Expect(headings).Not.ToHaveCountAsync(before);
        }
    }

    /// <summary>The same page in another language, where the language stands in the address.</summary>
    private string In(string language) => Tour.PublicLanguage().Replace(Address, $"/{language}$1");
}

/// <summary>Finds every page that somebody can come to by following links, each once.</summary>
public static partial class Tour
{
    private const int MostPages = 200;

    /// <summary>The pages behind some addresses and all that they link to.</summary>
    /// <param name="visitor">Who walks.</param>
    /// <param name="planned">The event whose pages are visited; those of other events are the same pages.</param>
    /// <param name="starts">Addresses to begin with.</param>
    public static async Task<IReadOnlyList<TourStop>> WalkAsync(this Visitor visitor, PlannedEvent planned, params string[] starts)
    {
        var waiting = new Queue<string>(starts);
        var found = new Dictionary<string, TourStop>();
        while (waiting.TryDequeue(out var address) && found.Count < MostPages)
        {
            var pattern = PatternOf(address);
            if (found.ContainsKey(pattern))
            {
                continue;
            }

            await visitor.OpenAsync(address);
            found.Add(pattern, new TourStop(visitor, pattern, address));
            var links = await visitor.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]:not([download]):not([target=_blank])')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");
            foreach (var link in links.Distinct().Where(link => IsPage(link.Split('?')[0], planned)))
            {
                waiting.Enqueue(link);
            }
        }

        return [.. found.Values];
    }

    private static bool IsPage(string path, PlannedEvent planned) =>
        !path.StartsWith("/account/", StringComparison.Ordinal) && !path.StartsWith("/language/", StringComparison.Ordinal)
        && !path.Split('/')[^1].Contains('.', StringComparison.Ordinal) && !OtherLanguage().IsMatch(path)
        && (StaffEvent().Match(path) is not { Success: true } match || match.Groups["id"].Value == planned.Id);

    private static string PatternOf(string address) =>
        Slug().Replace(Number().Replace(Id().Replace(address.Split('?', '#')[0], "{id}"), "/{number}"), "/events/{event}");

    [GeneratedRegex("^/en(/|$)", RegexOptions.CultureInvariant)]
    internal static partial Regex PublicLanguage();

    [GeneratedRegex("^/(ru|zh|hi|ur)(/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLanguage();

    [GeneratedRegex("^/staff/events/(?<id>[0-9a-f-]{36})", RegexOptions.CultureInvariant)]
    private static partial Regex StaffEvent();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?<=^/en)/events/[^/{]+", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
