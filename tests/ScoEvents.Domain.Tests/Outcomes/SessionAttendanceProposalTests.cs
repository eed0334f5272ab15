using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using Xunit;

namespace ScoEvents.Domain.Tests.Outcomes;

public class SessionAttendanceProposalTests
{
    [Theory]
    [InlineData(null, true, Attendance.Present)]
    [InlineData(Attendance.Absent, true, Attendance.Present)]
    [InlineData(null, false, null)]
    [InlineData(Attendance.Absent, false, Attendance.Absent)]
    [InlineData(Attendance.Invited, false, Attendance.Invited)]
    [InlineData(Attendance.Confirmed, false, Attendance.Confirmed)]
    [InlineData(Attendance.Present, false, Attendance.Confirmed)]
    [InlineData(Attendance.PresentOnline, false, Attendance.Confirmed)]
    public void Before_a_session_is_over_who_was_seen_is_present_and_the_others_are_awaited(Attendance? atEvent, bool wasSeen, Attendance? expected) =>
        Assert.Equal(expected, SessionAttendanceProposal.OfSide(new SideInSession(atEvent, IsExpected: true, wasSeen, HasFloor: false), new SessionSeen(IsOver: false, IsCounted: true)));

    [Theory]
    [InlineData(Attendance.Present, false, false, Attendance.Present)]
    [InlineData(Attendance.Present, false, true, Attendance.Absent)]
    [InlineData(Attendance.Present, true, true, Attendance.Present)]
    [InlineData(Attendance.PresentOnline, false, true, Attendance.PresentOnline)]
    [InlineData(Attendance.PresentOnline, true, true, Attendance.PresentOnline)]
    [InlineData(Attendance.Absent, true, true, Attendance.Absent)]
    [InlineData(Attendance.Confirmed, true, false, Attendance.Confirmed)]
    [InlineData(null, true, false, null)]
    public void After_it_those_who_came_to_the_event_were_there_unless_its_door_did_not_see_them(Attendance? atEvent, bool hasFloor, bool isCounted, Attendance? expected) =>
        Assert.Equal(expected, SessionAttendanceProposal.OfSide(new SideInSession(atEvent, IsExpected: true, WasSeen: false, hasFloor), new SessionSeen(IsOver: true, isCounted)));

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, Attendance.Present)]
    public void Of_a_side_for_which_the_session_is_not_only_what_was_seen_is_proposed(bool wasSeen, Attendance? expected) =>
        Assert.Equal(expected, SessionAttendanceProposal.OfSide(new SideInSession(Attendance.Present, IsExpected: false, wasSeen, HasFloor: false), new SessionSeen(true, true)));

    [Theory]
    [InlineData(SessionAccess.Open, Capacity.Guest, false, true)]
    [InlineData(SessionAccess.DelegationsOnly, Capacity.Guest, false, true)]
    [InlineData(SessionAccess.HeadsOnly, Capacity.Partner, false, true)]
    [InlineData(SessionAccess.MembersOnly, Capacity.Member, false, true)]
    [InlineData(SessionAccess.MembersOnly, Capacity.Partner, false, false)]
    [InlineData(SessionAccess.MembersOnly, Capacity.Partner, true, true)]
    [InlineData(SessionAccess.NamedPersons, Capacity.Member, false, false)]
    [InlineData(SessionAccess.NamedPersons, Capacity.Member, true, true)]
    public void Whom_a_session_is_for_follows_from_its_access(SessionAccess access, Capacity capacity, bool hasFloor, bool expected) =>
        Assert.Equal(expected, SessionAttendanceProposal.IsExpected(access, capacity, hasFloor));

    [Theory]
    [InlineData(Attendance.Confirmed, true, true, false, true, Attendance.Present)]
    [InlineData(Attendance.Present, true, false, true, true, Attendance.Present)]
    [InlineData(Attendance.Present, false, false, true, true, null)]
    [InlineData(Attendance.Absent, false, true, false, true, Attendance.Absent)]
    [InlineData(Attendance.Present, false, true, false, true, Attendance.Confirmed)]
    [InlineData(Attendance.Present, false, true, true, true, Attendance.Absent)]
    [InlineData(Attendance.Present, false, true, true, false, null)]
    [InlineData(Attendance.PresentOnline, false, true, true, true, Attendance.PresentOnline)]
    public void Of_a_person_only_a_door_tells_who_went_in(Attendance atEvent, bool wasSeen, bool isExpected, bool isOver, bool isCounted, Attendance? expected) =>
        Assert.Equal(expected, SessionAttendanceProposal.OfPerson(atEvent, wasSeen, isExpected, new SessionSeen(isOver, isCounted)));
}
