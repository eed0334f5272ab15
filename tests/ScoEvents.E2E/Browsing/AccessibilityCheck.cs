using System.Text.Json;
using Microsoft.Playwright;

namespace ScoEvents.E2E.Browsing;

/// <summary>Asks axe-core about the page that is open.</summary>
public static class AccessibilityCheck
{
    private const string Run = """
        async rules => {
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const result = await axe.run(document, rules ? { runOnly: { type: 'rule', values: rules } } : { runOnly: { type: 'tag', values: tags } });
            return JSON.stringify({
                passed: result.passes.length,
                violations: result.violations.map(v => `${v.id}: ${v.nodes.length} × ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' | ' + n.html.slice(0, 160)).join('; ')}`),
            });
        }
        """;

    private static readonly Lazy<string> _axe = new(() => File.ReadAllText(Source()));

    /// <summary>What breaks WCAG 2.2, level A and AA, as far as a program can tell; throws where nothing was checked at all.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">These rules only; null for all.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page, params string[]? rules)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(_axe.Value + "; 0");
        }

        var outcome = JsonDocument.Parse(await page.EvaluateAsync<string>(Run, rules is { Length: > 0 } ? rules : null)).RootElement;
        var violations = outcome.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()!).ToList();
        return violations.Count > 0 || outcome.GetProperty("passed").GetInt32() > 0
            ? violations
            : throw new InvalidOperationException($"Nothing was checked at {page.Url}.");
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoEvents.E2E.csproj")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
        }

        return Path.Combine(folder.FullName, "Node", "node_modules", "axe-core", "axe.min.js");
    }
}
