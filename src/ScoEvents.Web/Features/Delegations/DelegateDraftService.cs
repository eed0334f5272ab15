using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Keeps what a focal point has typed of a person and not registered yet: encrypted, for that focal point alone.</summary>
public sealed class DelegateDraftService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, FieldCipher cipher)
{
    // Far more than all fields of a form can hold; what is longer is nobody's typing.
    private const int MaxLength = 40_000;

    private static readonly JsonSerializerOptions _json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Keeps a form as typed; the picture is left out. Refused: <c>not-found</c>, <c>draft.too-long</c>, <c>stale</c> where other windows of the same person were faster again and again. Of two windows the one that typed last is kept.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="delegateId">The person that is being changed, or null for a new one.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="cancellationToken">Cancels the keeping.</param>
    public async Task<Result> KeepAsync(Actor actor, Guid invitationId, Guid? delegateId, TypedPerson draft, CancellationToken cancellationToken)
    {
        var kept = await KeepOnceAsync(actor, invitationId, delegateId, draft, cancellationToken);
        // Another window began the draft a moment before: it is there now, and what was typed last is kept.
        return kept.Error is { Kind: ErrorKind.Stale } ? await KeepOnceAsync(actor, invitationId, delegateId, draft, cancellationToken) : kept;
    }

    /// <summary>What the actor typed last in this delegation and did not save or discard; null where there is nothing. Refused: <c>not-found</c>.</summary>
    public async Task<Result<KeptDraft?>> LatestAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        if (await DelegationAsync(context, invitationId, cancellationToken) is not { } delegation)
        {
            return Error.NotFound();
        }

        var kept = await Drafts(context, actor, delegation.Id).AsNoTracking().OrderByDescending(found => found.UpdatedAt).FirstOrDefaultAsync(cancellationToken);
        return kept is null
            ? Result.Ok<KeptDraft?>(null)
            : Result.Ok<KeptDraft?>(new KeptDraft(kept.DelegateId, kept.UpdatedAt, JsonSerializer.Deserialize<TypedPerson>(cipher.Reveal(kept.Envelope, "delegate_drafts", "envelope", kept.Id), _json)!));
    }

    /// <summary>Forgets what was typed of a person; again does nothing. Refused: <c>not-found</c>.</summary>
    public async Task<Result> DiscardAsync(Actor actor, Guid invitationId, Guid? delegateId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        if (await DelegationAsync(context, invitationId, cancellationToken) is not { } delegation)
        {
            return Error.NotFound();
        }

        await Drafts(context, actor, delegation.Id).Where(found => found.DelegateId == delegateId).ExecuteDeleteAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<Result> KeepOnceAsync(Actor actor, Guid invitationId, Guid? delegateId, TypedPerson draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        if (await DelegationAsync(context, invitationId, cancellationToken) is not { } delegation)
        {
            return Error.NotFound();
        }

        var typed = JsonSerializer.Serialize(draft, _json);
        if (typed.Length > MaxLength)
        {
            return Error.Refused("draft.too-long");
        }

        var kept = await Drafts(context, actor, delegation.Id).SingleOrDefaultAsync(found => found.DelegateId == delegateId, cancellationToken);
        if (kept is null)
        {
            kept = DelegateDraft.Begin(Guid.CreateVersion7(), delegation, delegateId, actor.UserId!.Value);
            context.DelegateDrafts.Add(kept);
        }

        kept.Keep(cipher.Protect(typed, "delegate_drafts", "envelope", kept.Id), clock.GetUtcNow());
        return await context.TrySaveAsync(cancellationToken);
    }

    private static IQueryable<DelegateDraft> Drafts(ScoEventsDbContext context, Actor actor, Guid delegationId) =>
        context.DelegateDrafts.Where(found => found.UserId == actor.UserId && found.DelegationId == delegationId);

    private static async Task<Delegation?> DelegationAsync(ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken)
    {
        var found = await context.Delegations.AsNoTracking().SingleOrDefaultAsync(delegation => delegation.InvitationId == invitationId, cancellationToken);
        return found is not null && (await context.ReachAsync(cancellationToken)).SpeaksFor(found.EventId, found.SideId) ? found : null;
    }
}

/// <summary>What was typed of a person; <paramref name="InsteadOf"/> is the person who is to be replaced, or null.</summary>
public sealed record TypedPerson(DelegateForm Form, Guid? InsteadOf);

/// <summary>A draft as it was kept; <paramref name="DelegateId"/> is the person being changed, or null.</summary>
public sealed record KeptDraft(Guid? DelegateId, DateTimeOffset UpdatedAt, TypedPerson Typed);
