using ScoEvents.Domain.Programme;
using static ScoEvents.Domain.Tests.Programme.PlannedSessions;

namespace ScoEvents.Domain.Tests.Programme;

public class AbsenceConflictTests
{
    private static readonly Guid _somebody = Guid.NewGuid();

    [Theory]
    [InlineData(0, 60, false)]
    [InlineData(0, 61, true)]
    [InlineData(80, 90, true)]
    [InlineData(119, 300, true)]
    [InlineData(120, 300, false)]
    [InlineData(0, 300, true)]
    public void A_speaker_who_cannot_be_there_for_a_part_of_the_session_is_found(int start, int end, bool isFound)
    {
        var session = Placed(60, 120) with { People = [_somebody] };
        var absence = new Absence(AvailabilitySubject.Speaker, _somebody, Minutes(start, end));

        var found = ConflictFinder.Find(Facts(session) with { Absences = [absence] });

        Assert.Equal(isFound ? [Of(ConflictKind.PersonUnavailable, session, subject: _somebody) with { Stretch = absence.During }] : [], found);
    }

    [Fact]
    public void The_chair_and_the_interpreters_are_looked_for_as_well()
    {
        var team = Guid.NewGuid();
        var session = Placed(60, 120) with { Chair = _somebody, Teams = [team] };
        Absence[] absences =
        [
            new(AvailabilitySubject.Speaker, _somebody, Minutes(0, 70)), new(AvailabilitySubject.InterpreterTeam, team, Minutes(100, 110)),
        ];

        var found = ConflictFinder.Find(Facts(session) with { Absences = absences });

        Assert.Equal(
            absences.Select(absence => Of(ConflictKind.PersonUnavailable, session, subject: absence.SubjectId) with { Stretch = absence.During })
                .OrderBy(conflict => conflict.SubjectId),
            found);
    }

    [Fact]
    public void Stretches_of_one_person_that_touch_count_as_one_and_are_told_once()
    {
        var session = Placed(60, 120) with { Chair = _somebody };
        var absences = new[] { (70, 80), (0, 65), (65, 70), (200, 300), (75, 78) }
            .Select(stretch => new Absence(AvailabilitySubject.Speaker, _somebody, Minutes(stretch.Item1, stretch.Item2)));

        var found = ConflictFinder.Find(Facts(session) with { Absences = [.. absences] });

        Assert.Equal([Of(ConflictKind.PersonUnavailable, session, subject: _somebody) with { Stretch = Minutes(0, 80) }], found);
    }

    [Theory]
    [InlineData(SessionType.RestrictedMeeting, SessionAccess.DelegationsOnly, true)]
    [InlineData(SessionType.Plenary, SessionAccess.HeadsOnly, true)]
    [InlineData(SessionType.Plenary, SessionAccess.MembersOnly, false)]
    [InlineData(SessionType.Plenary, SessionAccess.Open, false)]
    public void A_head_of_delegation_is_expected_where_heads_meet(SessionType type, SessionAccess access, bool isExpected)
    {
        var side = Guid.NewGuid();
        var session = Placed(60, 120) with { Type = type, Access = access };

        var found = ConflictFinder.Find(Facts(session) with { Absences = [new Absence(AvailabilitySubject.Head, side, Minutes(90, 400))] });

        Assert.Equal(isExpected ? [Of(ConflictKind.PersonUnavailable, session, subject: side) with { Stretch = Minutes(90, 400) }] : [], found);
    }

    [Fact]
    public void A_stretch_of_somebody_who_has_no_part_in_the_session_is_no_conflict()
    {
        var session = Placed(60, 120) with { Chair = _somebody };

        Assert.Empty(ConflictFinder.Find(Facts(session) with
        {
            // The same identity as of another kind of subject is somebody else.
            Absences = [new Absence(AvailabilitySubject.InterpreterTeam, _somebody, Minutes(0, 300)), new Absence(AvailabilitySubject.Speaker, Guid.NewGuid(), Minutes(0, 300))],
        }));
    }
}
