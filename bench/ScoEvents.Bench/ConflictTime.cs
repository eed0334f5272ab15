using System.Globalization;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Bench;

/// <summary>How long it takes to find everything that is wrong in a programme.</summary>
internal static class ConflictTime
{
    private const int WarmUp = 50;
    private const int Rounds = 200;
    private const int SessionsADay = 12;
    private const int Rooms = 10;

    /// <summary>Prints median and processor time for 250 to 4,000 sessions, found and with fingerprints, and what doubling the sessions costs.</summary>
    /// <remarks>Processor time is what holds on a machine that does other things too.</remarks>
    public static int Run()
    {
        var last = 0.0;
        foreach (var sessions in new[] { 250, 500, 1_000, 2_000, 4_000 })
        {
            var facts = Programme(sessions);
            var (median, find) = Measure(() => ConflictFinder.Find(facts));
            var (_, review) = Measure(() => ConflictReview.Of(facts, []));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sessions} sessions, {ConflictFinder.Find(facts).Count} conflicts: found in {median:0.00} ms (median), {find:0.00} ms of processor time, with fingerprints {review:0.00} ms{(last == 0 ? "" : $", {find / last:0.0} times as long as half of them")}"));
            last = find;
        }

        return 0;
    }

    private static (double Median, double Processor) Measure(Func<object> work)
    {
        var times = new List<double>();
        var before = TimeSpan.Zero;
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
            {
                before = Environment.CpuUsage.TotalTime;
            }

            var started = TimeProvider.System.GetTimestamp();
            GC.KeepAlive(work());
            if (round >= WarmUp)
            {
                times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds;
        times.Sort();
        return (times[Rounds / 2], processor);
    }

    // Ten rooms in two buildings, half an hour a session, as many days as it takes; people, teams, absences and faults as large events have them.
    private static ProgrammeFacts Programme(int count)
    {
        var random = new Random(20261207);
        var start = new DateTimeOffset(2026, 12, 7, 3, 30, 0, TimeSpan.Zero);
        Guid[] venues = [Guid.NewGuid(), Guid.NewGuid()];
        Guid[] rooms = [.. Enumerable.Range(0, Rooms).Select(_ => Guid.NewGuid())];
        Guid[] people = [.. Enumerable.Range(0, count / 3).Select(_ => Guid.NewGuid())];
        Guid[] teams = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid())];
        return new ProgrammeFacts
        {
            Sessions = [.. Enumerable.Range(0, count).Select(Session)],
            Span = new TimeInterval(start.AddHours(-9), start.AddDays((count / (SessionsADay * Rooms)) + 1)),
            Zone = EventZone.Find("Asia/Kolkata"),
            Rooms = rooms.Select((room, index) => (room, index)).ToDictionary(
                pair => pair.room,
                pair => new PlannedRoom(
                    venues[pair.index % 2], 40 + (pair.index * 20), new Dictionary<RoomLayout, int> { [RoomLayout.UShape] = 30 },
                    [new BookableHours(null, new TimeOnly(9, 0), new TimeOnly(18, 0))], pair.index % 4, Classification.Amber)),
            Teams = teams.ToDictionary(team => team, _ => (IReadOnlyList<string>)["en", "ru", "zh"]),
            Absences = [.. people.Where((_, index) => index % 5 == 0).Select(person => new Absence(AvailabilitySubject.Speaker, person, new(start.AddHours(random.Next(200)), start.AddHours(300))))],
            Travel = new TravelRules(15, []),
            Languages = ["en", "ru"],
        };

        PlannedSession Session(int index)
        {
            var (day, slot, room) = (index / (SessionsADay * Rooms), index / Rooms % SessionsADay, index % Rooms);
            var from = start.AddDays(day).AddMinutes(slot * 45);
            return new PlannedSession
            {
                SessionId = Guid.NewGuid(),
                State = index % 7 == 0 ? SessionState.Nominated : SessionState.Confirmed,
                Title = index % 3 == 0 ? LocalizedText.Of(en: "Session") : LocalizedText.Of(en: "Session", ru: "Сессия"),
                Rooms = [rooms[room]],
                During = new TimeInterval(from, from.AddMinutes(30)),
                Chair = people[random.Next(people.Length)],
                People = [people[random.Next(people.Length)], people[random.Next(people.Length)]],
                Teams = [teams[(index + slot) % teams.Length]],
                Languages = index % 2 == 0 ? ["ru"] : ["ru", "zh"],
                Expected = random.Next(10, 220),
                Layout = index % 4 == 0 ? RoomLayout.UShape : null,
                Classification = index % 50 == 0 ? Classification.Red : Classification.Clear,
            };
        }
    }
}
