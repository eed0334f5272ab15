using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Sessions are moved in the timetable: by pointer, by keyboard, by two people at once, and over a line that breaks.</summary>
[Collection(PortalCollection.Name)]
public sealed class BoardJourney(PortalFixture portal)
{
    private const int HallA = 0;
    private const int HallB = 1;

    [Fact]
    public Task Cards_are_dragged_between_rooms_days_and_the_tray_resized_undone_and_done_again() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor, ("Opening", "Hall A", "09:30", "10:30"), ("Panel", "Hall A", "11:00", "12:00"));
        await visitor.OpenBoardAsync(planned);

        await visitor.DragAsync("Opening", HallB, "10:00");
        await visitor.IsPlacedAsync("Opening", "Hall B, 10:00 to 11:00");
        await visitor.IsSaidAsync("Opening: Hall B");
        await visitor.StretchAsync("Opening", "end", HallB, "11:30");
        await visitor.IsPlacedAsync("Opening", "Hall B, 10:00 to 11:30");
        await visitor.StretchAsync("Opening", "start", HallB, "10:15");
        await visitor.IsPlacedAsync("Opening", "Hall B, 10:15 to 11:30");
        await visitor.DragOntoAsync("Opening", visitor.Tray());
        await Expect(visitor.Tray()).ToContainTextAsync("Opening");
        await visitor.DragAsync("Opening", HallA, "13:00");
        await visitor.IsPlacedAsync("Opening", "Hall A, 13:00 to 13:30");
        await visitor.DragAsync("Panel", Board.AllRooms, "15:00");
        await visitor.IsPlacedAsync("Panel", "All rooms, 15:00 to 16:00");
        await visitor.DragOntoAsync("Panel", visitor.DayTab(2));
        await Expect(visitor.Card("Panel")).ToHaveCountAsync(0);
        await visitor.DayTab(2).ClickAsync();
        await visitor.IsPlacedAsync("Panel", "All rooms, 15:00 to 16:00");

        await visitor.Button("Undo").ClickAsync();
        await Expect(visitor.Card("Panel")).ToHaveCountAsync(0);
        await visitor.Button("Redo").ClickAsync();
        await visitor.IsPlacedAsync("Panel", "All rooms, 15:00 to 16:00");
        await visitor.DayTab(1).ClickAsync();
        for (var step = 0; step < 7; step++)
        {
            await Expect(visitor.Button("Undo")).ToBeEnabledAsync();
            await visitor.Button("Undo").ClickAsync();
        }

        await Expect(visitor.Button("Undo")).ToBeDisabledAsync();
        await visitor.IsPlacedAsync("Opening", "Hall A, 09:30 to 10:30");
        await visitor.IsPlacedAsync("Panel", "Hall A, 11:00 to 12:00");
        await visitor.OpenBoardAsync(planned);
        await visitor.IsPlacedAsync("Opening", "Hall A, 09:30 to 10:30");
    });

    [Fact]
    public Task Everything_is_done_by_keyboard_alone_and_said() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor, ("Opening", "Hall A", "09:30", "10:30"), ("Panel", "Hall A", "11:00", "12:00"));
        await visitor.OpenBoardAsync(planned, "?snap=30");
        var keyboard = visitor.Page.Keyboard;

        await visitor.PressOnAsync("Opening", "ArrowRight");
        await visitor.IsPlacedAsync("Opening", "Hall B, 09:30 to 10:30");
        await PressAsync("ArrowDown", "Opening", "Hall B, 10:00 to 11:00");
        await PressAsync("Shift+ArrowDown", "Opening", "Hall B, 10:00 to 11:30");
        await PressAsync("Shift+Alt+ArrowDown", "Opening", "Hall B, 10:30 to 11:30");
        await PressAsync("ArrowLeft", "Opening", "Hall B, 10:30 to 11:30");
        await visitor.IsRefusedAsync("“Opening” cannot be there: at that time Hall A is taken by “Panel”.");
        await PressAsync("PageDown", "Opening", "Hall B, 10:30 to 11:30");
        await Expect(visitor.DayTab(2)).ToHaveAttributeAsync("aria-current", "page");
        await PressAsync("ArrowLeft", "Opening", "Hall A, 10:30 to 11:30");
        await PressAsync("ArrowLeft", "Opening", "All rooms, 10:30 to 11:30");
        await PressAsync("Delete", "Opening", "without room and time");
        await PressAsync("ArrowDown", "Opening", "Hall A, 09:00 to 09:30");
        await keyboard.PressAsync("Control+z");
        await visitor.IsPlacedAsync("Opening", "without room and time");
        await keyboard.PressAsync("Control+y");
        await visitor.IsPlacedAsync("Opening", "Hall A, 09:00 to 09:30");
        await Expect(visitor.Card("Opening")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await visitor.SeesHeadingAsync("Edit the session");

        await visitor.OpenAsync($"/language/ur?returnUrl={Uri.EscapeDataString(planned.Address("/programme"))}");
        await Expect(visitor.Card("Panel")).ToBeVisibleAsync();
        var visitors = visitor.Page.GetByRole(AriaRole.List, new() { Name = "یہ نظام الاوقات کس نے کھولا ہوا ہے" });
        await Expect(visitors).ToContainTextAsync("(آپ)");
        await visitor.Card("Panel").FocusAsync();
        await keyboard.PressAsync("ArrowLeft");
        await Expect(visitor.Card("Panel")).ToHaveAttributeAsync("data-lane", "1");
        // Drawn anew by what the database said, and still in the reader's language.
        await Expect(visitors).ToContainTextAsync("(آپ)");
        await Expect(visitor.Page.Locator("#tray-title")).ToContainTextAsync("کمرے اور وقت کے بغیر");
        await visitor.AssertFitsAsync();

        async Task PressAsync(string key, string title, string place)
        {
            await Expect(visitor.Card(title)).ToBeFocusedAsync();
            await keyboard.PressAsync(key);
            await visitor.IsPlacedAsync(title, place);
        }
    });

    [Fact]
    public Task A_refused_move_snaps_back_and_names_the_session_or_the_person_in_the_way() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor, ("Opening", "Hall A", "09:30", "10:30"));
        foreach (var (title, room, start, end) in new[] { ("Talk", "Hall B", "11:00", "12:00"), ("Panel", "Hall A", "12:00", "13:00") })
        {
            await visitor.FillSessionAsync(planned, "Panel", title, room, start, end);
            if (title == "Talk")
            {
                await visitor.AddSpeakerAsync("Zoya Karimova", "Director");
            }

            await visitor.ChooseAsync("Chair", "Zoya Karimova");
            await visitor.SaveSessionAsync(planned, title);
        }

        await visitor.OpenBoardAsync(planned);

        await visitor.DragAsync("Talk", HallA, "10:00");
        await visitor.IsRefusedAsync("“Talk” cannot be there: at that time Hall A is taken by “Opening”.");
        await visitor.IsPlacedAsync("Talk", "Hall B, 11:00 to 12:00");
        await visitor.DragAsync("Panel", HallA, "11:30");
        await visitor.IsRefusedAsync("“Panel” cannot be then: Zoya Karimova has a part in “Talk” at that time.");
        await visitor.IsPlacedAsync("Panel", "Hall A, 12:00 to 13:00");
    });

    [Fact]
    public Task Two_organisers_see_each_other_and_each_others_moves_and_a_stale_move_shows_both_versions() => portal.JourneyAsync(async journey =>
    {
        var first = await journey.SignedInAsync(Person.Organiser);
        var second = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await PlanAsync(first, ("Opening", "Hall A", "09:30", "10:30"), ("Panel", "Hall A", "11:00", "12:00"));
        await first.OpenBoardAsync(planned);
        await second.OpenBoardAsync(planned);
        var here = first.Page.GetByRole(AriaRole.List, new() { Name = "Who has this timetable open" });
        await Expect(here).ToContainTextAsync(Person.SecondOrganiser.Name);

        await first.DragAsync("Opening", HallB, "10:00");

        await Expect(second.Card("Opening")).ToHaveAccessibleNameAsync("Opening: Hall B, 10:00 to 11:00", new() { Timeout = 2_000 });

        // The second takes the card, the first moves it away under the hand, and the second lets go.
        var below = await second.TakeAsync("Panel");
        await second.CarryAsync(HallB, "14:00", below);
        await first.DragAsync("Panel", HallA, "13:00");
        await first.IsPlacedAsync("Panel", "Hall A, 13:00 to 14:00");
        await second.LetGoAsync();
        var versions = second.Page.GetByRole(AriaRole.Table, new() { Name = "What differs between the two versions" });
        await Expect(versions).ToContainTextAsync("Hall B");
        await Expect(versions).ToContainTextAsync("14:00–15:00");
        await Expect(versions).ToContainTextAsync("13:00–14:00");
        await second.IsPlacedAsync("Panel", "Hall A, 13:00 to 14:00");

        await second.Button("Keep mine and save it").ClickAsync();

        await second.IsPlacedAsync("Panel", "Hall B, 14:00 to 15:00");
        await first.IsPlacedAsync("Panel", "Hall B, 14:00 to 15:00");

        // What the other has changed since is not taken back.
        await first.Button("Undo").ClickAsync();
        await first.IsRefusedAsync("Somebody else changed “Panel” since");
        await first.IsPlacedAsync("Panel", "Hall B, 14:00 to 15:00");
        await second.OpenAsync(planned.Address());
        await Expect(here).Not.ToContainTextAsync(Person.SecondOrganiser.Name);
    });

    [Fact]
    public Task A_move_over_a_broken_line_is_not_shown_as_done_and_the_truth_comes_with_the_line() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var far = await journey.SignedInAsync(Person.Organiser, line.Address);
        var near = await journey.SignedInAsync(Person.SecondOrganiser);
        foreach (var part in new[] { "WebSocket", "net::ERR_", "Failed to fetch", "connection" })
        {
            far.Expects(part);
        }

        var planned = await PlanAsync(near, ("Opening", "Hall A", "09:30", "10:30"), ("Panel", "Hall A", "11:00", "12:00"));
        await near.OpenBoardAsync(planned);
        await far.OpenBoardAsync(planned);
        var below = await far.TakeAsync("Opening");
        await far.CarryAsync(HallB, "10:00", below);

        line.Cut();
        await far.LetGoAsync();

        var dialog = far.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Connection" });
        await Expect(dialog).ToBeVisibleAsync();
        await far.IsPlacedAsync("Opening", "Hall A, 09:30 to 10:30");
        await Expect(far.Page.Locator("[data-ghost]")).ToBeHiddenAsync();
        await near.DragAsync("Panel", HallB, "14:00");
        await near.IsPlacedAsync("Panel", "Hall B, 14:00 to 15:00");

        line.Mend();

        await Expect(dialog).ToBeHiddenAsync();
        await far.IsPlacedAsync("Panel", "Hall B, 14:00 to 15:00");
        await far.IsPlacedAsync("Opening", "Hall A, 09:30 to 10:30");
        await far.DragAsync("Opening", HallB, "10:00");
        await near.IsPlacedAsync("Opening", "Hall B, 10:00 to 11:00");
    });

    [Fact]
    public Task The_list_sorts_shifts_changes_rooms_and_copies_a_day_all_or_nothing() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(visitor, ("Opening", "Hall A", "09:30", "10:30"), ("Panel", "Hall A", "10:30", "11:30"), ("Talk", "Hall B", "10:30", "11:30"));
        await visitor.OpenBoardAsync(planned);
        await visitor.Link("List").ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme?view=list"));
        ILocator Row(string title) => visitor.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visitor.Link(title) });
        Task ChooseAsync(string title) => Row(title).GetByRole(AriaRole.Checkbox).CheckAsync();

        await visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" }).GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(visitor.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Talk");

        await ChooseAsync("Opening");
        await ChooseAsync("Panel");
        await visitor.Field("Minutes").FillAsync("60");
        await visitor.Button("Move later").ClickAsync();
        await Expect(Row("Opening")).ToContainTextAsync("10:30–11:30");
        await Expect(Row("Panel")).ToContainTextAsync("11:30–12:30");
        await visitor.ChooseAsync("Room", "Hall B");
        await visitor.Button("Move to this room").ClickAsync();
        await visitor.IsRefusedAsync("“Opening” cannot be there: at that time Hall B is taken by “Talk”.");
        await Expect(Row("Panel")).ToContainTextAsync("Hall A");
        await visitor.Button("Copy as drafts").ClickAsync();
        await Expect(Row("Opening")).ToHaveCountAsync(2);
        await Row("Opening").Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Button("Take out of the timetable").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Without room and time" })).ToHaveCountAsync(3);
        await visitor.Page.SetViewportSizeAsync(360, 800);
        await visitor.AssertFitsAsync();
    });

    private static async Task<PlannedEvent> PlanAsync(Visitor visitor, params (string Title, string Room, string Start, string End)[] sessions)
    {
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Timetable"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.AddRoomAsync(planned, "Hall B");
        foreach (var (title, room, start, end) in sessions)
        {
            await visitor.AddSessionAsync(planned, title == "Opening" ? "Opening ceremony" : "Panel", title, room, start, end);
        }

        return planned;
    }
}
