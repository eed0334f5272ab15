using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>Everything that an event asks of a person, through the interface: read and written by scope, kept by the event's rules.</summary>
public sealed class DelegateFieldsTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private readonly ApiDesk _desk = new(portal);
    private readonly DelegationsDesk _delegations = new(portal.Database);

    [Fact]
    public async Task Every_field_that_the_form_has_is_written_and_read_again_and_goes_back_as_it_came()
    {
        var at = await ArrangeAsync();

        var added = await portal.Browser.CallAsync(HttpMethod.Post, at.Path, Whole(), at.Token, ApiDesk.Key());
        var read = await portal.Browser.GetApiAsync(added.Text("href")!, at.Token);

        Assert.Equal(HttpStatusCode.Created, added.Status);
        var sent = JsonNode.Parse(JsonSerializer.Serialize(Whole()))!;
        sent["passport"] = null;
        var answered = JsonNode.Parse(read.Body.GetProperty("delegate").GetRawText())!;
        foreach (var (name, value) in sent.AsObject())
        {
            Assert.True(Holds(answered[name], value), $"{name}: {answered[name]?.ToJsonString()}");
        }

        // The times are those of the place: New Delhi is five and a half hours ahead.
        Assert.Contains("2026-12-06T13:10:00", (string)(await portal.Database.ScalarAsync($"SELECT stay::text FROM delegates WHERE id = '{added.Text("id")}'"))!, StringComparison.Ordinal);
        Assert.DoesNotContain("N12345678", read.Body.GetRawText(), StringComparison.Ordinal);

        var again = await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, read.Body.GetProperty("delegate").GetRawText(), at.Token, ("If-Match", read.Tag!));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        var after = await portal.Browser.GetApiAsync(added.Text("href")!, at.Token);
        Assert.Equal(read.Body.GetProperty("delegate").GetRawText(), after.Body.GetProperty("delegate").GetRawText());
        Assert.Equal(read.Text("passportMasked"), after.Text("passportMasked"));
    }

    [Fact]
    public async Task Papers_stay_number_and_consent_that_a_change_leaves_out_stay_and_the_rest_is_emptied()
    {
        var at = await ArrangeAsync();
        var added = await portal.Browser.CallAsync(HttpMethod.Post, at.Path, Whole(), at.Token, ApiDesk.Key());

        await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, Basic("Bekova-Smith"), at.Token, ("If-Match", added.Tag!));

        var person = (await portal.Browser.GetApiAsync(added.Text("href")!, at.Token)).Body;
        var named = person.GetProperty("delegate");
        Assert.Equal(("Bekova-Smith", "KZ", "vegetarian", true), (
            named.GetProperty("familyName").GetString(), named.GetProperty("papers").GetProperty("nationality").GetString(),
            named.GetProperty("stay").GetProperty("diet").GetString(), named.GetProperty("consent").GetBoolean()));
        Assert.EndsWith("•78", person.GetProperty("passportMasked").GetString(), StringComparison.Ordinal);
        Assert.All(new[] { "nativeName", "formOfAddress", "category" }, name => Assert.Equal(JsonValueKind.Null, named.GetProperty(name).ValueKind));
        Assert.Equal(0, named.GetProperty("languages").GetArrayLength());

        var tag = (await portal.Browser.GetApiAsync(added.Text("href")!, at.Token)).Tag!;
        await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, With(Basic("Bekova"), "stay", new { }), at.Token, ("If-Match", tag));
        Assert.Equal(JsonValueKind.Null, (await portal.Browser.GetApiAsync(added.Text("href")!, at.Token)).Body.GetProperty("delegate").GetProperty("stay").GetProperty("diet").ValueKind);
    }

    [Fact]
    public async Task A_token_without_the_scope_sees_and_writes_nothing_that_is_sensitive()
    {
        var at = await ArrangeAsync();
        var added = await portal.Browser.CallAsync(HttpMethod.Post, at.Path, Whole(), at.Token, ApiDesk.Key());
        var narrow = (await _desk.FocalPointTokenAsync(at.FocalPoint, at.EventId, "KZ", ApiScope.DelegationsRead, ApiScope.DelegationsWrite)).Text;
        var staff = (await _desk.TokenAsync(at.Organiser, ApiScope.DelegationsRead)).Text;
        var delegation = Assert.Single((await portal.Browser.GetApiAsync($"/staff/events/{at.EventId}/delegations", staff)).Items).GetProperty("id").GetString();

        foreach (var (path, token) in new[] { (at.Path, narrow), (added.Text("href")!, narrow), ($"/staff/events/{at.EventId}/delegations/{delegation}", staff) })
        {
            var text = (await portal.Browser.GetApiAsync(path, token)).Body.GetRawText();
            Assert.Contains("Bekova", text, StringComparison.Ordinal);
            Assert.All(new[] { "vegetarian", "HY 421", "Hotel", "2031-05-31", "wheelchair" }, canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
        }

        foreach (var (name, value) in new (string, object)[] { ("passport", "N87654321"), ("papers", new { nationality = "UZ" }), ("stay", new { diet = "none" }) })
        {
            var refused = await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, With(Basic("Other"), name, value), narrow, ("If-Match", added.Tag!));
            refused.MustBeProblem(HttpStatusCode.Forbidden, "api.scope-missing");
            Assert.Equal("Bearer realm=\"ScoEvents\", error=\"insufficient_scope\", scope=\"personal:write\"", refused.Headers.WwwAuthenticate.ToString());
        }

        // What needs no more scope goes on, and leaves the rest as it is.
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, Basic("Other"), narrow, ("If-Match", added.Tag!))).Status);
        Assert.Contains("vegetarian", (string)(await portal.Database.ScalarAsync($"SELECT stay::text FROM delegates WHERE id = '{added.Text("id")}'"))!, StringComparison.Ordinal);
        var wide = (await _desk.TokenAsync(at.Organiser, ApiScope.DelegationsRead, ApiScope.PersonalRead)).Text;
        Assert.Contains("vegetarian", (await portal.Browser.GetApiAsync($"/staff/events/{at.EventId}/delegations/{delegation}", wide)).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invitation_tells_what_the_event_asks_for_and_the_event_keeps_to_it()
    {
        var at = await ArrangeAsync();
        await using (var context = await portal.Database.OpenAsync(at.Organiser))
        {
            var settings = new DelegationSettingsService(portal.Database.Contexts);
            var form = (await new DelegationSettingsQueries(portal.Database.Contexts).GetFormAsync(at.Organiser, at.EventId, default)).Value;
            form.Fields.Single(row => row.Field == DelegateField.Diet).Need = FieldNeed.Hidden;
            form.Fields.Single(row => row.Field == DelegateField.Category).Need = FieldNeed.Required;
            Assert.True((await settings.ChangeAsync(at.Organiser, at.EventId, form, default)).IsSuccess);
        }

        var asked = (await portal.Browser.GetApiAsync($"/invitations/{at.InvitationId}", at.Token)).Body;
        var needs = asked.GetProperty("fields").EnumerateArray().Where(rule => rule.GetProperty("role").ValueKind == JsonValueKind.Null)
            .ToDictionary(rule => rule.GetProperty("field").GetString()!, rule => rule.GetProperty("need").GetString());
        Assert.Equal(("hidden", "required", "required", "optional"), (needs["diet"], needs["category"], needs["passport"], needs["arrival"]));
        Assert.Equal((true, 12), (asked.GetProperty("takesPersons").GetBoolean(), asked.GetProperty("places").GetInt32()));

        // What is hidden is not kept; what is required is wanted before the person is handed in.
        var added = await portal.Browser.CallAsync(HttpMethod.Post, at.Path, With(Basic("Bekova", passport: "N12345678"), "stay", new { diet = "vegetarian" }), at.Token, ApiDesk.Key());
        var read = await portal.Browser.GetApiAsync(added.Text("href")!, at.Token);
        Assert.Equal(JsonValueKind.Null, read.Body.GetProperty("delegate").GetProperty("stay").GetProperty("diet").ValueKind);
        Assert.Equal(["Category"], read.Body.GetProperty("standing").GetProperty("missing").EnumerateArray().Select(field => field.GetString()));
        (await portal.Browser.CallAsync(HttpMethod.Put, $"{added.Text("href")}/state", new { state = "submitted" }, at.Token, ("If-Match", added.Tag!)))
            .MustBeProblem(HttpStatusCode.Conflict, "delegate.incomplete");

        var completed = await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, With(Basic("Bekova"), "category", "ministry"), at.Token, ("If-Match", added.Tag!));
        (await portal.Browser.CallAsync(HttpMethod.Put, $"{added.Text("href")}/state", new { state = "submitted" }, at.Token, ("If-Match", added.Tag!)))
            .MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await portal.Browser.CallAsync(HttpMethod.Put, $"{added.Text("href")}/state", new { state = "approved" }, at.Token, ("If-Match", completed.Tag!)))
            .MustBeProblem(HttpStatusCode.UnprocessableEntity, "choice");
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.CallAsync(HttpMethod.Put, $"{added.Text("href")}/state", new { state = "submitted" }, at.Token, ("If-Match", completed.Tag!))).Status);
        Assert.Equal("submitted", (await portal.Browser.GetApiAsync(added.Text("href")!, at.Token)).Body.GetProperty("standing").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("papers", "{\"nationality\":\"XX\"}", 422, "choice", "/papers/nationality")]
    [InlineData("papers", "{\"passportState\":\"kz\"}", 422, "choice", "/papers/passportState")]
    [InlineData("papers", "{\"passportExpiresOn\":\"2026-12-01\"}", 422, "delegate.passport-expires", "/papers/passportExpiresOn")]
    [InlineData("papers", "{\"number\":\"N1\"}", 400, "api.json-invalid", "/papers/number")]
    [InlineData("stay", "{\"arrivesOn\":\"2026-12-06\"}", 422, "required", "/stay/arrivesAt")]
    [InlineData("stay", "{\"arrivesOn\":\"2026-12-09\",\"arrivesAt\":\"09:00:00\",\"departsOn\":\"2026-12-08\",\"departsAt\":\"09:00:00\"}", 422, "delegate.departs-before-arrival", "/stay/departsAt")]
    [InlineData("stay", "{\"diet\":\"A\\u202eB\"}", 422, "delegate.name-characters", "/stay/diet")]
    [InlineData("languages", "[\"Russian\"]", 422, "choice", "/languages")]
    [InlineData("category", "\"gala\"", 400, "api.json-invalid", "/category")]
    [InlineData("formOfAddress", "7", 400, "api.json-invalid", "/formOfAddress")]
    public async Task What_cannot_be_accepted_of_a_person_is_named_by_its_place(string name, string value, int status, string code, string field)
    {
        var at = await ArrangeAsync();

        var answer = await portal.Browser.CallAsync(HttpMethod.Post, at.Path, With(Basic("Bekova"), name, JsonNode.Parse(value)!), at.Token, ApiDesk.Key());

        answer.MustBeProblem((HttpStatusCode)status, code);
        Assert.Contains((field, code), answer.Errors);
    }

    private async Task<(Actor Organiser, Actor FocalPoint, Guid EventId, Guid InvitationId, string Path, string Token)> ArrangeAsync()
    {
        var organiser = await portal.Database.OrganiserAsync();
        var eventId = await _delegations.EventAsync();
        var (focalPoint, invitationId) = await _delegations.AcceptedAsync(organiser, eventId, "KZ");
        return (organiser, focalPoint, eventId, invitationId, $"/invitations/{invitationId}/delegates", (await _desk.FocalPointTokenAsync(focalPoint, eventId, "KZ")).Text);
    }

    private static object Whole() => new
    {
        role = "head",
        isReserve = false,
        familyName = "Bekova",
        givenNames = "Aigerim",
        nativeName = "Бекова Айгерим",
        formOfAddress = "doctor",
        function = new { en = "Deputy Director", ru = "Заместитель директора" },
        body = new { en = "Ministry of Digital Development", zh = "数字发展部" },
        category = "ministry",
        email = "a.bekova@mfa.example",
        languages = new[] { "kk", "ru", "en" },
        consent = true,
        passport = "N12345678",
        papers = new { nationality = "KZ", passportState = "KZ", passportExpiresOn = "2031-05-31" },
        stay = new
        {
            needsVisa = true,
            visaPost = "Embassy in Astana",
            arrivesOn = "2026-12-06",
            arrivesAt = "18:40:00",
            arrival = "HY 421",
            departsOn = "2026-12-09",
            departsAt = "07:05:00",
            departure = "HY 422",
            accommodation = "Hotel of the delegation",
            diet = "vegetarian",
            accessNeeds = "wheelchair",
        },
    };

    private static object Basic(string familyName, string? passport = null) => new
    {
        role = "member",
        familyName,
        givenNames = "Aigerim",
        function = new { en = "Deputy Director" },
        email = "a.bekova@mfa.example",
        passport,
    };

    private static string With(object body, string name, object value)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(body))!;
        json[name] = value as JsonNode ?? JsonNode.Parse(JsonSerializer.Serialize(value));
        return json.ToJsonString();
    }

    // Texts come back with all five languages, those without a form as null.
    private static bool Holds(JsonNode? answered, JsonNode? sent) => sent is JsonObject parts
        ? answered is JsonObject whole && parts.All(part => Holds(whole[part.Key], part.Value))
        : JsonNode.DeepEquals(answered, sent);
}
