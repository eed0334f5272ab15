using System.Net;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using SkiaSharp;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>Photographs through the interface.</summary>
public sealed class DelegatePhotoTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private readonly ApiDesk _desk = new(portal);
    private readonly DelegationsDesk _delegations = new(portal.Database);

    [Fact]
    public async Task A_photograph_is_set_by_the_version_read_by_side_and_staff_and_taken_away()
    {
        var (organiser, eventId, href, tag, token) = await ArrangeAsync();
        // Larger than what JSON may be, and than requests elsewhere.
        portal.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        var upload = Pictures.Encode(1600, 2000, SKEncodedImageFormat.Jpeg).Concat(new byte[1_500_000]).ToArray();

        var kept = await portal.Browser.CallAsync(HttpMethod.Put, $"{href}/photo", upload, token, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.NotEqual(tag, kept.Tag);
        Assert.Equal("True", (await portal.Browser.GetApiAsync(href, token)).Text("hasPhoto"));
        var staff = (await _desk.TokenAsync(organiser, ApiScope.PersonalRead)).Text;
        foreach (var (path, reader) in new[] { ($"{href}/photo", token), ($"/api/v1/staff/events/{eventId}/delegates/{kept.Text("id")}/photo", staff) })
        {
            var picture = await PictureAsync(path, reader);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg", "no-store"), (picture.Status, picture.Type, picture.Cache));
            using var decoded = SKBitmap.Decode(picture.Bytes);
            Assert.Equal((600, 800), (decoded.Width, decoded.Height));
            Assert.Equal(HttpStatusCode.NotModified, (await PictureAsync(path, reader, picture.Tag)).Status);
        }

        (await portal.Browser.CallAsync(HttpMethod.Delete, $"{href}/photo", null, token, ("If-Match", tag))).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.CallAsync(HttpMethod.Delete, $"{href}/photo", null, token, ("If-Match", kept.Tag!))).Status);
        (await portal.Browser.GetApiAsync($"{href}/photo", token)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_is_no_picture_too_large_or_comes_from_another_side_is_refused()
    {
        var (_, eventId, href, tag, token) = await ArrangeAsync();
        var other = (await _desk.TokenAsync(await portal.Database.FocalPointAsync("UZ"), [.. ApiScopes.All])).Text;

        Task<ApiAnswer> Put(object body, string by) => portal.Browser.CallAsync(HttpMethod.Put, $"{href}/photo", body, by, ("If-Match", tag));

        (await Put("GIF89a and then text"u8.ToArray(), token)).MustBeProblem(HttpStatusCode.UnprocessableEntity, "photo.not-a-picture");
        (await Put(Pictures.Jpeg(100, 100), token)).MustBeProblem(HttpStatusCode.UnprocessableEntity, "photo.too-small");
        (await Put(new byte[DelegatePhoto.MaxBytes + 1], token)).MustBeProblem(HttpStatusCode.RequestEntityTooLarge, "api.body-too-large");
        (await Put(new { photo = "data:" }, token)).MustBeProblem(HttpStatusCode.UnsupportedMediaType, "api.picture-type-unsupported");
        (await portal.Browser.CallAsync(HttpMethod.Put, $"{href}/photo", Pictures.Jpeg(300, 400), token)).MustBeProblem((HttpStatusCode)428, "api.if-match-missing");
        (await Put(Pictures.Jpeg(300, 400), other)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        (await portal.Browser.GetApiAsync($"{href}/photo", other)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        (await portal.Browser.GetApiAsync($"/staff/events/{eventId}/delegates/{href[^36..]}/photo", other)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(0L, await portal.Database.ScalarAsync($"SELECT count(*) FROM delegate_photos WHERE event_id = '{eventId}'"));
    }

    private async Task<(Actor Organiser, Guid EventId, string Href, string Tag, string Token)> ArrangeAsync()
    {
        var organiser = await portal.Database.OrganiserAsync();
        var eventId = await _delegations.EventAsync();
        var (focalPoint, invitationId) = await _delegations.AcceptedAsync(organiser, eventId, "KZ");
        var token = (await _desk.FocalPointTokenAsync(focalPoint, eventId, "KZ")).Text;
        var added = await portal.Browser.CallAsync(
            HttpMethod.Post, $"/invitations/{invitationId}/delegates",
            new { role = "head", familyName = "Bekova", givenNames = "Aigerim", function = new { en = "Director" }, email = "a.bekova@mfa.example" }, token, ApiDesk.Key());
        return (organiser, eventId, added.Text("href")!, added.Tag!, token);
    }

    private async Task<(HttpStatusCode Status, byte[] Bytes, string? Type, string? Tag, string? Cache)> PictureAsync(string path, string token, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        using var answer = await portal.Browser.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.ToString(), answer.Headers.CacheControl?.ToString());
    }
}
