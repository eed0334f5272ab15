using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Finds conflicts by comparing everything with everything, minute by minute, to share no thought with what it is held against.</summary>
internal static class NaiveFinder
{
    public static IEnumerable<Conflict> Find(ProgrammeFacts facts)
    {
        var live = facts.Sessions.Where(session => session.State is not (SessionState.Withdrawn or SessionState.Cancelled)).ToList();
        var placed = live.Where(session => session.During is not null).ToList();
        return live.Except(placed).Select(session => Found(ConflictKind.Unscheduled, session))
            .Concat(placed.SelectMany(session => Alone(session, facts)))
            .Concat(placed.SelectMany(session => placed.Where(other => Before(session, other)).SelectMany(other => Together(session, other, placed, facts))))
            .Select(conflict => conflict with { Severity = Severity(facts, conflict.Kind) })
            .Where(conflict => conflict.Severity != ConflictSeverity.Ignore);
    }

    private static ConflictSeverity Severity(ProgrammeFacts facts, ConflictKind kind) =>
        kind is ConflictKind.RoomOverlap or ConflictKind.PersonInTwoPlaces or ConflictKind.InterpretersInTwoPlaces ? ConflictSeverity.Block
        : facts.Severities.TryGetValue(kind, out var chosen) ? chosen
        : ConflictSeverities.Default(kind);

    private static bool Before(PlannedSession session, PlannedSession other) => session.During!.Value.Start == other.During!.Value.Start
        ? session.SessionId.CompareTo(other.SessionId) < 0
        : session.During.Value.Start < other.During.Value.Start;

    private static IEnumerable<Conflict> Together(PlannedSession first, PlannedSession second, List<PlannedSession> placed, ProgrammeFacts facts)
    {
        var subjects = Subjects(first).Where(Subjects(second).Contains).ToHashSet();
        if (Minutes(first).Intersect(Minutes(second)).Any())
        {
            return subjects.Select(subject => Found(subject.Kind, first, second, subject.Id));
        }

        return subjects.Where(subject => subject.Kind != ConflictKind.RoomOverlap).Select(subject => subject.Id).Distinct()
            .Where(subject => !placed.Exists(between => Subjects(between).Any(other => other.Id == subject) && End(between) > End(first) && End(between) <= Start(second)))
            .Select(subject => Found(ConflictKind.TravelBuffer, first, second, subject) with { Wanted = Needed(first, second, facts), Given = Start(second) - End(first) })
            .Where(conflict => conflict.Given < conflict.Wanted);
    }

    private static IEnumerable<(ConflictKind Kind, Guid Id)> Subjects(PlannedSession session) =>
    [
        .. session.Rooms.Select(room => (ConflictKind.RoomOverlap, room)),
        .. session.People.Select(person => (ConflictKind.PersonInTwoPlaces, person)),
        .. session.Chair is { } chair ? new[] { (ConflictKind.PersonInTwoPlaces, chair) } : [],
        .. session.Teams.Select(team => (ConflictKind.InterpretersInTwoPlaces, team)),
    ];

    private static int Needed(PlannedSession first, PlannedSession second, ProgrammeFacts facts)
    {
        var ways = from here in first.Rooms
                   from there in second.Rooms
                   where facts.Rooms.ContainsKey(here) && facts.Rooms.ContainsKey(there)
                   let pair = new[] { facts.Rooms[here].VenueId, facts.Rooms[there].VenueId }
                   let own = facts.Travel.Times.Where(time => pair.Contains(time.From) && pair.Contains(time.To)).Select(time => (int?)time.Minutes).SingleOrDefault()
                   select pair[0] == pair[1] ? 0 : own ?? facts.Travel.Minutes;
        return ways.DefaultIfEmpty(0).Min();
    }

    private static IEnumerable<Conflict> Alone(PlannedSession session, ProgrammeFacts facts)
    {
        var known = session.Rooms.Where(facts.Rooms.ContainsKey).ToList();
        Guid? one = known.Count == 1 ? known[0] : null;
        var capacities = known.Select(room => session.Layout is { } layout && facts.Rooms[room].CapacityByLayout.TryGetValue(layout, out var persons) ? persons : facts.Rooms[room].Capacity).ToList();
        var capacity = capacities.Contains(null) ? null : capacities.Sum();
        var languages = session.Languages.Distinct().Order(StringComparer.Ordinal).ToList();
        var spoken = facts.Teams.Where(team => session.Teams.Contains(team.Key)).SelectMany(team => team.Value).ToList();
        var uncovered = languages.Where(language => !spoken.Contains(language)).ToList();
        var untranslated = facts.Languages.Where(language => session.Title[language] is null).ToList();
        var hasFloor = session.Type is not (SessionType.Break or SessionType.GroupPhoto or SessionType.Reception or SessionType.Exhibition);
        return
        [
            .. If(facts.Span is { } span && Minutes(session).Any(minute => minute < Minute(span.Start) || minute >= Minute(span.End)), Found(ConflictKind.OutsideEvent, session)),
            .. If(hasFloor && session.Chair is null, Found(ConflictKind.ChairMissing, session)),
            .. If(hasFloor && session.State is SessionState.Draft or SessionState.Nominated && hasFloor, Found(ConflictKind.Unconfirmed, session)),
            .. If(untranslated.Count > 0, Found(ConflictKind.Untranslated, session) with { Languages = string.Join(',', untranslated) }),
            .. If(uncovered.Count > 0, Found(ConflictKind.InterpretersMissing, session) with { Languages = string.Join(',', uncovered) }),
            .. If(known.Count > 0 && capacity < session.Expected, Found(ConflictKind.RoomTooSmall, session, null, one) with { Wanted = session.Expected, Given = capacity }),
            .. If(
                known.Count > 0 && known.TrueForAll(room => facts.Rooms[room].Booths < languages.Count),
                () => Found(ConflictKind.BoothsMissing, session, null, one) with { Wanted = languages.Count, Given = known.Max(room => facts.Rooms[room].Booths) }),
            .. known.Where(room => facts.Rooms[room].Clearance is { } clearance && clearance < session.Classification)
                .Select(room => Found(ConflictKind.RoomClearance, session, null, room) with { Wanted = (int)session.Classification, Given = (int)facts.Rooms[room].Clearance!.Value }),
            .. known.Where(room => !Minutes(session).All(minute => IsOpen(facts.Rooms[room].Hours, facts.Zone!, minute))).Select(room => Found(ConflictKind.RoomOutsideHours, session, null, room)),
            .. Absent(session, facts),
        ];
    }

    private static IEnumerable<Conflict> Absent(PlannedSession session, ProgrammeFacts facts)
    {
        var needed = facts.Absences.Where(absence => absence.Kind switch
        {
            AvailabilitySubject.Speaker => session.Chair == absence.SubjectId || session.People.Contains(absence.SubjectId),
            AvailabilitySubject.InterpreterTeam => session.Teams.Contains(absence.SubjectId),
            AvailabilitySubject.Head => session.Access == SessionAccess.HeadsOnly || session.Type == SessionType.RestrictedMeeting,
        });
        foreach (var subject in needed.GroupBy(absence => (absence.Kind, absence.SubjectId)))
        {
            var away = subject.SelectMany(absence => Enumerable.Range(Minute(absence.During.Start), (int)absence.During.Duration.TotalMinutes)).ToHashSet();
            if (Minutes(session).Where(away.Contains).Select(minute => (int?)minute).FirstOrDefault() is { } first)
            {
                var (from, to) = (first, first);
                while (away.Contains(from - 1))
                {
                    from--;
                }

                while (away.Contains(to))
                {
                    to++;
                }

                yield return Found(ConflictKind.PersonUnavailable, session, null, subject.Key.SubjectId) with { Stretch = PlannedSessions.Minutes(from, to) };
            }
        }
    }

    private static bool IsOpen(IReadOnlyList<BookableHours> hours, EventZone zone, int minute)
    {
        var local = zone.ToLocal(PlannedSessions.Nine.AddMinutes(minute));
        var ofDay = hours.Where(stretch => stretch.Day == local.DayOfWeek).ToList();
        return hours.Count == 0 || (ofDay.Count > 0 ? ofDay : hours.Where(stretch => stretch.Day is null))
            .Any(stretch => stretch.From <= TimeOnly.FromDateTime(local) && (stretch.To == TimeOnly.MinValue || TimeOnly.FromDateTime(local) < stretch.To));
    }

    private static IEnumerable<Conflict> If(bool holds, Conflict conflict) => If(holds, () => conflict);

    private static IEnumerable<Conflict> If(bool holds, Func<Conflict> conflict) => holds ? [conflict()] : [];

    private static Conflict Found(ConflictKind kind, PlannedSession session, PlannedSession? other = null, Guid? subject = null) =>
        new(kind, ConflictSeverity.Ignore, session.SessionId, other?.SessionId, subject);

    private static IEnumerable<int> Minutes(PlannedSession session) => Enumerable.Range(Start(session), End(session) - Start(session));

    private static int Start(PlannedSession session) => Minute(session.During!.Value.Start);

    private static int End(PlannedSession session) => Minute(session.During!.Value.End);

    private static int Minute(DateTimeOffset moment) => (int)(moment - PlannedSessions.Nine).TotalMinutes;
}
