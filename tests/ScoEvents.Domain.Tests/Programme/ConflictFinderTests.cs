using ScoEvents.Domain.Programme;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class ConflictFinderTests
{
    [Fact]
    public void Conflicts_come_in_the_order_of_time_then_of_kind_the_unscheduled_last()
    {
        var unscheduled = Placed(0, 60) with { Rooms = [], During = null };
        var outside = Placed(-30, 10) with { Chair = null };
        var late = Placed(300, 360) with { Chair = null };
        var somebody = Guid.NewGuid();
        var (first, second) = (Placed(0, 60) with { Chair = somebody }, Placed(30, 90) with { Chair = somebody });

        var found = ConflictFinder.Find(Facts(unscheduled, late, second, first, outside));

        Assert.Equal(
            [
                (outside.SessionId, ConflictKind.RoomOverlap), (outside.SessionId, ConflictKind.OutsideEvent), (outside.SessionId, ConflictKind.ChairMissing),
                (first.SessionId, ConflictKind.RoomOverlap), (first.SessionId, ConflictKind.PersonInTwoPlaces),
                (late.SessionId, ConflictKind.ChairMissing),
                (unscheduled.SessionId, ConflictKind.Unscheduled),
            ],
            found.Select(conflict => (conflict.SessionId, conflict.Kind)));
    }

    [Fact]
    public void Random_programmes_have_exactly_the_conflicts_that_comparing_everything_with_everything_finds()
    {
        var random = new Random(20250901);
        var kinds = new Dictionary<ConflictKind, int>();
        for (var run = 0; run < 600; run++)
        {
            var facts = RandomProgrammes.Next(random, random.Next(0, 25));

            var found = ConflictFinder.Find(facts);

            Assert.Equal(NaiveFinder.Find(facts).ToHashSet(), found.ToHashSet());
            Assert.Equal(found.Count, found.Distinct().Count());
            AssertInOrder(facts, found);
            foreach (var conflict in found)
            {
                kinds[conflict.Kind] = kinds.GetValueOrDefault(conflict.Kind) + 1;
            }
        }

        Assert.All(Enum.GetValues<ConflictKind>(), kind => Assert.True(kinds.GetValueOrDefault(kind) > 100, $"{kind} came {kinds.GetValueOrDefault(kind)} times: too tame to prove anything."));
    }

    [Fact]
    public void The_order_in_which_a_programme_is_given_does_not_matter()
    {
        var random = new Random(7);
        for (var run = 0; run < 100; run++)
        {
            var facts = RandomProgrammes.Next(random, 20);

            var found = ConflictFinder.Find(facts);

            Assert.Equal(found, ConflictFinder.Find(facts with { Sessions = [.. facts.Sessions.Reverse()], Absences = [.. facts.Absences.Reverse()] }));
        }
    }

    private static void AssertInOrder(ProgrammeFacts facts, IReadOnlyList<Conflict> found)
    {
        var starts = facts.Sessions.ToDictionary(session => session.SessionId, session => session.During?.Start ?? DateTimeOffset.MaxValue);
        foreach (var (before, after) in found.Zip(found.Skip(1)))
        {
            Assert.True(starts[before.SessionId] <= starts[after.SessionId]);
            Assert.True(before.SessionId != after.SessionId || before.Kind <= after.Kind);
        }
    }
}
