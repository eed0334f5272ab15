using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Tests.States;

namespace ScoEvents.Domain.Tests.Outcomes;

public class AttendanceStatementTests
{
    private static readonly DateOnly _newDelhi = new(2021, 12, 7);

    [Fact]
    public void All_members_except_two_are_named_by_the_two_in_protocol_order()
    {
        var statement = Members(code => code is "UZ" or "TJ" ? Attendance.Absent : Attendance.Present);

        Assert.Equal(AttendanceWording.AllExcept, statement.Form);
        Assert.Equal(["TJ", "UZ"], Codes(statement.Absent));
        Assert.Equal(["IN", "KZ", "CN", "KG", "PK", "RU"], Codes(statement.Present));
        Assert.Empty(statement.Unknown);
    }

    [Fact]
    public void Who_took_part_by_line_took_part() =>
        Assert.Equal(AttendanceWording.All, Members(code => code == "CN" ? Attendance.PresentOnline : Attendance.Present).Form);

    [Fact]
    public void Nobody_of_a_group_is_none() => Assert.Equal(AttendanceWording.None, Members(_ => Attendance.Absent).Form);

    [Fact]
    public void The_fewer_are_named()
    {
        Assert.Equal(AttendanceWording.Only, Members(code => code is "IN" or "RU" or "CN" ? Attendance.Present : Attendance.Absent).Form);
        Assert.Equal(AttendanceWording.AllExcept, Members(code => code is "IN" or "RU" or "CN" or "PK" ? Attendance.Present : Attendance.Absent).Form);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Attendance.Invited)]
    [InlineData(Attendance.Confirmed)]
    public void An_invitation_and_an_answer_settle_nothing(Attendance? known)
    {
        Assert.Equal(AttendanceWording.Unknown, Members(_ => known).Form);

        var statement = Members(code => code == "IN" ? Attendance.Present : code == "PK" ? Attendance.Absent : known);

        Assert.Equal(AttendanceWording.Partial, statement.Form);
        Assert.Equal(["IN"], Codes(statement.Present));
        Assert.Equal(["PK"], Codes(statement.Absent));
        Assert.Equal(["KZ", "CN", "KG", "RU", "TJ", "UZ"], Codes(statement.Unknown));
    }

    [Fact]
    public void Each_group_is_spoken_of_by_itself_members_first()
    {
        var statements = AttendanceStatement.Of(Roster(_newDelhi, code => code is "CN" or "PK" or "AF" ? Attendance.Absent : Attendance.Present));

        Assert.Equal(
            [(Capacity.Member, AttendanceWording.AllExcept), (Capacity.Observer, AttendanceWording.AllExcept), (Capacity.DialoguePartner, AttendanceWording.All)],
            statements.Select(statement => (statement.Capacity, statement.Form)));
        Assert.Equal(["AF"], Codes(statements[1].Absent));
    }

    [Fact]
    public void The_same_absence_is_another_sentence_when_the_roster_is_another()
    {
        // Iran is an observer on the day of New Delhi and a member two years later.
        var then = AttendanceStatement.Of(Roster(_newDelhi, code => code == "IR" ? Attendance.Absent : Attendance.Present));
        var later = AttendanceStatement.Of(Roster(new DateOnly(2023, 7, 16), code => code == "IR" ? Attendance.Absent : Attendance.Present));

        Assert.Equal((AttendanceWording.All, AttendanceWording.AllExcept), (then[0].Form, later[0].Form));
        Assert.Equal(Capacity.Observer, Assert.Single(then, statement => statement.Form == AttendanceWording.AllExcept).Capacity);
    }

    private static AttendanceStatement Members(Func<string, Attendance?> known) =>
        AttendanceStatement.Of(Roster(_newDelhi, known)).Single(statement => statement.Capacity == Capacity.Member);

    private static IEnumerable<AttendingSide> Roster(DateOnly day, Func<string, Attendance?> known) => ReferenceStates.All
        .Where(state => state.StatusOn(day) is not null)
        .Select(state => new AttendingSide(state.Id, Invitation.CapacityOf(state.StatusOn(day)), state.ProtocolRankRussian, known(state.Iso2)));

    private static List<string> Codes(IEnumerable<AttendingSide> sides) =>
        [.. sides.Select(side => ReferenceStates.All.Single(state => state.Id == side.SideId).Iso2)];
}
