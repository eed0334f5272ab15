using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.Domain.Tests.Programme;

public sealed class ProgrammeTemplatesTests
{
    private static readonly EventZone _zone = EventZone.Find("Asia/Kolkata")!;

    public static TheoryData<TemplateKind, int> Kinds
    {
        get
        {
            var kinds = new TheoryData<TemplateKind, int>();
            foreach (var kind in Enum.GetValues<TemplateKind>())
            {
                foreach (var days in new[] { 1, 2, 3, 5, ProgrammeTemplate.MaxDays })
                {
                    kinds.Add(kind, days);
                }
            }

            return kinds;
        }
    }

    [Fact]
    public void Every_kind_has_one_template() => Assert.Equal(Enum.GetValues<TemplateKind>(), ProgrammeTemplates.All.Select(template => template.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_template_becomes_sessions_that_can_be_drafted(TemplateKind kind, int days)
    {
        foreach (var session in On(kind, days))
        {
            Refusals.AssertDone(Session.Draft(Guid.NewGuid(), new SessionFacts(session.Type, session.Access, session.Title, LocalizedText.Empty), 0, Clock.Now));
            Assert.InRange(session.Minutes, Slot.MinMinutes, Slot.MaxMinutes);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_two_sessions_of_a_template_are_at_the_same_time(TemplateKind kind, int days)
    {
        var sessions = On(kind, days).Select(session => (session, during: During(session))).ToList();

        foreach (var (earlier, later) in sessions.Zip(sessions.Skip(1)))
        {
            Assert.True(earlier.during.End <= later.during.Start, $"{earlier.session} runs into {later.session}.");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_template_stays_within_the_working_hours_and_the_days_of_its_event(TemplateKind kind, int days)
    {
        var dates = Days(days);

        Assert.All(On(kind, days), session =>
        {
            Assert.InRange(session.StartsAt, ProgrammeTemplate.WorkStarts, ProgrammeTemplate.WorkEnds);
            Assert.InRange(session.EndsAt, session.StartsAt, ProgrammeTemplate.WorkEnds);
            Assert.Contains(session.Day, dates);
        });
        Assert.Equal(dates, On(kind, days).Select(session => session.Day).Distinct());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_title_is_in_all_five_languages_and_no_two_are_alike_but_for_pauses_and_meetings(TemplateKind kind, int days)
    {
        var sessions = On(kind, days);

        Assert.All(sessions, session => Assert.Equal([], session.Title.Missing(Languages.All)));
        Assert.All(sessions, session => Assert.DoesNotContain(session.Title, form => form.Value.Contains('#', StringComparison.Ordinal)));
        Assert.Equal(
            [], sessions.Where(session => session.Type is not (SessionType.Break or SessionType.RestrictedMeeting)).GroupBy(session => session.Title).Where(alike => alike.Count() > 1).Select(alike => alike.Key.In("en")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Breaks_and_ceremonies_are_for_all_rooms_and_work_is_not(TemplateKind kind, int days) => Assert.All(
        On(kind, days),
        session => Assert.Equal(
            session.Type is SessionType.Break or SessionType.OpeningCeremony or SessionType.Closing or SessionType.GroupPhoto or SessionType.Reception or SessionType.Signing,
            session.IsForAllRooms));

    [Fact]
    public void A_seminar_of_two_days_opens_first_and_closes_last()
    {
        var sessions = On(TemplateKind.Seminar, 2);

        Assert.Equal(SessionType.OpeningCeremony, sessions[0].Type);
        Assert.Equal(SessionType.Closing, sessions[^1].Type);
        Assert.Equal(
            ["Thematic session 1", "Thematic session 2", "Thematic session 3"],
            sessions.Where(session => session.Type == SessionType.ThematicSession).Select(session => session.Title.In("en")));
        Assert.Equal(["第1场专题会议", "第2场专题会议", "第3场专题会议"], sessions.Where(session => session.Type == SessionType.ThematicSession).Select(session => session.Title.In("zh")));
    }

    [Fact]
    public void Something_is_signed_on_the_last_day_only_and_before_everybody()
    {
        var sessions = On(TemplateKind.SigningCeremony, 3);

        var signing = Assert.Single(sessions, session => session.Type == SessionType.Signing);
        Assert.Equal((Days(3)[^1], SessionAccess.Open, true), (signing.Day, signing.Access, signing.IsForAllRooms));
        Assert.All(sessions.Where(session => session.Type == SessionType.RestrictedMeeting), session => Assert.Equal(SessionAccess.HeadsOnly, session.Access));
    }

    [Fact]
    public void Of_a_very_long_event_the_first_days_and_the_last_are_filled()
    {
        var days = Days(EventDates.MaxDays);

        var filled = ProgrammeTemplates.Of(TemplateKind.Training).On(days).Select(session => session.Day).Distinct().ToList();

        Assert.Equal([.. days.Take(ProgrammeTemplate.MaxDays - 1), days[^1]], filled);
    }

    [Fact]
    public void Of_an_event_without_known_days_nothing_is_filled() => Assert.Equal([], ProgrammeTemplates.Of(TemplateKind.Forum).On([]));

    private static IReadOnlyList<TemplateSession> On(TemplateKind kind, int days) => ProgrammeTemplates.Of(kind).On(Days(days));

    private static List<DateOnly> Days(int count) => [.. EventDates.Exact(new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 7).AddDays(count - 1)).Value.Days()];

    private static TimeInterval During(TemplateSession session)
    {
        var start = _zone.ToInstant(session.Day, session.StartsAt)!.Value;
        return new TimeInterval(start, start.AddMinutes(session.Minutes));
    }
}
