using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The releases of a programme as a feed that readers subscribe to.</summary>
/// <remarks>RFC 4287.</remarks>
internal static class ReleaseFeedEndpoints
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void Map(WebApplication app) => app.MapGet("/{language}/events/{slug}/releases.atom", FeedAsync);

    private static async Task<IResult> FeedAsync(
        HttpContext context, string slug, PublicProgrammeQueries queries, IStringLocalizer<AgendaTexts> texts, IStringLocalizer<PublicAgendaTexts> publicTexts,
        IStringLocalizer<ShellTexts> shellTexts, IOptions<PortalOptions> portal, CancellationToken cancellationToken)
    {
        if (await queries.FindReleasesAsync(slug, cancellationToken) is not { Entries: [var latest, ..] } releases)
        {
            return Results.NotFound();
        }

        var language = PortalLanguages.Current;
        var feed = new MemoryStream();
        using (var writer = XmlWriter.Create(feed, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false }))
        {
            writer.WriteStartElement("feed", Atom);
            writer.WriteAttributeString("xml", "lang", null, language.Code);
            Write(writer, "id", $"urn:uuid:{releases.EventId}");
            Write(writer, "title", publicTexts["FeedTitle", releases.Title.In(language.Code)]);
            Write(writer, "updated", Written(latest.PublishedAt));
            Link(writer, "self", PortalRoutes.ReleaseFeed(language, slug));
            Link(writer, "alternate", PortalRoutes.Agenda(language, slug));
            writer.WriteStartElement("author", Atom);
            Write(writer, "name", shellTexts["ProductName"]);
            writer.WriteEndElement();
            foreach (var release in releases.Entries)
            {
                writer.WriteStartElement("entry", Atom);
                Write(writer, "id", $"urn:uuid:{release.Id}");
                Write(writer, "title", $"{texts["ReleaseNumber", release.Number]}{(release.Name is null ? "" : $": {release.Name}")}");
                Write(writer, "updated", Written(release.PublishedAt));
                Link(writer, "alternate", PortalRoutes.AgendaRelease(language, slug, release.Number));
                Write(writer, "summary", release.Note ?? $"{texts["PublishedOn"]} {DateWords.WithTime(release.PublishedAt, releases.Zone, language)}");
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        context.KeepUntilEventsChange([releases.EventId]);
        return Results.Bytes(feed.ToArray(), "application/atom+xml; charset=utf-8");

        void Link(XmlWriter writer, string relation, string path)
        {
            writer.WriteStartElement("link", Atom);
            writer.WriteAttributeString("rel", relation);
            writer.WriteAttributeString("href", portal.Value.Absolute(path));
            writer.WriteEndElement();
        }
    }

    private static void Write(XmlWriter writer, string name, string text) => writer.WriteElementString(name, Atom, text);

    private static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
