using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Tests.States;

namespace ScoEvents.Domain.Tests.Outcomes;

public class AttendanceRosterTests
{
    private static readonly Dictionary<Guid, State> _states = ReferenceStates.All.ToDictionary(state => state.Id);

    [Fact]
    public void Who_holds_a_status_on_the_day_is_on_the_roster_also_without_an_invitation()
    {
        var roster = AttendanceRoster.Of(_states, new DateOnly(2021, 12, 7), []);

        Assert.Equal((8, 4, 6), (Count(Capacity.Member), Count(Capacity.Observer), Count(Capacity.DialoguePartner)));
        Assert.All(roster, side => Assert.Null(side.Attendance));

        int Count(Capacity capacity) => roster.Count(side => side.Capacity == capacity);
    }

    [Fact]
    public void The_status_of_the_day_decides_the_group_whatever_was_stated()
    {
        var iran = Side("IR");

        var roster = AttendanceRoster.Of(_states, new DateOnly(2023, 7, 16), [new(iran, Capacity.Observer, 0, Attendance.Present)]);

        Assert.Equal((Capacity.Member, Attendance.Present), roster.Where(side => side.SideId == iran).Select(side => (side.Capacity, side.Attendance)).Single());
    }

    [Fact]
    public void Guests_and_organisations_join_in_their_capacity()
    {
        var body = Guid.NewGuid();

        var roster = AttendanceRoster.Of(_states, new DateOnly(2021, 12, 7), [new(Side("VN"), null, 0, Attendance.Present), new(body, Capacity.SCOBody, 7, null)]);

        Assert.Equal([Capacity.Guest, Capacity.SCOBody], roster.TakeLast(2).Select(side => side.Capacity));
        Assert.Equal(body, roster[^1].SideId);
    }

    [Fact]
    public void Without_a_day_the_roster_is_what_was_stated()
    {
        // The meeting of security advisers of 2021 is dated nowhere in its source.
        KnownSide[] stated =
        [
            .. new[] { "IN", "KZ", "KG", "RU", "TJ", "UZ" }.Select(code => new KnownSide(Side(code), Capacity.Member, 0, Attendance.Present)),
            .. new[] { "PK", "CN" }.Select(code => new KnownSide(Side(code), Capacity.Member, 0, Attendance.Absent)),
        ];

        var statement = Assert.Single(AttendanceStatement.Of(AttendanceRoster.Of(_states, null, stated)));

        Assert.Equal(AttendanceWording.AllExcept, statement.Form);
        Assert.Equal([Side("CN"), Side("PK")], statement.Absent.Select(side => side.SideId));
    }

    [Theory]
    [InlineData(InvitationStatus.Accepted, true, false, Attendance.Present)]
    [InlineData(InvitationStatus.Declined, true, false, Attendance.Present)]
    [InlineData(null, true, false, Attendance.Present)]
    [InlineData(InvitationStatus.Accepted, false, false, Attendance.Confirmed)]
    [InlineData(InvitationStatus.Accepted, false, true, Attendance.Absent)]
    [InlineData(InvitationStatus.Declined, false, true, Attendance.Absent)]
    [InlineData(InvitationStatus.Declined, false, false, Attendance.Invited)]
    [InlineData(InvitationStatus.NoReply, false, false, Attendance.Invited)]
    [InlineData(InvitationStatus.Draft, false, true, null)]
    [InlineData(InvitationStatus.Withdrawn, false, true, null)]
    [InlineData(null, false, true, null)]
    public void A_side_is_proposed_by_what_was_seen_then_by_its_answer(InvitationStatus? answer, bool hasArrived, bool isOver, Attendance? expected) =>
        Assert.Equal(expected, AttendanceProposal.OfSide(answer, hasArrived, isOver));

    [Theory]
    [InlineData(true, true, Attendance.Present)]
    [InlineData(false, true, Attendance.Absent)]
    [InlineData(false, false, Attendance.Confirmed)]
    public void A_person_is_proposed_by_the_door(bool hasArrived, bool isOver, Attendance expected) =>
        Assert.Equal(expected, AttendanceProposal.OfPerson(hasArrived, isOver));

    private static Guid Side(string code) => ReferenceStates.All.Single(state => state.Iso2 == code).Id;
}
