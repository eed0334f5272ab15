using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Microsoft.VisualBasic.FileIO;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Delegations in protocol order, and what is taken away as a file.</summary>
[Collection(PortalCollection.Name)]
public sealed class StaffJourney(PortalFixture portal)
{
    [Fact]
    public Task Staff_sees_delegations_in_protocol_order_and_downloads_the_agenda() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Exports"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Opening ceremony", "Welcome, friends; all", "Hall A", "09:30", "10:30");
        await organiser.AddSessionAsync(planned, "Closing", "Closing words", "Hall A", "16:00", "17:00", day: 2);
        await organiser.InviteMembersAsync(planned);
        await organiser.PublishAsync(planned);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Member", "Marat", "Akhmetov", "Марат Ахметов", "N7654321");
        await kazakhstan.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", "N1234567");
        var staff = await journey.SignedInAsync(Person.Staff);

        await staff.OpenAsync(planned.Address("/delegations"));
        await Expect(staff.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(9);
        var codes = await staff.Page.GetByRole(AriaRole.Rowheader).Locator("abbr").AllInnerTextsAsync();
        // By the Russian alphabet of short names; India is the host.
        Assert.Equal(["BY", "IR", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"], codes);
        Assert.Contains("Nurlanova", await HeadAsync(staff), StringComparison.OrdinalIgnoreCase);

        await staff.OpenAsync(planned.Address("/exports"));
        var pdf = await TextOfAsync(await DownloadAsync(staff, "Agenda, PDF, English"));
        var calendar = Lines(await DownloadAsync(staff, "Agenda, iCalendar, English"));

        foreach (var text in new[] { planned.Title, "Welcome, friends; all", "Closing words", "Hall A", "09:30" })
        {
            Assert.Contains(text, pdf, StringComparison.Ordinal);
        }

        Assert.Equal(2, calendar.Count(line => line == "BEGIN:VEVENT"));
        Assert.Contains(calendar, line => line.StartsWith("SUMMARY", StringComparison.Ordinal) && line.EndsWith(@"Welcome\, friends\; all", StringComparison.Ordinal));
        Assert.Contains(calendar, line => line.StartsWith("DTSTART;TZID=Asia/Kolkata:", StringComparison.Ordinal)
            && line.EndsWith($"{planned.FirstDay:yyyyMMdd}T093000", StringComparison.Ordinal));
    });

    [Fact]
    public Task Staff_of_another_secretariat_finds_nothing() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Of one secretariat"));
        var stranger = await journey.SignedInAsync(Person.OrganiserOfRats);

        foreach (var part in new[] { "", "/edit", "/venue", "/programme", "/invitations", "/delegations", "/exports" })
        {
            await stranger.OpenAsync(planned.Address(part));
            await stranger.SeesHeadingAsync("Nothing here");
        }
    });

    private static Task<string> HeadAsync(Visitor staff) =>
        staff.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Kazakhstan" }).GetByRole(AriaRole.Cell).Nth(2).InnerTextAsync();

    private static async Task<string> DownloadAsync(Visitor visitor, string link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Link(link).ClickAsync());
        Assert.Null(await download.FailureAsync());
        return (await download.PathAsync())!;
    }

    private static List<string[]> Rows(string path)
    {
        using var parser = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        List<string[]> rows = [];
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }

    // RFC 5545, 3.1: a line that begins with a space goes on from the one before.
    private static string[] Lines(string path) =>
        File.ReadAllText(path).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> TextOfAsync(string path)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return Regex.Replace(text, @"\s+", " ");
    }
}
