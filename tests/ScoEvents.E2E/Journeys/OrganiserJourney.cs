using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From an empty form to a public programme.</summary>
[Collection(PortalCollection.Name)]
public sealed class OrganiserJourney(PortalFixture portal)
{
    private const string Auspices = "Executive Committee of the SCO Regional Anti-Terrorist Structure";
    private const string CoHost = "Data Security Council of India";

    [Fact]
    public Task An_organiser_plans_invites_and_publishes_a_seminar() => portal.JourneyAsync(async journey =>
    {
        var title = Organising.NewTitle("Seminar on securing cyberspace");
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.FillEventAsync(title, quota: 12);
        await visitor.Text("Title", "Русский").FillAsync("Семинар по безопасности киберпространства");
        await visitor.AddChoiceAsync("Co-organisers", CoHost);
        await visitor.AddChoiceAsync("Under the auspices of", Auspices);

        var planned = await visitor.SubmitEventAsync(title);

        await visitor.SeesAsync(CoHost);
        await visitor.SeesAsync("Семинар по безопасности киберпространства");
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.AddRoomAsync(planned, "Hall B");
        await visitor.FillSessionAsync(planned, "Opening ceremony", "Opening of the seminar", "Hall A", "09:30", "10:30");
        await visitor.AddSpeakerAsync("Meenakshi Sharma", "Joint Secretary");
        await visitor.ChooseAsync("Chair", "Meenakshi Sharma");
        await visitor.SaveSessionAsync(planned, "Opening of the seminar");
        await visitor.AddSessionAsync(planned, "Break", "Tea", "Hall A", "10:30", "11:00");
        await visitor.AddSessionAsync(planned, "Thematic session", "Protection of critical infrastructure", "Hall B", "11:00", "13:00");
        await visitor.AddSessionAsync(planned, "Closing", "Closing of the seminar", "Hall A", "16:00", "17:00", day: 2);

        await visitor.OpenAsync(planned.Address("/invitations"));
        foreach (var status in new[] { "Members", "Partners" })
        {
            await visitor.StatusGroup(status).GetByRole(AriaRole.Button, new() { Name = "Tick all", Exact = true }).ClickAsync();
        }

        // Ten members without the host, and seventeen partners, as of the first day.
        await visitor.SeesAsync("Sides chosen: 26. Each may send up to this many persons: 12.");
        await visitor.Button("Send the invitations").ClickAsync();
        await visitor.SeesAsync("Invitations sent: 26. Invited before: 0.");

        await visitor.PublishAsync(planned);

        var address = await visitor.PublicAddressAsync(planned);
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync(address);
        await reader.SeesHeadingAsync(title);
        await reader.SeesAsync(Auspices);
        await reader.OpenAsync(address + "/agenda");
        foreach (var session in new[] { "Opening of the seminar", "Tea", "Protection of critical infrastructure", "Closing of the seminar", "Meenakshi Sharma", "Hall B" })
        {
            await reader.SeesAsync(session);
        }

        await reader.OpenAsync(address.Replace("/en/", "/ru/", StringComparison.Ordinal));
        await reader.SeesHeadingAsync("Семинар по безопасности киберпространства");
    });

    [Fact]
    public Task An_overlap_in_a_room_names_the_other_session_and_keeps_what_was_typed() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Overlaps"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.AddSessionAsync(planned, "Plenary", "The first session", "Hall A", "09:00", "10:30");

        await visitor.FillSessionAsync(planned, "Panel", "The second session", "Hall A", "10:00", "11:00");
        await visitor.Button("Save the session").ClickAsync();

        await visitor.SeesAsync("At that time Hall A is taken by “The first session”.");
        await Expect(visitor.Text("Title")).ToHaveValueAsync("The second session");
        await Expect(visitor.Field("Start")).ToHaveValueAsync("10:00");
        await visitor.Field("Start").FillAsync("10:30");
        await visitor.SaveSessionAsync(planned, "The second session");
    });

    [Fact]
    public Task Of_two_organisers_who_take_a_room_at_the_same_moment_one_is_told() => portal.JourneyAsync(async journey =>
    {
        var first = await journey.SignedInAsync(Person.Organiser);
        var second = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await first.CreateEventAsync(Organising.NewTitle("Two at once"));
        await first.AddRoomAsync(planned, "Hall A");
        await first.FillSessionAsync(planned, "Plenary", "Session of the first", "Hall A", "09:00", "10:00");
        await second.FillSessionAsync(planned, "Plenary", "Session of the second", "Hall A", "09:30", "10:30");

        await Task.WhenAll(first.Button("Save the session").ClickAsync(), second.Button("Save the session").ClickAsync());

        var told = await Task.WhenAll(IsToldAsync(first, "Session of the second"), IsToldAsync(second, "Session of the first"));
        Assert.Single(told, isTold => isTold);
        var (winner, loser, title) = told[0] ? (second, first, "Session of the first") : (first, second, "Session of the second");
        await winner.IsAtAsync(planned.Address("/programme"));
        await Expect(loser.Text("Title")).ToHaveValueAsync(title);
    });

    [Fact]
    public Task Wrong_dates_and_an_unknown_zone_are_told_beside_their_fields() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.FillEventAsync("A title to keep", quota: 12);
        await visitor.Field("Last day").FillAsync(Organising.Written(Organising.FirstDay.AddDays(-1)));
        await visitor.Field("Time zone of the programme").FillAsync("Asia/Nowhere");

        await visitor.Button("Create the event").ClickAsync();

        await visitor.IsToldAsync("Last day", "The last day is before the first.");
        await visitor.IsToldAsync("Time zone of the programme", "This is not a known time zone.");
        await Expect(visitor.Text("Title")).ToHaveValueAsync("A title to keep");
        await Expect(visitor.Field("Time zone of the programme")).ToHaveValueAsync("Asia/Nowhere");
    });

    [Fact]
    public Task A_session_outside_the_event_or_without_a_title_is_refused() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Bad sessions"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.FillSessionAsync(planned, "Plenary", "", "Hall A", "10:00", "09:00");

        await visitor.Button("Save the session").ClickAsync();

        await visitor.SeesAsync("Give the title in at least one language.");
        await visitor.SeesAsync("The session ends before it starts.");
        await Expect(visitor.Field("Start")).ToHaveValueAsync("10:00");
    });

    // Whichever comes first: the programme, or the message that names the other session.
    private static async Task<bool> IsToldAsync(Visitor visitor, string other)
    {
        var told = visitor.Page.GetByText($"At that time Hall A is taken by “{other}”.").First;
        var done = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Conflicts" });
        await Expect(told.Or(done).First).ToBeVisibleAsync();
        return await told.IsVisibleAsync();
    }
}
