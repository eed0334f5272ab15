using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Programme;

public class ConflictFinderTests
{
    private static readonly Guid _room = Guid.NewGuid();
    private static readonly Guid _otherRoom = Guid.NewGuid();
    private static readonly Guid _chair = Guid.NewGuid();
    private static readonly TimeInterval _span = Minutes(0, 600);

    [Fact]
    public void An_empty_programme_has_no_conflict() => Assert.Empty(ConflictFinder.Find([], _span));

    [Fact]
    public void A_programme_without_faults_has_no_conflict() =>
        Assert.Empty(ConflictFinder.Find([Placed(0, 60), Placed(60, 120), Placed(60, 120, room: _otherRoom, chair: Guid.NewGuid())], _span));

    [Theory]
    [InlineData(0, 60, 59, 120)]
    [InlineData(0, 60, 10, 20)]
    [InlineData(0, 60, 0, 60)]
    public void Two_sessions_in_one_room_at_once_block(int start, int end, int otherStart, int otherEnd)
    {
        var (first, second) = (Placed(start, end), Placed(otherStart, otherEnd, chair: Guid.NewGuid()));
        var (earlier, later) = InOrder(first, second);

        var found = ConflictFinder.Find([second, first], _span);

        Assert.Equal([new Conflict(ConflictKind.RoomOverlap, ConflictSeverity.Block, earlier.SessionId, later.SessionId, _room)], found);
    }

    [Fact]
    public void Sessions_that_touch_do_not_overlap_neither_in_a_room_nor_for_a_person()
    {
        var sessions = new[] { Placed(0, 60), Placed(60, 120), Placed(120, 180) };

        Assert.Empty(ConflictFinder.Find(sessions, _span));
    }

    [Fact]
    public void A_long_session_conflicts_with_every_short_one_within_it()
    {
        var long_ = Placed(0, 180);
        PlannedSession[] within = [Placed(10, 20, chair: Guid.NewGuid()), Placed(20, 30, chair: Guid.NewGuid()), Placed(170, 190, chair: Guid.NewGuid())];

        var found = ConflictFinder.Find([.. within, long_], _span);

        Assert.Equal(within.Select(session => new Conflict(ConflictKind.RoomOverlap, ConflictSeverity.Block, long_.SessionId, session.SessionId, _room)), found);
    }

    [Fact]
    public void A_person_in_two_places_blocks()
    {
        var speaker = Guid.NewGuid();
        var first = Placed(0, 60, people: [speaker]);
        var second = Placed(30, 90, room: _otherRoom, chair: Guid.NewGuid(), people: [speaker]);

        Assert.Equal(
            [new Conflict(ConflictKind.PersonInTwoPlaces, ConflictSeverity.Block, first.SessionId, second.SessionId, speaker)],
            ConflictFinder.Find([second, first], _span));
    }

    [Fact]
    public void A_chair_who_speaks_in_the_own_session_is_in_one_place()
    {
        var session = Placed(0, 60) with { People = [_chair, _chair] };

        Assert.Empty(ConflictFinder.Find([session], _span));
    }

    [Theory]
    [InlineData(-1, 60, true)]
    [InlineData(590, 601, true)]
    [InlineData(600, 660, true)]
    [InlineData(0, 600, false)]
    public void A_session_outside_the_event_blocks(int start, int end, bool outside)
    {
        var session = Placed(start, end);

        var found = ConflictFinder.Find([session], _span);

        Assert.Equal(outside ? [new Conflict(ConflictKind.OutsideEvent, ConflictSeverity.Block, session.SessionId)] : [], found);
    }

    [Fact]
    public void Where_the_days_of_the_event_are_not_known_nothing_is_outside_them() => Assert.Empty(ConflictFinder.Find([Placed(-9_000, -8_940)], null));

    [Theory]
    [InlineData(SessionType.OpeningCeremony, true)]
    [InlineData(SessionType.Plenary, true)]
    [InlineData(SessionType.ThematicSession, true)]
    [InlineData(SessionType.Panel, true)]
    [InlineData(SessionType.RoundTable, true)]
    [InlineData(SessionType.HandsOn, true)]
    [InlineData(SessionType.ExercisePhase, true)]
    [InlineData(SessionType.RestrictedMeeting, true)]
    [InlineData(SessionType.SideEvent, true)]
    [InlineData(SessionType.Signing, true)]
    [InlineData(SessionType.PressConference, true)]
    [InlineData(SessionType.Closing, true)]
    [InlineData(SessionType.Exhibition, false)]
    [InlineData(SessionType.GroupPhoto, false)]
    [InlineData(SessionType.Reception, false)]
    [InlineData(SessionType.Break, false)]
    public void A_session_with_a_floor_needs_a_chair(SessionType type, bool needed)
    {
        var session = Placed(0, 60) with { Type = type, Chair = null, People = [] };

        var found = ConflictFinder.Find([session], _span);

        Assert.Equal(needed ? [new Conflict(ConflictKind.ChairMissing, ConflictSeverity.Warn, session.SessionId)] : [], found);
    }

    [Fact]
    public void A_session_without_place_and_time_is_a_warning_and_overlaps_nothing()
    {
        var unscheduled = Placed(0, 60) with { RoomId = null, During = null };

        Assert.Equal(
            [new Conflict(ConflictKind.Unscheduled, ConflictSeverity.Warn, unscheduled.SessionId)],
            ConflictFinder.Find([unscheduled, Placed(0, 60)], _span));
    }

    [Fact]
    public void Conflicts_come_in_the_order_of_time_then_of_kind_the_unscheduled_last()
    {
        var unscheduled = Placed(0, 60) with { RoomId = null, During = null, Chair = null, People = [] };
        var outside = Placed(-30, 10) with { Chair = null, People = [] };
        var late = Placed(300, 360) with { Chair = null, People = [] };
        var first = Placed(0, 60);
        var second = Placed(30, 90);

        var found = ConflictFinder.Find([unscheduled, late, second, first, outside], _span);

        Assert.Equal(
            [
                (outside.SessionId, ConflictKind.RoomOverlap), (outside.SessionId, ConflictKind.OutsideEvent), (outside.SessionId, ConflictKind.ChairMissing),
                (first.SessionId, ConflictKind.RoomOverlap), (first.SessionId, ConflictKind.PersonInTwoPlaces),
                (late.SessionId, ConflictKind.ChairMissing),
                (unscheduled.SessionId, ConflictKind.ChairMissing), (unscheduled.SessionId, ConflictKind.Unscheduled),
            ],
            found.Select(conflict => (conflict.SessionId, conflict.Kind)));
    }

    [Fact]
    public void Random_programmes_have_exactly_the_conflicts_that_comparing_everything_with_everything_finds()
    {
        var random = new Random(20250901);
        var conflicts = 0;
        for (var run = 0; run < 300; run++)
        {
            var programme = RandomProgramme(random);

            var found = ConflictFinder.Find(programme, _span);

            Assert.Equal(BruteForce(programme).ToHashSet(), found.ToHashSet());
            Assert.Equal(found.Count, found.Distinct().Count());
            AssertInOrder(programme, found);
            conflicts += found.Count;
        }

        Assert.True(conflicts > 1_000, "The programmes are too tame to prove anything.");
    }

    [Fact]
    public void The_order_in_which_a_scheduled_programme_is_given_does_not_matter()
    {
        var random = new Random(7);
        for (var run = 0; run < 50; run++)
        {
            var programme = RandomProgramme(random).Where(session => session.During is not null).Select(session => session with { People = [.. session.People.Take(1)] }).ToList();

            var found = ConflictFinder.Find(programme, _span);
            programme.Reverse();

            Assert.Equal(found, ConflictFinder.Find(programme, _span));
        }
    }

    private static List<PlannedSession> RandomProgramme(Random random)
    {
        var rooms = Some(3);
        var people = Some(6);
        var types = Enum.GetValues<SessionType>();
        var programme = new List<PlannedSession>();
        for (var i = random.Next(0, 25); i > 0; i--)
        {
            // Steps of ten minutes, so that many sessions touch and many start together.
            var start = random.Next(-6, 62) * 10;
            Guid? chair = random.Next(4) == 0 ? null : people[random.Next(people.Length)];
            Guid[] speakers = [.. Enumerable.Range(0, random.Next(3)).Select(_ => people[random.Next(people.Length)])];
            var scheduled = random.Next(8) > 0;
            programme.Add(new PlannedSession(
                Id(random), types[random.Next(types.Length)], scheduled ? rooms[random.Next(rooms.Length)] : null,
                scheduled ? Minutes(start, start + random.Next(1, 20) * 10) : null, chair, chair is { } presiding ? [presiding, .. speakers] : speakers));
        }

        return programme;

        Guid[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => Id(random))];
    }

    private static IEnumerable<Conflict> BruteForce(List<PlannedSession> programme)
    {
        foreach (var session in programme)
        {
            if (session.During is not { } during)
            {
                yield return new Conflict(ConflictKind.Unscheduled, ConflictSeverity.Warn, session.SessionId);
            }
            else if (during.Start < _span.Start || during.End > _span.End)
            {
                yield return new Conflict(ConflictKind.OutsideEvent, ConflictSeverity.Block, session.SessionId);
            }

            if (session.Chair is null && session.Type is not (SessionType.Break or SessionType.GroupPhoto or SessionType.Reception or SessionType.Exhibition))
            {
                yield return new Conflict(ConflictKind.ChairMissing, ConflictSeverity.Warn, session.SessionId);
            }
        }

        for (var i = 0; i < programme.Count; i++)
        {
            for (var j = i + 1; j < programme.Count; j++)
            {
                if (!ShareAMinute(programme[i], programme[j]))
                {
                    continue;
                }

                var (earlier, later) = InOrder(programme[i], programme[j]);
                if (earlier.RoomId == later.RoomId)
                {
                    yield return new Conflict(ConflictKind.RoomOverlap, ConflictSeverity.Block, earlier.SessionId, later.SessionId, earlier.RoomId);
                }

                foreach (var person in earlier.People.Intersect(later.People))
                {
                    yield return new Conflict(ConflictKind.PersonInTwoPlaces, ConflictSeverity.Block, earlier.SessionId, later.SessionId, person);
                }
            }
        }
    }

    // Counts minutes instead of comparing ends, to share no thought with what is tested.
    private static bool ShareAMinute(PlannedSession left, PlannedSession right) =>
        left.During is { } a && right.During is { } b && MinutesOf(a).Intersect(MinutesOf(b)).Any();

    private static IEnumerable<int> MinutesOf(TimeInterval during) =>
        Enumerable.Range((int)(during.Start - Clock.Now).TotalMinutes, (int)during.Duration.TotalMinutes);

    private static void AssertInOrder(List<PlannedSession> programme, IReadOnlyList<Conflict> found)
    {
        var starts = programme.ToDictionary(session => session.SessionId, session => session.During?.Start ?? DateTimeOffset.MaxValue);
        foreach (var (before, after) in found.Zip(found.Skip(1)))
        {
            Assert.True(starts[before.SessionId] <= starts[after.SessionId]);
            Assert.True(before.SessionId != after.SessionId || before.Kind <= after.Kind);
        }
    }

    private static (PlannedSession Earlier, PlannedSession Later) InOrder(PlannedSession left, PlannedSession right)
    {
        var leftFirst = left.During!.Value.Start != right.During!.Value.Start
            ? left.During.Value.Start < right.During.Value.Start
            : left.SessionId.CompareTo(right.SessionId) < 0;
        return leftFirst ? (left, right) : (right, left);
    }

    private static PlannedSession Placed(int start, int end, Guid? room = null, Guid? chair = null, Guid[]? people = null) => new(
        Guid.NewGuid(), SessionType.Panel, room ?? _room, Minutes(start, end), chair ?? _chair, [chair ?? _chair, .. people ?? []]);

    private static TimeInterval Minutes(int start, int end) => new(Clock.Now.AddMinutes(start), Clock.Now.AddMinutes(end));

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
