using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>The timetable board under a visitor's hands.</summary>
public static class Board
{
    /// <summary>Column of sessions for all rooms.</summary>
    public const int AllRooms = -1;

    /// <summary>Opens the timetable of an event and waits until it can be moved about.</summary>
    public static async Task OpenBoardAsync(this Visitor visitor, PlannedEvent planned, string query = "")
    {
        await visitor.OpenAsync(planned.Address("/programme" + query));
        await Expect(visitor.Page.Locator("[data-session]").First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.List, new() { Name = "Who has this timetable open" })).ToContainTextAsync("(you)");
    }

    /// <summary>The card of a session, whether it is in the timetable or in the tray.</summary>
    public static ILocator Card(this Visitor visitor, string title) =>
        visitor.Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($"^{Regex.Escape(title)}: ") });

    /// <summary>Waits until the card says that it is there: <c>Hall A, 09:00 to 10:00</c>.</summary>
    public static Task IsPlacedAsync(this Visitor visitor, string title, string place) =>
        Expect(visitor.Card(title)).ToHaveAccessibleNameAsync($"{title}: {place}");

    /// <summary>Takes a card by its middle, its <c>start</c> or its <c>end</c>.</summary>
    /// <returns>Where the pointer is, and how many minutes below the start of the card.</returns>
    public static async Task<int> TakeAsync(this Visitor visitor, string title, string? edge = null)
    {
        var card = visitor.Card(title);
        await card.ScrollIntoViewIfNeededAsync();
        var box = await ((edge is null ? card : card.Locator($"[data-handle={edge}]")).BoundingBoxAsync()) ?? throw new InvalidOperationException($"{title} is not to be seen.");
        await visitor.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await visitor.Page.Mouse.DownAsync();
        var minutes = await card.GetAttributeAsync("data-minutes");
        return await card.GetAttributeAsync("data-start") is null ? 0 : int.Parse(minutes!, CultureInfo.InvariantCulture) / 2;
    }

    /// <summary>Carries what is held over a column of the board, to a time of the day.</summary>
    public static async Task CarryAsync(this Visitor visitor, int lane, string time, int below = 0)
    {
        var minute = (int)TimeOnly.Parse(time, CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes + below;
        var point = await visitor.Page.EvaluateAsync<float[]>(
            """
            ([lane, minute]) => {
              const head = document.querySelector(`[data-lane-head="${lane}"]`).getBoundingClientRect();
              const layer = document.querySelector('[data-lanes]').getBoundingClientRect();
              return [head.left + head.width / 2, layer.top + layer.height * minute / 1440];
            }
            """,
            new[] { lane, minute });
        await visitor.Page.Mouse.MoveAsync(point[0], point[1], new() { Steps = 5 });
    }

    /// <summary>Lets go.</summary>
    public static Task LetGoAsync(this Visitor visitor) => visitor.Page.Mouse.UpAsync();

    /// <summary>Drags a card to a column and time.</summary>
    public static async Task DragAsync(this Visitor visitor, string title, int lane, string time)
    {
        var below = await visitor.TakeAsync(title);
        await visitor.CarryAsync(lane, time, below);
        await visitor.LetGoAsync();
    }

    /// <summary>Drags an edge of a card to a time.</summary>
    public static async Task StretchAsync(this Visitor visitor, string title, string edge, int lane, string time)
    {
        await visitor.TakeAsync(title, edge);
        await visitor.CarryAsync(lane, time);
        await visitor.LetGoAsync();
    }

    /// <summary>Drags a card onto something beside the board.</summary>
    public static async Task DragOntoAsync(this Visitor visitor, string title, ILocator target)
    {
        await visitor.TakeAsync(title);
        var box = (await target.BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2), new() { Steps = 5 });
        await visitor.LetGoAsync();
    }

    /// <summary>The tray.</summary>
    public static ILocator Tray(this Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^Without room and time") });

    /// <summary>The tab of a day, counted from 1.</summary>
    public static ILocator DayTab(this Visitor visitor, int day) =>
        visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Days" }).GetByRole(AriaRole.Link).Nth(day - 1);

    /// <summary>Presses a key on a card.</summary>
    public static async Task PressOnAsync(this Visitor visitor, string title, string key)
    {
        await visitor.Card(title).FocusAsync();
        await visitor.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until screen readers are told this.</summary>
    public static Task IsSaidAsync(this Visitor visitor, string text) => Expect(visitor.Page.Locator(".board-page > [role=status]")).ToContainTextAsync(text);

    /// <summary>Waits for a refusal.</summary>
    public static Task IsRefusedAsync(this Visitor visitor, string reason) =>
        Expect(visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "moved" })).ToContainTextAsync(reason);
}
