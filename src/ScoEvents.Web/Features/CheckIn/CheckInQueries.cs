using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>Reads what devices at the doors need, and what staff wants to know of the doors.</summary>
public sealed class CheckInQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int MostFound = 20;

    // Longer than any transaction that notes scans: what was under way when a device last asked is told again.
    private static readonly TimeSpan _overlap = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _forgetAfter = TimeSpan.FromHours(12);

    /// <summary>The event of a door. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<DoorHead>> HeadAsync(Actor actor, Guid eventId, CancellationToken cancellationToken) => ReadAsync(actor, eventId, async context =>
        Result.Ok(await context.Events.AsNoTracking().Where(planned => planned.Id == eventId)
            .Select(planned => new DoorHead(planned.Id, planned.Title, planned.TimeZone ?? "UTC")).SingleAsync(cancellationToken)), cancellationToken);

    /// <summary>Everything a device needs without a network. Refused: <c>not-found</c>, <c>check-in.no-days</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<DoorState>> StateAsync(Actor actor, Guid eventId, CancellationToken cancellationToken) => ReadAsync<DoorState>(actor, eventId, async context =>
    {
        if (await context.GroundAsync(eventId, cancellationToken) is not { } ground)
        {
            return Error.Refused("check-in.no-days");
        }

        var stamp = await StampAsync(context, eventId, ground, cancellationToken);
        var keys = await context.BadgeKeys.AsNoTracking().ToDictionaryAsync(key => key.Id, key => Convert.ToBase64String(key.PublicKey), cancellationToken);
        var badges = await BadgesAsync(context, eventId, cancellationToken);
        var sides = await context.SidesAsync([.. badges.Select(badge => badge.SideId).Distinct()], cancellationToken);
        var revoked = await context.RevokedBadgesAsync(eventId, cancellationToken);
        var presence = await PresenceAsync(context, eventId, since: null, cancellationToken);
        var counts = await CountsAsync(context, eventId, cancellationToken);
        var first = DateOnly.FromDateTime(ground.Days.Start.UtcDateTime.AddHours(12));
        return new DoorState(
            Milliseconds(clock.GetUtcNow()), new DoorDays(Milliseconds(ground.Days.Start), Milliseconds(ground.Days.End)), keys, Zones(ground),
            sides.ToDictionary(side => side.Key, side => Forms(side.Value.LabelOn(first).Names)), badges, Times(revoked), Replaced(revoked), presence, counts, stamp,
            Milliseconds(ground.Days.End + _forgetAfter));
    }, cancellationToken);

    /// <summary>What has changed at the doors of an event. Refused: <c>not-found</c>, <c>check-in.no-days</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="since">The time of the last answer, milliseconds since 1970.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<DoorPulse>> PulseAsync(Actor actor, Guid eventId, long since, CancellationToken cancellationToken) => ReadAsync<DoorPulse>(actor, eventId, async context =>
    {
        if (await context.GroundAsync(eventId, cancellationToken) is not { } ground)
        {
            return Error.Refused("check-in.no-days");
        }

        var now = clock.GetUtcNow();
        var revoked = await context.RevokedBadgesAsync(eventId, cancellationToken);
        var from = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(since, 0, Milliseconds(now))) - _overlap;
        return new DoorPulse(
            Milliseconds(now), Times(revoked), Replaced(revoked), await PresenceAsync(context, eventId, from, cancellationToken),
            await CountsAsync(context, eventId, cancellationToken), await StampAsync(context, eventId, ground, cancellationToken));
    }, cancellationToken);

    /// <summary>The bearers of valid badges whose name, in any spelling or script, or number fits what was typed; up to twenty. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="text">What was typed; blank finds nobody.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<IReadOnlyList<DoorBadge>>> FindAsync(Actor actor, Guid eventId, string? text, CancellationToken cancellationToken) => ReadAsync(actor, eventId, async context =>
    {
        var typed = PlainText.Clean(text);
        if (typed.Length is 0 or > 120)
        {
            return Result.Ok<IReadOnlyList<DoorBadge>>([]);
        }

        var badges = await BadgesAsync(context, eventId, cancellationToken);
        return Result.Ok<IReadOnlyList<DoorBadge>>(
        [
            .. badges.Where(badge => badge.Serial.ToString(CultureInfo.InvariantCulture) == typed || PersonNames.Finds(typed, BadgeQueries.NamesOf(badge.Name, badge.Native)))
                .Take(MostFound),
        ]);
    }, cancellationToken);

    /// <summary>Counts and the scans of an event, the last first. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="onlyProblems">Whether only what was refused or repeated is shown.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<DoorBoard>> BoardAsync(Actor actor, Guid eventId, bool onlyProblems, int page, CancellationToken cancellationToken) => ReadAsync<DoorBoard>(actor, eventId, async context =>
    {
        var planned = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId).Select(planned => new { planned.StartsOn, planned.TimeZone }).SingleAsync(cancellationToken);
        var zones = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.EventId == eventId, cancellationToken);
        var scans = context.CheckIns.AsNoTracking().Where(scan => scan.EventId == eventId && (!onlyProblems || scan.Outcome != CheckInOutcome.Admitted));
        var pages = Math.Max(1, (await scans.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var rows = await (
            from scan in scans
            from person in context.Delegates.Where(person => person.Id == scan.DelegateId).DefaultIfEmpty()
            orderby scan.ScannedAt descending, scan.Id
            select new { scan, Given = (string?)person!.GivenNames, Family = (string?)person.FamilyName }).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. rows.Select(row => row.scan.SideId).OfType<Guid>().Distinct()], cancellationToken);
        return new DoorBoard(
            await CountsAsync(context, eventId, cancellationToken), [.. (zones?.Zones ?? []).Select(zone => new DoorZone(zone.Id, Forms(zone.Name)))],
            [
                .. rows.Select(row => new ScanRow(
                    row.scan.Id, row.scan.ScannedAt, row.scan.ReceivedAt, row.Family is null ? null : $"{row.Given} {row.Family.ToUpperInvariant()}".Trim(),
                    row.scan.SideId is { } side ? sides[side].LabelOn(planned.StartsOn) : null, row.scan.ZoneId, row.scan.Direction, row.scan.Outcome, row.scan.Reason, row.scan.DeviceName)),
            ],
            shown, pages, planned.TimeZone ?? "UTC");
    }, cancellationToken);

    private async Task<Result<T>> ReadAsync<T>(Actor actor, Guid eventId, Func<ScoEventsDbContext, Task<Result<T>>> read, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanCheckIn(scope), cancellationToken);
        return admitted.Error is { } refused ? refused : await read(context);
    }

    private static async Task<List<DoorBadge>> BadgesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var found = await (
            from badge in context.Badges.AsNoTracking()
            where badge.EventId == eventId && badge.RevokedAt == null
            join accreditation in context.Accreditations on badge.CaseId equals accreditation.Id
            where accreditation.State == AccreditationState.BadgeIssued || accreditation.State == AccreditationState.CheckedIn
            join person in context.Delegates on badge.DelegateId equals person.Id
            orderby badge.Serial
            select new { badge.Id, badge.Serial, badge.Payload, person.GivenNames, person.FamilyName, person.NativeName, person.SideId, person.Role }).ToListAsync(cancellationToken);
        return
        [
            .. from row in found
               let said = BadgePayload.Read(row.Payload)
               where said.IsSuccess
               let payload = said.Value.Payload
               select new DoorBadge(
                   row.Id, row.Serial, $"{row.GivenNames} {row.FamilyName.ToUpperInvariant()}".Trim(), row.NativeName, row.SideId, row.Role, Milliseconds(payload.ValidFrom),
                   Milliseconds(payload.ValidUntil), payload.Zones),
        ];
    }

    private static async Task<IReadOnlyList<DoorPassage>> PresenceAsync(ScoEventsDbContext context, Guid eventId, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var passages = await context.CheckIns.AsNoTracking()
            .Where(scan => scan.EventId == eventId && scan.Outcome == CheckInOutcome.Admitted && scan.BadgeId != null && (since == null || scan.ReceivedAt >= since))
            .Select(scan => new { BadgeId = scan.BadgeId!.Value, scan.ZoneId, scan.Direction, scan.ScannedAt, scan.DeviceName }).ToListAsync(cancellationToken);
        return
        [
            .. passages.GroupBy(passage => (passage.BadgeId, passage.ZoneId)).Select(group => group.MaxBy(passage => passage.ScannedAt)!)
                .Select(last => new DoorPassage(last.BadgeId, last.ZoneId, last.Direction, Milliseconds(last.ScannedAt), last.DeviceName)),
        ];
    }

    private static async Task<DoorCounts> CountsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var passed = context.CheckIns.Where(scan => scan.EventId == eventId && scan.Outcome == CheckInOutcome.Admitted);
        var came = await passed.Where(scan => scan.Direction == CheckInDirection.In).Select(scan => scan.DelegateId).Distinct().CountAsync(cancellationToken);
        var badges = await context.Badges.CountAsync(badge => badge.EventId == eventId && badge.RevokedAt == null, cancellationToken);
        var inside = await passed.GroupBy(scan => scan.ZoneId)
            .Select(zone => new { zone.Key, Count = zone.Sum(scan => scan.Direction == CheckInDirection.In ? 1 : -1) }).ToListAsync(cancellationToken);
        return new DoorCounts(
            came, badges, inside.FirstOrDefault(zone => zone.Key is null)?.Count ?? 0, inside.Where(zone => zone.Key is not null).ToDictionary(zone => zone.Key!.Value, zone => zone.Count));
    }

    /// <summary>Another text as soon as a badge was issued, a key taken into service, or days and zones changed.</summary>
    private static async Task<string> StampAsync(ScoEventsDbContext context, Guid eventId, BadgeGround ground, CancellationToken cancellationToken)
    {
        var serial = await context.Badges.Where(badge => badge.EventId == eventId).MaxAsync(badge => (int?)badge.Serial, cancellationToken) ?? 0;
        var keys = await context.BadgeKeys.CountAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{serial}.{keys}.{ground.Settings.Version}.{Milliseconds(ground.Days.Start)}.{Milliseconds(ground.Days.End)}");
    }

    private static IReadOnlyList<DoorZone> Zones(BadgeGround ground) => [.. ground.Settings.Zones.Select(zone => new DoorZone(zone.Id, Forms(zone.Name)))];

    private static IReadOnlyDictionary<string, string> Forms(LocalizedText text) => text.ToDictionary(form => form.Key, form => form.Value, StringComparer.Ordinal);

    private static Dictionary<Guid, long> Times(IReadOnlyList<RevokedBadge> revoked) => revoked.ToDictionary(badge => badge.BadgeId, badge => Milliseconds(badge.At));

    private static IReadOnlyList<Guid> Replaced(IReadOnlyList<RevokedBadge> revoked) => [.. revoked.Where(badge => badge.IsReplaced).Select(badge => badge.BadgeId)];

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
