using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

public class TimeIntervalTests
{
    [Theory]
    [InlineData(0, 10, 10, 20, false)]
    [InlineData(10, 20, 0, 10, false)]
    [InlineData(0, 10, 9, 20, true)]
    [InlineData(9, 20, 0, 10, true)]
    [InlineData(0, 30, 10, 20, true)]
    [InlineData(10, 20, 0, 30, true)]
    [InlineData(0, 10, 0, 10, true)]
    [InlineData(0, 10, 11, 20, false)]
    public void Stretches_overlap_when_they_share_an_instant_and_not_when_they_touch(int start, int end, int otherStart, int otherEnd, bool expected) =>
        Assert.Equal(expected, Minutes(start, end).Overlaps(Minutes(otherStart, otherEnd)));

    [Theory]
    [InlineData(0, 10, true)]
    [InlineData(2, 8, true)]
    [InlineData(0, 5, true)]
    [InlineData(5, 10, true)]
    [InlineData(-1, 5, false)]
    [InlineData(5, 11, false)]
    [InlineData(-1, 11, false)]
    [InlineData(10, 12, false)]
    public void A_stretch_contains_what_lies_wholly_within_it_ends_included(int start, int end, bool expected) =>
        Assert.Equal(expected, Minutes(0, 10).Contains(Minutes(start, end)));

    [Fact]
    public void Offsets_do_not_matter_only_instants_do()
    {
        var universal = Minutes(0, 60);
        var local = new TimeInterval(universal.Start.ToOffset(TimeSpan.FromHours(5.5)), universal.End.ToOffset(TimeSpan.FromHours(-3)));

        Assert.Equal(universal, local);
        Assert.True(universal.Contains(local));
        Assert.Equal(TimeSpan.FromHours(1), local.Duration);
    }

    private static TimeInterval Minutes(int start, int end) => new(Clock.Now.AddMinutes(start), Clock.Now.AddMinutes(end));
}
