using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.Domain.Tests.Accreditation;

public sealed class CheckInRulesTests
{
    private static readonly DateTimeOffset _start = new(2026, 12, 6, 18, 30, 0, TimeSpan.Zero);
    private static readonly TimeInterval _days = new(_start, _start.AddDays(2));
    private static readonly Guid _eventId = Guid.CreateVersion7();
    private static readonly Guid _hall = Guid.CreateVersion7();
    private static readonly Guid _lounge = Guid.CreateVersion7();
    private static readonly BadgePayload _badge = new("K7f3A9xQ", _eventId, Guid.CreateVersion7(), _days.Start, _days.End, [BadgePayload.ZoneMark(_hall)]);

    [Fact]
    public void A_badge_opens_the_entrance_and_its_own_zones()
    {
        Assert.Null(Judge());
        Assert.Null(Judge(zone: _hall));
    }

    [Fact]
    public void It_does_not_open_another_zone() => Assert.Equal("check-in.wrong-zone", Judge(zone: _lounge)?.Code);

    [Fact]
    public void A_badge_of_another_event_opens_nothing() =>
        Assert.Equal("check-in.other-event", Judge(_badge with { EventId = Guid.CreateVersion7() })?.Code);

    [Fact]
    public void A_badge_opens_nothing_from_the_moment_it_was_taken_back()
    {
        var at = _start.AddHours(4);

        Assert.Equal("check-in.revoked", Judge(at: at, revokedAt: at)?.Code);
        Assert.Null(Judge(at: at, revokedAt: at.AddSeconds(1)));
    }

    [Fact]
    public void A_badge_whose_bearer_has_another_is_told_from_one_that_was_only_taken_back()
    {
        var door = new Door(_eventId, _days, null);

        Assert.Equal("check-in.replaced", CheckInRules.Judge(_badge, door, _start, _start.AddHours(1), isReplaced: true)?.Code);
        Assert.Equal("check-in.revoked", CheckInRules.Judge(_badge, door, _start, _start.AddHours(1))?.Code);
        Assert.Null(CheckInRules.Judge(_badge, door, _start.AddHours(2), _start.AddHours(1), isReplaced: true));
    }

    [Fact]
    public void The_days_of_the_event_are_half_open()
    {
        Assert.Equal("check-in.too-early", Judge(at: _days.Start.AddSeconds(-1))?.Code);
        Assert.Null(Judge(at: _days.Start));
        Assert.Null(Judge(at: _days.End.AddSeconds(-1)));
        Assert.Equal("check-in.too-late", Judge(at: _days.End)?.Code);
    }

    [Fact]
    public void A_badge_for_other_days_than_the_event_now_has_opens_nothing()
    {
        Assert.Equal("check-in.too-early", Judge(_badge with { ValidFrom = _start.AddDays(1), ValidUntil = _start.AddDays(3) })?.Code);
        Assert.Equal("check-in.too-late", Judge(_badge with { ValidFrom = _start.AddDays(-3), ValidUntil = _start })?.Code);
    }

    [Fact]
    public void The_event_is_asked_first_and_the_zone_last()
    {
        var foreign = _badge with { EventId = Guid.CreateVersion7() };

        Assert.Equal("check-in.other-event", Judge(foreign, _lounge, _days.End, _start)?.Code);
        Assert.Equal("check-in.revoked", Judge(_badge, _lounge, _days.End, _start)?.Code);
        Assert.Equal("check-in.too-late", Judge(_badge, _lounge, _days.End)?.Code);
    }

    [Fact]
    public void Every_refusal_is_among_the_codes_a_device_has_words_for() => Assert.Equal(
        ["check-in.unreadable", "check-in.forged", "check-in.other-event", "check-in.unknown", "check-in.revoked", "check-in.replaced", "check-in.too-early", "check-in.too-late", "check-in.wrong-zone"],
        CheckInErrors.Codes);

    private static Error? Judge(BadgePayload? badge = null, Guid? zone = null, DateTimeOffset? at = null, DateTimeOffset? revokedAt = null) =>
        CheckInRules.Judge(badge ?? _badge, new Door(_eventId, _days, zone), revokedAt, at ?? _start.AddHours(4));
}
