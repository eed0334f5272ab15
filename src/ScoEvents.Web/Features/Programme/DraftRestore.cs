using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Carries out a <see cref="LoadPlan"/> on the draft: touches the sessions that differ and no others.</summary>
internal sealed class DraftRestore(DraftReading draft, LoadPlan plan, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Session> _sessions = [];
    private int _nextPosition;

    /// <summary>Changes the draft as the context tracks it; the caller saves. Refused as the entities refuse, which only a release of older bounds can cause.</summary>
    public async Task<Result> ApplyAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var ids = plan.Changes.All.Select(change => change.Session.SessionId).ToList();
        var tracked = await context.Sessions.Where(session => session.EventId == draft.Event.Id && ids.Contains(session.Id))
            .Include(session => session.Slot!.Rooms).Include(session => session.Speakers).AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var session in tracked)
        {
            _sessions[session.Id] = session;
        }

        _nextPosition = draft.Sessions.Count == 0 ? 0 : draft.Sessions.Max(session => session.Position) + 1;
        await AddMissingAsync(context, cancellationToken);
        foreach (var change in plan.Changes.All)
        {
            var done = change.After is { } released ? Restore(context, released) : TakeOut(change.Session.SessionId);
            if (!done.IsSuccess)
            {
                return done;
            }
        }

        return Result.Success;
    }

    private Result TakeOut(Guid sessionId)
    {
        _sessions[sessionId].Unschedule(now);
        return Result.Success;
    }

    private Result Restore(ScoEventsDbContext context, ReleasedSession released)
    {
        var session = _sessions.GetValueOrDefault(released.SessionId);
        var facts = FactsOf(released, session);
        if (session is null)
        {
            var drafted = Session.Draft(draft.Event.Id, facts, _nextPosition++, now, new SessionIdentity(released.SessionId, null));
            if (!drafted.IsSuccess)
            {
                return drafted;
            }

            context.Sessions.Add(session = drafted.Value);
        }
        else if (session.Describe(facts, now) is { IsSuccess: false } refused)
        {
            return refused;
        }

        var chair = released.People.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault();
        var named = session.SetSpeakers(
            chair, [.. released.People.Where(person => person.Role == SpeakerRole.Speaker).Select(person => new FloorPart(person.SpeakerId, person.Minutes))], now);
        return named.IsSuccess ? Place(session, released) : named;
    }

    private Result Place(Session session, ReleasedSession released)
    {
        // It was in a published programme, so it was on.
        if (session.IsOff)
        {
            session.BackToDraft(now);
        }

        if (plan.LeftOut.ContainsKey(released.SessionId))
        {
            session.Unschedule(now);
            return Result.Success;
        }

        var place = released.RoomId is { } room ? SlotPlace.Room(room) : SlotPlace.AllRooms(draft.Event.Rooms.Select(used => used.RoomId));
        return session.MoveTo(place, new TimeInterval(released.StartsAt, released.EndsAt), draft.Event.Span!.Value, now);
    }

    // What a release does not show, it cannot give back: that stays as it is in the draft.
    private static SessionFacts FactsOf(ReleasedSession released, Session? session) => new(released.Type, released.Access, released.Title, released.Abstract)
    {
        Classification = released.Classification,
        TrackId = released.Track?.TrackId,
        InterpretedInto = released.InterpretedInto,
        AgendaItems = released.AgendaItems,
        ExpectedAttendance = session?.ExpectedAttendance,
        Layout = session?.Layout,
        Notes = session?.Notes,
    };

    // People and tracks that were deleted since come back as the release shows them, under the same identity.
    private async Task AddMissingAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var released = plan.Changes.All.Select(change => change.After).OfType<ReleasedSession>().ToList();
        var known = draft.Speakers.Select(speaker => speaker.Id).ToHashSet();
        context.Speakers.AddRange(released.SelectMany(session => session.People)
            .Where(person => known.Add(person.SpeakerId))
            .Select(person => Speaker.Restore(draft.Event.Id, person)));
        var tracks = (await context.Tracks.Where(track => track.EventId == draft.Event.Id).Select(track => track.Id).ToListAsync(cancellationToken)).ToHashSet();
        var position = tracks.Count;
        context.Tracks.AddRange(released.Select(session => session.Track).OfType<FrozenTrack>()
            .Where(track => tracks.Add(track.TrackId))
            .Select(track => Track.Restore(draft.Event.Id, track, position++)));
    }
}
