using System.Text.Json;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Shell;
using ScoEvents.Web.Features.Programme;

namespace ScoEvents.Web.Features.Search;

public sealed partial class SearchQueries
{
    // The people of sessions that the newest release shows to everybody.
    private const string PublishedPeople =
        $"""
        SELECT t.session_id AS "SessionId", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", t.people::text AS "People"
        FROM released_sessions t JOIN releases r ON r.id = t.release_id JOIN events e ON e.id = r.event_id
        WHERE e.announced_at IS NOT NULL AND {IsOpen} AND {IsNewest} AND ((t.search_people LIKE @longest AND t.search_people LIKE ALL (@all)) OR {BySound})
        ORDER BY {ByDay}, t.starts_at, t.session_id LIMIT @candidates
        """;

    // The speakers of the events that the reader works for, and those whom source documents name.
    private const string Speakers =
        $"""
        SELECT t.id AS "Id", e.id AS "EventId", e.slug AS "Slug", e.title::text AS "Event", t.name::text AS "Name", t.function::text AS "Function", {IsStaffed} AS "IsStaffed",
            coalesce(@fuzzy <% t.search_head, false) AS "IsFuzzy"
        FROM speakers t JOIN events e ON e.id = t.event_id
        WHERE (e.record IS NOT NULL OR {IsStaffed}) AND ({InHead} OR {BySound})
        ORDER BY {HeadRank}, {ByDay}, t.id LIMIT @candidates
        """;

    // Whose delegation the reader may read; erased persons have no name to be found by.
    private const string Delegates =
        $"""
        SELECT t.id AS "Id", e.id AS "EventId", e.title::text AS "Event", t.given_names AS "GivenNames", t.family_name AS "FamilyName", t.native_name AS "NativeName", t.function::text AS "Function",
            t.delegation_id AS "DelegationId", d.invitation_id AS "InvitationId", s.iso2 AS "Code", {IsStaffed} AS "IsStaffed", coalesce(@fuzzy <% t.search_head, false) AS "IsFuzzy"
        FROM delegates t JOIN delegations d ON d.id = t.delegation_id JOIN events e ON e.id = t.event_id JOIN sides side ON side.id = t.side_id LEFT JOIN states s ON s.id = side.state_id
        WHERE t.erased_at IS NULL AND ({IsStaffed} OR access.speaks_for(t.event_id, t.side_id)) AND ({InHead} OR {BySound})
        ORDER BY {HeadRank}, (t.withdrawn_at IS NOT NULL), {ByDay}, t.id LIMIT @candidates
        """;

    private static async Task<IEnumerable<SearchHit>> PersonsAsync(ScoEventsDbContext context, Reader reader, bool isSignedIn, CancellationToken cancellationToken)
    {
        var limit = MostCandidates;
        var speakers = await reader.AskAsync<SpeakerRow>(context, Speakers, cancellationToken, new NpgsqlParameter("candidates", limit));
        var published = await reader.AskAsync<PeopleRow>(context, PublishedPeople, cancellationToken, new NpgsqlParameter("candidates", limit));
        var delegates = isSignedIn ? await reader.AskAsync<DelegateRow>(context, Delegates, cancellationToken, new NpgsqlParameter("candidates", limit)) : [];
        var known = speakers.Where(row => row.IsStaffed).Select(row => row.Id).ToHashSet();
        return speakers.Select(row => Hit(reader, row))
            .Concat(published.SelectMany(row => People(row.People).Where(person => known.Add(person.Id)).Select(person => Hit(reader, row, person))))
            .Concat(delegates.Select(row => Hit(reader, row)))
            .OfType<SearchHit>();
    }

    private static SearchHit? Hit(Reader reader, SpeakerRow row)
    {
        var name = Text(row.Name);
        return Hit(reader, name, row.IsFuzzy, row.IsStaffed ? ProgrammeRoutes.Speakers(row.EventId, name.In(reader.Language.Code)) : PortalRoutes.PublicEvent(reader.Language, row.Slug)) is { } hit
            ? hit with { Event = Text(row.Event), Beside = Text(row.Function), Word = "Speaker" }
            : null;
    }

    private static SearchHit? Hit(Reader reader, PeopleRow row, PublishedPerson person) =>
        Hit(reader, person.Name, false, PortalRoutes.PublicSpeaker(reader.Language, row.Slug, person.Id)) is { } hit
            ? hit with { Event = Text(row.Event), Beside = person.Function, Code = person.Code, Word = "Speaker" }
            : null;

    private static SearchHit? Hit(Reader reader, DelegateRow row)
    {
        var latin = $"{row.GivenNames} {row.FamilyName}".Trim();
        var spellings = SpokenName.ByScript(latin, row.NativeName);
        var address = row.IsStaffed ? PortalRoutes.StaffDelegation(row.EventId, row.DelegationId) : PortalRoutes.StaffInvitation(row.InvitationId);
        if (Hit(reader, spellings, row.IsFuzzy, address) is not { } hit)
        {
            return null;
        }

        // Two people of one name stand on one page, each in a line of its own.
        return hit with
        {
            Title = LocalizedText.Of(Languages.English, latin),
            Address = $"{address}#{row.Id}",
            Event = Text(row.Event),
            Beside = Text(row.Function),
            Code = row.Code,
            Word = "Delegate",
            OtherForm = row.NativeName != latin ? row.NativeName : null,
        };
    }

    private static SearchHit? Hit(Reader reader, LocalizedText name, bool isFuzzy, string address)
    {
        if (reader.Text.RankOf(name) is not { } rank)
        {
            if (!isFuzzy)
            {
                return null;
            }

            rank = SearchRank.Fuzzy;
        }

        var shown = name.In(reader.Language.Code);
        var other = name.Select(form => form.Value)
            .Where(form => form != shown && rank < SearchRank.Elsewhere && reader.Text.Words.All(word => SearchFold.Fold(form).Contains(word, StringComparison.Ordinal)))
            .FirstOrDefault(form => !reader.Text.Words.All(word => SearchFold.Fold(shown).Contains(word, StringComparison.Ordinal)));
        return new SearchHit(SearchKind.Person, rank, name, address) { OtherForm = other };
    }

    private static IEnumerable<PublishedPerson> People(string json)
    {
        using var people = JsonDocument.Parse(json);
        return [.. people.RootElement.EnumerateArray().Select(person => new PublishedPerson(
            person.GetProperty("SpeakerId").GetGuid(), Text(person.GetProperty("Name").GetRawText()), Text(person.GetProperty("Function").GetRawText()),
            person.TryGetProperty("SideCode", out var code) ? code.GetString() : null))];
    }

    private sealed record PublishedPerson(Guid Id, LocalizedText Name, LocalizedText Function, string? Code);

    private sealed record PeopleRow(Guid SessionId, Guid EventId, string Slug, string Event, string People);

    private sealed record SpeakerRow(Guid Id, Guid EventId, string Slug, string Event, string Name, string Function, bool IsStaffed, bool IsFuzzy);

    private sealed record DelegateRow(
        Guid Id, Guid EventId, string Event, string GivenNames, string FamilyName, string? NativeName, string Function, Guid DelegationId, Guid InvitationId, string? Code, bool IsStaffed, bool IsFuzzy);
}
