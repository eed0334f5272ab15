using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Exports.Tests.Node;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

/// <summary>Real schedules and the format's own schemas, where they lie beside the checkout.</summary>
public sealed class RealScheduleTests
{
    [SharedFact]
    public async Task The_camps_schedule_is_read_completely()
    {
        var (reading, guids) = await Read("camp2019.json");

        var document = reading.Document!;
        Assert.Equal(guids, document.Events.Select(one => one.Guid));
        Assert.Equal(("camp2019", "Europe/Berlin", 5), (document.Conference.Acronym, document.Conference.TimeZoneName, document.Days.Count));
        Assert.Equal(["Curie", "Meitner"], document.Rooms.Select(room => room.Name.Text));
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ScheduleSeverity.Refused);
        var opening = document.Events[0];
        Assert.Equal(("Opening Ceremony", new DateTimeOffset(2019, 8, 21, 11, 0, 0, TimeSpan.FromHours(2)), 30), (opening.Title.Text, opening.Start, (int)opening.Duration.TotalMinutes));
        Assert.Equal(["jinxx", "smtw"], opening.Persons.Select(person => person.Name.Text));
        Assert.Contains(document.Events, one => one.Attachments.Any(link => link.Url.AbsoluteUri.StartsWith("https://fahrplan.events.ccc.de/system/", StringComparison.Ordinal)));
        Assert.Contains(document.Events, one => one.Links.Concat(one.Attachments).Any(link => link.Url.AbsoluteUri == "https://nymtech.net/"));
        Assert.All(document.Events, one => Assert.DoesNotMatch("</?(p|br|a|ul|li|b|i|em|strong)[ />]", one.Abstract.Text + one.Description.Text));
    }

    [SharedFact]
    public async Task The_demonstrations_schedule_is_read_completely()
    {
        var (reading, guids) = await Read("democon.json");

        Assert.Equal(guids, reading.Document!.Events.Select(one => one.Guid));
        Assert.Equal(["UTC", "+01:00", guids.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)], reading.Only(Codes.ZoneOffsetDiffers).Arguments);
        Assert.Equal("room", reading.Only(Codes.GuidDuplicate).Arguments[0]);
        Assert.Equal(2, reading.Document.Rooms.DistinctBy(room => room.Guid).Count());
        Assert.Equal("Brian Robinson", reading.Document.Events[0].Persons[0].Name.Text);
        Assert.StartsWith("Break through direction.", reading.Document.Events[0].Persons[0].Biography.Text, StringComparison.Ordinal);
    }

    [SharedFact("xmllint")]
    public async Task Xml_is_valid_against_the_formats_schema()
    {
        foreach (var document in await Documents())
        {
            var answer = await Validate("xmllint", await WriteXml(document), "--noout", "--nonet", "--schema", SharedSchedules.Path("schedule.xml.xsd"));

            Assert.Equal("", answer);
        }
    }

    [SharedFact]
    public async Task Json_is_valid_against_the_formats_schema()
    {
        foreach (var document in await Documents())
        {
            Assert.Equal("", await ValidateJson(Encoding.UTF8.GetString(await WriteJson(document))));
        }
    }

    [SharedFact]
    public async Task What_breaks_the_formats_schema_is_told()
    {
        var answer = await ValidateJson(await File.ReadAllTextAsync(SharedSchedules.Path("camp2019.json")));

        Assert.Contains("/schedule/conference/days/0/rooms/Curie/0/slug: must match pattern", answer, StringComparison.Ordinal);
        Assert.Contains("/attachments/0/url: must match format \"uri\"", answer, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task Real_schedules_written_read_and_written_again_give_the_same_bytes()
    {
        foreach (var document in await Documents())
        {
            var json = await WriteJson(document);
            var xml = await WriteXml(document);

            Assert.Equal(json, await WriteJson((await Json(json)).Document!));
            Assert.Equal(xml, await WriteXml((await Xml(xml)).Document!));
        }
    }

    private static async Task<List<ScheduleDocument>> Documents() =>
    [
        Programme(),
        (await Read("camp2019.json")).Reading.Document!,
        (await Read("democon.json")).Reading.Document!,
    ];

    // What must be there is found without our reader.
    private static async Task<(ScheduleReading Reading, List<Guid> Guids)> Read(string name)
    {
        var bytes = await File.ReadAllBytesAsync(SharedSchedules.Path(name));
        using var json = JsonDocument.Parse(bytes);
        var guids = json.RootElement.GetProperty("schedule").GetProperty("conference").GetProperty("days").EnumerateArray()
            .SelectMany(day => day.GetProperty("rooms").EnumerateObject())
            .SelectMany(room => room.Value.EnumerateArray())
            .Select(one => one.GetProperty("guid").GetGuid())
            .ToList();
        return (await Json(bytes), guids);
    }

    private static Task<string> ValidateJson(string json) => NodeProgram.RunAsync("schema.mjs", json, SharedSchedules.Path("schedule.schema.json"));

    private static async Task<string> Validate(string command, byte[] content, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, content);
            using var process = Process.Start(new ProcessStartInfo(command, [.. arguments, file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? (await output).Trim() : (await output) + (await errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
