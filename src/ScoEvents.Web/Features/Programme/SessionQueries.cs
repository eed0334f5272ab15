using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>One session of a draft as its form shows it.</summary>
public sealed class SessionQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>A session, or an empty form for a new one, with what can be chosen.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event, or null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<SessionEdit>> GetAsync(Actor actor, Guid eventId, Guid? sessionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        var zone = EventZone.Find(planned.TimeZone);
        var (form, state, documents) = (new SessionForm(), SessionState.Draft, 0);
        if (sessionId is not null)
        {
            var session = await context.Sessions.AsNoTracking().Include(row => row.Slot).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery()
                .SingleOrDefaultAsync(row => row.Id == sessionId && row.EventId == eventId, cancellationToken);
            if (session is null)
            {
                return Error.NotFound();
            }

            (form, state) = (FormOf(session, zone), session.State);
            documents = await context.SessionDocuments.CountAsync(document => document.SessionId == sessionId, cancellationToken);
        }

        return new SessionEdit(form, state, documents, await ChoicesAsync(context, planned, cancellationToken));
    }

    private static async Task<SessionChoices> ChoicesAsync(ScoEventsDbContext context, ScoEvent planned, CancellationToken cancellationToken)
    {
        var roomIds = planned.Rooms.Select(room => room.RoomId).ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => roomIds.Contains(room.Id))
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new DraftRoom(room.Id, room.Name, venue.Name, room.Capacity))
            .ToDictionaryAsync(room => room.Id, cancellationToken);
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == planned.Id).OrderBy(speaker => speaker.Id).ToListAsync(cancellationToken);
        var sides = await context.SideNamesAsync(
            [.. speakers.Where(speaker => speaker.SideId is not null).Select(speaker => speaker.SideId!.Value).Distinct()], planned.StartsOn, cancellationToken);
        var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == planned.Id).OrderBy(track => track.Position)
            .Select(track => new TrackChoice(track.Id, track.Name, track.Color)).ToListAsync(cancellationToken);
        var teams = await context.InterpreterTeams.AsNoTracking().Where(team => team.EventId == planned.Id).OrderBy(team => team.Name)
            .Select(team => new TeamChoice(team.Id, team.Name, team.Languages)).ToListAsync(cancellationToken);
        return new SessionChoices(
            [.. planned.Dates.Days()], [.. planned.Rooms.OrderBy(room => room.Position).Select(room => rooms[room.RoomId])],
            [.. speakers.Select(speaker =>
            {
                var side = speaker.SideId is { } sideId ? sides[sideId] : null;
                return new DraftSpeaker(speaker.Id, speaker.Name, speaker.Function, side?.Name, side?.Code);
            })],
            tracks, teams, planned.IsClosed);
    }

    private static SessionForm FormOf(Session session, EventZone? zone)
    {
        var form = new SessionForm
        {
            Type = session.Type,
            Access = session.Access,
            // What only follows from the access stays free to follow it.
            Classification = session.Classification == new SessionFacts(session.Type, session.Access, session.Title, session.Abstract).MarkedAs ? null : session.Classification,
            Title = session.Title.ToInput(),
            Abstract = session.Abstract.ToInput(),
            TrackId = session.TrackId,
            ExpectedAttendance = session.ExpectedAttendance,
            Layout = session.Layout,
            ChairId = session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault(),
            Speakers = [.. session.Speakers.Where(person => person.Role == SpeakerRole.Speaker).Select(person => new FloorPartForm { SpeakerId = person.SpeakerId, Minutes = person.Minutes })],
            AgendaItems = [.. session.AgendaItems.Select(item => new AgendaItemForm { Title = item.Title.ToInput(), SpeakerId = item.SpeakerId, Minutes = item.Minutes })],
            InterpretedInto = [.. session.InterpretedInto],
            InterpreterTeams = [.. session.Interpreters.Select(team => team.TeamId)],
            Notes = session.Notes,
            Version = session.Version,
        };
        if (session.Slot is { } slot && zone is not null)
        {
            LocalTimes.Write(form, slot, zone);
        }

        return form;
    }
}
