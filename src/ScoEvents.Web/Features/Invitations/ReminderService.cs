using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Reminds sides of what they still owe, and of nothing else.</summary>
public sealed class ReminderService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, NoteWriter writer, IValidator<ChosenInvitations> chosenRules)
{
    /// <summary>Reminds each chosen side that owes something, by a numbered note and by mail to its focal points; once a day. Sides that owe nothing, or were reminded today, are skipped. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.nobody</c>, <c>event.closed</c>, <c>note.value-missing</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="chosen">Whom.</param>
    /// <param name="cancellationToken">Cancels the whole act.</param>
    public async Task<Result<RemindersSent>> SendAsync(Actor actor, Guid eventId, ChosenInvitations chosen, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (chosenRules.Check(chosen) is { Count: > 0 } invalid)
        {
            return Result<RemindersSent>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var locked = await context.LockInvitationsAsync(eventId, chosen.InvitationIds, cancellationToken);
        if (locked.Error is { } missing)
        {
            return missing;
        }

        var (planned, invitations) = locked.Value;
        if (planned.SecretariatId is not { } secretariatId || !planned.AcceptsDelegates)
        {
            return Error.Refused("event.closed");
        }

        var now = clock.GetUtcNow();
        var plan = await ReminderPlan.ReadAsync(context, planned, invitations, now, cancellationToken);
        var due = plan.Reminders.Where(reminder => reminder.Skip is null).ToList();
        var texts = due.ConvertAll(reminder => writer.Write(plan.Press.Matter(NoteKind.Reminder, reminder.Invitation, reminder.Missing)));
        if (texts.Find(text => !text.IsSuccess) is { Error: { } wrong })
        {
            return wrong;
        }

        var mails = 0;
        if (due.Count > 0)
        {
            var year = plan.Press.Today.Year;
            var first = await NotePress.DrawAsync(context, secretariatId, year, due.Count, cancellationToken);
            for (var i = 0; i < due.Count; i++)
            {
                var invitation = due[i].Invitation;
                invitation.Remind(now);
                var facts = new NoteFacts(secretariatId, year, first + i, NoteKind.Reminder, plan.Press.LanguageOf(invitation), texts[i].Value.Addressee, texts[i].Value.Body);
                context.NotesVerbales.Add(NoteVerbale.Issue(invitation, facts, actor.UserId!.Value, now));
                mails += AddMails(context, planned, plan, due[i], NoteWriter.Reference(facts.Number, year), now);
            }

            await context.TellMailsChangedAsync(eventId, cancellationToken);
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new RemindersSent(due.Count, mails, invitations.Count - due.Count);
    }

    private int AddMails(ScoEventsDbContext context, ScoEvent planned, ReminderPlan plan, PlannedReminder reminder, string reference, DateTimeOffset now)
    {
        var invitation = reminder.Invitation;
        var mails = reminder.Recipients.Select(recipient => OutboxMail.Write(
            writer.Mail(new ReminderMail(
                planned.Id, invitation.Id, invitation.SideId, planned.Title, planned.Dates, plan.Press.Sides[invitation.SideId].Names, reminder.Missing,
                invitation.AnswerBy ?? plan.Press.Settings.AnswerBy, reference, plan.Press.Today, recipient)),
            isReviewed: false, now)).ToList();
        context.OutboxMails.AddRange(mails);
        return mails.Count;
    }
}
