using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>An event that a journey made.</summary>
/// <param name="Id">Its id in staff addresses.</param>
/// <param name="Title">Its English title.</param>
/// <param name="FirstDay">Its first day.</param>
public sealed record PlannedEvent(string Id, string Title, DateOnly FirstDay)
{
    /// <summary>Address of the staff page, followed by the part: <c>/programme</c>, for example.</summary>
    public string Address(string part = "") => $"/staff/events/{Id}{part}";
}

/// <summary>What an organiser does, step by step, each on its page.</summary>
public static partial class Organising
{
    // Far enough for registration to be open whenever the tests run, and after the reform of the statuses of 2025.
    private const int DaysAhead = 120;

    /// <summary>First day of every event that journeys make.</summary>
    public static DateOnly FirstDay { get; } = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(DaysAhead);

    /// <summary>A title that no other journey uses.</summary>
    public static string NewTitle(string about) => $"{about} {Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>A field for one language of a text.</summary>
    public static ILocator Text(this Visitor visitor, string label, string language = "English") => visitor.Page
        .GetByRole(AriaRole.Group, new() { Name = label, Exact = true })
        .GetByRole(AriaRole.Textbox, new() { Name = language, Exact = true });

    /// <summary>Chooses from a list by what is written there.</summary>
    public static Task ChooseAsync(this Visitor visitor, string label, string option) =>
        visitor.Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Chooses a file as soon as the field takes one: the framework listens a moment after the field is to be seen.</summary>
    public static async Task ChooseFileAsync(this ILocator field, FilePayload file)
    {
        await field.Page.WaitForFunctionAsync("field => '_blazorInputFileNextFileId' in field", await field.ElementHandleAsync());
        await field.SetInputFilesAsync(file);
    }

    /// <summary>Adds one more to several choices.</summary>
    public static async Task AddChoiceAsync(this Visitor visitor, string label, string option)
    {
        await visitor.Field($"Add to: {label}").SelectOptionAsync(new SelectOptionValue { Label = option });
        await Expect(visitor.Button($"Remove: {option}")).ToBeVisibleAsync();
    }

    /// <summary>Fills in the form of a new event of two days in New Delhi, except for what the journey adds.</summary>
    public static async Task FillEventAsync(this Visitor visitor, string title, int quota)
    {
        await visitor.OpenAsync("/staff/events/new");
        await visitor.Text("Title").FillAsync(title);
        await visitor.ChooseAsync("Type", "Seminar");
        await visitor.ChooseAsync("Format", "In person");
        await visitor.Field("First day").FillAsync(Written(FirstDay));
        await visitor.Field("Last day").FillAsync(Written(FirstDay.AddDays(1)));
        await visitor.Field("Largest delegation").FillAsync(quota.ToString(CultureInfo.InvariantCulture));
        await visitor.Text("City").FillAsync("New Delhi");
        await visitor.ChooseAsync("Country", "India");
        // The country brings its zone along.
        await Expect(visitor.Field("Time zone of the programme")).ToHaveValueAsync("Asia/Kolkata");
    }

    /// <summary>Creates an event of two days in New Delhi.</summary>
    public static async Task<PlannedEvent> CreateEventAsync(this Visitor visitor, string title, int quota = 12)
    {
        await visitor.FillEventAsync(title, quota);
        return await visitor.SubmitEventAsync(title);
    }

    /// <summary>Submits the form of a new event and waits for its page.</summary>
    public static async Task<PlannedEvent> SubmitEventAsync(this Visitor visitor, string title)
    {
        await visitor.Button("Create the event").ClickAsync();
        await visitor.SeesHeadingAsync(title);
        return new PlannedEvent(EventAddress().Match(visitor.Page.Url).Groups[1].Value, title, FirstDay);
    }

    /// <summary>Adds a room in a new venue of the event's own.</summary>
    public static async Task AddRoomAsync(this Visitor visitor, PlannedEvent planned, string room)
    {
        await visitor.OpenAsync(planned.Address("/venue"));
        await visitor.Text("Name of the venue").FillAsync($"Venue of {room}, {planned.Title}");
        await visitor.Text("Name of the room").FillAsync(room);
        await visitor.Field("Seats").FillAsync("120");
        await visitor.Button("Add a room").ClickAsync();
        await visitor.SeesAsync($"{room} was added.");
    }

    /// <summary>Fills in the form of a new session on the event's first or second day.</summary>
    public static async Task FillSessionAsync(
        this Visitor visitor, PlannedEvent planned, string type, string title, string room, string start, string end, int day = 1)
    {
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", type);
        await visitor.ChooseAsync("Who may attend", "Open to all participants");
        await visitor.Text("Title").FillAsync(title);
        await visitor.Field("Day").SelectOptionAsync(new SelectOptionValue { Index = day });
        await visitor.ChooseAsync("Room", room);
        await visitor.Field("Start").FillAsync(start);
        await visitor.Field("End").FillAsync(end);
    }

    /// <summary>Adds a session.</summary>
    public static async Task AddSessionAsync(
        this Visitor visitor, PlannedEvent planned, string type, string title, string room, string start, string end, int day = 1)
    {
        await visitor.FillSessionAsync(planned, type, title, room, start, end, day);
        await visitor.SaveSessionAsync(planned, title);
    }

    /// <summary>Saves the session whose form is open, and waits until it stands in the programme.</summary>
    public static async Task SaveSessionAsync(this Visitor visitor, PlannedEvent planned, string title)
    {
        await visitor.Button("Save the session").ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme"));
        // The board shows one day, the list all of them.
        await visitor.Link("List").ClickAsync();
        await Expect(visitor.Link(title).First).ToBeVisibleAsync();
    }

    /// <summary>Adds a person to the session whose form is open.</summary>
    public static async Task AddSpeakerAsync(this Visitor visitor, string name, string function)
    {
        await visitor.Button("Add a person").ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a person" });
        await dialog.GetByRole(AriaRole.Group, new() { Name = "Name", Exact = true }).GetByRole(AriaRole.Textbox, new() { Name = "English" }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Group, new() { Name = "Function" }).GetByRole(AriaRole.Textbox, new() { Name = "English" }).FillAsync(function);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(visitor.Button($"Remove: {name}")).ToBeVisibleAsync();
    }

    /// <summary>Invites all member states but the host, by their status on the first day.</summary>
    /// <returns>How many there are.</returns>
    public static async Task InviteMembersAsync(this Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address("/invitations"));
        await visitor.StatusGroup("Members").GetByRole(AriaRole.Button, new() { Name = "Tick all", Exact = true }).ClickAsync();
        await visitor.Button("Send the invitations").ClickAsync();
        await visitor.SeesAsync("Invitations sent: 9.");
    }

    /// <summary>The states of one status, as boxes to tick.</summary>
    public static ILocator StatusGroup(this Visitor visitor, string status) =>
        visitor.Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($"^{status}") });

    /// <summary>Publishes the next release.</summary>
    public static async Task PublishAsync(this Visitor visitor, PlannedEvent planned, int number = 1)
    {
        await visitor.OpenAsync(planned.Address("/programme/publish"));
        await visitor.Button($"Publish release {number}").ClickAsync();
        await visitor.IsAtAsync(planned.Address("/programme"));
        await visitor.SeesAsync($"Release {number}");
    }

    /// <summary>Address of the event's public page, from the link on its staff page.</summary>
    public static async Task<string> PublicAddressAsync(this Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address());
        return (await visitor.Link("Public page").GetAttributeAsync("href"))!;
    }

    /// <summary>A day as a date field takes it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("/staff/events/([0-9a-f-]{36})")]
    private static partial Regex EventAddress();
}
