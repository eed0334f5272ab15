using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the timetable shows.</summary>
public sealed class ScheduleQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>All sessions of the draft as cards, with rooms, days and conflicts.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<TimetableDraft>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        var releases = await context.Releases.AsNoTracking().Where(release => release.EventId == eventId).OrderByDescending(release => release.Number)
            .Select(release => new
            {
                release.Number,
                release.Name,
                release.Note,
                release.PublishedAt,
                PublishedBy = context.Users.Where(user => user.Id == release.PublishedBy).Select(user => user.DisplayName).FirstOrDefault(),
                Sessions = release.Sessions.Count(session => !session.IsCancelled),
            })
            .ToListAsync(cancellationToken);
        var (tracks, people) = (draft.Tracks.ToDictionary(track => track.Id), draft.Speakers.ToDictionary(speaker => speaker.Id, speaker => speaker.Name));
        var zone = EventZone.Find(draft.Event.TimeZone);
        var empty = new TimetableDraft(
            zone?.Id, [], RoomsOf(draft), [], draft.NamedConflicts(),
            [.. releases.Select(row => new ReleaseRow(
                row.Number, row.Name, row.Note, zone?.ToLocal(row.PublishedAt) ?? row.PublishedAt.UtcDateTime, row.PublishedBy, row.Sessions))]);
        var sessions = empty.InOrder(draft.Sessions.Select(session => CardOf(session, empty, tracks, people)));
        var days = draft.Event.Dates.Days().Union(sessions.Where(session => session.Slot is not null).Select(session => session.Slot!.Day)).Order();
        return empty with { Days = [.. days], Sessions = sessions };
    }

    /// <summary>Names of people who have the timetable open.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="userIds">Accounts that were heard of.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that exist, by name. Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<BoardVisitor>>> GetVisitorsAsync(Actor actor, Guid eventId, IReadOnlyList<Guid> userIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        return await context.Users.AsNoTracking().Where(user => userIds.Contains(user.Id)).OrderBy(user => user.DisplayName)
            .Select(user => new BoardVisitor(user.Id, user.DisplayName))
            .ToListAsync(cancellationToken);
    }

    private static List<TimetableRoom> RoomsOf(DraftReading draft)
    {
        var used = draft.Event.Rooms.OrderBy(room => room.Position).Select(room => room.RoomId).ToList();
        return
        [
            .. used.Concat(draft.Rooms.Keys.Except(used).Order()).Select(id => draft.Rooms[id])
                .Select(room => new TimetableRoom(room.Id, room.Name, room.Venue, used.Contains(room.Id))),
        ];
    }

    private static TimetableSession CardOf(Session session, TimetableDraft draft, Dictionary<Guid, Track> tracks, Dictionary<Guid, LocalizedText> people)
    {
        var track = session.TrackId is { } trackId ? tracks.GetValueOrDefault(trackId) : null;
        return new TimetableSession(
            session.Id, session.Version, session.Position, session.Title, session.Type, session.State, session.Classification, track?.Color, track?.Name,
            session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => people[person.SpeakerId]).FirstOrDefault(),
            draft.SlotOf(session.Slot is { } slot ? new SessionPlace(slot.RoomId, slot.During) : null));
    }
}
