using System.Globalization;
using System.Text;
using System.Text.Json;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.Node;
using Xunit;

namespace ScoEvents.Exports.Tests.Ics;

/// <summary>Calendars as ical.js reads them, the parser behind Thunderbird's calendar.</summary>
public class ForeignCalendarTests
{
    private static readonly IcsOptions _options = new() { UidHost = "events.example.org" };

    private static readonly int[] _years = [2001, 2005, 2006, 2008, 2011, 2014, 2016, 2022, 2024, 2026];

    [Fact]
    public async Task Every_language_is_read_whole()
    {
        foreach (var language in AgendaSamples.Languages)
        {
            var words = AgendaSamples.Words(language);

            var entries = (await ReadAsync(AgendaSamples.For(language)))[0];

            Assert.Equal(5, entries.Length);
            Assert.Equal("S2 · " + words.Thematic, entries[2].Summary);
            Assert.StartsWith(words.Room, entries[2].Location, StringComparison.Ordinal);
            Assert.EndsWith("\n\n" + words.Abstract, entries[2].Description, StringComparison.Ordinal);
            Assert.Equal("CANCELLED", entries[3].Status);
        }
    }

    [Fact]
    public async Task A_calendar_imported_twice_moves_what_moved_and_doubles_nothing()
    {
        var entry = AgendaSamples.Entry("2026-12-07T10:00+05:30", "2026-12-07T11:00+05:30");
        var other = entry with { SessionId = Guid.Parse("01990000-0000-7000-8000-0000000000ab"), Title = "Other" };
        var first = AgendaSamples.With("Asia/Kolkata", entry, other);
        var second = AgendaSamples.With(
            "Asia/Kolkata",
            entry with { Start = entry.Start.AddHours(5), End = entry.End.AddHours(5), Room = "Hall 2", Sequence = 1 },
            other with { IsCancelled = true, Sequence = 1 });

        var states = await ReadAsync(first, second, second, first);

        Assert.Equal([("2026-12-07T04:30:00.000Z", "CONFIRMED"), ("2026-12-07T04:30:00.000Z", "CONFIRMED")], states[0].Select(found => (found.Start, found.Status)));
        foreach (var state in states[1..])
        {
            Assert.Equal([("2026-12-07T09:30:00.000Z", "CONFIRMED"), ("2026-12-07T04:30:00.000Z", "CANCELLED")], state.Select(found => (found.Start, found.Status)));
            Assert.StartsWith("Hall 2", state[0].Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_zone_of_the_states_is_told_right_through_the_years_of_the_organisation()
    {
        var zones = StateZones();
        Assert.Contains("Europe/Moscow", zones);
        Assert.Contains("Asia/Almaty", zones);
        var agendas = new List<AgendaDocument>();
        foreach (var zone in zones)
        {
            // Spring and autumn, with the nights in which governments changed their minds.
            foreach (var year in _years)
            {
                agendas.Add(Spread(zone, $"{year}-03-24T00:00Z", 9));
                agendas.Add(Spread(zone, $"{year}-10-22T00:00Z", 12));
            }

            agendas.Add(Spread(zone, "2024-02-29T00:00Z", 3));
        }

        var states = await ReadAsync(["apart"], [.. agendas]);

        for (var i = 0; i < agendas.Count; i++)
        {
            var expected = agendas[i].Days[0].Entries;
            var read = states[i].ToDictionary(entry => entry.Uid);
            Assert.All(expected, entry =>
            {
                var found = read[$"{entry.SessionId}@events.example.org"];
                Assert.Equal((agendas[i].TimeZone.Id, entry.Start, entry.End), (agendas[i].TimeZone.Id, Instant(found.Start), Instant(found.End)));
            });
        }
    }

    // Eight hours apart over the days, so that both sides of a change are there.
    private static AgendaDocument Spread(string zone, string from, int days)
    {
        var start = Instant(from);
        return AgendaSamples.With(zone, [.. Enumerable.Range(0, days * 3).Select(number => AgendaSamples.Entry(from, from) with
        {
            SessionId = Guid.NewGuid(),
            Start = start.AddHours(8 * number),
            End = start.AddHours((8 * number) + 1),
        })]);
    }

    [Theory]
    [InlineData("Asia/Almaty", "2024-02-29T14:00Z")]
    [InlineData("Europe/Moscow", "2014-10-25T19:00Z")]
    [InlineData("Europe/London", "2026-10-24T22:00Z")]
    [InlineData("Asia/Tehran", "2022-09-21T17:00Z")]
    public async Task Every_quarter_of_a_night_in_which_clocks_are_set_back_is_told_right(string zone, string from)
    {
        var start = Instant(from);
        var agenda = AgendaSamples.With(zone, [.. Enumerable.Range(0, 32).Select(number => AgendaSamples.Entry(from, from) with
        {
            SessionId = Guid.NewGuid(),
            Start = start.AddMinutes(15 * number),
            End = start.AddMinutes((15 * number) + 15),
        })]);

        var read = (await ReadAsync(agenda))[0];

        Assert.Equal(agenda.Days[0].Entries.Select(entry => (entry.Start, entry.End)), read.Select(entry => (Instant(entry.Start), Instant(entry.End))));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static List<string> StateZones()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoEvents.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
        }

        using var states = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "src", "ScoEvents.Data", "ReferenceData", "states.json")));
        return [.. states.RootElement.EnumerateArray()
            .Select(state => state.GetProperty("timeZone").GetString()!)
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static Task<ForeignEntry[][]> ReadAsync(params AgendaDocument[] agendas) => ReadAsync([], agendas);

    private static async Task<ForeignEntry[][]> ReadAsync(string[] arguments, AgendaDocument[] agendas)
    {
        var texts = agendas.Select(agenda => Encoding.UTF8.GetString(AgendaIcsWriter.Write(agenda, _options)));
        return JsonSerializer.Deserialize<ForeignEntry[][]>(await NodeProgram.RunAsync("calendar.mjs", JsonSerializer.Serialize(texts), arguments), JsonSerializerOptions.Web)!;
    }

    private sealed record ForeignEntry(string Uid, int Sequence, string Status, string Start, string End, string Summary, string? Location, string Description);
}
