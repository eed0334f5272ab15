using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the people who prepare an event read of its programme before the public does.</summary>
public sealed class ProgrammeQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The whole draft with its conflicts and the releases made of it so far.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<ProgrammeDraft>> GetDraftAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
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
        var zone = EventZone.Find(draft.Event.TimeZone);
        return new ProgrammeDraft(
            zone?.Id, [.. draft.Event.Dates.Days()], RoomsOf(draft), SessionsOf(draft, zone), SpeakersOf(draft), draft.NamedConflicts(),
            [.. releases.Select(row => new ReleaseRow(row.Number, row.Name, row.Note, Local(zone, row.PublishedAt), row.PublishedBy, row.Sessions))]);
    }

    /// <summary>What the next release would say and what it would change for readers, without making it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<ReleasePreview>> PreviewReleaseAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        var previous = await context.LatestReleaseAsync(eventId, cancellationToken);
        var conflicts = draft.NamedConflicts();
        var frozen = draft.Freeze();
        var release = Release.Publish(new ReleaseLabel(null, null), eventId, frozen, previous, actor.UserId!.Value, clock.GetUtcNow());
        var changes = release.IsSuccess ? ReleaseChanges.Between(previous, release.Value) : ReleaseChanges.None;
        var notified = release.IsSuccess ? await NoticePlan.OfAsync(context, draft.Event, previous, release.Value, cancellationToken) : [];
        return new ReleasePreview(
            (previous?.Number ?? 0) + 1, frozen.Count, draft.Sessions.Count - frozen.Count,
            [.. conflicts.Where(conflict => conflict.StandsInTheWay)], conflicts.Count(conflict => !conflict.StandsInTheWay),
            TitlesOf(changes.New), TitlesOf(changes.Moved), TitlesOf(changes.Changed), TitlesOf(changes.Cancelled), previous is null,
            notified.Where(recipient => recipient.IsFocalPoint).Select(recipient => recipient.SideId).Distinct().Count(), notified.Count(recipient => !recipient.IsFocalPoint));
    }

    private static IReadOnlyList<LocalizedText> TitlesOf(IEnumerable<SessionChange> changes) => [.. changes.Select(change => change.Session.Title)];

    private static IReadOnlyList<DraftRoom> RoomsOf(DraftReading draft) =>
        [.. draft.Event.Rooms.OrderBy(room => room.Position).Select(room => draft.Rooms[room.RoomId])];

    private static IReadOnlyList<DraftSession> SessionsOf(DraftReading draft, EventZone? zone)
    {
        var people = draft.Speakers.ToDictionary(speaker => speaker.Id, speaker => speaker.Name);
        return [.. draft.Sessions
            .OrderBy(session => session.Slot is null).ThenBy(session => session.Slot?.StartsAt).ThenBy(session => session.Position).ThenBy(session => session.Id)
            .Select(session => new DraftSession(
                session.Id, session.Type, session.Access, session.Title,
                session.Slot is { } slot ? new DraftSlot(slot.RoomId, Local(zone, slot.StartsAt), Local(zone, slot.EndsAt)) : null,
                session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => people[person.SpeakerId]).FirstOrDefault(),
                [.. session.Speakers.Where(person => person.Role == SpeakerRole.Speaker).OrderBy(person => person.Order).Select(person => people[person.SpeakerId])],
                session.Version))];
    }

    private static IReadOnlyList<DraftSpeaker> SpeakersOf(DraftReading draft) =>
        [.. draft.Speakers.Select(speaker =>
        {
            var side = speaker.SideId is { } sideId ? draft.Sides[sideId] : null;
            return new DraftSpeaker(speaker.Id, speaker.Name, speaker.Function, side?.Name, side?.Code);
        })];

    private static DateTime Local(EventZone? zone, DateTimeOffset instant) => zone?.ToLocal(instant) ?? instant.UtcDateTime;
}
