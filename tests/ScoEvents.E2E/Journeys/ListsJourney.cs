using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A registrar issues the list of participants, corrects it by a corrigendum, records who came and looks after the data.</summary>
[Collection(PortalCollection.Name)]
public sealed class ListsJourney(PortalFixture portal)
{
    [Fact]
    public async Task A_registrar_issues_a_list_and_a_corrigendum_and_records_who_came()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            await using var own = await PortalProcess.StartAsync(new Dictionary<string, string>(PortalFixture.Settings)
            {
                ["ConnectionStrings__Portal"] = database.AppConnectionString,
                ["ConnectionStrings__Owner"] = database.OwnerConnectionString,
            });
            await portal.JourneyAsync(
                async journey =>
                {
                    var organiser = await journey.SignedInAsync(Person.Organiser);
                    var planned = await organiser.CreateEventAsync(Organising.NewTitle("Lists"));
                    await organiser.InviteMembersAsync(planned);
                    var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
                    await focalPoint.AcceptAsync(planned);
                    await focalPoint.RegisterAsync("Member", "Marat", "Akhmetov", "Марат Ахметов", "N7654321");
                    await focalPoint.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", "N1234567");
                    await ApproveAllAsync(database);
                    var registrar = await journey.SignedInAsync(Person.Registrar);

                    await IssueAsync(registrar, planned, "Final", 1);
                    await ReadListAsync(registrar, planned);
                    await focalPoint.RegisterAsync("Adviser", "Dana", "Serikova", passport: "N2345678");
                    await ApproveAllAsync(database);
                    await IssueAsync(registrar, planned, "Corrigendum", 2);
                    await ReadDifferenceAsync(registrar, planned);
                    await RecordAsync(registrar, planned);
                    await LookAfterAsync(registrar, planned);
                },
                own);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    // Reviewing is a journey of its own.
    private static Task ApproveAllAsync(TestDatabase database) => database.ScalarAsync("UPDATE accreditations SET state = 'Approved'");

    private static async Task IssueAsync(Visitor registrar, PlannedEvent planned, string kind, int number)
    {
        await registrar.OpenAsync(planned.Address("/lists"));
        await registrar.ChooseAsync("Kind of list", kind);
        await registrar.Button("Issue the list").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = $"Issue list {number}", Exact = true }).ClickAsync();
        await registrar.SeesAsync($"List {number} is issued.");
    }

    private static async Task ReadListAsync(Visitor registrar, PlannedEvent planned)
    {
        await registrar.Link("1 · Final").ClickAsync();
        await registrar.SeesHeadingAsync("List of participants (final)");
        var names = await registrar.Page.GetByRole(AriaRole.Rowheader).AllInnerTextsAsync();
        Assert.Equal(["Aisulu NURLANOVA", "Marat AKHMETOV"], names.Select(name => name.Split('\n')[0].Trim()));
        foreach (var (format, beginning) in new[] { ("PDF", "%PDF-"), ("DOCX", "PK"), ("XLSX", "PK"), ("CSV", "\uFEFFNo.,Side") })
        {
            var download = await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Link($"List of participants (final), {format}, English").ClickAsync());
            Assert.EndsWith($"-participants-1-final-en-TLP-AMBER.{format.ToLowerInvariant()}", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.StartsWith(beginning, await File.ReadAllTextAsync(await download.PathAsync()) is var text && format == "CSV" ? "\uFEFF" + text.TrimStart('\uFEFF') : text, StringComparison.Ordinal);
        }

        await registrar.Link("English alphabet").ClickAsync();
        await registrar.IsAtAsync(planned.Address("/lists/1?order=en"));
    }

    private static async Task ReadDifferenceAsync(Visitor registrar, PlannedEvent planned)
    {
        await registrar.Link("Difference to list 1").First.ClickAsync();
        await registrar.SeesHeadingAsync("Difference between list 1 and list 2");
        var added = registrar.Page.GetByRole(AriaRole.Region, new() { Name = "Added", Exact = true }).First;
        await Expect(added).ToContainTextAsync("Dana SERIKOVA");
        await registrar.OpenAsync(planned.Address("/lists/1"));
        await Expect(registrar.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
    }

    private static async Task RecordAsync(Visitor registrar, PlannedEvent planned)
    {
        await registrar.OpenAsync(planned.Address("/attendance"));
        foreach (var state in new[] { "Belarus", "Iran", "Kazakhstan", "China", "Kyrgyzstan", "Pakistan", "Russia" })
        {
            await RecordAsync(registrar, state, "Present");
        }

        await RecordAsync(registrar, "Tajikistan", "Absent");
        await RecordAsync(registrar, "Uzbekistan", "Absent");
        await registrar.SeesAsync("All member states except Tajikistan and Uzbekistan took part.");
        await registrar.OpenAsync("/staff/attendance");
        await registrar.SeesAsync("All member states except Tajikistan and Uzbekistan took part.");
        await registrar.Link("Earlier events").ClickAsync();
        await registrar.SeesAsync("All member states except China and Pakistan took part.");
        await registrar.OpenAsync("/staff/attendance/query?day=2021-12-07&group=Member&except=CN&except=PK");
        await registrar.SeesAsync("States: 6");
    }

    private static async Task RecordAsync(Visitor registrar, string side, string state)
    {
        await registrar.Page.GetByRole(AriaRole.Combobox, new() { Name = side, Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = state });
        await registrar.SeesAsync($"{side}: {state}.");
    }

    private static async Task LookAfterAsync(Visitor registrar, PlannedEvent planned)
    {
        await registrar.OpenAsync(planned.Address("/privacy?name=Marat"));
        await registrar.Button("Erase: Marat AKHMETOV").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickAsync();
        await registrar.SeesAsync("This person is still expected at the event.");
        var download = await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Link("Export all data: Marat AKHMETOV").ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
    }
}
