using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A session with everything that can be said of it, the people in it and its track.</summary>
[Collection(PortalCollection.Name)]
public sealed class SessionJourney(PortalFixture portal)
{
    private const string Hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}";

    private static readonly (string Language, string Title, string Abstract)[] _texts =
    [
        ("English", "Protecting networks", "What we know"), ("Русский", "Защита сетей", "Что мы знаем"), ("中文", "保护网络", "我们所知"),
        ("हिन्दी", "नेटवर्क की सुरक्षा", "हम क्या जानते हैं"), ("اردو", "نیٹ ورک کا تحفظ", "ہم کیا جانتے ہیں"),
    ];

    [Fact]
    public Task An_organiser_fills_in_a_whole_session_in_five_languages() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Whole session"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await AddTrackAsync(visitor, planned, "Incident response", "Violet");
        await visitor.FillSessionAsync(planned, "Panel", _texts[0].Title, "Hall A", "09:00", "10:00");
        await visitor.Page.GetByText("What it is about", new() { Exact = true }).First.ClickAsync();
        foreach (var (language, title, summary) in _texts)
        {
            await visitor.Text("Title", language).FillAsync(title);
            await visitor.Text("What it is about", language).FillAsync(summary);
        }

        await visitor.ChooseAsync("Track", "Incident response");
        await visitor.Field("Expected number of people").FillAsync("60");
        await visitor.ChooseAsync("Room layout", "U-shape");
        await visitor.AddSpeakerAsync("Artur Liukmanov", "Director");
        await visitor.AddSpeakerAsync("Wang Yi", "Professor");
        await visitor.Field("Minutes for Artur Liukmanov").FillAsync("40");
        await visitor.Field("Minutes for Wang Yi").FillAsync("30");
        await visitor.Button("Add an item").ClickAsync();
        await visitor.Text("Title of item 1").FillAsync("State of affairs");
        await visitor.Button("Add an item").ClickAsync();
        await visitor.Text("Title of item 2").FillAsync("Discussion");
        await visitor.Button("Move up: Item 2").ClickAsync();
        await Expect(visitor.Text("Title of item 1")).ToHaveValueAsync("Discussion");
        await visitor.Page.GetByText("Interpretation", new() { Exact = true }).First.ClickAsync();
        await visitor.Field("Russian").CheckAsync();
        await visitor.Field("Tajik").CheckAsync();
        await visitor.Field("Internal notes").FillAsync("Ask for slides");

        await visitor.Button("Save the session").ClickAsync();
        await Visitor.IsToldAsync(visitor.Field("Minutes for Wang Yi"), "The speakers’ minutes add up to 70, but the session lasts 60.");
        await visitor.Field("Minutes for Wang Yi").FillAsync("20");
        await visitor.SaveSessionAsync(planned, _texts[0].Title);

        await visitor.Link(_texts[0].Title).First.ClickAsync();
        foreach (var (language, title, summary) in _texts)
        {
            await Expect(visitor.Text("Title", language)).ToHaveValueAsync(title);
            await Expect(visitor.Text("What it is about", language)).ToHaveValueAsync(summary);
        }

        await Expect(visitor.Field("Minutes for Artur Liukmanov")).ToHaveValueAsync("40");
        await Expect(visitor.Text("Title of item 2")).ToHaveValueAsync("State of affairs");
        await Expect(visitor.Field("Tajik")).ToBeCheckedAsync();
        await Expect(visitor.Field("Internal notes")).ToHaveValueAsync("Ask for slides");
    });

    [Fact]
    public Task Speakers_change_their_order_by_keyboard_and_the_focus_stays_with_who_moves() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Order of the floor"));
        await visitor.AddRoomAsync(planned, "Hall B");
        await visitor.FillSessionAsync(planned, "Panel", "Floor", "Hall B", "09:00", "10:00");
        foreach (var name in new[] { "Anil Kumar", "Zoya Petrova", "Wang Yi" })
        {
            await visitor.AddSpeakerAsync(name, "Expert");
        }

        await visitor.Button("Move up: Wang Yi").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(Floor(visitor)).ToHaveTextAsync([new Regex("Anil"), new Regex("Wang"), new Regex("Zoya")]);
        await Expect(visitor.Button("Move up: Wang Yi")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(Floor(visitor)).ToHaveTextAsync([new Regex("Wang"), new Regex("Anil"), new Regex("Zoya")]);
        // The first cannot go further up: the focus is on the way down.
        await Expect(visitor.Button("Move down: Wang Yi")).ToBeFocusedAsync();
        await visitor.SeesAsync("Wang Yi is now number 1.");
        await visitor.SaveSessionAsync(planned, "Floor");
        await visitor.Link("Floor").First.ClickAsync();

        await Expect(Floor(visitor)).ToHaveTextAsync([new Regex("Wang"), new Regex("Anil"), new Regex("Zoya")]);
    });

    [Fact]
    public Task The_same_person_in_another_spelling_is_offered_and_two_can_be_merged() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Two spellings"));
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", "Panel");
        await visitor.Text("Title").FillAsync("Talk");
        await visitor.AddSpeakerAsync("Artur Liukmanov", "Director");
        await visitor.Button("Remove: Artur Liukmanov").ClickAsync();

        var dialog = await OpenDialogAsync(visitor);
        await NameIn(dialog, "Русский").FillAsync("Люкманов Артур");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a person", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Yes, it is Artur Liukmanov" }).ClickAsync();
        await Expect(visitor.Button("Remove: Artur Liukmanov")).ToBeVisibleAsync();

        dialog = await OpenDialogAsync(visitor);
        await NameIn(dialog, "اردو").FillAsync("آرٹور لیوکمانوف");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a person", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "No, add a new person" }).ClickAsync();
        await Expect(visitor.Button("Remove: آرٹور لیوکمانوف")).ToBeVisibleAsync();
        await visitor.Button("Save the session").ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme"));

        await visitor.OpenAsync(planned.Address("/programme/speakers?text=lyukmanov"));
        await visitor.SeesAsync("Shown: 2 of 2.");
        await visitor.Button("Edit آرٹور لیوکمانوف").ClickAsync();
        await visitor.Button("Merge into Artur Liukmanov").ClickAsync();
        var question = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Make one person of the two?" });
        await Expect(question).ToContainTextAsync("Sessions that follow: 1.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Merge into Artur Liukmanov" }).ClickAsync();

        await visitor.SeesAsync("Shown: 1 of 1.");
        await visitor.SeesAsync("آرٹور لیوکمانوف");
    });

    [Fact]
    public Task A_break_stands_in_all_rooms_and_a_cancelled_session_loses_its_place_after_one_question() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Break for all"));
        await visitor.AddRoomAsync(planned, "Hall C");
        await visitor.AddRoomAsync(planned, "Hall D");
        await visitor.FillSessionAsync(planned, "Break", "Coffee", "Hall C", "11:00", "11:30");
        await visitor.Field("In all rooms at once").CheckAsync();
        await Expect(visitor.Field("Room")).ToBeDisabledAsync();
        await visitor.SaveSessionAsync(planned, "Coffee");
        await visitor.FillSessionAsync(planned, "Panel", "Talk", "Hall D", "11:15", "12:00");
        await visitor.Button("Save the session").ClickAsync();
        await Visitor.IsToldAsync(visitor.Field("Room"), "Coffee");

        await visitor.OpenAsync(planned.Address("/programme"));
        await visitor.Link("Coffee").First.ClickAsync();
        await visitor.Button("Cancel the session").ClickAsync();
        var question = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel the session" });
        await Expect(question).ToContainTextAsync("All rooms");
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel the session" }).ClickAsync();
        await visitor.SeesAsync("The session is off, so it takes no room and time.");
        await visitor.Button("Back to draft").ClickAsync();

        await Expect(visitor.Field("Room")).ToBeVisibleAsync();
        await visitor.AddSessionAsync(planned, "Panel", "Talk", "Hall D", "11:15", "12:00");
    });

    [Fact]
    public Task The_second_of_two_editors_sees_both_versions_of_what_is_new_in_a_session_too() => portal.JourneyAsync(async journey =>
    {
        var first = await journey.SignedInAsync(Person.Organiser);
        var second = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await first.CreateEventAsync(Organising.NewTitle("Edited twice"));
        await first.OpenAsync(planned.Address("/programme/sessions/new"));
        await first.ChooseAsync("Type", "Panel");
        await first.Text("Title").FillAsync("Talk");
        await first.SaveSessionAsync(planned, "Talk");
        await first.Link("Talk").First.ClickAsync();
        await Expect(first.Field("Internal notes")).ToBeVisibleAsync();
        await second.OpenAsync(new Uri(first.Page.Url).PathAndQuery);
        await first.Field("Internal notes").FillAsync("Mine");
        await first.SaveSessionAsync(planned, "Talk");
        await second.Field("Internal notes").FillAsync("Theirs");
        await second.Field("Expected number of people").FillAsync("40");

        await second.Button("Save the session").ClickAsync();

        var versions = second.Page.GetByRole(AriaRole.Table, new() { Name = "What differs between the two versions" });
        await Expect(versions.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("Internal notes.*Theirs.*Mine") })).ToBeVisibleAsync();
        await Expect(versions.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("Expected number of people.*40") })).ToBeVisibleAsync();
        await second.Button("Keep mine and save it").ClickAsync();
        await second.IsAtAsync(planned.Address("/programme"));
    });

    [Fact]
    public Task Script_in_every_text_is_text() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Hostile"));
        await AddTrackAsync(visitor, planned, Hostile, "Red");
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", "Panel");
        await visitor.Page.GetByText("What it is about", new() { Exact = true }).First.ClickAsync();
        foreach (var (language, _, _) in _texts)
        {
            await visitor.Text("Title", language).FillAsync(Hostile);
            await visitor.Text("What it is about", language).FillAsync(Hostile);
        }

        await visitor.ChooseAsync("Track", Hostile);
        await visitor.Field("Internal notes").FillAsync(Hostile);
        await visitor.Button("Add an item").ClickAsync();
        await visitor.Text("Title of item 1").FillAsync(Hostile);
        await visitor.AddSpeakerAsync(Hostile, Hostile);
        await visitor.SaveSessionAsync(planned, Hostile);
        await visitor.Link(Hostile).First.ClickAsync();
        await visitor.Text("Title of the document").FillAsync(Hostile);
        await visitor.Field("File").ChooseFileAsync(new FilePayload { Name = "onerror=alert(1).txt", MimeType = "text/plain", Buffer = "x"u8.ToArray() });
        await visitor.Button("Upload a document").ClickAsync();
        await visitor.SeesAsync("onerror=alert(1).txt was uploaded.");

        foreach (var address in new[] { new Uri(visitor.Page.Url).PathAndQuery, planned.Address("/programme/speakers"), planned.Address("/programme/tracks"), planned.Address("/programme") })
        {
            await visitor.OpenAsync(address);
            await Expect(visitor.Page.GetByText(Hostile).Or(visitor.Page.GetByLabel(Hostile)).First).ToBeAttachedAsync();
            Assert.Equal(0, await visitor.Page.Locator("img[src='x'], script:not([src])").CountAsync());
        }
    });

    [Fact]
    public Task Sessions_speakers_and_tracks_fit_a_phone() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser, width: 360);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("On a phone"));
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", "Panel");
        await visitor.Text("Title").FillAsync("Talk");
        await visitor.AddSpeakerAsync("Krishnamurthy Venkatasubramanian", "Joint Secretary of a ministry with a long name");
        await visitor.Button("Add an item").ClickAsync();
        await visitor.Text("Title of item 1").FillAsync("Item");
        await visitor.AssertFitsAsync();
        await visitor.SaveSessionAsync(planned, "Talk");

        await visitor.OpenAsync(planned.Address("/programme/speakers"));
        await visitor.AssertFitsAsync();
        await AddTrackAsync(visitor, planned, "A track with a name that is longer than a telephone is wide", "Slate");
        await visitor.AssertFitsAsync();
    });

    private static ILocator Floor(Visitor visitor) => visitor.Page.Locator(".floor-name");

    private static async Task AddTrackAsync(Visitor visitor, PlannedEvent planned, string name, string color)
    {
        await visitor.OpenAsync(planned.Address("/programme/tracks"));
        await visitor.Text("Name of the track").FillAsync(name);
        await visitor.Field(color).CheckAsync();
        await visitor.Button("Add a track").ClickAsync();
        await Expect(visitor.Button($"Edit {name}")).ToBeVisibleAsync();
    }

    private static async Task<ILocator> OpenDialogAsync(Visitor visitor)
    {
        await visitor.Button("Add a person").First.ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a person" });
        await Expect(dialog.GetByRole(AriaRole.Group, new() { Name = "Name", Exact = true })).ToBeVisibleAsync();
        return dialog;
    }

    private static ILocator NameIn(ILocator dialog, string language) =>
        dialog.GetByRole(AriaRole.Group, new() { Name = "Name", Exact = true }).GetByRole(AriaRole.Textbox, new() { Name = language, Exact = true });
}
