using System.Globalization;
using System.Text;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Tests.Agenda;
using Xunit;

namespace ScoEvents.Exports.Tests.Ics;

public class AgendaIcsWriterTests
{
    private static readonly IcsOptions _options = new() { UidHost = "events.example.org" };

    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_comes_back_whole_in_every_language(string language)
    {
        var agenda = AgendaSamples.For(language);
        var words = AgendaSamples.Words(language);

        var calendar = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options));

        Assert.Equal(words.Title, calendar["NAME"].Text);
        Assert.Equal(language, calendar["NAME"].Parameters["LANGUAGE"]);
        Assert.Equal(5, calendar.Events.Count);
        var thematic = calendar.Events[2];
        Assert.Equal("S2 · " + words.Thematic, thematic["SUMMARY"].Text);
        Assert.StartsWith(words.Room, thematic["LOCATION"].Text, StringComparison.Ordinal);
        Assert.EndsWith(words.Place, thematic["LOCATION"].Text, StringComparison.Ordinal);
        Assert.Equal($"{words.ThematicType},{words.Track}", thematic["CATEGORIES"].Value);
        Assert.Contains($"1. {words.Points[0]} · Li Wei", thematic["DESCRIPTION"].Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + words.Abstract, thematic["DESCRIPTION"].Text, StringComparison.Ordinal);
        Assert.Contains(words.Chair.Name, thematic["DESCRIPTION"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_carries_identity_version_and_state()
    {
        var calendar = IcsReader.Read(AgendaIcsWriter.Write(AgendaSamples.For("en"), _options));

        var withdrawn = calendar.Events[3];
        Assert.Equal("01990000-0000-7000-8000-000000000014@events.example.org", withdrawn["UID"].Text);
        Assert.Equal("20261201T083000Z", withdrawn["DTSTAMP"].Value);
        Assert.Equal("20261201T083000Z", withdrawn["LAST-MODIFIED"].Value);
        Assert.Equal("3", withdrawn["SEQUENCE"].Value);
        Assert.Equal("CANCELLED", withdrawn["STATUS"].Value);
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"], calendar.Events.Select(entry => entry["STATUS"].Value));
        Assert.Equal(["PUBLIC", "PUBLIC", "PRIVATE", "PUBLIC", "PUBLIC"], calendar.Events.Select(entry => entry["CLASS"].Value));
    }

    [Fact]
    public void A_moved_session_keeps_its_identity()
    {
        var before = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00+05:30", "2026-12-07T11:00+05:30"));
        var after = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T15:00+05:30", "2026-12-07T16:00+05:30") with { Sequence = 1 });

        var first = IcsReader.Read(AgendaIcsWriter.Write(before, _options)).Events.Single();
        var second = IcsReader.Read(AgendaIcsWriter.Write(after, _options)).Events.Single();

        Assert.Equal(first["UID"].Text, second["UID"].Text);
        Assert.Equal(("0", "1"), (first["SEQUENCE"].Value, second["SEQUENCE"].Value));
        Assert.Equal("20261207T150000", second["DTSTART"].Value);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "+0530")]
    [InlineData("Asia/Kathmandu", "+0545")]
    [InlineData("Asia/Tashkent", "+0500")]
    [InlineData("Asia/Shanghai", "+0800")]
    [InlineData("Europe/Moscow", "+0300")]
    [InlineData("Asia/Almaty", "+0500")]
    [InlineData("Asia/Bishkek", "+0600")]
    [InlineData("Asia/Dushanbe", "+0500")]
    [InlineData("Asia/Karachi", "+0500")]
    [InlineData("Asia/Tehran", "+0330")]
    [InlineData("Europe/Minsk", "+0300")]
    public void A_zone_without_clock_changes_is_one_observance(string zone, string offset)
    {
        var agenda = AgendaSamples.With(zone, AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z"));

        var calendar = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options));

        Assert.Equal(zone, calendar.Zone["TZID"].Value);
        var observance = Assert.Single(calendar.Zone.Components);
        Assert.Equal("STANDARD", observance.Name);
        Assert.Equal((offset, offset), (observance["TZOFFSETFROM"].Value, observance["TZOFFSETTO"].Value));
        Assert.Equal(agenda.Days[0].Entries[0].Start, calendar.Events[0].InstantOf(calendar, "DTSTART"));
    }

    [Theory]
    [InlineData("Europe/London", "2026-10-24T20:00Z", "2026-10-25T12:00Z")]
    [InlineData("Europe/London", "2026-03-28T20:00Z", "2026-03-29T12:00Z")]
    [InlineData("Europe/London", "2026-07-01T08:00Z", "2026-07-01T09:00Z")]
    [InlineData("America/New_York", "2026-11-01T03:00Z", "2026-11-01T12:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T10:00Z", "2026-04-05T10:00Z")]
    public void Instants_around_a_clock_change_come_back_right(string zone, string from, string to)
    {
        var first = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        var last = DateTimeOffset.Parse(to, CultureInfo.InvariantCulture);
        var entries = new List<AgendaEntry>();
        for (var start = first; start < last; start = start.AddMinutes(15))
        {
            entries.Add(AgendaSamples.Entry(from, to) with { Start = start, End = start.AddMinutes(15) });
        }

        var calendar = IcsReader.Read(AgendaIcsWriter.Write(AgendaSamples.With(zone, [.. entries]), _options));

        Assert.Equal(entries.Select(entry => entry.Start), calendar.Events.Select(entry => entry.InstantOf(calendar, "DTSTART")));
        Assert.Equal(entries.Select(entry => entry.End), calendar.Events.Select(entry => entry.InstantOf(calendar, "DTEND")));
    }

    [Fact]
    public void The_observances_around_a_clock_change_are_exactly_these()
    {
        var agenda = AgendaSamples.With("Europe/London", AgendaSamples.Entry("2026-10-24T20:00Z", "2026-10-25T12:00Z"));

        var observances = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options)).Zone.Components;

        Assert.Equal(
            [("DAYLIGHT", "20260329T010000", "+0000", "+0100"), ("STANDARD", "20261025T020000", "+0100", "+0000")],
            observances.Select(part => (part.Name, part["DTSTART"].Value, part["TZOFFSETFROM"].Value, part["TZOFFSETTO"].Value)));
    }

    [Fact]
    public void A_session_over_midnight_ends_on_the_next_day()
    {
        var agenda = AgendaSamples.With("Asia/Tashkent", AgendaSamples.Entry("2026-12-07T22:00+05:00", "2026-12-08T01:00+05:00"));

        var entry = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options)).Events.Single();

        Assert.Equal(("20261207T220000", "20261208T010000"), (entry["DTSTART"].Value, entry["DTEND"].Value));
    }

    [Fact]
    public void Utc_needs_no_zone()
    {
        var agenda = AgendaSamples.With("UTC", AgendaSamples.Entry("2026-12-07T22:00Z", "2026-12-07T23:00Z"));

        var calendar = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options));

        Assert.Equal("20261207T220000Z", calendar.Events.Single()["DTSTART"].Value);
        Assert.DoesNotContain(calendar.Components, component => component.Name == "VTIMEZONE");
    }

    [Fact]
    public void An_event_without_sessions_is_one_entry_over_its_days()
    {
        var agenda = AgendaSamples.For("ru") with { Days = [] };

        var calendar = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options));

        var entry = Assert.Single(calendar.Components);
        Assert.Equal($"{AgendaSamples.EventId}@events.example.org", entry["UID"].Text);
        Assert.Equal(("DATE", "20261207"), (entry["DTSTART"].Parameters["VALUE"], entry["DTSTART"].Value));
        Assert.Equal(("DATE", "20261209"), (entry["DTEND"].Parameters["VALUE"], entry["DTEND"].Value));
        Assert.Equal("2", entry["SEQUENCE"].Value);
        Assert.Equal("TRANSPARENT", entry["TRANSP"].Value);
    }

    [Theory]
    [InlineData("Кибербезопасность ")]
    [InlineData("网络安全研讨会")]
    [InlineData("साइबर सुरक्षा ")]
    [InlineData("سائبر سیکیورٹی ")]
    [InlineData("😀🏔")]
    public void Long_lines_are_folded_by_octets_and_never_inside_a_character(string word)
    {
        for (var padding = 0; padding < 8; padding++)
        {
            var title = new string('x', padding) + string.Concat(Enumerable.Repeat(word, 30)).TrimEnd();
            var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z", title));
            var bytes = AgendaIcsWriter.Write(agenda, _options);

            Assert.All(IcsReader.PhysicalLines(bytes), line => Assert.InRange(line.Length, 1, 75));
            Assert.Equal(title, IcsReader.Read(bytes).Events.Single()["SUMMARY"].Text);
        }
    }

    [Fact]
    public void Text_cannot_inject_a_property()
    {
        var hostile = "Title\r\nATTACH:file:///etc/passwd\u0007\u202Egnp\u2028END:VCALENDAR";
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z", hostile) with { Abstract = hostile });

        var entry = IcsReader.Read(AgendaIcsWriter.Write(agenda, _options)).Events.Single();

        Assert.Equal("Title ATTACH:file:///etc/passwdgnp END:VCALENDAR", entry["SUMMARY"].Text);
        Assert.EndsWith("\n\nTitle\nATTACH:file:///etc/passwdgnp\nEND:VCALENDAR", entry["DESCRIPTION"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Properties, property => property.Name == "ATTACH");
    }

    [Fact]
    public void The_same_agenda_gives_the_same_bytes_under_any_culture()
    {
        var agenda = AgendaSamples.For("ur");
        var expected = AgendaIcsWriter.Write(agenda, _options);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");

            Assert.Equal(expected, AgendaIcsWriter.Write(agenda, _options));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_small_calendar_is_exactly_this()
    {
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00+05:30", "2026-12-07T11:00+05:30", "Opening; part 1, \"A\"")) with
        {
            Title = "Seminar",
            Subtitle = null,
            AuthorityLines = ["Host: India"],
        };

        var text = Encoding.UTF8.GetString(AgendaIcsWriter.Write(agenda, _options));

        Assert.Equal(SmallCalendar.ReplaceLineEndings("\r\n"), text);
    }

    private const string SmallCalendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//ScoEvents//Agenda//EN
        CALSCALE:GREGORIAN
        UID:agenda-01990000-0000-7000-8000-000000000001@events.example.org
        LAST-MODIFIED:20261201T083000Z
        NAME;LANGUAGE=en:Seminar
        X-WR-CALNAME:Seminar
        X-WR-TIMEZONE:Asia/Kolkata
        DESCRIPTION;LANGUAGE=en:Host: India\nRelease 2\, 1 December 2026\, 14:00\nC
         lassification: TLP:GREEN
        URL:https://events.example.org/events/new-delhi-seminar-2026
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        BEGIN:VTIMEZONE
        TZID:Asia/Kolkata
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0530
        TZOFFSETTO:+0530
        TZNAME:+0530
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:01990000-0000-7000-8000-0000000000aa@events.example.org
        DTSTAMP:20261201T083000Z
        SEQUENCE:0
        LAST-MODIFIED:20261201T083000Z
        DTSTART;TZID=Asia/Kolkata:20261207T100000
        DTEND;TZID=Asia/Kolkata:20261207T110000
        SUMMARY;LANGUAGE=en:Opening\; part 1\, "A"
        LOCATION;LANGUAGE=en:Hall 1\, Vigyan Bhawan\, New Delhi\, India
        DESCRIPTION;LANGUAGE=en:Seminar\nClassification: TLP:CLEAR
        CATEGORIES;LANGUAGE=en:Plenary
        STATUS:CONFIRMED
        CLASS:PUBLIC
        URL:https://events.example.org/events/new-delhi-seminar-2026
        END:VEVENT
        END:VCALENDAR

        """;
}
