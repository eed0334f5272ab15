using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Security;
using Scan = ScoEvents.Domain.Accreditation.CheckIn;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>Takes what devices at the doors tell.</summary>
/// <remarks>
/// The portal judges every scan again by what it knows: a device may have been without a network for hours. A scan that is
/// told twice is one, by its id. Whoever tells of a person holds a lock on that person until the end of the transaction, so
/// that of two doors that let the same badge in, one hears of the repetition.
/// </remarks>
public sealed class CheckInService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    // Who admits persons may change one while a door tells of it; what is read anew then fits.
    private const int Attempts = 3;

    /// <summary>Notes scans and judges them. Refused: <c>not-found</c>, <c>check-in.batch</c>, <c>check-in.no-days</c>, <c>stale</c>.</summary>
    /// <param name="actor">Whoever lets people in.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The scans of one device.</param>
    /// <param name="cancellationToken">Cancels; nothing is noted then.</param>
    /// <returns>What became of each, in the order in which they were told. The first admission of a person moves the accreditation on.</returns>
    public async Task<Result<ScanAnswers>> AcceptAsync(Actor actor, Guid eventId, ScanBatchForm form, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var accepted = await TryAcceptAsync(actor, eventId, form, cancellationToken);
            if (attempt == Attempts || accepted.Error is not { Kind: ErrorKind.Stale })
            {
                return accepted;
            }
        }
    }

    private async Task<Result<ScanAnswers>> TryAcceptAsync(Actor actor, Guid eventId, ScanBatchForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanCheckIn(scope), cancellationToken);
        if ((admitted.Error ?? form.Check()) is { } refused)
        {
            return refused;
        }

        if (await context.GroundAsync(eventId, cancellationToken) is not { } ground)
        {
            return Error.Refused("check-in.no-days");
        }

        var keys = await context.BadgeKeys.AsNoTracking().ToDictionaryAsync(key => key.Id, key => key.PublicKey, cancellationToken);
        var read = form.Scans!.Select(scan => ReadScan.Of(scan, keys)).ToList();
        var bench = await DoorBench.OpenAsync(context, eventId, ground, read, cancellationToken);
        var now = clock.GetUtcNow();
        var answers = new Dictionary<Guid, ScanAnswer>();
        foreach (var scan in read.OrderBy(scan => scan.Form.ScannedAt))
        {
            answers[scan.Form.Id] = bench.Known(scan.Form.Id) ?? Note(context, bench, scan, form.DeviceName, actor.UserId!.Value, now);
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } wrong)
        {
            return wrong;
        }

        await transaction.CommitAsync(cancellationToken);
        return new ScanAnswers([.. form.Scans!.Select(scan => answers[scan.Id])]);
    }

    private static ScanAnswer Note(ScoEventsDbContext context, DoorBench bench, ReadScan scan, string device, Guid by, DateTimeOffset now)
    {
        // No clock of a door is ahead of the portal's: what claims to be happened now.
        var told = DateTimeOffset.FromUnixTimeMilliseconds(scan.Form.ScannedAt);
        var at = told > now ? now : told;
        var (outcome, reason, badge) = bench.Judge(scan, at);
        context.CheckIns.Add(Scan.Note(
            scan.Form.Id,
            new CheckInFacts(bench.EventId, badge?.Id, badge?.DelegateId, badge?.SideId, scan.Form.ZoneId, scan.Form.Direction, at, device, outcome, reason),
            by, now));
        if (outcome == CheckInOutcome.Admitted)
        {
            bench.Pass(badge!, scan.Form, at, by, now);
        }

        return new ScanAnswer(scan.Form.Id, outcome, reason, badge?.Id ?? scan.Badge?.BadgeId);
    }
}

/// <summary>A scan with what its code says, if it is genuine.</summary>
internal sealed record ReadScan(ScanForm Form, BadgePayload? Badge, Error? Refusal)
{
    /// <summary>The badge it is of; null where none was read.</summary>
    public Guid? BadgeId => Badge?.BadgeId ?? (Form.Payload is null ? Form.BadgeId : null);

    public static ReadScan Of(ScanForm form, Dictionary<string, byte[]> keys)
    {
        if (form.Payload is null)
        {
            return new ReadScan(form, null, null);
        }

        var read = BadgePayload.Read(form.Payload);
        if (!read.IsSuccess)
        {
            return new ReadScan(form, null, read.Error);
        }

        return keys.TryGetValue(read.Value.Payload.KeyId, out var key) && read.Value.IsSignedBy(key)
            ? new ReadScan(form, read.Value.Payload, null)
            : new ReadScan(form, null, CheckInErrors.Forged());
    }
}
