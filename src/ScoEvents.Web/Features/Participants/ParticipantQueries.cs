using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Reads the issued lists of participants, what differs between them, and either as a document.</summary>
public sealed class ParticipantQueries(IDbContextFactory<ScoEventsDbContext> contexts, ParticipantDocuments documents)
{
    /// <summary>All lists of an event, latest first, and what the next one would hold; a fixed number of commands. Refused: <c>not-found</c>.</summary>
    public async Task<Result<ParticipantLists>> ListsAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var lines = await LinesAsync(context, eventId, cancellationToken);
        var persons = await (
            from person in context.Delegates
            where person.EventId == eventId && person.WithdrawnAt == null && person.ErasedAt == null
            join invitation in context.Invitations on new { person.EventId, person.SideId } equals new { invitation.EventId, invitation.SideId }
            where invitation.Status == InvitationStatus.Accepted
            join accreditation in context.Accreditations on person.Id equals accreditation.DelegateId
            group person by new { person.SideId, person.IsReserve, accreditation.State } into counted
            select new { counted.Key.SideId, counted.Key.IsReserve, counted.Key.State, Count = counted.Count() }).ToListAsync(cancellationToken);
        var standing = persons.ToLookup(row => row.IsReserve ? null : ParticipantRows.IsAccredited(row.State));
        return new ParticipantLists(
            admitted.Value.Reach.CanAccredit(admitted.Value.Scope), lines, SnapshotRules.Next([.. lines.Select(line => line.Kind)]),
            standing[true].Sum(row => row.Count), standing[true].Select(row => row.SideId).Distinct().Count(),
            standing[false].Sum(row => row.Count), standing[true].Concat(standing[false]).Select(row => row.SideId).Distinct().Count(),
            standing[null].Sum(row => row.Count));
    }

    /// <summary>One list in an order of the reader's choice. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="number">Number of the list, from 1.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ListDetails>> GetAsync(Actor actor, Guid eventId, int number, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var lines = await LinesAsync(context, eventId, cancellationToken);
        if (lines.FirstOrDefault(line => line.Number == number) is not { } found)
        {
            return Error.NotFound();
        }

        var entries = await EntriesAsync(context, eventId, number, await context.ErasedAsync(eventId, cancellationToken), cancellationToken);
        return new ListDetails(found, [.. lines.Select(line => line.Number)], order.Sort(entries));
    }

    /// <summary>How a list differs from another, or from what would be issued now; erased persons are lines without a name in both. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="from">Number of the earlier list.</param>
    /// <param name="to">Number of the later one; null for what would be issued now.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<ListDifference>> CompareAsync(
        Actor actor, Guid eventId, int from, int? to, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var lines = await LinesAsync(context, eventId, cancellationToken);
        var (first, second) = (lines.FirstOrDefault(line => line.Number == from), lines.FirstOrDefault(line => line.Number == to));
        if (first is null || (to is not null && second is null))
        {
            return Error.NotFound();
        }

        var erased = await context.ErasedAsync(eventId, cancellationToken);
        var before = await EntriesAsync(context, eventId, from, erased, cancellationToken);
        var after = to is { } number
            ? await EntriesAsync(context, eventId, number, erased, cancellationToken)
            : [.. (await context.ParticipantsAsync(eventId, cancellationToken)).Where(entry => entry.IsAccredited)];
        var changes = SnapshotChanges.Between(before, after).ToDictionary(change => change.Subject.DelegateId);
        return new ListDifference(
            first, second, [.. lines.Select(line => line.Number)], [.. order.Sort(changes.Values.Select(change => change.Subject)).Select(entry => changes[entry.DelegateId])]);
    }

    /// <summary>A list as a document. Refused: <c>not-found</c>, also for a language that the portal does not speak.</summary>
    public async Task<Result<ParticipantFile>> FileAsync(
        Actor actor, Guid eventId, int number, ListFileOptions options, CancellationToken cancellationToken)
    {
        if (PortalLanguages.Find(options.Language) is not { } language)
        {
            return Error.NotFound();
        }

        var read = await GetAsync(actor, eventId, number, options.Order, cancellationToken);
        return read.Error is { } refused ? refused : documents.Of(await HeadAsync(actor, eventId, cancellationToken), read.Value, options.Order.Alphabet, language);
    }

    /// <summary>The difference between two issued lists as a document. Refused: <c>not-found</c>, also for a language that the portal does not speak.</summary>
    public async Task<Result<ParticipantFile>> DifferenceFileAsync(
        Actor actor, Guid eventId, (int From, int To) lists, ListFileOptions options, CancellationToken cancellationToken)
    {
        if (PortalLanguages.Find(options.Language) is not { } language)
        {
            return Error.NotFound();
        }

        var read = await CompareAsync(actor, eventId, lists.From, lists.To, options.Order, cancellationToken);
        return read.Error is { } refused ? refused : documents.Of(await HeadAsync(actor, eventId, cancellationToken), read.Value, options.Order.Alphabet, language);
    }

    private async Task<InvitedEvent> HeadAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
    }

    // Counted by the database: the persons themselves may be thousands of lines of text.
    private static async Task<List<ListLine>> LinesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var found = await context.Database.SqlQuery<LineRow>($"""
            SELECT s.number AS "Number", s.kind AS "Kind", s.issued_at AS "IssuedAt", u.display_name AS "IssuedBy", s.remark AS "Remark",
                   jsonb_array_length(s.entries) AS "Persons",
                   (SELECT count(DISTINCT entry->>'SideId')::int FROM jsonb_array_elements(s.entries) AS entry) AS "Sides"
            FROM participant_snapshots s LEFT JOIN users u ON u.id = s.issued_by
            WHERE s.event_id = {eventId} ORDER BY s.number DESC
            """).ToListAsync(cancellationToken);
        var zoneId = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).SingleAsync(cancellationToken);
        var zone = EventZone.Find(zoneId);
        return [.. found.Select(row => new ListLine(
            row.Number, Enum.Parse<SnapshotKind>(row.Kind), zone is null ? row.IssuedAt : TimeZoneInfo.ConvertTime(row.IssuedAt, zone.Rules), row.IssuedBy, row.Remark, row.Persons, row.Sides))];
    }

    private static async Task<List<SnapshotEntry>> EntriesAsync(
        ScoEventsDbContext context, Guid eventId, int number, HashSet<Guid> erased, CancellationToken cancellationToken)
    {
        var entries = await context.ParticipantSnapshots.AsNoTracking()
            .Where(snapshot => snapshot.EventId == eventId && snapshot.Number == number).Select(snapshot => snapshot.Entries).SingleAsync(cancellationToken);
        return [.. entries.Select(entry => erased.Contains(entry.DelegateId) ? entry.Erased() : entry)];
    }

    private sealed record LineRow(int Number, string Kind, DateTimeOffset IssuedAt, string? IssuedBy, string? Remark, int Persons, int Sides);
}
