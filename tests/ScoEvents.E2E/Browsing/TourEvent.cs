using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoEvents.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>An event on which every page has something to show, and others beside it for pages of an event that has not come so far.</summary>
public static partial class TourEvent
{
    private const string Deputy = "aida@mfa.example";

    /// <summary>Sets everything up and finds every page of every role.</summary>
    /// <param name="journey">In a portal that sends its mails.</param>
    /// <param name="server">Where they arrive.</param>
    /// <returns>The pages, in English at first.</returns>
    public static async Task<IReadOnlyList<TourStop>> EveryPageAsync(Journey journey, MailServer server)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await PlanAsync(organiser);
        var publicAddress = await organiser.PublicAddressAsync(planned);
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var delegation = await RegisterAsync(focalPoint, planned);
        await IssueListAsync(await journey.SignedInAsync(Person.Registrar), planned);
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync(await OfferAsync(organiser, planned, server));
        var postponed = await PostponedEditionAsync(organiser, planned);
        var empty = await organiser.CreateEventAsync(Organising.NewTitle("Seminar without sessions"));
        List<TourStop> stops = [];
        await AddAsync(organiser, "/staff", planned.Address("/mail?shelf=Sent"), planned.Address(), postponed.Address("/resume"), empty.Address("/template"));
        await AddAsync(focalPoint, delegation, "/staff");
        stops.Add(new TourStop(focalPoint, delegation[..delegation.LastIndexOf('/')] + "/{id} (form)", delegation, ".button.is-primary"));
        await AddAsync(await journey.SignedInAsync(Person.Registrar), "/staff");
        await AddAsync(await journey.SignedInAsync(Person.Administrator), "/staff");
        reader.Expects("404");
        await AddAsync(reader, "/en", publicAddress, publicAddress + "/agenda", publicAddress + "/agenda/embed", "/en/search?q=seminar", "/account/sign-in", "/account/focal-point", "/not-found");
        return stops;

        // A page that another role has shown already is not shown again; the first one of everybody is.
        async Task AddAsync(Visitor visitor, params string[] starts) =>
            stops.AddRange((await visitor.WalkAsync(planned, starts)).Where(stop => stop.Pattern == "/staff" || stops.All(seen => seen.Pattern != stop.Pattern)));
    }

    private static async Task<PlannedEvent> PlanAsync(Visitor organiser)
    {
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Seminar on information security"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddRoomAsync(planned, "Hall B");
        await organiser.FillSessionAsync(planned, "Plenary", "Opening of the seminar", "Hall A", "09:30", "10:30");
        await organiser.AddSpeakerAsync("Timur Liukmanov", "Deputy Director");
        await organiser.SaveSessionAsync(planned, "Opening of the seminar");
        await organiser.AddSessionAsync(planned, "Panel", "Incidents across borders", "Hall B", "11:00", "12:00");
        await organiser.InviteMembersAsync(planned);
        await organiser.PublishAsync(planned);
        return planned;
    }

    private static async Task<string> RegisterAsync(Visitor focalPoint, PlannedEvent planned)
    {
        var delegation = await focalPoint.AcceptAsync(planned);
        await focalPoint.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", "N1234567");
        await focalPoint.RegisterAsync("Member", "Marat", "Akhmetov", passport: "N7654321");
        await focalPoint.Button("Hand in the delegation").ClickAsync();
        await Expect(focalPoint.Button("Hand in the delegation")).ToHaveCountAsync(0);
        return delegation;
    }

    // Those whose accreditation is not decided stand on a provisional list, too.
    private static async Task IssueListAsync(Visitor registrar, PlannedEvent planned)
    {
        await registrar.OpenAsync(planned.Address("/lists"));
        await registrar.ChooseAsync("Kind of list", "Provisional");
        await registrar.Field("Also persons whose accreditation is not decided, marked as such").CheckAsync();
        await registrar.Button("Issue the list").ClickAsync();
        await registrar.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue list 1", Exact = true }).ClickAsync();
        await registrar.SeesAsync("List 1 is issued.");
    }

    // The address by which somebody becomes a focal point stands in a mail only.
    private static async Task<string> OfferAsync(Visitor organiser, PlannedEvent planned, MailServer server)
    {
        await organiser.OpenAsync(planned.Address("/focal-points"));
        await organiser.Link("Open Kazakhstan").ClickAsync();
        await organiser.ChooseAsync("As", "Deputy");
        await organiser.Field("Full name").FillAsync("Aida Bekova");
        await organiser.Field("E-mail").FillAsync(Deputy);
        await organiser.Button("Send the link").ClickAsync();
        await organiser.SeesAsync($"A mail with the link goes to {Deputy}.");
        for (var count = 1; ; count++)
        {
            if ((await server.WaitForAsync(count)).FirstOrDefault(taken => taken.To.ToString().Contains(Deputy, StringComparison.Ordinal)) is { } mail)
            {
                return Offer().Match(mail.TextBody!).Value;
            }
        }
    }

    private static async Task<PlannedEvent> PostponedEditionAsync(Visitor organiser, PlannedEvent planned)
    {
        await organiser.OpenAsync(planned.Address("/clone"));
        await organiser.Field("First day").FillAsync(Organising.Written(planned.FirstDay.AddDays(350)));
        await organiser.Button("Create the next edition").ClickAsync();
        await organiser.SeesAsync("Edition 2 was created.");
        await organiser.Link("Open the new event").ClickAsync();
        await organiser.SeesHeadingAsync(planned.Title);
        var edition = planned with { Id = organiser.Page.Url.Split('/')[^1] };
        await organiser.OpenAsync(edition.Address());
        await organiser.Button("Announce").ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Announce" }).ClickAsync();
        await organiser.SeesAsync("The public knows of it.");
        await organiser.OpenAsync(edition.Address("/postpone"));
        await organiser.ChooseAsync("The days", "To be announced");
        await organiser.Text("Notice").FillAsync("The venue is flooded.");
        await organiser.Button("Postpone the event").ClickAsync();
        await organiser.SeesAsync("The event is postponed.");
        return edition;
    }

    [GeneratedRegex("http://[^\\s]*/account/focal-point/[a-z]{2}/[A-Za-z0-9_-]{43}")]
    private static partial Regex Offer();
}
