using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ScoEvents.E2E.Browsing;

/// <summary>Compares a tour with the pages that the router knows.</summary>
public static partial class TourRoutes
{
    // Pages that no person comes to in the portal as it is installed.
    private static readonly Dictionary<string, string> _leftOut = new()
    {
        ["/staff/ui-kit"] = "Components for developers, shown in development only.",
        ["/staff/ui-kit/static"] = "Components for developers, shown in development only.",
    };

    /// <summary>Templates of all pages, such as <c>/staff/events/{EventId:guid}</c>, except those that are left out for a reason.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Web.Shell.NotFoundPage).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
            .Select(route => route.Template).Where(template => !_leftOut.ContainsKey(template)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Templates that none of the addresses leads to.</summary>
    /// <param name="addresses">Addresses of the portal, with or without a query.</param>
    public static IReadOnlyList<string> NotAmong(IEnumerable<string> addresses)
    {
        var seen = addresses.Select(TemplateOf).ToHashSet();
        return [.. All.Where(template => !seen.Contains(template))];
    }

    // Among several that fit the router takes the one with the most that is fixed.
    private static string? TemplateOf(string address) => All
        .Where(template => Fits(template, address.Split('?', '#')[0]))
        .MaxBy(template => template.Split('/').Count(part => !part.StartsWith('{')));

    private static bool Fits(string template, string path) => Regex.IsMatch(path, "^" + Parameter().Replace(template, Shape) + "$", RegexOptions.CultureInvariant);

    private static string Shape(Match parameter) => parameter.Groups["name"].Value == "language" ? "[a-z]{2}" : parameter.Groups["kind"].Value switch
    {
        "guid" => "[0-9a-f-]{36}",
        "int" => "[0-9]+",
        _ => "[^/]+",
    };

    [GeneratedRegex("\\{(?<name>[^:}]+)(:(?<kind>[^}]+))?\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
