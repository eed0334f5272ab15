using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Exports.Letters;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Reads notes verbales: as lists, as letters, and as they would read before they are issued.</summary>
public sealed class NoteQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, NoteWriter writer)
{
    /// <summary>The notes of an event, the latest first. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    public async Task<Result<EventNotes>> OfEventAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var sideOf = await context.Invitations.AsNoTracking().Where(found => found.EventId == eventId).ToDictionaryAsync(found => found.Id, found => found.SideId, cancellationToken);
        var sides = await context.SidesAsync([.. sideOf.Values], cancellationToken);
        var notes = await InvitationDeskQueries.NotesAsync(context, eventId, cancellationToken);
        return new EventNotes(head, [.. notes.Select(note => note with { Side = sides[sideOf[note.InvitationId]].LabelOn(head.StartsOn) })]);
    }

    /// <summary>One note as a letter, for staff of the event and for the side it went to. Refused: <c>not-found</c>.</summary>
    public async Task<Result<NoteFile>> LetterAsync(Actor actor, Guid eventId, Guid noteId, CancellationToken cancellationToken)
    {
        var files = await LettersAsync(actor, eventId, note => note.Id == noteId, (reach, scope, side) => reach.CanReadDelegation(scope, side), cancellationToken);
        return files.Error is { } refused ? refused : files.Value is [var only] ? only : Error.NotFound();
    }

    /// <summary>All notes of a kind, or of every kind, as letters by number. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    public async Task<Result<IReadOnlyList<NoteFile>>> AllLettersAsync(Actor actor, Guid eventId, NoteKind? kind, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        return admitted.Error is { } refused
            ? refused
            : await LettersAsync(actor, eventId, note => kind == null || note.Kind == kind, (_, _, _) => true, cancellationToken);
    }

    /// <summary>The text of the notes of one kind in one language: the event's own, else the portal's. Refused: <c>not-found</c>, <c>forbidden</c>, <c>note.language-unknown</c>.</summary>
    public async Task<Result<NoteTemplateDetails>> TemplateAsync(Actor actor, Guid eventId, NoteKind kind, string language, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!Languages.IsKnown(language))
        {
            return Error.Invalid(nameof(language), "note.language-unknown");
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var template = await context.NoteTemplates.AsNoTracking()
            .SingleOrDefaultAsync(found => found.EventId == eventId && found.Kind == kind && found.Language == language, cancellationToken);
        return new NoteTemplateDetails(head, kind, language, template?.Body ?? writer.Default(kind, language), template is null, template?.Version ?? 0);
    }

    /// <summary>A text that is being edited as it would read now for the first side, or for a chosen one. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.nobody</c> where nobody is invited, <c>note.value-missing</c>, and what <see cref="NotePlaceholders.Check"/> refuses.</summary>
    public async Task<Result<NotePreview>> PreviewAsync(Actor actor, Guid eventId, NoteTemplateForm form, Guid? invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (NotePlaceholders.Check(form.Kind, form.Body) is { Error: { } wrong })
        {
            return wrong;
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        var invitation = await context.Invitations.AsNoTracking()
            .Where(found => found.EventId == eventId && (invitationId == null || found.Id == invitationId))
            .OrderBy(found => found.Id).FirstOrDefaultAsync(cancellationToken);
        if (invitation is null || planned.SecretariatId is null)
        {
            return Error.Refused("invitation.nobody");
        }

        var press = await NotePress.ReadAsync(context, planned, [invitation], clock.GetUtcNow(), cancellationToken);
        // Whatever is missing in truth, the preview shows how a list of it looks.
        var missing = new[] { new Missing(MissingPoint.Head, 1), new Missing(MissingPoint.Submission, 2) };
        var text = writer.Write(press.Matter(form.Kind, invitation, missing, form.Language) with { Template = form.Body });
        return text.Error is { } unknown
            ? unknown
            : new NotePreview(new SideLabel(invitation.SideId, press.Sides[invitation.SideId].Iso2, press.Sides[invitation.SideId].Names), form.Language, text.Value.Addressee, text.Value.Body);
    }

    private async Task<Result<IReadOnlyList<NoteFile>>> LettersAsync(
        Actor actor, Guid eventId, System.Linq.Expressions.Expression<Func<NoteVerbale, bool>> which, Func<Reach, EventScope, Guid, bool> may, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var planned = await context.Events.AsNoTracking().SingleOrDefaultAsync(found => found.Id == eventId, cancellationToken);
        if (planned?.SecretariatId is not { } secretariatId)
        {
            return Error.NotFound();
        }

        var reach = await context.ReachAsync(cancellationToken);
        var scope = new EventScope(eventId, secretariatId);
        var notes = (await context.NotesVerbales.AsNoTracking().Where(note => note.EventId == eventId).Where(which)
            .OrderBy(note => note.Year).ThenBy(note => note.Number).ToListAsync(cancellationToken))
            .Where(note => may(reach, scope, note.SideId)).ToList();
        var secretariat = await context.Secretariats.AsNoTracking().Where(found => found.Id == secretariatId)
            .Join(context.Organisations, found => found.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation)
            .SingleAsync(cancellationToken);
        return notes.ConvertAll(note =>
        {
            var day = NotePress.DayOf(planned, note.IssuedAt);
            var letter = writer.Letter(new NoteSheet(
                note.Language, secretariat.NamesOn(day), secretariat.SeatCity, NoteWriter.Reference(note.Number, note.Year), day, note.Addressee, note.Body, note.IssuedAt));
            return new NoteFile(planned.Slug, note.Kind, note.Number, note.Year, letter);
        });
    }
}

/// <summary>A note on its way to a file.</summary>
/// <param name="Slug">The event's name in addresses.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">Its number.</param>
/// <param name="Year">The year of the number.</param>
/// <param name="Letter">As it is set.</param>
public sealed record NoteFile(string Slug, NoteKind Kind, int Number, int Year, LetterDocument Letter)
{
    /// <summary>Such as <c>seminar-note-12-2026-ru-TLP-AMBER.pdf</c>.</summary>
    public ExportFileName NameAs(string extension) => new()
    {
        Stem = Slug,
        Content = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note-{Number}-{Year}"),
        Language = Letter.Language,
        Classification = Letter.Classification.Marking(),
        Extension = extension,
    };
}
