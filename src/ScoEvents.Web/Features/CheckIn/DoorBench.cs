using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Badges;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>What the portal knows of the badges of a batch while it judges them: read under locks on their bearers.</summary>
internal sealed class DoorBench
{
    private readonly BadgeGround _ground;
    private readonly Dictionary<Guid, BenchBadge> _badges;
    private readonly Dictionary<Guid, AccreditationCase> _cases;
    private readonly Dictionary<(Guid DelegateId, Guid? ZoneId), List<Passage>> _passages;
    private readonly Dictionary<Guid, ScanAnswer> _known;

    private DoorBench(
        Guid eventId, BadgeGround ground, Dictionary<Guid, BenchBadge> badges, Dictionary<Guid, AccreditationCase> cases,
        Dictionary<(Guid DelegateId, Guid? ZoneId), List<Passage>> passages, Dictionary<Guid, ScanAnswer> known) =>
        (EventId, _ground, _badges, _cases, _passages, _known) = (eventId, ground, badges, cases, passages, known);

    public Guid EventId { get; }

    /// <summary>Locks the bearers of all badges of a batch and reads what is known of them. Five SQL commands, whatever the batch holds.</summary>
    public static async Task<DoorBench> OpenAsync(
        ScoEventsDbContext context, Guid eventId, BadgeGround ground, IReadOnlyList<ReadScan> scans, CancellationToken cancellationToken)
    {
        var badgeIds = scans.Select(scan => scan.BadgeId).OfType<Guid>().Distinct().ToArray();
        // In one order for everybody, so that two batches wait for each other and never in a circle.
        await context.Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock(hashtextextended('door/' || bearer::text, 0))
            FROM (SELECT DISTINCT delegate_id AS bearer FROM badges WHERE event_id = {eventId} AND id = ANY({badgeIds}) ORDER BY 1) AS bearers
            """, cancellationToken);

        var ids = scans.Select(scan => scan.Form.Id).ToArray();
        var known = await context.CheckIns.AsNoTracking().Where(scan => scan.EventId == eventId && ids.Contains(scan.Id))
            .ToDictionaryAsync(scan => scan.Id, scan => new ScanAnswer(scan.Id, scan.Outcome, scan.Reason, scan.BadgeId), cancellationToken);
        var badges = await context.Badges.AsNoTracking().Where(badge => badge.EventId == eventId && badgeIds.Contains(badge.Id))
            .Select(badge => new BenchBadge(badge.Id, badge.CaseId, badge.DelegateId, badge.SideId, badge.Payload, badge.RevokedAt)
            {
                IsReplaced = badge.RevokedAt != null && context.Badges.Any(other => other.CaseId == badge.CaseId && other.RevokedAt == null),
            }).ToDictionaryAsync(badge => badge.Id, cancellationToken);
        var caseIds = badges.Values.Select(badge => badge.CaseId).Distinct().ToArray();
        var cases = await context.Accreditations.Where(accreditation => caseIds.Contains(accreditation.Id))
            .ToDictionaryAsync(accreditation => accreditation.Id, cancellationToken);
        // A person may have had several badges; whoever is inside with the old one is inside.
        var passages = await (
            from badge in context.Badges
            where badge.EventId == eventId && caseIds.Contains(badge.CaseId)
            join scan in context.CheckIns on badge.Id equals scan.BadgeId
            where scan.Outcome == CheckInOutcome.Admitted
            select new { badge.DelegateId, scan.ZoneId, scan.ScannedAt, scan.Direction }).ToListAsync(cancellationToken);
        return new DoorBench(
            eventId, ground, badges, cases,
            passages.GroupBy(passage => (passage.DelegateId, passage.ZoneId))
                .ToDictionary(group => group.Key, group => group.Select(passage => new Passage(passage.ScannedAt, passage.Direction)).ToList()),
            known);
    }

    /// <summary>The answer to a scan that was told before, or null.</summary>
    public ScanAnswer? Known(Guid scanId) => _known.GetValueOrDefault(scanId);

    /// <summary>What comes of a scan, and the badge where the event has it.</summary>
    public (CheckInOutcome Outcome, string? Reason, BenchBadge? Badge) Judge(ReadScan scan, DateTimeOffset at)
    {
        var badge = scan.BadgeId is { } id ? _badges.GetValueOrDefault(id) : null;
        if ((scan.Refusal ?? Refusal(scan, badge, at)) is { } refused)
        {
            return (CheckInOutcome.Refused, refused.Code, badge);
        }

        var isRepeated = Presence.IsRepeated(_passages.GetValueOrDefault((badge!.DelegateId, scan.Form.ZoneId)) ?? [], scan.Form.Direction, at);
        return (isRepeated ? CheckInOutcome.Duplicate : CheckInOutcome.Admitted, null, badge);
    }

    /// <summary>Notes that somebody went through; whoever comes for the first time is checked in.</summary>
    public void Pass(BenchBadge badge, ScanForm scan, DateTimeOffset at, Guid by, DateTimeOffset now)
    {
        if (!_passages.TryGetValue((badge.DelegateId, scan.ZoneId), out var passages))
        {
            _passages[(badge.DelegateId, scan.ZoneId)] = passages = [];
        }

        passages.Add(new Passage(at, scan.Direction));
        if (scan.Direction == CheckInDirection.In && _cases[badge.CaseId] is { State: AccreditationState.BadgeIssued } accreditation)
        {
            // Out of this state the move is always allowed.
            _ = accreditation.CheckIn(by, now);
        }
    }

    private Error? Refusal(ReadScan scan, BenchBadge? badge, DateTimeOffset at)
    {
        if (scan.Badge is { } signed && signed.EventId != EventId)
        {
            return CheckInErrors.OtherEvent();
        }

        if (badge is null || (scan.Badge ?? PayloadOf(badge)) is not { } payload)
        {
            return CheckInErrors.Unknown();
        }

        if (scan.Form.ZoneId is { } zone && _ground.Settings.Zones.All(known => known.Id != zone))
        {
            return CheckInErrors.WrongZone();
        }

        var accreditation = _cases[badge.CaseId];
        var isOut = accreditation.State is AccreditationState.BadgeIssued or AccreditationState.CheckedIn;
        return CheckInRules.Judge(payload, new Door(EventId, _ground.Days, scan.Form.ZoneId), badge.RevokedAt ?? (isOut ? null : accreditation.StateAt), at, isOut && badge.IsReplaced);
    }

    private static BadgePayload? PayloadOf(BenchBadge badge) => BadgePayload.Read(badge.Payload) is { IsSuccess: true } read ? read.Value.Payload : null;
}

/// <summary>A badge as the door needs it.</summary>
internal sealed record BenchBadge(Guid Id, Guid CaseId, Guid DelegateId, Guid SideId, string Payload, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether its bearer was given another that is valid.</summary>
    public bool IsReplaced { get; init; }
}
