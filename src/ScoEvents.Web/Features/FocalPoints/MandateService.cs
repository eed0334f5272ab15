using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Files the letters by which sides name their focal points.</summary>
public sealed class MandateService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<MandateForm> rules)
{
    /// <summary>Letters that are kept of one side and event.</summary>
    public const int Most = 10;

    /// <summary>Files a letter after looking through it. Refused: <c>not-found</c>, <c>forbidden</c>, what <see cref="FileInspection.Inspect"/> refuses, <c>mandate.type</c>, <c>mandate.too-large</c>, <c>mandate.too-many</c>.</summary>
    /// <param name="actor">A focal point of the side, or who registers for the event.</param>
    /// <param name="invitationId">The side's invitation.</param>
    /// <param name="form">The letter.</param>
    /// <param name="cancellationToken">Cancels the filing.</param>
    /// <returns>The letter's id.</returns>
    public async Task<Result<Guid>> FileAsync(Actor actor, Guid invitationId, MandateForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await AdmitAsync(context, invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (rules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<Guid>.Fail(invalid);
        }

        if (form.File!.Length > MandateLetter.MaxSize)
        {
            return FocalPointErrors.MandateTooLarge();
        }

        var inspected = FileInspection.Inspect(form.FileName ?? "", form.File);
        if (inspected.Error is { } wrong)
        {
            return wrong;
        }

        if (!MandateLetter.ContentTypes.Contains(inspected.Value.ContentType))
        {
            return FocalPointErrors.MandateType();
        }

        var invitation = admitted.Value.Invitation;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockSideAsync(invitation.EventId, invitation.SideId, cancellationToken);
        if (await context.MandateLetters.CountAsync(letter => letter.EventId == invitation.EventId && letter.SideId == invitation.SideId, cancellationToken) >= Most)
        {
            return FocalPointErrors.TooManyMandates(Most);
        }

        var filed = MandateLetter.File(invitation.EventId, invitation.SideId, inspected.Value.Name, inspected.Value.ContentType, form.File, actor.UserId!.Value, clock.GetUtcNow());
        context.MandateLetters.Add(filed);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return filed.Id;
    }

    /// <summary>Takes a letter out of the file. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    public async Task<Result> RemoveAsync(Actor actor, Guid invitationId, Guid letterId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await AdmitAsync(context, invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var invitation = admitted.Value.Invitation;
        var letter = await context.MandateLetters.SingleOrDefaultAsync(
            found => found.Id == letterId && found.EventId == invitation.EventId && found.SideId == invitation.SideId, cancellationToken);
        if (letter is null)
        {
            return Error.NotFound();
        }

        context.MandateLetters.Remove(letter);
        await context.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static async Task<Result<NamingAdmission>> AdmitAsync(ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken)
    {
        var seen = await context.AdmitSideAsync(invitationId, cancellationToken);
        return seen.Error is not null || seen.Value is { SpeaksForSide: true } or { CanAccredit: true } ? seen : Error.Forbidden();
    }
}
