using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From the choice of sides to notes in hand, delivered and reminded of.</summary>
[Collection(PortalCollection.Name)]
public sealed class InvitationsJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_invites_all_members_and_a_guest_issues_notes_marks_them_delivered_and_reminds() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Notes"));
        var page = organiser.Page;
        await organiser.OpenAsync(planned.Address("/invitations"));
        await organiser.StatusGroup("Members").GetByRole(AriaRole.Button, new() { Name = "Tick all", Exact = true }).ClickAsync();
        await page.GetByText("Guests").First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("Vietnam$") }).CheckAsync();
        await organiser.Button("Send the invitations").ClickAsync();
        await organiser.SeesAsync("Invitations sent: 10. Invited before: 0.");

        // Without a day to answer by the text of the note has a gap, and nothing is issued.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all that are shown" }).CheckAsync();
        await organiser.Button("Issue notes (10)").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Vietnam");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Issue the notes" }).ClickAsync();
        await organiser.SeesAsync("The text names {deadline}, which is not known yet.");

        await organiser.Field("Answer by").FillAsync(Organising.Written(Organising.FirstDay.AddDays(-30)));
        await organiser.Button("Save the day").ClickAsync();
        await Expect(page.GetByText(new Regex("Sides are asked to answer by"))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all that are shown" }).CheckAsync();
        await organiser.Button("Issue notes (10)").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Issue the notes" }).ClickAsync();
        await Expect(page.GetByText(new Regex(@"Notes issued: 10 \(numbers \d+ to \d+ of \d{4}\)"))).ToBeVisibleAsync();

        var word = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Word") }).First.ClickAsync());
        Assert.EndsWith("-TLP-AMBER.docx", word.SuggestedFilename, StringComparison.Ordinal);
        var pdf = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^PDF") }).First.ClickAsync());
        Assert.EndsWith("-TLP-AMBER.pdf", pdf.SuggestedFilename, StringComparison.Ordinal);

        // Two arrive; one of them does not answer.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose Kazakhstan" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose Vietnam" }).CheckAsync();
        await organiser.Button("Mark as delivered (2)").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Mark as delivered" }).ClickAsync();
        await organiser.SeesAsync("Noted as delivered: 2. Skipped: 0.");
        await organiser.Link("Delivered 2").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose Kazakhstan" }).CheckAsync();
        await organiser.Button("Mark as no reply (1)").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Mark as no reply" }).ClickAsync();
        await organiser.SeesAsync("Noted as without reply: 1. Skipped: 0.");

        // What the reminder says is read before it goes out; a second one on the same day does not.
        await organiser.OpenAsync(planned.Address("/invitations/reminders"));
        await Expect(page.GetByText("Aigerim Bekova")).ToBeVisibleAsync();
        await page.GetByText(new Regex("^Text of the note in")).ClickAsync();
        await Expect(page.GetByText("ответ на приглашение")).ToBeVisibleAsync();
        await organiser.Button("Send the reminders (1)").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send the reminders" }).ClickAsync();
        await organiser.SeesAsync("Sides reminded: 1. Mails in the outbox: 1. Skipped: 0.");
        await Expect(page.GetByText("reminded today already")).ToBeVisibleAsync();
        await Expect(organiser.Button("Send the reminders (0)")).ToBeDisabledAsync();
        await organiser.OpenAsync(planned.Address("/mail"));
        await Expect(page.GetByText("Aigerim Bekova").First).ToBeVisibleAsync();

        await organiser.OpenAsync(planned.Address("/invitations/notes"));
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(12);
        var all = await page.RunAndWaitForDownloadAsync(() => organiser.Link("All as Word files (ZIP)").ClickAsync());
        using var archive = System.IO.Compression.ZipFile.OpenRead((await all.PathAsync())!);
        Assert.Equal(11, archive.Entries.Count);
    });

    [Fact]
    public Task An_organiser_rewords_a_note_sees_it_for_a_side_and_notes_an_answer_on_paper() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Wording"));
        await organiser.InviteMembersAsync(planned);
        var page = organiser.Page;

        await organiser.OpenAsync(planned.Address("/invitations/texts?kind=Invitation&language=en"));
        await organiser.Field("Text").FillAsync("Dear {side}, {nobody}");
        await organiser.Button("Save the text").ClickAsync();
        await Expect(page.GetByText("There is no placeholder {nobody} in notes of this kind.").First).ToBeVisibleAsync();
        await organiser.Field("Text").FillAsync("Dear {side}, come as {capacity}.");
        await organiser.Button("Show the preview").ClickAsync();
        await Expect(page.GetByText("Dear Iran, come as Member State of the SCO.")).ToBeVisibleAsync();
        await organiser.Button("Save the text").ClickAsync();
        await organiser.SeesAsync("The text is saved; notes issued from now on say it.");
        await Expect(page.GetByText("This event has a text of its own.")).ToBeVisibleAsync();
        await organiser.Button("Back to the portal's text").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Back to the portal's text" }).ClickAsync();
        await organiser.SeesAsync("The portal's text holds again.");

        await organiser.OpenAsync(planned.Address("/invitations"));
        await page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Iran") }).ClickAsync();
        await organiser.ChooseAsync("Answer of the side", "The side does not come");
        await organiser.Field("Remark").FillAsync("Note 7 of the embassy");
        await organiser.Button("Note the answer").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "It does not come" }).ClickAsync();
        await organiser.SeesAsync("The answer is noted.");
        await Expect(page.GetByText("Note 7 of the embassy")).ToBeVisibleAsync();
        await Expect(page.GetByText("Declined").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_side_that_has_registered_persons_calls_off_and_the_organiser_sees_it() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Calling off"));
        await organiser.InviteMembersAsync(planned);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Head", "Aigerim", "Bekova");

        await kazakhstan.OpenAsync("/staff/invitations");
        var card = kazakhstan.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = planned.Title });
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^The delegation does not come") }).ClickAsync();
        var dialog = kazakhstan.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Registered persons: 1.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "It does not come" }).ClickAsync();
        await Expect(card.GetByText("Declined")).ToBeVisibleAsync();

        await organiser.OpenAsync(planned.Address("/invitations?show=Declined"));
        await Expect(organiser.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Kazakhstan" })).ToBeVisibleAsync();
    });
}
