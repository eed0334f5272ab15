using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Import;

/// <summary>Writes the steps of a plan, in portions, within the transaction of whoever calls it.</summary>
internal sealed class ImportWriter(ScoEvent planned, ImportDraft draft, ImportSteps steps, DateTimeOffset now, IProgress<int>? progress)
{
    // Large enough for few round trips, small enough for the tracker, which looks through everything it knows at each save.
    private const int Portion = 250;

    private readonly Dictionary<int, Guid> _rooms = draft.Rooms.Select((room, key) => (room.Id, key)).ToDictionary(room => room.key, room => room.Id);
    private readonly Dictionary<int, Guid> _tracks = [];
    private readonly Dictionary<int, Guid> _persons = [];
    private IReadOnlyList<Guid> _allRooms = [];

    /// <summary>Writes everything. Refused: <c>stale</c>, and whatever an entity refuses although the planner did not, which then leaves nothing written.</summary>
    public async Task<Result<ImportDone>> WriteAsync(ScoEventsDbContext context, Guid secretariatId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SET CONSTRAINTS slots_no_room_overlap DEFERRED", cancellationToken);
        var prepared = TakeDays();
        prepared = prepared.IsSuccess ? await WriteRoomsAsync(context, secretariatId, cancellationToken) : prepared;
        prepared = prepared.IsSuccess ? WriteTracks(context) : prepared;
        prepared = prepared.IsSuccess ? await WritePersonsAsync(context, cancellationToken) : prepared;
        prepared = prepared.IsSuccess ? await SaveAsync(context, cancellationToken) : prepared;
        if (prepared.Error is { } refused)
        {
            return refused;
        }

        await LockRoomsAsync(context, cancellationToken);
        var position = await context.Sessions.Where(row => row.EventId == planned.Id).MaxAsync(row => (int?)row.Position, cancellationToken) ?? -1;
        var done = 0;
        foreach (var portion in steps.Sessions.Chunk(Portion))
        {
            var written = await WriteAsync(context, portion, position + 1, cancellationToken);
            if (written.Error is { } failed)
            {
                return failed;
            }

            position += portion.Length;
            done += portion.Length;
            progress?.Report(done * 100 / steps.Sessions.Count);
        }

        return new ImportDone(
            steps.Sessions.Count(one => one.SessionId is null),
            steps.Sessions.Count(one => one.SessionId is not null),
            steps.Sessions.Count(one => one.Place is null));
    }

    private Result TakeDays() => steps.Days is not { } days ? Result.Success : planned.Describe(
        new EventFacts(planned.Type, planned.Format, planned.Title, days.First, days.Last, days.TimeZone, planned.City, planned.CountryId, planned.DelegationQuota), now);

    private async Task<Result> WriteRoomsAsync(ScoEventsDbContext context, Guid secretariatId, CancellationToken cancellationToken)
    {
        var venue = steps.Rooms.Any(room => room.RoomId is null) ? await VenueAsync(context, secretariatId, cancellationToken) : null;
        foreach (var room in steps.Rooms)
        {
            if (room.RoomId is null)
            {
                var added = venue!.AddRoom(room.Name, room.Capacity);
                if (added.Error is { } refused)
                {
                    return refused;
                }

                _rooms[room.Key] = added.Value.Id;
            }

            var used = planned.UseRoom(_rooms[room.Key], now);
            if (!used.IsSuccess)
            {
                return used;
            }
        }

        _allRooms = [.. planned.Rooms.Select(room => room.RoomId)];
        return await ExtendAsync(context, cancellationToken);
    }

    // What takes all rooms of the event takes the new ones too.
    private async Task<Result> ExtendAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        if (steps.Rooms.Count == 0 || !draft.Sessions.Any(session => session.Slot is { RoomId: null }))
        {
            return Result.Success;
        }

        foreach (var slot in await context.Slots.Where(slot => slot.EventId == planned.Id && slot.RoomId == null).ToListAsync(cancellationToken))
        {
            foreach (var room in steps.Rooms)
            {
                slot.Extend(_rooms[room.Key]);
            }
        }

        return Result.Success;
    }

    private async Task<Venue> VenueAsync(ScoEventsDbContext context, Guid secretariatId, CancellationToken cancellationToken)
    {
        if (steps.Choices.VenueId is { } venueId)
        {
            await context.LockVenueAsync(venueId, cancellationToken);
            return await context.Venues.Include(row => row.Rooms).SingleAsync(row => row.Id == venueId && row.SecretariatId == secretariatId, cancellationToken);
        }

        var venue = Venue.Create(secretariatId, steps.Choices.VenueName).Value;
        context.Venues.Add(venue);
        return venue;
    }

    private Result WriteTracks(ScoEventsDbContext context)
    {
        foreach (var track in steps.Tracks)
        {
            if (track.TrackId is { } there)
            {
                _tracks[track.Key] = there;
                continue;
            }

            var added = Track.Create(planned.Id, track.Name, track.Color, draft.Tracks.Count + track.Key);
            if (added.Error is { } refused)
            {
                return refused;
            }

            context.Tracks.Add(added.Value);
            _tracks[track.Key] = added.Value.Id;
        }

        return Result.Success;
    }

    private async Task<Result> WritePersonsAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var changed = steps.Persons.Where(person => person.IsChanged).Select(person => person.SpeakerId!.Value).ToList();
        var known = changed.Count == 0 ? [] : await context.Speakers.Where(row => row.EventId == planned.Id && changed.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var person in steps.Persons)
        {
            if (person.SpeakerId is { } there)
            {
                _persons[person.Key] = there;
                if (person.IsChanged && Change(known[there], person).Error is { } refused)
                {
                    return refused;
                }

                continue;
            }

            var added = Speaker.Create(planned.Id, new SpeakerFacts(null, person.Name, LocalizedText.Empty) { Biography = person.Biography }, person.ExternalId);
            if (added.Error is { } failed)
            {
                return failed;
            }

            context.Speakers.Add(added.Value);
            _persons[person.Key] = added.Value.Id;
        }

        return Result.Success;
    }

    private static Result Change(Speaker speaker, PlannedPerson person) => speaker.Describe(
        new SpeakerFacts(speaker.SideId, person.Name, speaker.Function) { Biography = person.Biography, Email = speaker.Email, Language = speaker.Language });

    // In one order for all, so that no two writers wait for each other.
    private async Task LockRoomsAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var taken = steps.Sessions.Where(one => one.Place is not null).SelectMany(one => one.Place!.RoomKey is { } key ? [_rooms[key]] : _allRooms).Distinct().ToArray();
        await context.Database.ExecuteSqlAsync($"SELECT FROM rooms WHERE id = ANY ({taken}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
    }

    private async Task<Result> WriteAsync(ScoEventsDbContext context, IReadOnlyList<PlannedImport> portion, int position, CancellationToken cancellationToken)
    {
        var ids = portion.Where(one => one.SessionId is not null).Select(one => one.SessionId!.Value).ToList();
        var known = ids.Count == 0
            ? []
            : await context.Sessions.Include(row => row.Slot).Include(row => row.Speakers).AsSplitQuery()
                .Where(row => row.EventId == planned.Id && ids.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var (one, index) in portion.Select((one, index) => (one, index)))
        {
            var session = one.SessionId is { } id ? Describe(known[id], one) : Draft(one, position + index);
            var placed = session.IsSuccess ? Place(session.Value, one) : session;
            var named = placed.IsSuccess && !one.KeepsFloor ? Name(session.Value, one) : placed;
            if (named.Error is { } refused)
            {
                return refused;
            }

            if (one.SessionId is null)
            {
                context.Sessions.Add(session.Value);
            }
            else
            {
                // A change of slot or speakers alone must move the row version too.
                context.Entry(session.Value).Property(row => row.ModifiedAt).IsModified = true;
            }
        }

        return await SaveAsync(context, cancellationToken);
    }

    private Result<Session> Draft(PlannedImport one, int position)
    {
        var choices = steps.Choices;
        var facts = new SessionFacts(one.Type, choices.Access, one.Title, one.Abstract) { Classification = choices.Classification, TrackId = TrackOf(one) };
        var drafted = Session.Draft(planned.Id, facts, position, now, new SessionIdentity(null, one.ExternalId));
        if (drafted.IsSuccess && choices.AreConfirmed)
        {
            drafted.Value.Confirm(now);
        }

        return drafted;
    }

    private Result<Session> Describe(Session session, PlannedImport one)
    {
        var facts = new SessionFacts(one.Type, session.Access, one.Title, one.Abstract)
        {
            Classification = session.Classification,
            TrackId = one.KeepsTrack ? session.TrackId : TrackOf(one),
            ExpectedAttendance = session.ExpectedAttendance,
            Layout = session.Layout,
            InterpretedInto = session.InterpretedInto,
            AgendaItems = session.AgendaItems,
            Notes = session.Notes,
        };
        var described = session.Describe(facts, now);
        return described.IsSuccess ? session : Result<Session>.Fail(described.Errors);
    }

    private Guid? TrackOf(PlannedImport one) => one.TrackKey is { } key ? _tracks[key] : null;

    private Result Place(Session session, PlannedImport one)
    {
        if (!one.MovesPlace)
        {
            return Result.Success;
        }

        if (one.Place is not { } place)
        {
            session.Unschedule(now);
            return Result.Success;
        }

        return session.MoveTo(place.RoomKey is { } key ? SlotPlace.Room(_rooms[key]) : SlotPlace.AllRooms(_allRooms), place.During, planned.Span!.Value, now);
    }

    private Result Name(Session session, PlannedImport one)
    {
        var minutes = session.Speakers.Where(person => person.Role == SpeakerRole.Speaker).ToDictionary(person => person.SpeakerId, person => person.Minutes);
        var chair = session.Speakers.Where(person => person.Role == SpeakerRole.Chair).Select(person => (Guid?)person.SpeakerId).FirstOrDefault();
        return session.SetSpeakers(chair, [.. one.Floor.Select(key => new FloorPart(_persons[key], minutes.GetValueOrDefault(_persons[key])))], now);
    }

    private static async Task<Result> SaveAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return saved;
    }
}
