using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Events;

/// <summary>Tells search engines what to read and what to leave alone.</summary>
internal static class SitemapEndpoints
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string ForAnHour = "public, max-age=3600";

    public static void Map(WebApplication app)
    {
        app.MapGet("/robots.txt", Robots);
        app.MapGet("/sitemap.xml", SitemapAsync);
    }

    private static IResult Robots(HttpContext context, IOptions<PortalOptions> portal)
    {
        var lines = new List<string>
        {
            "User-agent: *",
            "Disallow: /staff",
            "Disallow: /account",
            "Disallow: /language/",
            "Disallow: /*?",
        };
        if (portal.Value.PublicAddress is not null)
        {
            lines.Add($"Sitemap: {portal.Value.Absolute("/sitemap.xml")}");
        }

        context.Response.Headers.CacheControl = ForAnHour;
        return Results.Text(string.Join('\n', lines) + '\n', "text/plain", Encoding.UTF8);
    }

    /// <remarks>The addresses of a sitemap are whole ones, so it needs to know its own.</remarks>
    private static async Task<IResult> SitemapAsync(HttpContext context, PublicEventQueries queries, IOptions<PortalOptions> portal, CancellationToken cancellationToken)
    {
        if (portal.Value.PublicAddress is null)
        {
            return Results.NotFound();
        }

        var events = await queries.AddressesAsync(cancellationToken);
        var map = new MemoryStream();
        using (var writer = XmlWriter.Create(map, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            writer.WriteStartElement("urlset", Sitemap);
            foreach (var language in PortalLanguages.All)
            {
                Write(PortalRoutes.Home(language));
                Write(PortalRoutes.PublicEvents(language));
                Write(PortalRoutes.States(language));
                Write(PortalRoutes.Help(language));
                foreach (var address in events)
                {
                    Write(PortalRoutes.PublicEvent(language, address.Slug), address.ModifiedAt);
                    if (address.HasAgenda)
                    {
                        Write(PortalRoutes.Agenda(language, address.Slug), address.ModifiedAt);
                        Write(PortalRoutes.PublicSpeakers(language, address.Slug), address.ModifiedAt);
                    }
                }
            }

            writer.WriteEndElement();

            void Write(string path, DateTimeOffset? modifiedAt = null)
            {
                writer.WriteStartElement("url", Sitemap);
                writer.WriteElementString("loc", Sitemap, portal.Value.Absolute(path));
                if (modifiedAt is { } instant)
                {
                    writer.WriteElementString("lastmod", Sitemap, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                }

                writer.WriteEndElement();
            }
        }

        context.Response.Headers.CacheControl = ForAnHour;
        return Results.Bytes(map.ToArray(), "application/xml; charset=utf-8");
    }
}
