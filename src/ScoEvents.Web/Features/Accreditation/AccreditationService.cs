using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Decides on the admission of persons.</summary>
/// <remarks>Every write locks the cases first, then compares what the reviewer saw: of two reviewers the second is told, and changes nothing.</remarks>
public sealed class AccreditationService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, DecisionMails mails)
{
    /// <summary>The most persons on whom is decided at once.</summary>
    public const int MaxChosen = 2000;

    /// <summary>Does one thing with one case. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>required</c> for an act or field that there is not, and what the acts of <see cref="AccreditationCase"/> and <see cref="ApprovalRules"/> refuse.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">What and why.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    public async Task<Result> ActAsync(Actor actor, Guid eventId, ReviewForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!Enum.IsDefined(form.Act) || !Enum.IsDefined(form.Vetting) || form.Comments.Keys.Except(PersonFields.All).Any())
        {
            return Error.Invalid(nameof(ReviewForm.Act), "required");
        }

        var desk = await ReviewDesk.LockAsync(context, eventId, [form.CaseId], cancellationToken);
        if (desk.Cases.Count == 0)
        {
            return Error.NotFound();
        }

        var (reviewed, person) = desk.Cases[0];
        if (reviewed.Version != form.Version)
        {
            return Error.Stale();
        }

        var done = Act(desk, reviewed, person, form, actor.UserId!.Value);
        if (!done.IsSuccess)
        {
            return done;
        }

        if (form.Act == ReviewAct.Revoke)
        {
            await ReviewDesk.TakeBadgesBackAsync(context, reviewed, clock.GetUtcNow(), cancellationToken);
        }

        return await SaveAsync(context, transaction, eventId, [reviewed.SideId], cancellationToken);
    }

    /// <summary>What approving several persons would do; nothing is changed. Refused: <c>not-found</c>, <c>forbidden</c>, <c>accreditation.nothing-chosen</c>, <c>accreditation.too-many-chosen</c>.</summary>
    /// <param name="actor">Organiser or registrar of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="chosen">Whom, as they were seen.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<Result<BulkOutcome>> PreviewApprovalAsync(Actor actor, Guid eventId, IReadOnlyList<SeenCase> chosen, CancellationToken cancellationToken) =>
        ChangeAllAsync(actor, eventId, chosen, isPreview: true, Approve(actor), cancellationToken);

    /// <summary>Approves in one act all of the chosen who can be approved; who cannot is left as is and named with the reason. Refused as <see cref="PreviewApprovalAsync"/>.</summary>
    public Task<Result<BulkOutcome>> ApproveAllAsync(Actor actor, Guid eventId, IReadOnlyList<SeenCase> chosen, CancellationToken cancellationToken) =>
        ChangeAllAsync(actor, eventId, chosen, isPreview: false, Approve(actor), cancellationToken);

    /// <summary>Notes one answer of the vetting authority for all of the chosen. Refused as <see cref="PreviewApprovalAsync"/>, and <c>required</c> for an answer that there is not.</summary>
    public Task<Result<BulkOutcome>> MarkVettingAsync(
        Actor actor, Guid eventId, IReadOnlyList<SeenCase> chosen, Vetting answer, CancellationToken cancellationToken) =>
        ChangeAllAsync(
            actor, eventId, chosen, isPreview: false,
            (_, reviewed, _) => Enum.IsDefined(answer) ? reviewed.MarkVetting(answer, actor.UserId!.Value, clock.GetUtcNow()) : Error.Invalid("Vetting", "required"),
            cancellationToken);

    private Func<ReviewDesk, AccreditationCase, Delegate, Result> Approve(Actor actor) =>
        (desk, reviewed, person) => Approve(desk, reviewed, person, actor.UserId!.Value);

    private Result Approve(ReviewDesk desk, AccreditationCase reviewed, Delegate person, Guid by)
    {
        // The state is told first: what is missing of somebody who is not waiting is of no matter.
        var bar = AccreditationMoves.IsWaiting(reviewed.State) ? ApprovalRules.Check(person, desk.Settings, desk.Photos.Contains(person.Id)) : null;
        return bar is { } refused ? refused : reviewed.Approve(by, clock.GetUtcNow());
    }

    private async Task<Result<BulkOutcome>> ChangeAllAsync(
        Actor actor, Guid eventId, IReadOnlyList<SeenCase> chosen, bool isPreview, Func<ReviewDesk, AccreditationCase, Delegate, Result> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (chosen.Count is 0 or > MaxChosen)
        {
            return chosen.Count == 0 ? Error.Refused("accreditation.nothing-chosen") : Error.Refused("accreditation.too-many-chosen", MaxChosen);
        }

        var seen = chosen.DistinctBy(one => one.CaseId).ToDictionary(one => one.CaseId, one => one.Version);
        var desk = await ReviewDesk.LockAsync(context, eventId, [.. seen.Keys], cancellationToken);
        var outcomes = desk.Cases
            .Select(found => (found.Case, found.Person, Done: found.Case.Version == seen[found.Case.Id] ? change(desk, found.Case, found.Person) : Error.Stale()))
            .ToList();
        var done = outcomes.Where(outcome => outcome.Done.IsSuccess).ToList();
        var left = outcomes.Where(outcome => !outcome.Done.IsSuccess)
            .Select(outcome => new LeftCase(outcome.Case.Id, outcome.Person.DisplayName, outcome.Done.Error!))
            .Concat(seen.Keys.Except(desk.Cases.Select(found => found.Case.Id)).Select(id => new LeftCase(id, "", Error.NotFound())));
        var result = new BulkOutcome([.. done.Select(outcome => outcome.Person.DisplayName)], [.. left]);
        if (isPreview || done.Count == 0)
        {
            return result;
        }

        var saved = await SaveAsync(context, transaction, eventId, [.. done.Select(outcome => outcome.Case.SideId).Distinct()], cancellationToken);
        return saved.IsSuccess ? result : Result<BulkOutcome>.Fail(saved.Errors);
    }

    private Result Act(ReviewDesk desk, AccreditationCase reviewed, Delegate person, ReviewForm form, Guid by)
    {
        var now = clock.GetUtcNow();
        return form.Act switch
        {
            ReviewAct.TakeUp => reviewed.TakeUp(by, now),
            ReviewAct.PutBack => reviewed.PutBack(by, now),
            ReviewAct.Return => reviewed.Return(form.FieldComments(), by, now),
            ReviewAct.Approve => Approve(desk, reviewed, person, by),
            ReviewAct.Refuse => reviewed.Refuse(form.Reason, by, now),
            ReviewAct.Suspend => reviewed.Suspend(form.Reason, by, now),
            ReviewAct.Resume => reviewed.Resume(by, now),
            ReviewAct.Revoke => reviewed.Revoke(form.Reason, by, now),
            ReviewAct.Reopen => reviewed.Reopen(form.Reason, by, now),
            ReviewAct.Vet => reviewed.MarkVetting(form.Vetting, by, now),
        };
    }

    private async Task<Result> SaveAsync(
        ScoEventsDbContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Guid eventId, IReadOnlyCollection<Guid> sideIds, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved;
        }

        await mails.CollectAsync(context, eventId, sideIds, clock.GetUtcNow(), cancellationToken);
        var told = await context.TrySaveAsync(cancellationToken);
        if (told.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return told;
    }
}
