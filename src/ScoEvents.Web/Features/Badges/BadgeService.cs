using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Issues badges, replaces them and takes them back.</summary>
/// <remarks>Whoever issues holds a lock on the badges of the event until the end of the transaction, so that numbers have no doubles and a person no two valid badges.</remarks>
public sealed class BadgeService(IDbContextFactory<ScoEventsDbContext> contexts, BadgeKeyring keyring, TimeProvider clock)
{
    private const string Reissued = "Reissued";

    /// <summary>Issues a badge to one admitted person. Refused: <c>not-found</c>, <c>forbidden</c>, <c>badge.no-days</c>, <c>badge.not-approved</c>, <c>badge.already-live</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The number of the badge.</returns>
    public Task<Result<int>> IssueAsync(Actor actor, Guid eventId, Guid delegateId, CancellationToken cancellationToken) =>
        ChangeAsync<int>(actor, eventId, async (context, desk) =>
        {
            var candidate = (await CandidatesAsync(context, eventId, [delegateId], cancellationToken)).SingleOrDefault();
            var refusal = candidate switch
            {
                null => Error.NotFound(),
                { Live: not null } => BadgeErrors.AlreadyLive(),
                { Case.IsAccredited: false } => BadgeErrors.NotApproved(),
                _ => null,
            };
            return refusal is not null ? refusal : desk.Issue(candidate!).Serial;
        }, cancellationToken);

    /// <summary>Issues a badge to everybody who is admitted and has none, or to those of them who are named. Refused: <c>not-found</c>, <c>forbidden</c>, <c>badge.no-days</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateIds">The persons; null for everybody. Those who are not admitted or have a badge are passed over.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many badges were issued.</returns>
    public Task<Result<int>> IssueManyAsync(Actor actor, Guid eventId, IReadOnlyCollection<Guid>? delegateIds, CancellationToken cancellationToken) =>
        ChangeAsync<int>(actor, eventId, async (context, desk) =>
        {
            var candidates = await CandidatesAsync(context, eventId, delegateIds, cancellationToken);
            return candidates.Where(candidate => candidate is { Live: null, Case.IsAccredited: true }).Select(desk.Issue).Count();
        }, cancellationToken);

    /// <summary>Takes the valid badge of a person back and issues another in the same act. Refused: <c>not-found</c>, <c>forbidden</c>, <c>badge.no-days</c>, <c>badge.none-live</c>, <c>badge.not-approved</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The number of the new badge.</returns>
    public Task<Result<int>> ReissueAsync(Actor actor, Guid eventId, Guid delegateId, CancellationToken cancellationToken) =>
        ChangeAsync<int>(actor, eventId, async (context, desk) =>
        {
            var candidate = (await CandidatesAsync(context, eventId, [delegateId], cancellationToken)).SingleOrDefault();
            var refusal = candidate switch
            {
                null => Error.NotFound(),
                { Live: null } => BadgeErrors.NoneLive(),
                { Case.IsAccredited: false } => BadgeErrors.NotApproved(),
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            candidate!.Live!.Revoke(Reissued, clock.GetUtcNow());
            // The old one must be gone before the new one comes: the database lets nobody have two.
            var saved = await context.TrySaveAsync(cancellationToken);
            return saved.Error is { } stale ? stale : desk.Issue(candidate).Serial;
        }, cancellationToken);

    /// <summary>Takes the valid badge of a person back; the person stays admitted and may get another. Refused: <c>not-found</c>, <c>forbidden</c>, <c>badge.none-live</c>, <c>badge.reason-missing</c> at <c>Reason</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="form">Why.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result> RevokeAsync(Actor actor, Guid eventId, Guid delegateId, RevokeForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var reason = PlainText.Clean(form.Reason);
        if (reason.Length is 0 or > Badge.MaxReasonLength || PlainText.HasForbiddenCharacters(reason))
        {
            return BadgeErrors.ReasonMissing();
        }

        if (!await context.Accreditations.AnyAsync(accreditation => accreditation.EventId == eventId && accreditation.DelegateId == delegateId, cancellationToken))
        {
            return Error.NotFound();
        }

        var live = await context.Badges.SingleOrDefaultAsync(
            badge => badge.EventId == eventId && badge.DelegateId == delegateId && badge.RevokedAt == null, cancellationToken);
        if (live is null)
        {
            return BadgeErrors.NoneLive();
        }

        live.Revoke(reason, clock.GetUtcNow());
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Takes a new key into service; badges that are out stay valid. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">Whoever admits persons to the event.</param>
    /// <param name="eventId">The event from whose page it is asked; the key signs for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The id of the new key.</returns>
    public async Task<Result<string>> RotateKeyAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var id = await keyring.RotateAsync(context, cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.Error is { } stale ? stale : Result.Ok(id);
    }

    private async Task<Result<T>> ChangeAsync<T>(
        Actor actor, Guid eventId, Func<ScoEventsDbContext, BadgeDesk, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"badges/" + eventId}, 0))", cancellationToken);
        if (await context.GroundAsync(eventId, cancellationToken) is not { } ground)
        {
            return BadgeErrors.NoDays();
        }

        using var signer = await keyring.CurrentAsync(context, cancellationToken);
        var last = await context.Badges.Where(badge => badge.EventId == eventId).MaxAsync(badge => (int?)badge.Serial, cancellationToken) ?? 0;
        var desk = new BadgeDesk(ground, signer, last, actor.UserId!.Value, clock.GetUtcNow());
        var changed = await change(context, desk);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        context.Badges.AddRange(desk.Issued);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } wrong)
        {
            return wrong;
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private static async Task<List<BadgeCandidate>> CandidatesAsync(
        ScoEventsDbContext context, Guid eventId, IReadOnlyCollection<Guid>? delegateIds, CancellationToken cancellationToken)
    {
        var found = await (
            from accreditation in context.Accreditations
            where accreditation.EventId == eventId && (delegateIds == null || delegateIds.Contains(accreditation.DelegateId))
            join person in context.Delegates on accreditation.DelegateId equals person.Id
            from live in context.Badges.Where(badge => badge.CaseId == accreditation.Id && badge.RevokedAt == null).DefaultIfEmpty()
            select new { accreditation, person.SideId, person.Role, person.FamilyName, live }).ToListAsync(cancellationToken);
        // Roles are kept as words, whose alphabet is not their order.
        return [.. found.OrderBy(row => row.SideId).ThenBy(row => row.Role).ThenBy(row => row.FamilyName, StringComparer.InvariantCulture).ThenBy(row => row.accreditation.Id).Select(row => new BadgeCandidate(row.accreditation, row.Role, row.live))];
    }
}

/// <summary>A person who may get a badge.</summary>
internal sealed record BadgeCandidate(AccreditationCase Case, DelegationRole Role, Badge? Live);

/// <summary>Where badges of one event are signed, one number after the other.</summary>
internal sealed class BadgeDesk(BadgeGround ground, BadgeSigner signer, int lastSerial, Guid by, DateTimeOffset now)
{
    private readonly List<Badge> _issued = [];
    private int _serial = lastSerial;

    /// <summary>What was signed here.</summary>
    public IReadOnlyList<Badge> Issued => _issued;

    /// <summary>Signs a badge for a person who is admitted and has none.</summary>
    public Badge Issue(BadgeCandidate candidate)
    {
        var id = Guid.CreateVersion7();
        var payload = new BadgePayload(signer.KeyId, candidate.Case.EventId, id, ground.Days.Start, ground.Days.End, ground.Settings.MarksOf(candidate.Role));
        var badge = Badge.Issue(
            candidate.Case, new BadgeFacts(id, ++_serial, signer.KeyId, payload.Sign(signer.Key), payload.ValidFrom, payload.ValidUntil), by, now);
        _issued.Add(badge);
        // Whoever is admitted may get a badge; the move cannot be refused.
        _ = candidate.Case.IssueBadge(by, now);
        return badge;
    }
}
