using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Issues notes verbales and keeps the texts they are made of.</summary>
public sealed class NoteService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, NoteWriter writer,
    IValidator<ChosenInvitations> chosenRules, IValidator<NoteTemplateForm> templateRules)
{
    /// <summary>Issues a note to each chosen side that has none of the kind yet and is still invited; numbers follow each other, and a refusal uses none. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.nobody</c>, <c>event.closed</c>, <c>note.value-missing</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="kind">Which notes; reminders are sent by <see cref="ReminderService"/>.</param>
    /// <param name="chosen">To whom.</param>
    /// <param name="cancellationToken">Cancels the whole act.</param>
    public async Task<Result<NotesIssued>> IssueAsync(Actor actor, Guid eventId, NoteKind kind, ChosenInvitations chosen, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (chosenRules.Check(chosen) is { Count: > 0 } invalid)
        {
            return Result<NotesIssued>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var locked = await context.LockInvitationsAsync(eventId, chosen.InvitationIds, cancellationToken);
        if (locked.Error is { } missing)
        {
            return missing;
        }

        var (planned, invitations) = locked.Value;
        if (planned.SecretariatId is not { } secretariatId || !Fits(kind, planned))
        {
            return Error.Refused("event.closed");
        }

        var now = clock.GetUtcNow();
        var press = await NotePress.ReadAsync(context, planned, invitations, now, cancellationToken);
        List<(Invitation Invitation, string Language, NoteText Text)> wanted = [];
        foreach (var invitation in press.InOrder.Where(invitation => invitation.IsStanding))
        {
            var matter = press.Matter(kind, invitation);
            var written = writer.Write(matter);
            if (written.Error is { } wrong)
            {
                return wrong;
            }

            if (!IsOut(kind, invitation, press.Earlier[invitation.Id].FirstOrDefault(note => note.Kind == kind), written.Value))
            {
                wanted.Add((invitation, matter.Language, written.Value));
            }
        }

        var year = press.Today.Year;
        var first = wanted.Count == 0 ? 0 : await NotePress.DrawAsync(context, secretariatId, year, wanted.Count, cancellationToken);
        context.NotesVerbales.AddRange(wanted.Select((note, index) => NoteVerbale.Issue(
            note.Invitation, new NoteFacts(secretariatId, year, first + index, kind, note.Language, note.Text.Addressee, note.Text.Body), actor.UserId!.Value, now)));
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new NotesIssued(wanted.Count, invitations.Count - wanted.Count, first, wanted.Count == 0 ? 0 : first + wanted.Count - 1, year);
    }

    /// <summary>Keeps the event's own text for the notes of one kind in one language. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>note.language-unknown</c>, and what <see cref="NotePlaceholders.Check"/> refuses.</summary>
    public async Task<Result> SaveTemplateAsync(Actor actor, Guid eventId, NoteTemplateForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (templateRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result.Fail(invalid);
        }

        if (NotePlaceholders.Check(form.Kind, form.Body) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        var template = await FindAsync(context, eventId, form, cancellationToken);
        if (template is null != (form.Version == 0))
        {
            return Error.Stale();
        }

        if (template is null)
        {
            context.NoteTemplates.Add(NoteTemplate.For(eventId, form.Kind, form.Language, NotePlaceholders.Clean(form.Body)));
        }
        else
        {
            context.Entry(template).Property(found => found.Version).OriginalValue = form.Version;
            template.Reword(NotePlaceholders.Clean(form.Body));
        }

        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Gives up the event's own text, so that the portal's holds again. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>.</summary>
    public async Task<Result> ResetTemplateAsync(Actor actor, Guid eventId, NoteTemplateForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (await FindAsync(context, eventId, form, cancellationToken) is not { } template)
        {
            return Error.Stale();
        }

        context.Entry(template).Property(found => found.Version).OriginalValue = form.Version;
        context.NoteTemplates.Remove(template);
        return await context.TrySaveAsync(cancellationToken);
    }

    private static Task<NoteTemplate?> FindAsync(ScoEventsDbContext context, Guid eventId, NoteTemplateForm form, CancellationToken cancellationToken) =>
        context.NoteTemplates.SingleOrDefaultAsync(found => found.EventId == eventId && found.Kind == form.Kind && found.Language == form.Language, cancellationToken);

    private static bool Fits(NoteKind kind, ScoEvent planned) => kind switch
    {
        NoteKind.Invitation => planned.AcceptsDelegates,
        NoteKind.Change => planned.Record is null && planned.Status is not (EventStatus.Cancelled or EventStatus.Archived or EventStatus.Concluded),
        NoteKind.Cancellation => planned.Status is EventStatus.Cancelled,
        _ => false,
    };

    // An invitation goes out once until it is sent anew; other news go out again only where they say something else.
    private static bool IsOut(NoteKind kind, Invitation invitation, NoteVerbale? last, NoteText text) =>
        last is not null && last.IssuedAt >= invitation.IssuedAt && (kind == NoteKind.Invitation || last.Body == text.Body);
}
