using Npgsql;
using ScoEvents.Data;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Search;

public sealed partial class SearchQueries
{
    private const string Sides =
        $"""
        SELECT side.id AS "Id", t.iso2 AS "Code", t.names::text AS "Name", {HeadRank} AS "Rank" FROM states t JOIN sides side ON side.state_id = t.id WHERE {InHead}
        UNION ALL
        SELECT side.id, NULL, t.names::text, {HeadRank} FROM organisations t JOIN sides side ON side.organisation_id = t.id WHERE {InHead}
        ORDER BY 4, 1 LIMIT 20
        """;

    // Where a side takes part: its delegations for those who may read them, the events that it carries for everybody.
    private const string Parts =
        $"""
        SELECT * FROM (
            SELECT i.side_id AS "SideId", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", {IsStaffed} AS "IsStaffed", i.id AS "InvitationId", d.id AS "DelegationId", NULL AS "Role", e.starts_on AS "StartsOn"
            FROM invitations i JOIN events e ON e.id = i.event_id LEFT JOIN delegations d ON d.invitation_id = i.id
            WHERE i.side_id = ANY (@sides) AND ({IsStaffed} OR (i.status <> 'Draft' AND access.speaks_for(i.event_id, i.side_id)))
            UNION ALL
            SELECT p.side_id, e.id, e.slug, e.title::text, {IsStaffed}, NULL, NULL, p.role, e.starts_on
            FROM event_parties p JOIN events e ON e.id = p.event_id
            WHERE p.side_id = ANY (@sides) AND e.announced_at IS NOT NULL) part
        ORDER BY "InvitationId" IS NULL, "StartsOn" DESC NULLS LAST, "EventId" LIMIT 60
        """;

    // What the reader works on; pages are offered for each. Of many events those whose names have most of the words are read, then the nearest.
    private const string Desks =
        """
        SELECT "EventId", "SecretariatId", "InvitationId", "Title", "Head", "Distance" FROM (
            SELECT e.id AS "EventId", e.secretariat_id AS "SecretariatId", NULL::uuid AS "InvitationId", e.title::text AS "Title", e.search_head AS "Head", abs(e.starts_on - @today) AS "Distance"
            FROM events e WHERE e.record IS NULL AND e.id IN (SELECT access.staffed_events())
            UNION ALL
            SELECT e.id, e.secretariat_id, i.id, e.title::text, e.search_head, abs(e.starts_on - @today)
            FROM invitations i JOIN events e ON e.id = i.event_id WHERE i.status <> 'Draft' AND access.speaks_for(i.event_id, i.side_id)) desk
        ORDER BY (SELECT count(*) FROM unnest(@all) word WHERE desk."Head" LIKE word) DESC, "Distance" NULLS LAST, "EventId" LIMIT 200
        """;

    private static async Task<IEnumerable<SearchHit>> SidesAsync(ScoEventsDbContext context, Reader reader, CancellationToken cancellationToken)
    {
        var sides = await reader.AskAsync<SideRow>(context, Sides, cancellationToken);
        var parts = (await reader.AskAsync<PartRow>(context, Parts, cancellationToken, new NpgsqlParameter("sides", sides.Select(side => side.Id).ToArray()))).ToLookup(part => part.SideId);
        return sides.SelectMany(side => parts[side.Id]
            .Select(part => new SearchHit(SearchKind.Side, side.Rank, Text(side.Name), AddressOf(part, reader))
            {
                Code = side.Code,
                Event = Text(part.Event),
                Word = part.Role is null ? part.DelegationId is null ? "Invitation" : "Delegation" : $"Role.{part.Role}",
            })
            .Concat(side.Code is null ? [] : [new SearchHit(SearchKind.Side, side.Rank, Text(side.Name), PortalRoutes.States(reader.Language)) { Code = side.Code, Word = "State" }]));
    }

    private static async Task<IReadOnlyList<DeskRow>> DesksAsync(ScoEventsDbContext context, Reader reader, CancellationToken cancellationToken) =>
        [.. (await reader.AskAsync<DeskRow>(context, Desks, cancellationToken)).OrderBy(desk => desk.Distance ?? int.MaxValue)];

    private static string AddressOf(PartRow part, Reader reader) => part switch
    {
        { InvitationId: not null, IsStaffed: true, DelegationId: { } delegation } => PortalRoutes.StaffDelegation(part.EventId, delegation),
        { InvitationId: { } invitation, IsStaffed: true } => Invitations.InvitationRoutes.Invitation(part.EventId, invitation),
        { InvitationId: { } invitation } => PortalRoutes.StaffInvitation(invitation),
        _ => PortalRoutes.PublicEvent(reader.Language, part.Slug),
    };

    private sealed record SideRow(Guid Id, string? Code, string Name, int Rank);

    private sealed record PartRow(Guid SideId, Guid EventId, string Slug, string Event, bool IsStaffed, Guid? InvitationId, Guid? DelegationId, string? Role, DateOnly? StartsOn);
}

/// <summary>An event that the reader works on.</summary>
/// <param name="InvitationId">Where the reader answers for a side; null where the reader prepares the event.</param>
/// <param name="Head">Its words as they are compared.</param>
/// <param name="Distance">Days from today, or null.</param>
internal sealed record DeskRow(Guid EventId, Guid? SecretariatId, Guid? InvitationId, string Title, string Head, int? Distance);
