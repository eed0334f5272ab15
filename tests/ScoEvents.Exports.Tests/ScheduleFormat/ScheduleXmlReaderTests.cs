using System.Text;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

public sealed class ScheduleXmlReaderTests
{
    private const string Good = """
        <room name="Hall" guid="0199aaaa-0000-7000-8000-000000000001"><event guid="00000000-0000-4000-8000-000000000001" id="1">
        <room>Hall</room><title>Talk</title><subtitle/><type>talk</type><date>2026-12-07T10:00:00+05:30</date><start>10:00</start><duration>00:30</duration>
        <abstract>One</abstract><slug>seminar2026-0001-talk</slug><track/><persons><person id="3">Anna</person></persons><language>en</language><description/>
        <recording><license/><optout>true</optout></recording><links><link href="https://example.org/">Page</link></links><attachments/></event></room>
        """;

    [Fact]
    public async Task A_good_file_is_read_without_a_word()
    {
        var reading = await Xml(XmlOf(Good));

        Assert.Empty(reading.Problems);
        var one = Assert.Single(reading.Document!.Events);
        Assert.Equal((At(7, 10, 0), "Talk", true, "Hall"), (one.Start, one.Title.Text, one.DoNotRecord, one.Room));
        Assert.Equal(("Anna", 3L), (one.Persons[0].Name.Text, one.Persons[0].Id!.Value));
        Assert.Equal(Guid.Parse("0199aaaa-0000-7000-8000-000000000001"), Assert.Single(reading.Document.Rooms).Guid);
    }

    [Fact]
    public async Task Every_fault_costs_only_its_own_row()
    {
        const string Bad = """
            <room><event guid="foreign" id="x"><title>No room</title><date>2026-12-07T11:00:00</date><duration>90</duration></event></room>
            <room name="Hall"><event><title>Night</title><start>00:30</start><duration>0:01:00:00</duration><abstract><p>One</p><p>two<script>x</script></p></abstract></event>
            <event><title>Lost</title></event>
            <event id="7"><title>A</title><start>12:00</start><duration>01:00</duration><persons><person/><person guid="q">Omar</person></persons><links><link>example.org</link><link href="javascript:x">y</link></links></event>
            <event id="7"><title>B</title><start>12:30</start><duration>01:00</duration></event></room>
            """;

        var reading = await Xml(XmlOf(Bad));

        Assert.Equal(["No room", "Night", "A", "B"], reading.Document!.Events.Select(one => one.Title.Text));
        Assert.Equal([At(7, 11, 0), At(8, 0, 30), At(7, 12, 0), At(7, 12, 30)], reading.Document.Events.Select(one => one.Start));
        Assert.Equal("One\n\ntwo", reading.Document.Events[1].Abstract.Text);
        Assert.Equal("https://example.org/", Assert.Single(reading.Document.Events[2].Links).Url.AbsoluteUri);
        Assert.Equal("schedule/day[1]/room[2]/event[2]", reading.Only(Codes.StartUnreadable).Path);
        Assert.Superset(
            new HashSet<string>
            {
                Codes.RoomMissing, Codes.GuidDerived, Codes.GuidDuplicate, Codes.AfterMidnight, Codes.TextMarkup, Codes.PersonDropped,
                Codes.LinkCompleted, Codes.LinkRefused, Codes.IdDropped, Codes.RoomOverlap,
            },
            reading.Codes().ToHashSet());
    }

    [Theory]
    [InlineData("<!DOCTYPE schedule>")]
    [InlineData("<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE schedule [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE schedule SYSTEM \"http://127.0.0.1/x.dtd\">")]
    public async Task A_document_type_is_refused(string prolog)
    {
        var utf8 = await Xml(XmlOf(Good, prolog));
        var utf16 = await Xml([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(XmlOf(Good, prolog).Replace("utf-8", "utf-16", StringComparison.Ordinal))]);

        Assert.Null(utf8.Document);
        Assert.Equal(Codes.FileDocumentType, Assert.Single(utf8.Problems).Code);
        Assert.Equal(Codes.FileDocumentType, Assert.Single(utf16.Problems).Code);
    }

    [Theory]
    [InlineData("", Codes.FileEmpty)]
    [InlineData("<html/>", Codes.FileNotASchedule)]
    [InlineData("<schedule/>", Codes.FileNotASchedule)]
    [InlineData("<schedule><conference><title>&xxe;</title></conference></schedule>", Codes.FileSyntax)]
    [InlineData("<schedule><conference>", Codes.FileSyntax)]
    [InlineData("{\"schedule\":{}}", Codes.FileSyntax)]
    public async Task What_is_no_schedule_is_refused_with_its_reason(string xml, string code)
    {
        var reading = await Xml(xml);

        Assert.Null(reading.Document);
        Assert.Equal(code, reading.Problems[^1].Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<room name=\"Hall\"><event>")]
    [InlineData("<room name=\"Hall\"><event><abstract>")]
    public async Task Fifty_thousand_levels_are_refused_quickly(string around)
    {
        var reading = await Xml(XmlOf(around + string.Concat(Enumerable.Repeat("<a>", 50_000))));

        Assert.Equal(Codes.FileTooDeep, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task More_sessions_than_allowed_are_refused()
    {
        var reading = await Xml(XmlOf("<room name=\"Hall\">" + string.Concat(Enumerable.Repeat("<event><start>10:00</start></event>", ScheduleLimits.MaxEvents + 1)) + "</room>"));

        Assert.Null(reading.Document);
        Assert.Equal(Codes.TooManyEvents, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task More_bytes_than_allowed_are_refused()
    {
        var reading = await Xml(new byte[ScheduleLimits.MaxBytes + 1]);

        Assert.Equal(Codes.FileTooLarge, Assert.Single(reading.Problems).Code);
    }
}
