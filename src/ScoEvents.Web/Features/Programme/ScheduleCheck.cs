using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>A session whose new slot is not saved yet.</summary>
/// <param name="Session">With the new slot, and with its people.</param>
/// <param name="Before">When it took place before, or null where it was unscheduled.</param>
internal sealed record MovingSession(Session Session, TimeInterval? Before);

/// <summary>Whether rooms, persons and teams are free for sessions that move.</summary>
internal static class ScheduleCheck
{
    private const int MostErrors = 8;

    /// <summary>Locks what the sessions take and looks whether it is free. Refused: as <see cref="ScheduleService.MoveAsync"/>.</summary>
    public static async Task<Result> RunAsync(
        ScoEventsDbContext context, Reach reach, Guid eventId, IReadOnlyList<MovingSession> moving, CancellationToken cancellationToken)
    {
        if (moving.Count == 0)
        {
            return Result.Success;
        }

        var rooms = moving.SelectMany(move => move.Session.Slot!.Rooms.Select(room => room.RoomId)).Distinct().Order().ToList();
        var people = moving.SelectMany(move => move.Session.Speakers.Select(person => person.SpeakerId)).Distinct().Order().ToList();
        var teams = moving.SelectMany(move => move.Session.Interpreters.Select(team => team.TeamId)).Distinct().Order().ToList();
        await LockAsync(context, rooms, people, teams, cancellationToken);
        var found = new List<Clash>();
        found.AddRange(await OthersInRoomsAsync(context, reach, eventId, moving, rooms, cancellationToken));
        found.AddRange(await OthersWithPeopleAsync(context, eventId, moving, people, teams, cancellationToken));
        found.AddRange(AmongThemselves(moving));
        return found.Count == 0 ? Result.Success : Result.Fail(await NameAsync(context, [.. found.Take(MostErrors)], cancellationToken));
    }

    // In the order room, person, team, each by id, so that no two writers wait for each other.
    private static async Task LockAsync(ScoEventsDbContext context, List<Guid> rooms, List<Guid> people, List<Guid> teams, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT FROM rooms WHERE id = ANY ({rooms}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT FROM speakers WHERE id = ANY ({people}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT FROM interpreter_teams WHERE id = ANY ({teams}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
    }

    private static async Task<IEnumerable<Clash>> OthersInRoomsAsync(
        ScoEventsDbContext context, Reach reach, Guid eventId, IReadOnlyList<MovingSession> moving, List<Guid> rooms, CancellationToken cancellationToken)
    {
        var (ids, span) = (moving.Select(move => move.Session.Id).ToList(), Span(moving));
        var others = await context.Set<SlotRoom>().AsNoTracking()
            .Where(slot => rooms.Contains(slot.RoomId) && !ids.Contains(slot.SessionId) && slot.StartsAt < span.End && span.Start < slot.EndsAt)
            .OrderBy(slot => slot.StartsAt)
            .Join(context.Sessions, slot => slot.SessionId, row => row.Id, (slot, row) => new { slot.SessionId, slot.RoomId, slot.StartsAt, slot.EndsAt, row.EventId, row.Title })
            .Join(context.Events, found => found.EventId, row => row.Id, (found, row) => new { found, row.SecretariatId })
            .ToListAsync(cancellationToken);
        return moving.SelectMany(move => others
            .Where(other => other.found.StartsAt < move.Session.Slot!.EndsAt && move.Session.Slot.StartsAt < other.found.EndsAt
                && move.Session.Slot.Rooms.Any(room => room.RoomId == other.found.RoomId))
            .DistinctBy(other => other.found.SessionId)
            .Select(other => new Clash(
                Subject.Room, other.found.RoomId, move.Session.Title,
                other.found.EventId == eventId || reach.CanReadDraft(new EventScope(other.found.EventId, other.SecretariatId)) ? other.found.Title : LocalizedText.Empty)));
    }

    private static async Task<IEnumerable<Clash>> OthersWithPeopleAsync(
        ScoEventsDbContext context, Guid eventId, IReadOnlyList<MovingSession> moving, List<Guid> people, List<Guid> teams, CancellationToken cancellationToken)
    {
        if (people.Count + teams.Count == 0)
        {
            return [];
        }

        var (ids, span) = (moving.Select(move => move.Session.Id).ToList(), Span(moving));
        var others = await context.Sessions.AsNoTracking()
            .Where(row => row.EventId == eventId && !ids.Contains(row.Id) && row.Slot != null && row.Slot.StartsAt < span.End && span.Start < row.Slot.EndsAt
                && (row.Speakers.Any(person => people.Contains(person.SpeakerId)) || row.Interpreters.Any(team => teams.Contains(team.TeamId))))
            .OrderBy(row => row.Slot!.StartsAt).ThenBy(row => row.Id)
            .Include(row => row.Slot).Include(row => row.Speakers).Include(row => row.Interpreters).AsSplitQuery()
            .ToListAsync(cancellationToken);
        return moving.SelectMany(move => others.SelectMany(other => SharedBy(move, other, other.Slot!.During)));
    }

    private static IEnumerable<Clash> AmongThemselves(IReadOnlyList<MovingSession> moving)
    {
        for (var first = 0; first < moving.Count; first++)
        {
            for (var second = first + 1; second < moving.Count; second++)
            {
                var (one, two) = (moving[first], moving[second]);
                if (!one.Session.Slot!.During.Overlaps(two.Session.Slot!.During))
                {
                    continue;
                }

                foreach (var room in one.Session.Slot.Rooms.Select(room => room.RoomId).Intersect(two.Session.Slot.Rooms.Select(room => room.RoomId)).Take(1))
                {
                    yield return new Clash(Subject.Room, room, one.Session.Title, two.Session.Title);
                }

                foreach (var clash in SharedBy(one, two.Session, two.Before))
                {
                    yield return clash;
                }
            }
        }
    }

    // Who was in two places already is a conflict of the draft, and no reason to refuse a move that leaves it as it is.
    private static IEnumerable<Clash> SharedBy(MovingSession move, Session other, TimeInterval? otherBefore)
    {
        var isNew = move.Session.Slot!.During.Overlaps(other.Slot!.During)
            && !(move.Before is { } before && otherBefore is { } then && before.Overlaps(then));
        if (!isNew)
        {
            return [];
        }

        return
        [
            .. move.Session.Speakers.Select(person => person.SpeakerId).Intersect(other.Speakers.Select(person => person.SpeakerId))
                .Select(person => new Clash(Subject.Person, person, move.Session.Title, other.Title)),
            .. move.Session.Interpreters.Select(team => team.TeamId).Intersect(other.Interpreters.Select(team => team.TeamId))
                .Select(team => new Clash(Subject.Team, team, move.Session.Title, other.Title)),
        ];
    }

    private static async Task<IReadOnlyList<Error>> NameAsync(ScoEventsDbContext context, IReadOnlyList<Clash> clashes, CancellationToken cancellationToken)
    {
        var ids = clashes.Select(clash => clash.SubjectId).ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => ids.Contains(room.Id)).ToDictionaryAsync(room => room.Id, room => room.Name, cancellationToken);
        var people = await context.Speakers.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var teams = await context.Set<InterpreterTeam>().AsNoTracking().Where(team => ids.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
        return [.. clashes.Select(clash => clash.Subject switch
        {
            Subject.Room => ScheduleErrors.RoomOverlap(clash.Title, rooms[clash.SubjectId], clash.Other),
            Subject.Person => ScheduleErrors.PersonBusy(clash.Title, people[clash.SubjectId], clash.Other),
            Subject.Team => ScheduleErrors.TeamBusy(clash.Title, teams[clash.SubjectId], clash.Other),
        })];
    }

    private static TimeInterval Span(IReadOnlyList<MovingSession> moving) =>
        new(moving.Min(move => move.Session.Slot!.StartsAt), moving.Max(move => move.Session.Slot!.EndsAt));

    private enum Subject
    {
        Room,
        Person,
        Team,
    }

    private sealed record Clash(Subject Subject, Guid SubjectId, LocalizedText Title, LocalizedText Other);
}
