using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Programmes as no organiser would make them: everything in them happens often.</summary>
internal static class RandomProgrammes
{
    private static readonly string[] _languages = ["en", "ru", "zh", "fa"];

    public static ProgrammeFacts Next(Random random, int sessions)
    {
        var (rooms, people, teams, sides) = (Some(random, 3), Some(random, 6), Some(random, 3), Some(random, 2));
        var (near, far) = (Id(random), Id(random));
        return new ProgrammeFacts
        {
            Sessions = [.. Enumerable.Range(0, sessions).Select(_ => Session(random, rooms, people, teams))],
            Span = Minutes(0, 600),
            Zone = EventZone.Find("Asia/Kolkata"),
            // The third room is one of which nothing is known.
            Rooms = new Dictionary<Guid, PlannedRoom> { [rooms[0]] = Room(random, near), [rooms[1]] = Room(random, far) },
            Teams = teams.ToDictionary(team => team, _ => Pick(random, _languages, 3)),
            Absences =
            [
                .. Enumerable.Range(0, random.Next(6)).Select(_ => new Absence(AvailabilitySubject.Speaker, One(random, people), Stretch(random))),
                .. Enumerable.Range(0, random.Next(3)).Select(_ => new Absence(AvailabilitySubject.InterpreterTeam, One(random, teams), Stretch(random))),
                .. Enumerable.Range(0, random.Next(3)).Select(_ => new Absence(AvailabilitySubject.Head, One(random, sides), Stretch(random))),
            ],
            Severities = random.Next(3) == 0
                ? new Dictionary<ConflictKind, ConflictSeverity> { [One(random, Enum.GetValues<ConflictKind>())] = One(random, Enum.GetValues<ConflictSeverity>()) }
                : [],
            Travel = new TravelRules(random.Next(4) * 10, random.Next(2) == 0 ? [] : [new TravelTime(near, far, random.Next(4) * 10)]),
            Languages = Pick(random, ["en", "ru", "zh"], 2),
        };
    }

    private static PlannedSession Session(Random random, Guid[] rooms, Guid[] people, Guid[] teams)
    {
        var scheduled = random.Next(8) > 0;
        return new PlannedSession
        {
            SessionId = Id(random),
            Type = One(random, Enum.GetValues<SessionType>()),
            Access = One(random, Enum.GetValues<SessionAccess>()),
            State = random.Next(3) == 0 ? One(random, Enum.GetValues<SessionState>()) : SessionState.Confirmed,
            Classification = One(random, Enum.GetValues<Classification>()),
            Title = LocalizedText.From(Pick(random, ["en", "ru", "zh"], 3).Select(language => KeyValuePair.Create(language, (string?)"Title"))),
            Rooms = !scheduled ? [] : random.Next(6) == 0 ? rooms : [One(random, rooms)],
            During = scheduled ? Stretch(random) : null,
            Chair = random.Next(4) == 0 ? null : One(random, people),
            People = Pick(random, people, 2),
            Teams = Pick(random, teams, 1),
            Languages = Pick(random, _languages, 2),
            Expected = random.Next(3) == 0 ? null : random.Next(1, 300),
            Layout = random.Next(2) == 0 ? null : One(random, Enum.GetValues<RoomLayout>()),
        };
    }

    private static PlannedRoom Room(Random random, Guid venue) => new(
        venue,
        random.Next(4) == 0 ? null : random.Next(1, 300),
        Pick(random, Enum.GetValues<RoomLayout>(), 4).Distinct().ToDictionary(layout => layout, _ => random.Next(1, 200)),
        random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, 3).Select(_ => Hours(random))],
        random.Next(3),
        random.Next(2) == 0 ? null : One(random, Enum.GetValues<Classification>()));

    private static BookableHours Hours(Random random)
    {
        var from = random.Next(8, 14);
        return new BookableHours(random.Next(4) == 0 ? DayOfWeek.Monday : null, new TimeOnly(from, 0), from == 13 ? TimeOnly.MinValue : new TimeOnly(from + random.Next(1, 8), 0));
    }

    // Steps of ten minutes, so that many touch and many start together.
    private static TimeInterval Stretch(Random random)
    {
        var start = random.Next(-6, 62) * 10;
        return Minutes(start, start + (random.Next(1, 20) * 10));
    }

    private static T One<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static IReadOnlyList<T> Pick<T>(Random random, T[] from, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => One(random, from))];

    private static Guid[] Some(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Id(random))];

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
