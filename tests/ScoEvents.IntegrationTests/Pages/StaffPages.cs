using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>One portal for all tests that look at the staff pages.</summary>
[CollectionDefinition(Name)]
public sealed class StaffPagesCollection : ICollectionFixture<RoutePortal>
{
    public const string Name = "Staff pages";
}

/// <summary>The staff pages as their readers see them.</summary>
internal static class StaffPages
{
    // Those to whom a page is open, the one with the most to see first.
    private static readonly Asker[] _readers = [Asker.Organiser, Asker.FocalPoint];

    // Shows the kit itself, with nothing of anybody.
    private const string Gallery = "/staff/ui-kit";

    /// <summary>Every page that a circuit fills.</summary>
    public static IReadOnlyList<RouteAddress> Of(RoutePortal portal) =>
        [.. RouteQuestions.Of(portal.Endpoints).Where(address => address.IsInteractive && !address.Pattern.RawText!.StartsWith(Gallery, StringComparison.Ordinal))];

    /// <summary>The page for the first reader to whom it is open: what it shows until the first answer of the database, and then.</summary>
    public static async Task<(IElement Meanwhile, IElement Whole)> WatchAsync(RoutePortal portal, string address, PortalLanguage? language = null)
    {
        foreach (var reader in _readers)
        {
            var (meanwhile, whole) = await portal[reader].WatchAsync(address, language);
            if (whole.Code == "200")
            {
                return (Content(meanwhile), Content(whole.Text));
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{address} is open to none of its readers."));
    }

    /// <summary>The part of a page that is its own.</summary>
    public static IElement Content(string html) => Parse(html).QuerySelector("main")!;

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
