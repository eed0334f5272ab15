using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>What the public pages tell programs, read by readers that are not ours and by the letter of the standards.</summary>
public sealed class PublicForeignReaderTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly Uri _address = new("https://events.example.org");

    // What sitemaps.org and RFC 4287 ask for of the parts that the portal writes.
    private const string SitemapSchema =
        """
        <element name="urlset" ns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <oneOrMore><element name="url"><interleave>
            <element name="loc"><data type="anyURI"><param name="pattern">https?://.+</param></data></element>
            <optional><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element></optional>
            <zeroOrMore><element name="link" ns="http://www.w3.org/1999/xhtml"><attribute name="rel" ns=""><value>alternate</value></attribute><attribute name="hreflang" ns=""><text/></attribute><attribute name="href" ns=""><data type="anyURI"/></attribute></element></zeroOrMore>
          </interleave></element></oneOrMore>
        </element>
        """;

    private const string AtomSchema =
        """
        <grammar ns="http://www.w3.org/2005/Atom" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start><element name="feed"><optional><attribute name="xml:lang"/></optional><interleave>
            <element name="id"><data type="anyURI"><param name="minLength">1</param></data></element>
            <element name="title"><text/></element>
            <element name="updated"><data type="dateTime"><param name="pattern">.+(Z|[+-][0-9:]+)</param></data></element>
            <zeroOrMore><ref name="author"/></zeroOrMore>
            <zeroOrMore><ref name="link"/></zeroOrMore>
            <zeroOrMore><element name="entry"><interleave>
              <element name="id"><data type="anyURI"><param name="minLength">1</param></data></element>
              <element name="title"><text/></element>
              <element name="updated"><data type="dateTime"><param name="pattern">.+(Z|[+-][0-9:]+)</param></data></element>
              <optional><element name="published"><data type="dateTime"/></element></optional>
              <optional><element name="summary"><optional><attribute name="type"><value>text</value></attribute></optional><text/></element></optional>
              <zeroOrMore><ref name="author"/></zeroOrMore>
              <oneOrMore><ref name="link"/></oneOrMore>
            </interleave></element></zeroOrMore>
          </interleave></element></start>
          <define name="author"><element name="author"><element name="name"><text/></element></element></define>
          <define name="link"><element name="link"><attribute name="href"><data type="anyURI"/></attribute><optional><attribute name="rel"/></optional><optional><attribute name="type"/></optional><optional><attribute name="hreflang"/></optional></element></define>
        </grammar>
        """;

    [Fact]
    public async Task The_map_and_the_feed_of_releases_are_valid()
    {
        var planned = await portal.AnnounceAsync("valid", "Seminar <on> \"quotes\" & more");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Second"));
        using var browser = portal.BrowserAt(_address);

        Assert.Equal("", await LintAsync(SitemapSchema, await browser.GetStringAsync("/sitemap.xml")));
        foreach (var language in Languages.All)
        {
            var feed = await browser.GetStringAsync($"/{language}/events/valid/releases.atom");
            Assert.Equal("", await LintAsync(AtomSchema, feed));
            var ids = XDocument.Parse(feed).Descendants().Where(element => element.Name.LocalName == "id").Select(id => id.Value).ToList();
            Assert.Equal(3, ids.Distinct().Count());
            // An author of the feed or of every entry (RFC 4287, section 4.1.1).
            Assert.Contains(XDocument.Parse(feed).Root!.Elements(), element => element.Name.LocalName == "author");
        }

        Assert.NotEqual("", await LintAsync(AtomSchema, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Without id</title></feed>"));
    }

    [Fact]
    public async Task Pages_in_other_languages_name_each_other()
    {
        var session = PublicPortal.Session(0, "Law of the sea");
        var planned = await portal.AnnounceAsync("mutual");
        await portal.PublishAsync(planned.Id, session);
        using var browser = portal.BrowserAt(_address);

        foreach (var rest in new[] { "", "/agenda", "/agenda/grid", "/speakers", $"/sessions/{session.SessionId}" })
        {
            var pages = new Dictionary<string, IDocument>();
            foreach (var language in Languages.All)
            {
                pages[language] = await portal.ReadAsync($"/{language}/events/mutual{rest}", browser);
            }

            var expected = Alternates(pages["en"]);
            Assert.Equal([.. Languages.All, "x-default"], expected.Select(link => link.Language));
            Assert.All(pages, page =>
            {
                Assert.Equal(expected, Alternates(page.Value));
                var canonical = page.Value.QuerySelector("link[rel=canonical]")!.GetAttribute("href");
                Assert.Equal(canonical, expected.Single(link => link.Language == page.Key).Address);
                Assert.Equal(canonical, page.Value.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
                Assert.Equal(page.Key, page.Value.DocumentElement.GetAttribute("lang"));
            });
        }
    }

    [Fact]
    public async Task What_schema_org_wants_of_an_event_is_there_in_every_language()
    {
        var planned = await portal.AnnounceAsync("wanted");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        using var browser = portal.BrowserAt(_address);
        foreach (var language in Languages.All)
        {
            var page = await portal.ReadAsync($"/{language}/events/wanted", browser);
            using var parsed = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
            var thing = parsed.RootElement;

            Assert.Equal(("https://schema.org", "Event", language), (thing.GetProperty("@context").GetString(), thing.GetProperty("@type").GetString(), thing.GetProperty("inLanguage").GetString()));
            Assert.All(new[] { "name", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode" }, name => Assert.True(thing.TryGetProperty(name, out _), name));
            Assert.Equal($"https://events.example.org/{language}/events/wanted", thing.GetProperty("url").GetString());
            Assert.True(DateOnly.TryParseExact(thing.GetProperty("startDate").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.All(new[] { "og:title", "og:type", "og:url", "og:description", "og:site_name" }, name =>
                Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content")), name));
        }
    }

    private static List<(string Language, string Address)> Alternates(IDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!))];

    /// <summary>What xmllint says of a document by a schema of RELAX NG; empty where nothing is wrong.</summary>
    private static async Task<string> LintAsync(string schema, string document)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, schema);
            var start = new ProcessStartInfo("xmllint", ["--noout", "--nonet", "--relaxng", file, "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(document);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : await errors;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
