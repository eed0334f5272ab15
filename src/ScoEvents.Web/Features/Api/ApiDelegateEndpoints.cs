using System.ComponentModel;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Api;

/// <summary>A side's own invitations and the persons it registers, for its focal points; every write goes through the service that the pages use.</summary>
internal static class ApiDelegateEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/invitations", InvitationsAsync).Describe("listInvitations", "Delegations", "The invitations of the sides that the token's user speaks for.")
            .NeedsToken(ApiScope.DelegationsRead).Answers<ApiPage<InvitationItem>>();
        api.MapGet("/invitations/{invitationId:guid}", InvitationAsync).Describe("getInvitation", "Delegations", "One own invitation, with what its event asks for of persons.")
            .NeedsToken(ApiScope.DelegationsRead).Answers<InvitationResource>();
        api.MapGet("/invitations/{invitationId:guid}/delegates", ListAsync).Describe("listDelegates", "Delegations", "The persons of the own delegation, its head first.")
            .NeedsToken(ApiScope.DelegationsRead).Answers<ApiPage<DelegatePersonItem>>();
        api.MapGet("/invitations/{invitationId:guid}/delegates/{delegateId:guid}", GetAsync).Describe("getDelegate", "Delegations", "One person of the own delegation.")
            .NeedsToken(ApiScope.DelegationsRead).Versioned().Answers<DelegateResource>();
        api.MapPost("/invitations/{invitationId:guid}/delegates", RegisterAsync).Describe("registerDelegate", "Delegations", "Registers a person in the own delegation.")
            .NeedsToken(ApiScope.DelegationsWrite).Takes<DelegateBody>(isKeyWanted: true).Versioned().Answers<WrittenResource>(StatusCodes.Status201Created);
        api.MapPut("/invitations/{invitationId:guid}/delegates/{delegateId:guid}", CorrectAsync).Describe("changeDelegate", "Delegations", "Changes a person of the own delegation.")
            .NeedsToken(ApiScope.DelegationsWrite).Takes<DelegateBody>().WantsVersion().Answers<WrittenResource>();
        api.MapPut("/invitations/{invitationId:guid}/delegates/{delegateId:guid}/state", SubmitAsync).Describe("submitDelegate", "Delegations", "Hands a person of the own delegation in for review.")
            .NeedsToken(ApiScope.DelegationsWrite).Takes<DelegateStateBody>().WantsVersion().Answers<WrittenResource>();
        api.MapDelete("/invitations/{invitationId:guid}/delegates/{delegateId:guid}", WithdrawAsync).Describe("withdrawDelegate", "Delegations", "Takes a person out of the own delegation.")
            .NeedsToken(ApiScope.DelegationsWrite).TakesKey().WantsVersion().AnswersNothing();
    }

    private static async Task<IResult> InvitationsAsync(
        HttpContext context, InvitationQueries queries, ApiResults results, ApiCursors cursors,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        const string List = "invitations";
        var (most, after, reader) = (ApiInputs.Limit(limit), cursors.Open<IdPosition>(List, cursor), ApiReader.Of(context));
        if (ApiInputs.Refusals(most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var found = await queries.MineAsync(reader.Caller.Actor, cancellationToken);
        var (page, last) = found.After(after.Value?.Id, invitation => invitation.Id, most.Value);
        return results.Page(
            context, List,
            [.. page.Select(invitation => Item(invitation, reader))],
            last is { } id ? new IdPosition(id) : null);
    }

    private static async Task<IResult> InvitationAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, DelegationQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var reader = ApiReader.Of(context);
        var found = await queries.OwnAsync(reader.Caller.Actor, invitationId, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var (own, rules) = (found.Value, found.Value.Rules);
        return results.Resource(context, new InvitationResource(
            Item(own.Invitation, reader), own.Places, rules.Limits.Seats, rules.Languages, rules.RegisterBy, own.TakesPersons, own.IsOpen,
            [.. Enum.GetValues<DelegateField>().SelectMany(field => rules.Fields.Where(rule => rule.Field == field && rule.Role is not null)
                .Select(rule => new FieldNeedItem(field, rule.Role, rule.Need))
                .Prepend(new FieldNeedItem(field, null, rules.Fields.FirstOrDefault(rule => rule.Field == field && rule.Role is null)?.Need ?? DelegateFields.DefaultNeed(field))))]));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, DelegationQueries queries, ApiResults results, ApiCursors cursors,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var list = $"delegates:{invitationId}";
        var (most, after, reader) = (ApiInputs.Limit(limit), cursors.Open<IdPosition>(list, cursor), ApiReader.Of(context));
        if (ApiInputs.Refusals(most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var found = await queries.OwnAsync(reader.Caller.Actor, invitationId, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var forms = await ApiDelegateForms.ReadAsync(queries, cancellationToken);
        var (page, last) = found.Value.Persons.After(after.Value?.Id, person => person.Id, most.Value);
        return results.Page(context, list, [.. page.Select(person => forms.Item(person, found.Value.Invitation.Event.TimeZone, reader))], last is { } id ? new IdPosition(id) : null);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        DelegationQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var reader = ApiReader.Of(context);
        var own = await queries.OwnAsync(reader.Caller.Actor, invitationId, cancellationToken);
        var found = FindIn(own, delegateId);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var forms = await ApiDelegateForms.ReadAsync(queries, cancellationToken);
        return results.Versioned(context, forms.Resource(found.Value, own.Value.Invitation.Event.TimeZone, reader), found.Value.Version);
    }

    private static Task<IResult> RegisterAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, ApiWrites writes, DelegationService service, DelegationQueries queries) =>
        writes.MakeAsync<DelegateBody>(context, async (write, cancellationToken) =>
        {
            var forms = await ApiDelegateForms.ReadAsync(queries, cancellationToken);
            var form = forms.Onto(write.Body, new DelegateForm(), 0, ApiReader.Of(context));
            if (!form.IsSuccess)
            {
                return new ApiWritten(form);
            }

            var registered = await service.RegisterAsync(write.Actor, invitationId, form.Value, cancellationToken);
            return registered.IsSuccess
                ? await WrittenAsync(write.Actor, invitationId, registered.Value, queries, cancellationToken) with { Location = ApiRoutes.Delegate(invitationId, registered.Value) }
                : new ApiWritten(ApiDelegateForms.AtBody(registered));
        });

    private static Task<IResult> CorrectAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        ApiWrites writes, DelegationService service, DelegationQueries queries) =>
        writes.ChangeAsync<DelegateBody>(context, async (write, cancellationToken) =>
        {
            var own = await queries.OwnAsync(write.Actor, invitationId, cancellationToken);
            var forms = await ApiDelegateForms.ReadAsync(queries, cancellationToken);
            var form = forms.Onto(write.Body, (own.IsSuccess ? own.Value.FormOf(delegateId) : null) ?? new DelegateForm(), write.Version, ApiReader.Of(context));
            return form.IsSuccess
                ? await AfterAsync(await service.CorrectAsync(write.Actor, invitationId, delegateId, form.Value, cancellationToken), write.Actor, invitationId, delegateId, queries, cancellationToken)
                : new ApiWritten(form);
        });

    private static Task<IResult> SubmitAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        ApiWrites writes, DelegationService service, DelegationQueries queries) =>
        writes.ChangeAsync<DelegateStateBody>(context, async (write, cancellationToken) => write.Body.State != AccreditationState.Submitted
            ? new ApiWritten(Error.Invalid("State", "choice"))
            : await AfterAsync(
                await service.SubmitAsync(write.Actor, invitationId, delegateId, write.Version, cancellationToken), write.Actor, invitationId, delegateId, queries, cancellationToken));

    private static Task<IResult> WithdrawAsync(
        HttpContext context, [Description(ApiWords.Invitation)] Guid invitationId, [Description(ApiWords.Delegate)] Guid delegateId,
        ApiWrites writes, DelegationService service) =>
        writes.ChangeAsync<NoBody>(context, async (write, cancellationToken) =>
            new ApiWritten(await service.WithdrawAsync(write.Actor, invitationId, delegateId, write.Version, cancellationToken)));

    /// <summary>What came of a change, with the version of the person now.</summary>
    internal static async Task<ApiWritten> AfterAsync(
        Result outcome, Actor actor, Guid invitationId, Guid delegateId, DelegationQueries queries, CancellationToken cancellationToken) =>
        outcome.IsSuccess ? await WrittenAsync(actor, invitationId, delegateId, queries, cancellationToken) : new ApiWritten(ApiDelegateForms.AtBody(outcome));

    /// <summary>A person of the own delegation.</summary>
    internal static Result<DelegateDetails> FindIn(Result<OwnDelegation> own, Guid delegateId) =>
        !own.IsSuccess ? Result<DelegateDetails>.Fail(own.Errors)
        : own.Value.Persons.FirstOrDefault(person => person.Id == delegateId) is { } found ? found
        : Error.NotFound();

    private static InvitationItem Item(OwnInvitation invitation, ApiReader reader) => new(
        invitation.Id, invitation.Event.EventId, invitation.Event.Slug, reader.Text(invitation.Event.Title), invitation.Side.SideId, reader.Text(invitation.Side.Names),
        invitation.Capacity, invitation.Status, invitation.Quota, invitation.Registered);

    private static async Task<ApiWritten> WrittenAsync(Actor actor, Guid invitationId, Guid delegateId, DelegationQueries queries, CancellationToken cancellationToken)
    {
        var found = FindIn(await queries.OwnAsync(actor, invitationId, cancellationToken), delegateId);
        return new ApiWritten(Result.Success, new WrittenResource(delegateId, ApiRoutes.Delegate(invitationId, delegateId)))
        {
            Version = found.IsSuccess ? found.Value.Version : null,
        };
    }
}
