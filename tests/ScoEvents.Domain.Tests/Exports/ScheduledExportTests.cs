using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Exports;

public class ScheduledExportTests
{
    private static readonly EventZone _delhi = EventZone.Find("Asia/Kolkata")!;
    private static readonly ReportedItem[] _items = [new(Guid.CreateVersion7(), "print")];

    [Theory]
    [InlineData("Asia/Kolkata", "2026-12-07T01:29:59Z", 7, "2026-12-07T01:30Z")]
    [InlineData("Asia/Kolkata", "2026-12-07T01:30Z", 7, "2026-12-08T01:30Z")]
    [InlineData("Asia/Kolkata", "2026-12-07T20:00Z", 0, "2026-12-08T18:30Z")]
    [InlineData("Asia/Kathmandu", "2026-12-07T20:00Z", 0, "2026-12-08T18:15Z")]
    // The clocks skip this hour on 29 March 2026, and strike it twice on 25 October.
    [InlineData("Europe/Berlin", "2026-03-28T12:00Z", 2, "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T12:00Z", 2, "2026-10-25T00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T00:00Z", 2, "2026-10-26T01:00Z")]
    public void The_next_list_comes_when_the_clocks_of_the_place_strike_the_hour(string zone, string now, int hour, string next)
    {
        var found = ScheduledExport.NextAfter(At(now), hour, EventZone.Find(zone)!);

        Assert.Equal(At(next), found);
    }

    [Fact]
    public void What_was_told_counts_only_once_it_arrived()
    {
        var export = Running();
        export.Write(Guid.CreateVersion7(), _items, _delhi, Clock.Now);
        export.Learn(MailState.Queued);
        Assert.Empty(export.Reported);
        export.Learn(MailState.Failed);
        Assert.Empty(export.Reported);
        Assert.Null(export.Pending);

        export.Write(Guid.CreateVersion7(), _items, _delhi, Clock.Now);
        export.Learn(MailState.Sent);

        Assert.Equal(_items, export.Reported);
        Assert.Null(export.Pending);
    }

    [Fact]
    public void Five_failures_in_a_row_stop_it_and_one_success_forgives_all_before()
    {
        var export = Running();
        Assert.All(Enumerable.Range(0, 4), _ => Assert.False(export.Fail("scheduled.mail-failed", _delhi, Clock.Now)));
        export.Learn(MailState.Sent);
        Assert.All(Enumerable.Range(0, 4), _ => Assert.False(export.Fail("scheduled.mail-failed", _delhi, Clock.Now)));

        Assert.True(export.Fail("scheduled.mail-failed", _delhi, Clock.Now));

        Assert.False(export.IsRunning);
        Assert.Equal(Clock.Now, export.StoppedAt);
        export.Resume(_delhi, Clock.Later);
        Assert.Equal((0, null, null), (export.Failures, export.LastError, export.StoppedAt));
        Assert.True(export.IsRunning);
    }

    [Theory]
    [InlineData("nobody", "en", 7)]
    [InlineData("a@b.example", "xx", 7)]
    [InlineData("a@b.example", "en", 24)]
    [InlineData("a@b.example", "en", -1)]
    public void What_cannot_be_is_refused(string address, string language, int hour) =>
        Assert.False(ScheduledExport.SetUp(Guid.CreateVersion7(), new ScheduledFacts(ScheduledSubject.Sessions, address, language, hour), _delhi, Guid.CreateVersion7(), Clock.Now).IsSuccess);

    private static ScheduledExport Running() => ScheduledExport.SetUp(
        Guid.CreateVersion7(), new ScheduledFacts(ScheduledSubject.Sessions, "a@b.example", "en", 7), _delhi, Guid.CreateVersion7(), Clock.Now).Value;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
