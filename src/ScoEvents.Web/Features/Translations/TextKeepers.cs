using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Knows which service keeps which text of an event, and how its form names it.</summary>
/// <remarks>A form is read, one language of one text changed, and the form saved under the version that the writer saw: what others changed meanwhile is found as in the editor itself.</remarks>
public sealed class TextKeepers(
    EventsQueries events, EventsService eventsService, VenuesQueries venues, RoomsService rooms, TrackQueries tracks, TrackService trackService,
    SessionQueries sessions, ProgrammeService programme, SpeakerQueries speakers, SpeakerService speakerService, TranslationQueries texts, DocumentService documents)
{
    /// <summary>Writes one language of one text; refused as the service that keeps it.</summary>
    internal Task<Result> WriteAsync(Actor actor, Guid eventId, TranslationForm form, CancellationToken cancellationToken) => form.Kind switch
    {
        TextKind.EventTitle or TextKind.EventCity => WriteAsync(
            form, () => events.GetFormAsync(actor, eventId, cancellationToken), edit => edit,
            edit => edit.Version, edit => form.Kind == TextKind.EventTitle ? edit.Title : edit.City,
            async edit => await eventsService.EditAsync(actor, eventId, edit, cancellationToken)),
        TextKind.VenueName or TextKind.VenueAddress => WriteAsync(
            form, () => venues.GetVenueAsync(actor, eventId, form.Id, cancellationToken), edit => edit.Form,
            edit => edit.Version, edit => form.Kind == TextKind.VenueName ? edit.Name : edit.Address,
            edit => rooms.EditVenueAsync(actor, eventId, form.Id, edit, cancellationToken)),
        TextKind.RoomName => WriteAsync(
            form, () => venues.GetRoomAsync(actor, eventId, form.Id, cancellationToken), edit => edit.Form,
            edit => edit.Version, edit => edit.Name,
            edit => rooms.EditRoomAsync(actor, eventId, form.Id, edit, cancellationToken)),
        TextKind.TrackName => WriteAsync(
            form, () => TrackAsync(actor, eventId, form.Id, cancellationToken), edit => edit,
            edit => edit.Version, edit => edit.Name,
            edit => trackService.EditAsync(actor, eventId, form.Id, edit, cancellationToken)),
        TextKind.SessionTitle or TextKind.SessionAbstract or TextKind.AgendaItem => WriteAsync(
            form, () => sessions.GetAsync(actor, eventId, form.Id, cancellationToken), edit => edit.Form,
            edit => edit.Version, edit => InSession(edit, form),
            edit => programme.EditSessionAsync(actor, eventId, form.Id, edit, cancellationToken)),
        TextKind.SpeakerName or TextKind.SpeakerFunction or TextKind.SpeakerBiography => WriteAsync(
            form, () => speakers.GetAsync(actor, eventId, form.Id, cancellationToken), edit => edit.Form,
            edit => edit.Version, edit => form.Kind switch { TextKind.SpeakerName => edit.Name, TextKind.SpeakerFunction => edit.Function, _ => edit.Biography },
            edit => speakerService.EditAsync(actor, eventId, form.Id, edit, cancellationToken)),
        TextKind.DocumentTitle => WriteTitleAsync(actor, eventId, form, cancellationToken),
        _ => Task.FromResult<Result>(Error.Invalid(nameof(form.Kind), "choice")),
    };

    private static LocalizedTextInput? InSession(SessionForm session, TranslationForm form) => form.Kind switch
    {
        TextKind.SessionTitle => session.Title,
        TextKind.SessionAbstract => session.Abstract,
        _ => session.AgendaItems.ElementAtOrDefault(form.Index)?.Title,
    };

    private static async Task<Result> WriteAsync<TRead, TForm>(
        TranslationForm form, Func<Task<Result<TRead>>> read, Func<TRead, TForm> formOf, Func<TForm, uint> versionOf, Func<TForm, LocalizedTextInput?> textOf, Func<TForm, Task<Result>> save)
    {
        var found = await read();
        if (!found.IsSuccess)
        {
            return Result.Fail(found.Errors);
        }

        var edit = formOf(found.Value);
        if (versionOf(edit) != form.Version)
        {
            return Error.Stale();
        }

        if (textOf(edit) is not { } text)
        {
            return Error.NotFound();
        }

        text[form.Language] = form.Text;
        return await save(edit);
    }

    private async Task<Result<TrackForm>> TrackAsync(Actor actor, Guid eventId, Guid trackId, CancellationToken cancellationToken)
    {
        var listed = await tracks.ListAsync(actor, eventId, cancellationToken);
        return listed.Error is { } refused ? refused
            : listed.Value.FirstOrDefault(track => track.Id == trackId) is { } found ? new TrackForm { Name = found.Name.ToInput(), Color = found.Color, Version = found.Version }
            : Error.NotFound();
    }

    private async Task<Result> WriteTitleAsync(Actor actor, Guid eventId, TranslationForm form, CancellationToken cancellationToken)
    {
        var all = await texts.GetAsync(actor, eventId, cancellationToken);
        return all.Error is { } refused ? refused
            : all.Value.Texts.FirstOrDefault(text => text.Kind == TextKind.DocumentTitle && text.Id == form.Id) is { } title
                ? await documents.RenameAsync(actor, eventId, form.Id, title.Text.With(form.Language, form.Text), form.Version, cancellationToken)
                : Error.NotFound();
    }
}
