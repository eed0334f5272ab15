using System.Net;
using System.Text;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>The latest release in the schedule exchange format, read back as another program would.</summary>
public sealed class ScheduleFileTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly ScheduleReadingOptions _options = new() { AssumedTimeZone = "UTC", AssumedAcronym = "assumed" };

    [Theory]
    [InlineData("xml", "application/xml")]
    [InlineData("json", "application/json")]
    public async Task A_release_is_read_back_whole_by_its_own_identities(string extension, string mediaType)
    {
        var person = PublicPortal.Person("Asha Rao") with { Name = LocalizedText.Of(en: "Asha Rao", hi: "आशा राव") };
        var talk = PublicPortal.Session(0, "Law of the sea", people: person) with
        {
            Title = LocalizedText.Of(en: "Law of the sea", ru: "Морское право", ur: "سمندر کا قانون"),
            Track = new FrozenTrack(Guid.CreateVersion7(), LocalizedText.Of(en: "Law"), TrackColor.Violet),
        };
        var slug = "schedule-" + extension;
        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(planned.Id, talk, PublicPortal.Session(1, "Second"));

        using var answer = await portal.Browser.GetAsync(new Uri($"/ru/events/{slug}/schedule.{extension}", UriKind.Relative));
        var file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"{slug}-schedule-r1-ru-TLP-CLEAR.{extension}", answer.Content.Headers.ContentDisposition?.FileName);
        var read = await ReadAsync(file, extension);
        Assert.Equal([], read.Problems.Select(problem => problem.Code));
        var schedule = read.Document!;
        Assert.Equal(("1", slug.Replace('-', '_'), "Asia/Kolkata"), (schedule.Version, schedule.Conference.Acronym, schedule.Conference.TimeZoneName));
        Assert.Equal(2, schedule.Events.Count);
        var told = schedule.Events.Single(session => session.Guid == talk.SessionId);
        Assert.Equal((talk.During.Start, talk.During.Duration), (told.Start, told.Duration));
        Assert.Equal("Морское право", told.Title.Text);
        Assert.Equal(talk.Title, told.Title.Translations);
        Assert.Equal(("Great hall", "Law", "#5a3494"), (told.Room, told.Track, Assert.Single(schedule.Tracks).Color));
        Assert.Equal((person.SpeakerId, person.Name), (Assert.Single(told.Persons).Guid, told.Persons[0].Name.Translations));
        using var again = new MemoryStream();
        await (extension == "xml" ? ScheduleXmlWriter.WriteAsync(schedule, again) : ScheduleJsonWriter.WriteAsync(schedule, again));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(again.ToArray()));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task What_is_not_for_everybody_is_not_in_the_file(string extension)
    {
        var slug = "schedule-closed-" + extension;
        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(
            planned.Id, PublicPortal.Session(0, "For everybody"), PublicPortal.Session(1, "Canary of the heads", SessionAccess.HeadsOnly, PublicPortal.Person("Canary of a person")));

        var file = await portal.Browser.GetStringAsync(new Uri($"/en/events/{slug}/schedule.{extension}", UriKind.Relative));

        Assert.Contains("For everybody", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_known_is_not_sent_again()
    {
        var planned = await portal.AnnounceAsync("schedule-known");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        var address = new Uri("/en/events/schedule-known/schedule.json", UriKind.Relative);
        using var first = await portal.Browser.GetAsync(address);

        using var known = await AskAsync(address, first.Headers.ETag!.ToString());
        using var another = await AskAsync(address, "W/\"another\"");

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (known.StatusCode, another.StatusCode));
    }

    [Theory]
    [InlineData("/en/events/no-such-event/schedule.xml")]
    [InlineData("/en/events/schedule-draft/schedule.json")]
    public async Task What_is_not_published_is_not_there(string address)
    {
        if (!address.Contains("no-such", StringComparison.Ordinal))
        {
            await portal.AnnounceAsync("schedule-draft", isDraft: true);
        }

        using var answer = await portal.Browser.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, string tag)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        question.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await portal.Browser.SendAsync(question);
    }

    private static async Task<ScheduleReading> ReadAsync(byte[] file, string extension)
    {
        using var stream = new MemoryStream(file);
        return extension == "xml" ? await ScheduleXmlReader.ReadAsync(stream, _options) : await ScheduleJsonReader.ReadAsync(stream, _options);
    }
}
