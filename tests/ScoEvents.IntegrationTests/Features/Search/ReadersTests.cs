using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Privacy;
using ScoEvents.Web.Features.Search;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Search;

/// <summary>Who finds what: every reader what that reader may read, and nothing else.</summary>
public sealed class ReadersTests : IClassFixture<PublicPortal>
{
    private readonly PublicPortal _portal;
    private readonly TestDatabase _database;
    private readonly SearchDesk _desk;
    private readonly DelegationsDesk _delegations;

    public ReadersTests(PublicPortal portal)
    {
        (_portal, _database) = (portal, portal.Database);
        (_desk, _delegations) = (new SearchDesk(_database), new DelegationsDesk(_database));
    }

    [Fact]
    public async Task The_public_finds_what_the_newest_release_shows_openly_and_nothing_else()
    {
        var planned = await _portal.AnnounceAsync("canary-open", "Opened congress");
        var kept = PublicPortal.Session(0, "Canary kept", people: PublicPortal.Person("Keptspeaker Ivanov"));
        var gone = PublicPortal.Session(1, "Canary gone", people: PublicPortal.Person("Gonespeaker Petrov"));
        var closing = PublicPortal.Session(3, "Canary closing", people: PublicPortal.Person("Closingspeaker Sidorov"));
        await _portal.PublishAsync(planned.Id, kept, gone, closing);
        Assert.Equal(["Canary closing", "Canary gone", "Canary kept"], (await _desk.TitlesAsync(SearchKind.Session, "canary")).Order(StringComparer.Ordinal));
        Assert.Single(await _desk.TitlesAsync(SearchKind.Person, "Closingspeaker"));

        await _portal.PublishAsync(
            planned.Id, kept,
            PublicPortal.Session(2, "Canary members", SessionAccess.MembersOnly, PublicPortal.Person("Memberspeaker Orlov")),
            PublicPortal.Session(4, "Canary amber", people: PublicPortal.Person("Amberspeaker Volkov")) with { Classification = Classification.Amber },
            closing with { Access = SessionAccess.HeadsOnly });

        Assert.Equal(["Canary kept"], await _desk.TitlesAsync(SearchKind.Session, "canary"));
        Assert.Equal(["Keptspeaker Ivanov"], await _desk.TitlesAsync(SearchKind.Person, "keptspeaker"));
        foreach (var hidden in new[] { "gonespeaker", "closingspeaker", "memberspeaker", "amberspeaker", "Орлов", "Волков" })
        {
            Assert.DoesNotContain(await _desk.FindAsync(hidden), hit => hit.Kind is SearchKind.Person or SearchKind.Session);
        }
    }

    [Fact]
    public async Task A_draft_is_found_by_those_who_work_for_it_alone()
    {
        var organiser = await _database.OrganiserAsync();
        var office = new OrganiserDesk(_database);
        var eventId = await office.EventAsync(organiser, OrganiserDesk.Seminar("Hiddendraft seminar"));
        var session = OrganiserDesk.Session("Hiddendraft session");
        session.Abstract = new() { En = "Hiddenabstract of it" };
        await office.SessionAsync(organiser, eventId, session);
        await office.SpeakerAsync(organiser, eventId, "Hiddenspeaker Markov");

        foreach (var (reader, finds) in await ReadersAsync(eventId, organiser))
        {
            Assert.Equal(finds ? ["Hiddendraft seminar"] : [], await _desk.TitlesAsync(SearchKind.Event, "hiddendraft", reader));
            Assert.Equal(finds ? ["Hiddendraft session"] : [], await _desk.TitlesAsync(SearchKind.Session, "hiddendraft", reader));
            Assert.Equal(finds ? ["Hiddendraft session"] : [], await _desk.TitlesAsync(SearchKind.Session, "hiddenabstract", reader));
            Assert.Equal(finds ? ["Hiddenspeaker Markov"] : [], await _desk.TitlesAsync(SearchKind.Person, "Марков", reader));
            Assert.Equal(finds, (await _desk.FindAsync("programme hiddendraft", reader)).Any(hit => hit.Kind == SearchKind.Page));
        }
    }

    [Fact]
    public async Task A_delegate_is_found_by_the_own_side_and_the_events_staff_alone()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _delegations.EventAsync();
        var (focalPoint, invitationId) = await _delegations.AcceptedAsync(organiser, eventId, "KZ");
        var (other, otherInvitation) = await _delegations.AcceptedAsync(organiser, eventId, "UZ");
        await RegisterAsync(focalPoint, invitationId, "Nazarbekova");
        await RegisterAsync(other, otherInvitation, "Otherova");

        foreach (var typed in new[] { "Nazarbekova", "nazarb", "Назарбекова", "نظربیکووا", "Nazarbikova" })
        {
            Assert.Equal(["Aigerim Nazarbekova"], await _desk.TitlesAsync(SearchKind.Person, typed, focalPoint));
            Assert.Single(await _desk.TitlesAsync(SearchKind.Person, typed, organiser));
            Assert.Empty(await _desk.TitlesAsync(SearchKind.Person, typed, other));
        }

        foreach (var (reader, finds) in await ReadersAsync(eventId, organiser))
        {
            Assert.Equal(finds ? 1 : 0, (await _desk.TitlesAsync(SearchKind.Person, "Nazarbekova", reader)).Count);
            Assert.Equal(finds ? 1 : 0, (await _desk.TitlesAsync(SearchKind.Person, "Otherova", reader)).Count);
        }

        var own = (await _desk.FindAsync("Nazarbekova", focalPoint)).Single(hit => hit.Kind == SearchKind.Person);
        Assert.StartsWith($"/staff/invitations/{invitationId}", own.Address, StringComparison.Ordinal);
        await _database.RevokeAllAsync(focalPoint);
        Assert.Empty(await _desk.TitlesAsync(SearchKind.Person, "Nazarbekova", focalPoint));
    }

    [Fact]
    public async Task An_erased_person_is_found_no_more_by_name_spelling_or_sound()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _delegations.EventAsync();
        var (focalPoint, invitationId) = await _delegations.AcceptedAsync(organiser, eventId, "TJ");
        var person = await RegisterAsync(focalPoint, invitationId, "Rahmonzoda");
        Assert.Single(await _desk.TitlesAsync(SearchKind.Person, "Рахмонзода", organiser));
        await _database.ScalarAsync($"UPDATE delegates SET withdrawn_at = now() WHERE id = '{person}' RETURNING 1");

        var erased = await new PrivacyService(_database.Contexts, new DataPurge(_database.Contexts, _database.Clock), _database.Clock).EraseAsync(organiser, eventId, person, default);

        Assert.True(erased.IsSuccess, erased.Error?.Code);
        foreach (var typed in new[] { "Rahmonzoda", "Рахмонзода", "Rahmon", "Aigerim", "Айгерим", "—" })
        {
            Assert.DoesNotContain(await _desk.FindAsync(typed, organiser), hit => hit.Address.Contains(person.ToString(), StringComparison.Ordinal));
            Assert.Empty(await _desk.TitlesAsync(SearchKind.Person, typed, focalPoint));
        }

        Assert.Matches("^[| ]+{}$", (string)(await _database.ScalarAsync($"SELECT search_head || sound_keys::text FROM delegates WHERE id = '{person}'"))!);
    }

    [Fact]
    public async Task A_name_changed_past_the_portal_is_found_as_it_is_now()
    {
        var organiser = await _database.OrganiserAsync();
        var office = new OrganiserDesk(_database);
        var eventId = await office.EventAsync(organiser);
        var speaker = await office.SpeakerAsync(organiser, eventId, "Gromykin Oleg");
        Assert.Single(await _desk.TitlesAsync(SearchKind.Person, "Громыкин", organiser));

        await _database.ScalarAsync($$"""UPDATE speakers SET name = '{"en":"Shevardin Oleg"}' WHERE id = '{{speaker}}' RETURNING 1""");

        Assert.Empty(await _desk.TitlesAsync(SearchKind.Person, "Громыкин", organiser));
        Assert.Equal(["Shevardin Oleg"], await _desk.TitlesAsync(SearchKind.Person, "Шевардин", organiser));
        Assert.Equal(DBNull.Value, await _database.ScalarAsync($"SELECT sound_keys FROM speakers WHERE id = '{speaker}'"));

        await using (var context = await _database.OpenAsync(organiser))
        {
            var named = await context.Speakers.SingleAsync(row => row.Id == speaker);
            Assert.True(named.Describe(new SpeakerFacts(null, LocalizedText.Of(en: "Dobrynin Oleg"), LocalizedText.Empty)).IsSuccess);
            await context.SaveChangesAsync();
        }

        Assert.Equal(["Dobrynin Oleg"], await _desk.TitlesAsync(SearchKind.Person, "Добрынин", organiser));
        Assert.NotEqual(DBNull.Value, await _database.ScalarAsync($"SELECT sound_keys FROM speakers WHERE id = '{speaker}'"));
    }

    [Fact]
    public async Task A_document_is_found_where_it_may_be_read()
    {
        var planned = await _portal.AnnounceAsync("papers", "Congress of papers");
        var (open, closed) = (PublicPortal.Session(0, "Open one"), PublicPortal.Session(1, "Closed one", SessionAccess.DelegationsOnly));
        await _portal.PublishAsync(planned.Id, open, closed);
        await _portal.AttachAsync(planned.Id, open.SessionId, "Paperclear", Classification.Clear);
        await _portal.AttachAsync(planned.Id, open.SessionId, "Paperamber", Classification.Amber);
        await _portal.AttachAsync(planned.Id, open.SessionId, "Papergone", Classification.Clear, isWithdrawn: true);
        await _portal.AttachAsync(planned.Id, closed.SessionId, "Paperclosed", Classification.Clear);
        var organiser = await _database.OrganiserAsync();

        foreach (var (typed, isOpen) in new[] { ("paperclear", true), ("paperamber", false), ("papergone", false), ("paperclosed", false) })
        {
            // Another that is spelt alike may be named instead.
            foreach (var reader in new[] { Actor.Public, await _database.FocalPointAsync("KZ") })
            {
                Assert.Equal(isOpen, (await _desk.TitlesAsync(SearchKind.Document, typed, reader)).Contains(typed, StringComparer.OrdinalIgnoreCase));
            }

            Assert.Contains(typed, await _desk.TitlesAsync(SearchKind.Document, typed, organiser), StringComparer.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Pages_are_named_to_those_who_may_open_them()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await new OrganiserDesk(_database).EventAsync(organiser, OrganiserDesk.Seminar("Pagesmith seminar"));
        var staff = await _database.PersonAsync(Role.Staff, GrantScope.Event(eventId));

        Assert.Contains($"/staff/events/{eventId}/review", await PagesAsync("review pagesmith", organiser));
        Assert.Contains($"/staff/events/{eventId}/programme", await PagesAsync("pagesmith programme", staff));
        Assert.DoesNotContain($"/staff/events/{eventId}/review", await PagesAsync("review pagesmith", staff));
        Assert.Contains("/staff/events/new", await PagesAsync("new ev", organiser));
        Assert.DoesNotContain("/staff/events/new", await PagesAsync("new ev", staff));
        Assert.Contains("/staff/events/new", await PagesAsync("", organiser));
        Assert.All(await PagesAsync("review"), address => Assert.DoesNotContain("/staff/events", address, StringComparison.Ordinal));

        async Task<List<string>> PagesAsync(string typed, Actor? actor = null) =>
            [.. (await _desk.FindAsync(typed, actor)).Where(hit => hit.Kind == SearchKind.Page).Select(hit => hit.Address)];
    }

    [Fact]
    public async Task The_page_shows_what_was_found_and_neither_runs_nor_believes_what_was_typed()
    {
        await _portal.AnnounceAsync("markup", "Congress <b>bold</b> & more");

        var page = await _portal.ReadAsync("/en/search?q=" + Uri.EscapeDataString("congress <b>bold\u202E"));

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("congress <b>bold", page.QuerySelector("#search-text")?.GetAttribute("value"));
        Assert.Contains("Congress <b>bold</b> & more", page.QuerySelectorAll(".search-title").Select(title => title.TextContent.Trim()));
        Assert.Equal(["Congress", "b", "bold", "b"], page.QuerySelectorAll(".search-title mark").Select(mark => mark.TextContent));
        Assert.Empty(page.QuerySelectorAll("main b, main script"));
        var sitemap = await _portal.BrowserAt(new Uri("https://portal.example")).GetStringAsync("/sitemap.xml");
        Assert.DoesNotContain("/search", sitemap, StringComparison.Ordinal);
        Assert.NotNull((await _portal.ReadAsync("/ur/search?q=" + new string('a', 101))).QuerySelector("#search-error"));
        Assert.NotNull((await _portal.ReadAsync("/zh/search?q=qqqqxxxx")).QuerySelector(".empty-state"));
        Assert.Null((await _portal.ReadAsync("/ru/search")).QuerySelector(".empty-state"));
    }

    private async Task<Guid> RegisterAsync(Actor focalPoint, Guid invitationId, string family)
    {
        var form = DelegationsDesk.Person(family);
        form.NativeName = null;
        return OrganiserDesk.Value(await _delegations.Delegations.RegisterAsync(focalPoint, invitationId, form, default));
    }

    private async Task<IReadOnlyList<(Actor Reader, bool Finds)>> ReadersAsync(Guid eventId, Actor organiser) =>
    [
        (organiser, true),
        (await _database.PersonAsync(Role.Organiser, GrantScope.Event(eventId)), true),
        (await _database.PersonAsync(Role.Registrar, GrantScope.Secretariat(await _database.SecretariatAsync())), true),
        (await _database.PersonAsync(Role.Staff, GrantScope.Event(eventId)), true),
        (Actor.Public, false),
        (await _database.PersonAsync(), false),
        (await _database.OrganiserAsync("uz-isrs"), false),
        (await _database.FocalPointAsync("BY"), false),
        (await _database.PersonAsync(Role.Administrator, GrantScope.Portal), false),
        (await _database.PersonAsync(Role.Auditor, GrantScope.Portal), false),
    ];
}
