using System.Net;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>Delegations through the interface: read by staff, written by the side's focal points.</summary>
public sealed class DelegateWritingTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private readonly ApiDesk _desk = new(portal);
    private readonly DelegationsDesk _delegations = new(portal.Database);

    [Fact]
    public async Task A_person_is_registered_once_changed_by_its_version_and_taken_out()
    {
        var (_, _, invitationId, token) = await ArrangeAsync();
        var (path, key) = ($"/invitations/{invitationId}/delegates", ApiDesk.Key());
        var first = await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Bekova"), token, key);
        var again = await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Bekova"), token, key);
        Assert.Equal((HttpStatusCode.Created, first.Text("id"), HttpStatusCode.Created), (first.Status, again.Text("id"), again.Status));

        var person = Assert.Single((await portal.Browser.GetApiAsync(path, token)).Items);
        Assert.Equal(("Bekova", first.Tag), (person.GetProperty("familyName").GetString(), person.GetProperty("tag").GetString()));
        Assert.DoesNotContain("N1234567", person.GetRawText(), StringComparison.Ordinal);

        var changed = await portal.Browser.CallAsync(HttpMethod.Put, first.Text("href")!, Person("Bekova-Smith", passport: null), token, ("If-Match", first.Tag!));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        (await portal.Browser.CallAsync(HttpMethod.Put, first.Text("href")!, Person("Other", passport: null), token, ("If-Match", first.Tag!)))
            .MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await portal.Browser.CallAsync(HttpMethod.Delete, first.Text("href")!, null, token, ("If-Match", first.Tag!))).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await portal.Browser.CallAsync(HttpMethod.Delete, first.Text("href")!, null, token)).MustBeProblem((HttpStatusCode)428, "api.if-match-missing");

        var read = await portal.Browser.GetApiAsync(first.Text("href")!, token);
        Assert.Equal(("Bekova-Smith", changed.Tag), (read.Body.GetProperty("delegate").GetProperty("familyName").GetString(), read.Tag));
        Assert.Equal(HttpStatusCode.NoContent, (await portal.Browser.CallAsync(HttpMethod.Delete, first.Text("href")!, null, token, ("If-Match", changed.Tag!))).Status);
        Assert.Empty((await portal.Browser.GetApiAsync(path, token)).Items);
    }

    [Fact]
    public async Task The_rules_of_delegations_hold_and_name_their_fields()
    {
        var (_, _, invitationId, token) = await ArrangeAsync(quota: 1);
        var path = $"/invitations/{invitationId}/delegates";

        var wrong = await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Бекова", email: "no-address", passport: "?"), token, ApiDesk.Key());
        var turned = await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Be\u202ekova"), token, ApiDesk.Key());
        await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Bekova"), token, ApiDesk.Key());
        var beyond = await portal.Browser.CallAsync(HttpMethod.Post, path, Person("Second"), token, ApiDesk.Key());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["/email", "/familyName", "/passport"], wrong.Errors.Select(error => error.Field).Distinct().Order());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, turned.Status);
        Assert.Contains("/familyName", turned.Errors.Select(error => error.Field));
        beyond.MustBeProblem(HttpStatusCode.Conflict, "delegation.quota-reached");
    }

    [Fact]
    public async Task Staff_reads_delegations_and_participants_and_another_side_nothing()
    {
        var (organiser, eventId, invitationId, token) = await ArrangeAsync();
        await portal.Browser.CallAsync(HttpMethod.Post, $"/invitations/{invitationId}/delegates", Person("Canary"), token, ApiDesk.Key());
        var staff = (await _desk.TokenAsync(organiser, ApiScope.DelegationsRead)).Text;
        var other = (await _desk.TokenAsync(await portal.Database.FocalPointAsync("UZ"), [.. ApiScopes.All])).Text;

        var delegation = Assert.Single((await portal.Browser.GetApiAsync($"/staff/events/{eventId}/delegations", staff)).Items);
        var whole = await portal.Browser.GetApiAsync($"/staff/events/{eventId}/delegations/{delegation.GetProperty("id").GetString()}", staff);
        var participants = await portal.Browser.GetApiAsync($"/staff/events/{eventId}/participants?language=ru", staff);

        Assert.Equal(("KZ", "accepted", 1), (delegation.GetProperty("sideCode").GetString(), delegation.GetProperty("invitation").GetString(), delegation.GetProperty("registered").GetInt32()));
        Assert.Equal("Canary", whole.Body.GetProperty("persons")[0].GetProperty("familyName").GetString());
        Assert.Equal("{\"ru\":\"Казахстан\"}", Assert.Single(participants.Items).GetProperty("side").GetRawText());
        Assert.DoesNotContain("mfa.example", participants.Body.GetRawText(), StringComparison.Ordinal);
        foreach (var path in new[] { $"/staff/events/{eventId}/delegations", $"/staff/events/{eventId}/participants", $"/invitations/{invitationId}/delegates" })
        {
            (await portal.Browser.GetApiAsync(path, other)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        }

        (await portal.Browser.CallAsync(HttpMethod.Post, $"/invitations/{invitationId}/delegates", Person("Intruder"), other, ApiDesk.Key())).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await portal.Browser.GetApiAsync("/invitations", other)).Items);
        Assert.Equal(invitationId.ToString(), Assert.Single((await portal.Browser.GetApiAsync("/invitations", token)).Items).GetProperty("id").GetString());
    }

    private async Task<(Actor Organiser, Guid EventId, Guid InvitationId, string Token)> ArrangeAsync(int quota = 12)
    {
        var organiser = await portal.Database.OrganiserAsync();
        var eventId = await _delegations.EventAsync(quota: quota);
        var (focalPoint, invitationId) = await _delegations.AcceptedAsync(organiser, eventId, "KZ");
        // Registration is open from the announcement on; a focal point of all events would see those of other tests.
        return (organiser, eventId, invitationId, (await _desk.FocalPointTokenAsync(focalPoint, eventId, "KZ")).Text);
    }

    private static object Person(string familyName, string email = "a.bekova@mfa.example", string? passport = "N12345678") => new
    {
        role = "member",
        familyName,
        givenNames = "Aigerim",
        function = new { en = "Deputy Director" },
        body = new { en = "Ministry of Digital Development" },
        email,
        passport,
    };
}
