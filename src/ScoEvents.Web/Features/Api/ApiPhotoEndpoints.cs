using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Api;

/// <summary>Photographs of persons, as bytes of their own beside the JSON.</summary>
internal static class ApiPhotoEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/invitations/{invitationId:guid}/delegates/{delegateId:guid}/photo", OwnAsync)
            .Describe("getDelegatePhoto", "Delegations", "The photograph of a person of the own delegation.")
            .NeedsToken(ApiScope.PersonalRead).Produces<Stream>(StatusCodes.Status200OK, "image/jpeg");
        api.MapGet("/staff/events/{eventId:guid}/delegates/{delegateId:guid}/photo", StaffAsync)
            .Describe("getPhoto", "Delegations", "The photograph of a person of an event, for its staff.")
            .NeedsToken(ApiScope.PersonalRead).Produces<Stream>(StatusCodes.Status200OK, "image/jpeg");
        api.MapPut("/invitations/{invitationId:guid}/delegates/{delegateId:guid}/photo", KeepAsync)
            .Describe("changeDelegatePhoto", "Delegations", "Sets the photograph of a person: JPEG, PNG or WebP of up to 5 MB, turned upright, cropped and encoded anew.")
            .NeedsToken(ApiScope.PersonalWrite).Accepts<Stream>("image/jpeg", "image/png", "image/webp").TakesKey().WantsVersion().Answers<WrittenResource>()
            .WithMetadata(new RequestSizeLimitAttribute(DelegatePhoto.MaxBytes + 1024));
        api.MapDelete("/invitations/{invitationId:guid}/delegates/{delegateId:guid}/photo", RemoveAsync)
            .Describe("removeDelegatePhoto", "Delegations", "Takes the photograph of a person away.")
            .NeedsToken(ApiScope.PersonalWrite).TakesKey().WantsVersion().Answers<WrittenResource>();
    }

    private static async Task<IResult> OwnAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        DelegationQueries queries, PhotoQueries photos, ApiResults results, CancellationToken cancellationToken)
    {
        var own = await queries.OwnAsync(ApiReader.Of(context).Caller.Actor, invitationId, cancellationToken);
        var found = ApiDelegateEndpoints.FindIn(own, delegateId);
        return found.IsSuccess ? await StaffAsync(context, own.Value.Invitation.Event.EventId, delegateId, photos, results, cancellationToken) : results.Problem(context, found);
    }

    private static async Task<IResult> StaffAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description("A person of a delegation.")] Guid delegateId,
        PhotoQueries photos, ApiResults results, CancellationToken cancellationToken)
    {
        var found = await photos.GetAsync(ApiReader.Of(context).Caller.Actor, eventId, delegateId, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        // Kept by no cache on the way: who may see a face may lose that right at any time.
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(
            found.Value.Bytes, found.Value.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(found.Value.Bytes))[..24]}\""));
    }

    private static Task<IResult> KeepAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        ApiWrites writes, DelegationService service, DelegationQueries queries) =>
        writes.ChangeAsync<PictureBody>(context, (write, cancellationToken) => ChangeAsync(write.Actor, write.Body.Bytes, write.Version, invitationId, delegateId, service, queries, cancellationToken));

    private static Task<IResult> RemoveAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        ApiWrites writes, DelegationService service, DelegationQueries queries) =>
        writes.ChangeAsync<NoBody>(context, (write, cancellationToken) =>
            ChangeAsync(write.Actor, null, write.Version, invitationId, delegateId, service, queries, cancellationToken));

    /// <summary>The person as it is kept, with another photograph or without one.</summary>
    private static async Task<ApiWritten> ChangeAsync(
        Actor actor, byte[]? picture, uint version, Guid invitationId, Guid delegateId, DelegationService service, DelegationQueries queries, CancellationToken cancellationToken)
    {
        var own = await queries.OwnAsync(actor, invitationId, cancellationToken);
        if (!own.IsSuccess || own.Value.FormOf(delegateId) is not { } form)
        {
            return new ApiWritten(own.IsSuccess ? Error.NotFound() : own);
        }

        (form.Photo, form.RemovesPhoto, form.Version) = (picture, picture is null, version);
        return await ApiDelegateEndpoints.AfterAsync(
            await service.CorrectAsync(actor, invitationId, delegateId, form, cancellationToken), actor, invitationId, delegateId, queries, cancellationToken);
    }
}
