using ScoEvents.Domain.Exports;

namespace ScoEvents.Domain.Tests.Exports;

public class FeedAddressTests
{
    private static readonly Guid _event = Guid.CreateVersion7();
    private static readonly Guid _owner = Guid.CreateVersion7();
    private static readonly byte[] _hash = new byte[FeedAddress.HashLength];

    [Theory]
    [InlineData(FeedKind.Event, false, false, true)]
    [InlineData(FeedKind.Event, true, false, false)]
    [InlineData(FeedKind.Day, false, true, true)]
    [InlineData(FeedKind.Day, true, true, false)]
    [InlineData(FeedKind.Day, false, false, false)]
    [InlineData(FeedKind.Room, true, false, true)]
    [InlineData(FeedKind.Room, false, false, false)]
    [InlineData(FeedKind.Speaker, true, true, false)]
    public void A_kind_and_its_subject_belong_together(FeedKind kind, bool hasId, bool hasDay, bool isWhole)
    {
        var subject = new FeedSubject(kind, hasId ? Guid.CreateVersion7() : null, hasDay ? new DateOnly(2026, 12, 7) : null);

        var opened = FeedAddress.Open(_event, _owner, subject, "ur", _hash, Clock.Now);

        Assert.Equal(isWhole ? null : "feeds.subject-missing", opened.Error?.Code);
    }

    [Fact]
    public void An_unknown_language_is_refused() =>
        Assert.Equal("choice", FeedAddress.Open(_event, _owner, new FeedSubject(FeedKind.Event), "xx", _hash, Clock.Now).Error!.Code);

    [Fact]
    public void What_was_taken_back_stays_as_it_was_taken_back()
    {
        var feed = FeedAddress.Open(_event, _owner, new FeedSubject(FeedKind.Event), "en", _hash, Clock.Now).Value;

        feed.Revoke(_owner, Clock.Later);
        feed.Revoke(_event, Clock.MuchLater);

        Assert.False(feed.IsLive);
        Assert.Equal((Clock.Later, _owner), (feed.RevokedAt!.Value, feed.RevokedBy!.Value));
    }
}
