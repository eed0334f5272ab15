using System.Globalization;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.Web.Account;
using ScoEvents.Web.Features.Accreditation;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Shell;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The main job of each role, in the language of the person and by keyboard alone.</summary>
[Collection(PortalCollection.Name)]
public sealed class MainJobsJourney(PortalFixture portal)
{
    [Theory]
    [InlineData("ru")]
    [InlineData("ur")]
    public Task An_organiser_goes_from_the_idea_to_a_published_programme(string language) => SpeakingAsync(Person.Organiser, language, async (visitor, words, _) =>
    {
        var title = Organising.NewTitle(language == "ru" ? "Семинар по информационной безопасности" : "معلومات کی حفاظت پر سیمینار");
        await visitor.PressOnAsync(Navigation(visitor).GetByRole(AriaRole.Link, new() { Name = words.Of<EventsTexts>("Navigation"), Exact = true }));
        await visitor.PressOnAsync(visitor.Link(words.Of<EventsTexts>("NewEvent")).First);
        await visitor.SeesHeadingAsync(words.Of<EventsTexts>("NewEvent"));
        await visitor.TypeIntoAsync(Part(visitor, words.Of<EventsTexts>("Title"), language), title);
        await visitor.PickAsync(visitor.Field(words.Of<EventsTexts>("Type")));
        await visitor.PickAsync(visitor.Field(words.Of<EventsTexts>("Format")));
        // Day and month are the same number, so that the order in which the browser asks for them does not matter.
        var day = new DateOnly(Organising.FirstDay.Year + 1, 4, 4);
        await visitor.TypeIntoAsync(visitor.Field(words.Of<EventsTexts>("StartsOn")), day.ToString("ddMMyyyy", CultureInfo.InvariantCulture));
        await visitor.TypeIntoAsync(Part(visitor, words.Of<EventsTexts>("City"), language), language == "ru" ? "Нью-Дели" : "نئی دہلی");
        await visitor.PickAsync(visitor.Field(words.Of<EventsTexts>("Country")), language == "ru" ? "Индия" : "بھارت");
        await visitor.TabToAsync(visitor.Field(words.Of<EventsTexts>("TimeZone")));
        await Expect(visitor.Field(words.Of<EventsTexts>("TimeZone"))).ToHaveValueAsync("Asia/Kolkata");
        await visitor.PressOnAsync(visitor.Button(words.Of<EventsTexts>("CreateEvent")));
        await visitor.SeesHeadingAsync(title);

        await visitor.PressOnAsync(Tab(visitor, words.Of<EventsTexts>("Tab.Rooms")));
        await visitor.TypeIntoAsync(Part(visitor, words.Of<VenuesTexts>("VenueName"), language), $"{title} 1");
        await visitor.TypeIntoAsync(Part(visitor, words.Of<VenuesTexts>("RoomName"), language), "A 1");
        await visitor.PressOnAsync(visitor.Button(words.Of<VenuesTexts>("AddRoom")));
        await Expect(visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "A 1" })).ToBeVisibleAsync();

        await visitor.PressOnAsync(Tab(visitor, words.Of<EventsTexts>("Tab.Programme")));
        await visitor.PressOnAsync(visitor.Link(words.Of<ProgrammeTexts>("AddSession")).First);
        await visitor.SeesHeadingAsync(words.Of<ProgrammeTexts>("AddSession"));
        await visitor.PickAsync(visitor.Field(words.Of<ProgrammeTexts>("Type")));
        await visitor.PickAsync(visitor.Field(words.Of<ProgrammeTexts>("Access")));
        await visitor.TypeIntoAsync(Part(visitor, words.Of<ProgrammeTexts>("Title"), language), language == "ru" ? "Открытие" : "افتتاح");
        await visitor.PickAsync(visitor.Field(words.Of<ProgrammeTexts>("Day")));
        await visitor.PickAsync(visitor.Field(words.Of<ProgrammeTexts>("Room")), "A 1");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<ProgrammeTexts>("StartsAt")), "0930AM");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<ProgrammeTexts>("EndsAt")), "1030AM");
        await visitor.PressOnAsync(visitor.Button(words.Of<ProgrammeTexts>("SaveSession")));

        await visitor.PressOnAsync(visitor.Link(words.Of<ProgrammeTexts>("Publish")));
        await visitor.PressOnAsync(visitor.Button(words.Of<ProgrammeTexts>("PublishNow", 1)));
        await visitor.PressOnAsync(Tab(visitor, words.Of<EventsTexts>("Tab.Overview")));
        await visitor.PressOnAsync(visitor.Link(words.Of<EventsTexts>("PublicPage")));
        await visitor.SeesHeadingAsync(title);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    });

    [Theory]
    [InlineData("ru")]
    [InlineData("ur")]
    public Task A_focal_point_answers_and_registers_the_head(string language) => SpeakingAsync(Person.FocalPointOfKazakhstan, language, async (visitor, words, planned) =>
    {
        await visitor.PressOnAsync(Navigation(visitor).GetByRole(AriaRole.Link, new() { Name = words.Of<DelegationsTexts>("MyInvitations"), Exact = true }));
        var card = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = planned.Title });
        await visitor.PressOnAsync(card.GetByRole(AriaRole.Button).Filter(new() { HasText = words.Of<DelegationsTexts>("Accept.Action") }));
        await visitor.PressOnAsync(visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = words.Of<DelegationsTexts>("Accept.Action"), Exact = true }));
        await visitor.PressOnAsync(card.GetByRole(AriaRole.Link, new() { Name = words.Of<DelegationsTexts>("Mine.ToDelegation") }));
        await visitor.SeesHeadingAsync(planned.Title);

        await visitor.PressOnAsync(visitor.Button(words.Of<DelegationsTexts>("Own.Add")));
        await visitor.PickAsync(visitor.Field(words.Of<DelegationsTexts>("Column.Role")), words.Of<DelegationsTexts>("Role.Head"));
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Person.FamilyName")), "Nurlanova");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Person.GivenNames")), "Aisulu");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Column.NativeName")), "Айсұлу Нұрланова");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Column.Function")), "Counsellor");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Column.Body")), "Ministry of Foreign Affairs");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Column.Email")), "nurlanova@mfa.example");
        await visitor.TypeIntoAsync(visitor.Field(words.Of<DelegationsTexts>("Column.Passport")), "N1234567");
        await visitor.PressOnAsync(visitor.Button(words.Of<DelegationsTexts>("Person.Register")));
        await Expect(visitor.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Nurlanova" })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("ru")]
    [InlineData("ur")]
    public Task A_registrar_admits_the_head_and_issues_the_list(string language) => SpeakingAsync(
        Person.Registrar, language,
        async (visitor, words, planned) =>
        {
            await visitor.PressOnAsync(Navigation(visitor).GetByRole(AriaRole.Link, new() { Name = words.Of<EventsTexts>("Navigation"), Exact = true }));
            await visitor.TypeIntoAsync(visitor.Field(words.Of<EventsTexts>("FilterText")), planned.Title);
            await visitor.Page.Keyboard.PressAsync("Enter");
            await visitor.PressOnAsync(visitor.Link(planned.Title).First);
            await visitor.PressOnAsync(Tab(visitor, words.Of<EventsTexts>("Tab.Delegations")));
            await visitor.PressOnAsync(visitor.Page.Locator(".tab-nav").GetByRole(AriaRole.Link, new() { Name = words.Of<DelegationsNavTexts>("Review"), Exact = true }));
            await visitor.PressOnAsync(visitor.Link("Aisulu NURLANOVA"));
            await visitor.PressOnAsync(visitor.Page.Locator("[data-review-panel]").GetByRole(AriaRole.Button, new() { Name = words.Of<AccreditationTexts>("Act.Approve"), Exact = true }));
            await visitor.SeesAsync(words.Of<AccreditationTexts>("Done.Approve", "Aisulu NURLANOVA"));

            await visitor.PressOnAsync(visitor.Page.Locator(".tab-nav").GetByRole(AriaRole.Link, new() { Name = words.Of<DelegationsNavTexts>("Lists"), Exact = true }));
            await visitor.PressOnAsync(visitor.Button(words.Of<ParticipantTexts>("Button.Issue")));
            await visitor.PressOnAsync(visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = words.Of<ParticipantTexts>("Confirm.Issue", 1), Exact = true }));
            await visitor.PressOnAsync(visitor.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First);
            await visitor.SeesHeadingAsync(words.Of<ParticipantTexts>("Title.Provisional"));
            await Expect(visitor.Page.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("Aisulu NURLANOVA");
        },
        HandInAsync);

    [Theory]
    [InlineData("ru")]
    [InlineData("ur")]
    public Task Staff_take_the_agenda_home_as_a_Word_file(string language) => SpeakingAsync(Person.Staff, language, async (visitor, words, planned) =>
    {
        await visitor.PressOnAsync(Navigation(visitor).GetByRole(AriaRole.Link, new() { Name = words.Of<EventsTexts>("Navigation"), Exact = true }));
        // The list has pages; the name finds it on whichever.
        await visitor.TypeIntoAsync(visitor.Field(words.Of<EventsTexts>("FilterText")), planned.Title);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.PressOnAsync(visitor.Link(planned.Title).First);
        await visitor.PressOnAsync(Tab(visitor, words.Of<EventsTexts>("Tab.Exports")));
        await visitor.PickAsync(visitor.Field(words.Of<ExportTexts>("Format")), words.Of<ExportTexts>("Format.docx"));
        var download = visitor.Page.WaitForDownloadAsync();
        await visitor.PressOnAsync(visitor.Page.Locator("form").GetByRole(AriaRole.Link, new() { Name = words.Of<ExportTexts>("Download"), Exact = true }));
        var file = await download;
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("ru")]
    [InlineData("ur")]
    public Task A_reader_finds_the_agenda_without_signing_in(string language) => portal.JourneyAsync(async journey =>
    {
        var (planned, _) = await PlanAsync(journey);
        var words = new PortalWords(language);
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync($"/{language}");
        await reader.PressOnAsync(Navigation(reader).GetByRole(AriaRole.Link, new() { Name = words.Of<ShellTexts>("Events"), Exact = true }));
        await reader.PressOnAsync(reader.Link(planned.Title));
        await reader.SeesHeadingAsync(planned.Title);
        await reader.PressOnAsync(reader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words.Of<PublicEventTexts>("Agenda"), Exact = true }).First);
        await reader.SeesAsync("Opening of the seminar");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }, name: $"A_reader_finds_the_agenda_{language}");

    // People keep their language, so it is given back at the end.
    private Task SpeakingAsync(Person person, string language, Func<Visitor, PortalWords, PlannedEvent, Task> walk, Func<Journey, PlannedEvent, Task>? prepare = null) => portal.JourneyAsync(async journey =>
    {
        var (planned, _) = await PlanAsync(journey);
        if (prepare is not null)
        {
            await prepare(journey, planned);
        }

        var words = new PortalWords(language);
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync($"/language/{language}?returnUrl=/account/sign-in");
        await visitor.PressOnAsync(visitor.Button(words.Of<AccountTexts>("DemoUse", person.Name)));
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(journey.Address, "/staff").ToString());
        try
        {
            await visitor.OpenAsync($"/language/{language}?returnUrl=/staff");
            await walk(visitor, words, planned);
        }
        finally
        {
            // Beside the page, which may be on its way to another one when a walk ends early.
            await visitor.Page.APIRequest.GetAsync("/language/en?returnUrl=/staff");
        }
    }, name: $"Main_job_of_{person.Name.Replace(' ', '_')}_{language}");

    private static async Task<(PlannedEvent Planned, Visitor Organiser)> PlanAsync(Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Main job"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "Opening of the seminar", "Hall A", "09:30", "10:30");
        await organiser.InviteMembersAsync(planned);
        await organiser.PublishAsync(planned);
        return (planned, organiser);
    }

    private static async Task HandInAsync(Journey journey, PlannedEvent planned)
    {
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await focalPoint.AcceptAsync(planned);
        await focalPoint.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова");
        await focalPoint.Button("Hand in the delegation").ClickAsync();
        await Expect(focalPoint.Button("Hand in the delegation")).ToHaveCountAsync(0);
    }

    private static ILocator Navigation(Visitor visitor) => visitor.Page.Locator(".site-nav");

    private static ILocator Tab(Visitor visitor, string name) => visitor.Page.Locator(".tab-nav").GetByRole(AriaRole.Link).Filter(new() { HasText = name }).First;

    private static ILocator Part(Visitor visitor, string label, string language) =>
        visitor.Page.GetByRole(AriaRole.Group, new() { Name = label, Exact = true }).Locator($"input[lang={language}], textarea[lang={language}]");
}
