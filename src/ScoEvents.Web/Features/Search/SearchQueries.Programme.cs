using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Search;

public sealed partial class SearchQueries
{
    private const string Events =
        $"""
        SELECT e.id AS "Id", e.slug AS "Slug", e.title::text AS "Title", e.city::text AS "City", e.starts_on AS "StartsOn", e.ends_on AS "EndsOn", e.date_precision AS "Precision",
            {IsStaffed} AS "IsStaffed", {TextRank} AS "Rank"
        FROM events e JOIN events t ON t.id = e.id
        WHERE (e.announced_at IS NOT NULL OR {IsStaffed}) AND ({InHead} OR {InWords})
        ORDER BY {TextRank}, {ByDay}, e.id LIMIT 60
        """;

    // What the newest release shows to everybody, and nothing of any other.
    private const string OpenSessions =
        $"""
        SELECT t.session_id AS "Id", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", t.title::text AS "Title", e.starts_on AS "StartsOn", e.ends_on AS "EndsOn", e.date_precision AS "Precision",
            false AS "IsStaffed", false AS "IsRecord", {TextRank} AS "Rank"
        FROM released_sessions t JOIN releases r ON r.id = t.release_id JOIN events e ON e.id = r.event_id
        WHERE e.announced_at IS NOT NULL AND {IsOpen} AND {IsNewest} AND ({InHead} OR {InWords})
        ORDER BY {TextRank}, {ByDay}, t.starts_at, t.session_id LIMIT 60
        """;

    // The drafts of those who work for an event, and what source documents state.
    private const string DraftSessions =
        $"""
        SELECT t.id AS "Id", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", t.title::text AS "Title", e.starts_on AS "StartsOn", e.ends_on AS "EndsOn", e.date_precision AS "Precision",
            {IsStaffed} AS "IsStaffed", e.record IS NOT NULL AS "IsRecord", {TextRank} AS "Rank"
        FROM sessions t JOIN events e ON e.id = t.event_id
        WHERE (e.record IS NOT NULL OR {IsStaffed}) AND ({InHead} OR {InWords})
        ORDER BY {TextRank}, {ByDay}, t.position, t.id LIMIT 60
        """;

    // A document is anybody's where it is marked so, not withdrawn, and of a session that is.
    private const string Documents =
        $"""
        SELECT t.id AS "Id", t.session_id AS "SessionId", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", t.title::text AS "Title", e.starts_on AS "StartsOn", e.ends_on AS "EndsOn",
            e.date_precision AS "Precision", {IsStaffed} AS "IsStaffed", {HeadRank} AS "Rank"
        FROM session_documents t JOIN events e ON e.id = t.event_id
        WHERE {InHead} AND ({IsStaffed} OR (e.announced_at IS NOT NULL
            AND EXISTS (SELECT FROM document_versions v WHERE v.document_id = t.id AND v.classification = 'Clear' AND v.withdrawn_at IS NULL)
            AND EXISTS (SELECT FROM released_sessions s JOIN releases r ON r.id = s.release_id
                WHERE r.event_id = e.id AND s.session_id = t.session_id AND NOT s.is_cancelled AND s.access = 'Open' AND s.classification = 'Clear' AND {IsNewest})))
        ORDER BY {HeadRank}, {ByDay}, t.id LIMIT 60
        """;

    private static async Task<IEnumerable<SearchHit>> EventsAsync(ScoEventsDbContext context, Reader reader, CancellationToken cancellationToken) =>
        (await reader.AskAsync<EventRow>(context, Events, cancellationToken)).Select(row => new SearchHit(
            SearchKind.Event, row.Rank, Text(row.Title), row.IsStaffed ? PortalRoutes.StaffEvent(row.Id) : PortalRoutes.PublicEvent(reader.Language, row.Slug))
        {
            Beside = Text(row.City),
            Dates = Dates(row.StartsOn, row.EndsOn, row.Precision),
        });

    private static async Task<IEnumerable<SearchHit>> SessionsAsync(ScoEventsDbContext context, Reader reader, CancellationToken cancellationToken)
    {
        var drafts = await reader.AskAsync<SessionRow>(context, DraftSessions, cancellationToken);
        var open = await reader.AskAsync<SessionRow>(context, OpenSessions, cancellationToken);
        var known = drafts.Select(row => row.Id).ToHashSet();
        return drafts.Concat(open.Where(row => !known.Contains(row.Id))).Select(row => new SearchHit(SearchKind.Session, row.Rank, Text(row.Title),
            row.IsStaffed ? EventRoutes.Session(row.EventId, row.Id)
                : row.IsRecord ? PortalRoutes.PublicEvent(reader.Language, row.Slug)
                : PortalRoutes.PublicSession(reader.Language, row.Slug, row.Id))
        {
            Event = Text(row.Event),
            Dates = Dates(row.StartsOn, row.EndsOn, row.Precision),
        });
    }

    private static async Task<IEnumerable<SearchHit>> DocumentsAsync(ScoEventsDbContext context, Reader reader, CancellationToken cancellationToken) =>
        (await reader.AskAsync<DocumentRow>(context, Documents, cancellationToken)).Select(row => new SearchHit(
            SearchKind.Document, row.Rank, Text(row.Title),
            row.IsStaffed ? EventRoutes.Session(row.EventId, row.SessionId) : PortalRoutes.PublicSession(reader.Language, row.Slug, row.SessionId))
        {
            Event = Text(row.Event),
            Dates = Dates(row.StartsOn, row.EndsOn, row.Precision),
        });

    private static EventDates Dates(DateOnly? start, DateOnly? end, string precision) => new(start, end, Enum.Parse<DatePrecision>(precision));

    private sealed record EventRow(
        Guid Id, string Slug, string Title, string City, DateOnly? StartsOn, DateOnly? EndsOn, string Precision, bool IsStaffed, int Rank);

    private sealed record SessionRow(
        Guid Id, Guid EventId, string Slug, string Event, string Title, DateOnly? StartsOn, DateOnly? EndsOn, string Precision, bool IsStaffed, bool IsRecord, int Rank);

    private sealed record DocumentRow(
        Guid Id, Guid SessionId, Guid EventId, string Slug, string Event, string Title, DateOnly? StartsOn, DateOnly? EndsOn, string Precision, bool IsStaffed, int Rank);
}
