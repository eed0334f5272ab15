using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>What is wrong in a programme is seen, let stand with a reason or put right, and only then published.</summary>
[Collection(PortalCollection.Name)]
public sealed class ConflictsJourney(PortalFixture portal)
{
    private const string Away = "Meenakshi Sharma cannot be at “Opening of the seminar”";

    [Fact]
    public Task A_speaker_who_is_away_is_acknowledged_with_a_reason_before_the_programme_is_published() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor);
        await visitor.OpenAsync(planned.Address("/availability"));
        await NoteAbsenceAsync(visitor, "Meenakshi Sharma", "09:00", "10:00");
        await visitor.SeesAsync("The absence was saved.");
        await Expect(visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Meenakshi Sharma" }).First).ToContainTextAsync("Missed");

        await visitor.OpenAsync(planned.Address("/programme/publish"));
        await visitor.SeesAsync("Conflicts prevent the release: 1");
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(Away) }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Let this conflict stand?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Let it stand" }).ClickAsync();
        await Expect(dialog.GetByText("Give a reason.").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("She joins by video");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Let it stand" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(visitor.Button("Publish release 1")).ToBeVisibleAsync();

        await visitor.OpenAsync(planned.Address("/programme/conflicts"));
        await visitor.SeesAsync("Acknowledged by Asha Rao");
        await visitor.SeesAsync("She joins by video");
        await visitor.PublishAsync(planned);

        await visitor.OpenAsync(planned.Address("/releases/1"));
        await visitor.SeesAsync("Conflicts that were let stand");
        await visitor.SeesAsync("She joins by video");
        await visitor.OpenAsync(planned.Address("/programme/conflicts"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Revoke the acknowledgement: " + Away) }).ClickAsync();
        await visitor.SeesAsync("The acknowledgement was revoked.");
        await visitor.SeesAsync("Conflicts that stand in the way of a release: 1.");
    });

    [Fact]
    public Task An_acknowledgement_falls_with_the_facts_and_a_room_that_grows_ends_the_conflict() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor);
        await EditRoomAsync(visitor, planned, "Hall A", async () =>
        {
            await visitor.Button("Add hours").ClickAsync();
            var hours = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Hours 1" });
            await hours.GetByLabel("From").FillAsync("10:00");
            await hours.GetByLabel("To").FillAsync("18:00");
        });
        await visitor.OpenAsync(planned.Address("/programme/conflicts?kind=RoomOutsideHours"));
        await AcknowledgeAsync(visitor, "The porter opens early");
        await visitor.SeesAsync("Nothing stands in the way of a release.");

        await EditRoomAsync(visitor, planned, "Hall A", () => visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Hours 1" }).GetByLabel("From").FillAsync("11:00"));

        await visitor.OpenAsync(planned.Address("/programme/conflicts?kind=RoomOutsideHours"));
        await visitor.SeesAsync("Conflicts that stand in the way of a release: 1.");
        await EditRoomAsync(visitor, planned, "Hall A", () => visitor.Button("Remove hours 1").ClickAsync());
        await visitor.OpenAsync(planned.Address("/programme/conflicts?kind=RoomOutsideHours"));
        await visitor.SeesAsync("None of this kind.");
    });

    [Fact]
    public Task A_person_in_two_places_prevents_the_release_and_cannot_be_acknowledged() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor);
        await visitor.AddRoomAsync(planned, "Hall B");
        await visitor.FillSessionAsync(planned, "Panel", "At the same time", "Hall B", "09:30", "10:30");
        await visitor.ChooseAsync("Chair", "Meenakshi Sharma");
        await visitor.SaveSessionAsync(planned, "At the same time");

        await visitor.OpenAsync(planned.Address("/programme/publish"));

        await visitor.SeesAsync("Meenakshi Sharma has a part in “Opening of the seminar” and “At the same time” at the same time.");
        await Expect(visitor.Button("Publish release 1")).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Acknowledge") })).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Settings_decide_how_severe_a_conflict_is() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor);
        await visitor.OpenAsync(planned.Address("/programme/settings"));
        await visitor.ChooseAsync("Title not translated", "Prevents a release");
        await visitor.Page.GetByLabel("Русский").CheckAsync();
        await visitor.Button("Save").ClickAsync();
        await visitor.SeesAsync("The settings were saved.");

        await visitor.OpenAsync(planned.Address("/programme/publish"));
        await visitor.SeesAsync("The title of “Opening of the seminar” is missing in: Russian.");

        await visitor.OpenAsync(planned.Address("/programme/settings"));
        await visitor.ChooseAsync("Title not translated", "Not looked for");
        await visitor.Button("Save").ClickAsync();
        await visitor.SeesAsync("The settings were saved.");
        await visitor.PublishAsync(planned);
    });

    [Fact]
    public Task Teams_of_interpreters_are_kept_and_pages_fit_a_phone() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor);
        await visitor.OpenAsync(planned.Address("/interpreters"));
        await visitor.Field("Name of the team").FillAsync("Booth 1");
        await visitor.Page.GetByLabel("Russian", new() { Exact = true }).CheckAsync();
        await visitor.Page.GetByLabel("Persian", new() { Exact = true }).CheckAsync();
        await visitor.Button("Add a team").ClickAsync();
        await visitor.SeesAsync("Booth 1 was saved.");
        await Expect(visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Booth 1" })).ToContainTextAsync("Russian, Persian");
        await visitor.Button("Delete: Booth 1").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await visitor.SeesAsync("No interpreter teams yet");

        var phone = await journey.SignedInAsync(Person.SecondOrganiser, width: 360);
        foreach (var part in new[] { "/venue", "/interpreters", "/availability", "/programme/conflicts", "/programme/settings" })
        {
            await phone.OpenAsync(planned.Address(part));
            await phone.AssertFitsAsync();
        }
    });

    private static async Task<PlannedEvent> PlanAsync(Visitor visitor)
    {
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Conflicts"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.FillSessionAsync(planned, "Opening ceremony", "Opening of the seminar", "Hall A", "09:30", "10:30");
        await visitor.AddSpeakerAsync("Meenakshi Sharma", "Joint Secretary");
        await visitor.ChooseAsync("Chair", "Meenakshi Sharma");
        await visitor.SaveSessionAsync(planned, "Opening of the seminar");
        return planned;
    }

    private static async Task NoteAbsenceAsync(Visitor visitor, string who, string from, string to)
    {
        await visitor.ChooseAsync("Who", who);
        await visitor.Field("First day").FillAsync(Organising.Written(Organising.FirstDay));
        await visitor.Field("From").FillAsync(from);
        await visitor.Field("To").FillAsync(to);
        await visitor.Button("Note an absence").ClickAsync();
    }

    private static async Task EditRoomAsync(Visitor visitor, PlannedEvent planned, string room, Func<Task> change)
    {
        await visitor.OpenAsync(planned.Address("/venue"));
        await visitor.Link($"Edit {room}").ClickAsync();
        await visitor.SeesHeadingAsync($"Room: {room}");
        await change();
        await visitor.Button("Save").ClickAsync();
        await visitor.IsAtAsync(planned.Address("/venue"));
    }

    private static async Task AcknowledgeAsync(Visitor visitor, string reason)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Acknowledge:") }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Let this conflict stand?" });
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Let it stand" }).ClickAsync();
        await visitor.SeesAsync("The conflict was acknowledged.");
    }
}
