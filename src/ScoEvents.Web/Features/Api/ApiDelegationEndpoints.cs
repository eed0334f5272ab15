using System.ComponentModel;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>Delegations and participants, for the staff of an event.</summary>
internal static class ApiDelegationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/staff/events/{eventId:guid}/delegations", ListAsync)
            .Describe("listDelegations", "Delegations", "The sides invited to an event, in protocol order.").NeedsToken(ApiScope.DelegationsRead).Answers<ApiPage<DelegationItem>>();
        api.MapGet("/staff/events/{eventId:guid}/delegations/{delegationId:guid}", GetAsync)
            .Describe("getDelegation", "Delegations", "One delegation with its persons.").NeedsToken(ApiScope.DelegationsRead).Answers<DelegationResource>();
        api.MapGet("/staff/events/{eventId:guid}/participants", ParticipantsAsync)
            .Describe("listParticipants", "Delegations", "The registered persons of the sides that come, in the order of the list of participants.")
            .NeedsToken(ApiScope.DelegationsRead).Answers<ApiPage<ParticipantItem>>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, DelegationQueries queries, ApiResults results, ApiCursors cursors,
        [Choice<ProtocolAlphabet>, Description("Which alphabet orders the sides; Russian where it is left out.")] string? alphabet,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var list = $"delegations:{eventId}:{alphabet}";
        var (alphabets, most, after) = (ApiInputs.Choice<ProtocolAlphabet>("alphabet", alphabet), ApiInputs.Limit(limit), cursors.Open<IdPosition>(list, cursor));
        if (ApiInputs.Refusals(alphabets, most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var reader = ApiReader.Of(context);
        var found = await queries.OfEventAsync(reader.Caller.Actor, eventId, Order(alphabets.Value), cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var (page, last) = found.Value.Rows.After(after.Value?.Id, row => row.Side.SideId, most.Value);
        return results.Page(
            context, list,
            [.. page.Select(row => new DelegationItem(
                row.DelegationId, row.Side.SideId, reader.Text(row.Side.Names), row.Side.Code, row.Capacity, row.Status, row.Quota, row.Registered))],
            last is { } id ? new IdPosition(id) : null);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, [Description("A delegation of the event.")] Guid delegationId,
        DelegationQueries queries, ApiResults results, CancellationToken cancellationToken)
    {
        var reader = ApiReader.Of(context);
        var found = await queries.DetailsAsync(reader.Caller.Actor, eventId, delegationId, cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        var forms = await ApiDelegateForms.ReadAsync(queries, cancellationToken);
        return results.Resource(context, new DelegationResource(
            found.Value.Id, reader.Text(found.Value.Side.Names), found.Value.Side.Code, found.Value.Capacity, found.Value.Status, found.Value.Quota,
            [.. found.Value.Persons.Select(person => forms.Item(person, found.Value.Event.TimeZone, reader))]));
    }

    private static async Task<IResult> ParticipantsAsync(
        HttpContext context, [Description(ApiWords.StaffEvent)] Guid eventId, DelegationQueries queries, ApiResults results, ApiCursors cursors,
        [Choice<ProtocolAlphabet>, Description("Which alphabet orders the sides; Russian where it is left out.")] string? alphabet,
        [Description(ApiWords.Cursor)] string? cursor, [Description(ApiWords.Limit)] string? limit, CancellationToken cancellationToken)
    {
        var list = $"participants:{eventId}:{alphabet}";
        var (alphabets, most, after) = (ApiInputs.Choice<ProtocolAlphabet>("alphabet", alphabet), ApiInputs.Limit(limit), cursors.Open<PlacePosition>(list, cursor));
        if (ApiInputs.Refusals(alphabets, most, after) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var reader = ApiReader.Of(context);
        var found = await queries.ParticipantsAsync(reader.Caller.Actor, eventId, Order(alphabets.Value), cancellationToken);
        if (!found.IsSuccess)
        {
            return results.Problem(context, found);
        }

        // Lines have no identity of their own; a list that changes between two pages shows its places as they are then.
        var start = after.Value?.Place ?? 0;
        var page = found.Value.Participants.Skip(start).Take(most.Value).ToList();
        return results.Page(
            context, list,
            [.. page.Select(person => new ParticipantItem(
                reader.Text(person.Side.Names), person.Side.Code, person.Capacity, person.Role, person.DisplayName, person.NativeName,
                reader.Text(person.Function), reader.Text(person.Body)))],
            start + page.Count < found.Value.Participants.Count ? new PlacePosition(start + page.Count) : null);
    }

    private static SideOrder Order(ProtocolAlphabet? alphabet) => new(alphabet ?? ProtocolAlphabet.Russian, PortalLanguages.Current.Code);
}

/// <summary>A place in a list whose lines have no identity: how many were shown.</summary>
public sealed record PlacePosition(int Place);
