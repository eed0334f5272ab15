using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScoEvents.Exports.Agenda;
using Xunit;

namespace ScoEvents.Exports.Tests.Agenda;

public partial class AgendaHtmlWriterTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_says_its_language_and_direction_and_holds_every_text(string language)
    {
        var words = AgendaSamples.Words(language);

        var page = Parse(AgendaHtmlWriter.Write(AgendaSamples.For(language)));

        Assert.Equal(language, page.Attribute("lang")!.Value);
        Assert.Equal(language == "ur" ? "rtl" : "ltr", page.Attribute("dir")!.Value);
        Assert.Equal($"{words.Title} – {words.Labels.Agenda}", page.Descendants("title").Single().Value);
        Assert.Equal(words.Title, page.Descendants("h1").Single().Value);
        Assert.Equal([words.DayOne, words.DayTwo], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(
            [words.Opening + " S1", words.Break, words.Thematic + " S2", words.Thematic, words.Reception],
            page.Descendants("h3").Select(heading => heading.Value));
        Assert.Equal(words.Abstract, page.Descendants("p").Single(part => part.Attribute("class")!.Value == "abstract").Value);
    }

    [Fact]
    public void Names_in_other_scripts_are_isolated_and_carry_their_language()
    {
        var page = Parse(AgendaHtmlWriter.Write(AgendaSamples.For("en")));

        var native = page.Descendants("bdi").Where(part => part.Attribute("lang") is not null);
        Assert.Equal(
            [("ru", "Алексей Иванов"), ("zh", "李伟"), ("ur", "عائشہ خان"), ("hi", "राजेश कुमार")],
            native.Select(part => (part.Attribute("lang")!.Value, part.Value)));
    }

    [Fact]
    public void Hostile_text_stays_text_in_markup_and_in_the_style_sheet()
    {
        const string hostile = "</style></title><script>alert(1)</script>\"}@import url(//x);<img src=x onerror=alert(1)>\\";
        var agenda = AgendaSamples.For("en");
        var entry = agenda.Days[0].Entries[2] with { Title = hostile, Abstract = hostile, Room = hostile, Code = hostile, TypeLabel = hostile, Track = hostile };
        agenda = agenda with
        {
            Title = hostile,
            Subtitle = hostile,
            Scope = hostile,
            Labels = agenda.Labels with { PageOfPages = hostile + "{0}{1}", Agenda = hostile },
            Days = [new AgendaDay(agenda.FirstDay, hostile, [entry])],
        };

        var html = AgendaHtmlWriter.Write(agenda);

        var page = Parse(html);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img");
        Assert.Equal(hostile, page.Descendants("h1").Single().Value);
        Assert.Single(page.Descendants("style"));
        Assert.DoesNotContain("@import", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_this_style_sheet_and_nothing_from_outside()
    {
        var html = AgendaHtmlWriter.Write(AgendaSamples.For("en"));

        var page = Parse(html);
        var style = page.Descendants("style").Single().Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style");
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#day-", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("left:", LogicalOnly().Replace(style, string.Empty), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_over_midnight_says_that_it_ends_on_the_next_day()
    {
        var html = AgendaHtmlWriter.Write(AgendaSamples.With(
            "Asia/Tashkent",
            AgendaSamples.Entry("2026-12-07T22:00+05:00", "2026-12-08T01:00+05:00"),
            AgendaSamples.Entry("2026-12-07T22:00+05:00", "2026-12-08T00:00+05:00")));

        var times = Parse(html).Descendants("td").Where(cell => cell.Attribute("class")?.Value == "time");
        Assert.Equal(["22:00–01:00next day", "22:00–00:00"], times.Select(cell => cell.Value));
    }

    [Fact]
    public void In_the_repeated_hour_times_carry_their_offset()
    {
        var html = AgendaHtmlWriter.Write(AgendaSamples.With(
            "Europe/London",
            AgendaSamples.Entry("2026-10-25T00:30Z", "2026-10-25T01:30Z"),
            AgendaSamples.Entry("2026-10-25T02:00Z", "2026-10-25T03:00Z")));

        var times = Parse(html).Descendants("td").Where(cell => cell.Attribute("class")?.Value == "time");
        Assert.Equal(["01:30 (UTC+01:00)–01:30 (UTC+00:00)", "02:00–03:00"], times.Select(cell => cell.Value));
    }

    [Fact]
    public void An_agenda_without_sessions_says_so()
    {
        var page = Parse(AgendaHtmlWriter.Write(AgendaSamples.For("en") with { Days = [] }));

        Assert.Empty(page.Descendants("table"));
        Assert.Contains(page.Descendants("p"), part => part.Value == "The sessions are not yet published.");
    }

    [Fact]
    public void The_same_agenda_gives_the_same_page() =>
        Assert.Equal(AgendaHtmlWriter.Write(AgendaSamples.For("zh")), AgendaHtmlWriter.Write(AgendaSamples.For("zh")));

    // The page is written so tidily that an XML parser reads it once the void elements are closed.
    private static XElement Parse(string html) => XDocument.Parse(
        VoidElements().Replace(html.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal), "$0</meta>")).Root!;

    [GeneratedRegex("<meta [^>]*>")]
    private static partial Regex VoidElements();

    // Margin boxes and the text in them are physical by their nature.
    [GeneratedRegex("@(top|bottom)-[^}]*}")]
    private static partial Regex LogicalOnly();
}
