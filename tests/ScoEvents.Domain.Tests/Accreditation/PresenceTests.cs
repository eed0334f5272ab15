using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using Xunit;
using static ScoEvents.Domain.Accreditation.CheckInDirection;

namespace ScoEvents.Domain.Tests.Accreditation;

public class PresenceTests
{
    private static readonly DateTimeOffset _midnight = new(2026, 12, 7, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeInterval _session = new(At(9), At(10));

    [Fact]
    public void Who_went_in_before_and_did_not_go_out_was_there() => Assert.True(WasInside(In, 8));

    [Fact]
    public void Who_went_in_while_it_went_on_was_there() => Assert.True(WasInside(In, 9.5));

    [Fact]
    public void Who_went_out_while_it_went_on_was_there() => Assert.True(Presence.WasInside([new(At(8), In), new(At(9.01), Out)], _session, EndOfDay));

    [Fact]
    public void Who_went_out_at_its_first_moment_was_not() => Assert.False(Presence.WasInside([new(At(9), Out), new(At(8), In)], _session, EndOfDay));

    [Fact]
    public void Who_went_in_at_its_end_was_not() => Assert.False(WasInside(In, 10));

    [Fact]
    public void Who_came_back_was_there() => Assert.True(Presence.WasInside([new(At(7), In), new(At(8), Out), new(At(9.9), In)], _session, EndOfDay));

    [Fact]
    public void Who_went_in_the_day_before_and_was_not_seen_going_out_was_not() => Assert.False(WasInside(In, -2));

    [Fact]
    public void Who_was_only_seen_going_out_was_not() => Assert.False(WasInside(Out, 9.5));

    private static bool WasInside(CheckInDirection direction, double hour) => Presence.WasInside([new(At(hour), direction)], _session, EndOfDay);

    private static DateTimeOffset At(double hour) => _midnight.AddHours(hour);

    private static DateTimeOffset EndOfDay(DateTimeOffset at) => new(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
