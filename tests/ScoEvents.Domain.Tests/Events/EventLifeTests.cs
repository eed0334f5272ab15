using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using Xunit;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Events;

public sealed class EventLifeTests
{
    private static readonly DateOnly _firstDay = new(2025, 4, 7);
    private static readonly DateOnly _otherDay = new(2025, 5, 12);
    private static readonly LocalizedText _notice = LocalizedText.Of(en: "The venue is flooded.", ru: "Зал затоплен.");
    private static readonly DateTimeOffset _during = new(2025, 4, 7, 6, 0, 0, TimeSpan.Zero);

    // Every status with the acts that lead on from it; what is not named must be refused.
    private static readonly Dictionary<EventStatus, EventAct[]> _possible = new()
    {
        [EventStatus.Draft] = [EventAct.Announce, EventAct.Cancel],
        [EventStatus.Announced] = [EventAct.OpenRegistration, EventAct.CloseRegistration, EventAct.Begin, EventAct.Postpone, EventAct.Cancel],
        [EventStatus.Invited] = [EventAct.OpenRegistration, EventAct.CloseRegistration, EventAct.Begin, EventAct.Postpone, EventAct.Cancel],
        [EventStatus.RegistrationOpen] = [EventAct.CloseRegistration, EventAct.Begin, EventAct.Postpone, EventAct.Cancel],
        [EventStatus.RegistrationClosed] = [EventAct.OpenRegistration, EventAct.Begin, EventAct.Postpone, EventAct.Cancel],
        [EventStatus.InProgress] = [EventAct.Conclude, EventAct.Postpone, EventAct.Cancel],
        [EventStatus.Concluded] = [EventAct.Archive],
        [EventStatus.Archived] = [],
        [EventStatus.Postponed] = [EventAct.Postpone, EventAct.Resume, EventAct.Cancel],
        [EventStatus.Cancelled] = [],
    };

    private static readonly Dictionary<EventAct, (string Code, EventStatus After)> _acts = new()
    {
        [EventAct.Announce] = ("event.cannot-announce", EventStatus.Announced),
        [EventAct.OpenRegistration] = ("event.cannot-open-registration", EventStatus.RegistrationOpen),
        [EventAct.CloseRegistration] = ("event.cannot-close-registration", EventStatus.RegistrationClosed),
        [EventAct.Begin] = ("event.cannot-begin", EventStatus.InProgress),
        [EventAct.Conclude] = ("event.cannot-conclude", EventStatus.Concluded),
        [EventAct.Archive] = ("event.cannot-archive", EventStatus.Archived),
        [EventAct.Postpone] = ("event.cannot-postpone", EventStatus.Postponed),
        [EventAct.Resume] = ("event.not-postponed", EventStatus.Announced),
        [EventAct.Cancel] = ("event.cannot-cancel", EventStatus.Cancelled),
    };

    public static TheoryData<EventStatus, EventAct> Pairs
    {
        get
        {
            var pairs = new TheoryData<EventStatus, EventAct>();
            foreach (var status in Enum.GetValues<EventStatus>())
            {
                foreach (var act in Enum.GetValues<EventAct>())
                {
                    pairs.Add(status, act);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_act_leads_on_from_its_statuses_and_is_refused_by_name_in_all_others(EventStatus status, EventAct act)
    {
        var planned = In(status);

        var done = Do(planned, act);

        if (_possible[status].Contains(act))
        {
            AssertDone(done);
            Assert.Equal(_acts[act].After, planned.Status);
            Assert.Equal(_during, planned.ModifiedAt);
        }
        else
        {
            AssertRefused(done, planned.IsClosed ? "event.closed" : _acts[act].Code);
            Assert.Equal(status, planned.Status);
        }
    }

    [Fact]
    public void The_record_of_a_source_document_has_no_life_of_its_own()
    {
        var recorded = ScoEvent.FromRecord("record", new RecordedFacts(
            EventType.Summit, EventStatus.Announced, LocalizedText.Of(ru: "Сообщение"), EventDates.Unknown, null, LocalizedText.Empty, null,
            new SourceRecord { Document = "seed.txt", Relation = "mentioned", OriginalLanguage = "hi", Script = "Deva", Direction = "ltr" }), Clock.Now);

        Assert.All(Enum.GetValues<EventAct>(), act => AssertRefused(Do(recorded, act), "event.closed"));
        Assert.Throws<InvalidOperationException>(() => recorded.Clone("x", _notice, _firstDay, Clock.Now));
    }

    [Fact]
    public void An_event_begins_with_the_first_minute_of_its_first_day_at_the_place()
    {
        var (early, exact) = (In(EventStatus.Invited), In(EventStatus.Invited));
        var midnight = EventZone.Find("Asia/Kolkata")!.StartOfDay(_firstDay);

        AssertRefused(early.Take(EventAct.Begin, midnight.AddTicks(-1)), "event.before-first-day");
        AssertDone(exact.Take(EventAct.Begin, midnight));
    }

    [Fact]
    public void An_event_that_only_the_invited_know_of_stays_so_until_it_is_announced()
    {
        var planned = In(EventStatus.Draft);
        AssertDone(planned.MarkInvited(Clock.Now));

        AssertDone(planned.Take(EventAct.OpenRegistration, Clock.Later));
        Assert.False(planned.IsPublic);
        AssertDone(planned.Take(EventAct.Announce, Clock.MuchLater));

        Assert.Equal((EventStatus.RegistrationOpen, (DateTimeOffset?)Clock.MuchLater), (planned.Status, planned.AnnouncedAt));
        AssertRefused(planned.Take(EventAct.Announce, Clock.MuchLater), "event.cannot-announce");
    }

    [Fact]
    public void A_word_alone_neither_postpones_nor_resumes_nor_cancels() => Assert.All(
        [EventAct.Postpone, EventAct.Resume, EventAct.Cancel],
        act => Assert.Throws<ArgumentOutOfRangeException>(() => In(EventStatus.Postponed).Take(act, Clock.Now)));

    [Fact]
    public void What_was_put_off_keeps_its_days_and_lasts_as_long()
    {
        var planned = In(EventStatus.RegistrationOpen);

        AssertDone(planned.Postpone(_notice, _otherDay, Clock.Later));

        Assert.Equal((_otherDay, _otherDay.AddDays(1)), (planned.StartsOn, planned.EndsOn));
        Assert.Equal((_firstDay, _firstDay.AddDays(1)), (planned.FormerStartsOn, planned.FormerEndsOn));
        Assert.Equal((_notice, Clock.Later, EventStatus.RegistrationOpen), (planned.Notice, planned.NoticeAt, planned.StatusBefore));
        Assert.False(planned.IsToBeDated);
    }

    [Fact]
    public void Without_new_days_it_keeps_the_old_ones_until_they_are_announced()
    {
        var planned = In(EventStatus.Invited);

        AssertDone(planned.Postpone(_notice, null, Clock.Later));
        Assert.True(planned.IsToBeDated);
        AssertDone(planned.Postpone(_notice, _otherDay, Clock.MuchLater));

        Assert.False(planned.IsToBeDated);
        Assert.Equal((_otherDay, _firstDay), (planned.StartsOn, planned.FormerStartsOn));
        Assert.Equal(EventStatus.Invited, planned.StatusBefore);
    }

    [Fact]
    public void It_is_taken_up_again_where_it_was_left()
    {
        var planned = In(EventStatus.RegistrationClosed);
        AssertDone(planned.Postpone(_notice, _otherDay, Clock.Later));

        AssertDone(planned.Resume(null, Clock.MuchLater));

        Assert.Equal((EventStatus.RegistrationClosed, (EventStatus?)null), (planned.Status, planned.StatusBefore));
        Assert.Equal((LocalizedText.Empty, (DateTimeOffset?)null), (planned.Notice, planned.NoticeAt));
        Assert.Equal((_otherDay, _firstDay), (planned.StartsOn, planned.FormerStartsOn));
    }

    [Fact]
    public void Taken_up_again_on_its_old_days_it_has_no_former_ones()
    {
        var planned = In(EventStatus.Announced);
        AssertDone(planned.Postpone(_notice, null, Clock.Later));

        AssertDone(planned.Resume(_firstDay, Clock.MuchLater));

        Assert.Equal((_firstDay, (DateOnly?)null, (DateOnly?)null), (planned.StartsOn, planned.FormerStartsOn, planned.FormerEndsOn));
    }

    [Fact]
    public void What_was_taking_place_returns_with_its_registration_closed()
    {
        var planned = In(EventStatus.InProgress);

        AssertDone(planned.Postpone(_notice, _otherDay, Clock.Later));
        AssertDone(planned.Resume(null, Clock.MuchLater));

        Assert.Equal(EventStatus.RegistrationClosed, planned.Status);
    }

    [Fact]
    public void A_second_postponement_after_the_first_was_over_keeps_the_days_in_between()
    {
        var planned = In(EventStatus.Announced);
        AssertDone(planned.Postpone(_notice, _otherDay, Clock.Later));
        AssertDone(planned.Resume(null, Clock.Later));

        AssertDone(planned.Postpone(_notice, _otherDay.AddDays(30), Clock.MuchLater));

        Assert.Equal(_otherDay, planned.FormerStartsOn);
    }

    [Fact]
    public void To_postpone_takes_a_notice_and_other_days()
    {
        AssertRefused(In(EventStatus.Announced).Postpone(LocalizedText.Empty, _otherDay, Clock.Now), "Notice:event.notice-missing");
        AssertRefused(In(EventStatus.Announced).Postpone(LocalizedText.Of(en: new string('n', ScoEvent.MaxNoticeLength + 1)), _otherDay, Clock.Now), "Notice:event.notice-too-long");
        AssertRefused(In(EventStatus.Announced).Postpone(LocalizedText.Of(en: "a\u202Eb"), _otherDay, Clock.Now), "Notice:characters");
        AssertRefused(In(EventStatus.Announced).Postpone(_notice, _firstDay, Clock.Now), "StartsOn:event.same-days");
        AssertDone(In(EventStatus.Announced).Postpone(LocalizedText.Of(en: "Line one\nline two"), _otherDay, Clock.Now));
    }

    [Fact]
    public void To_cancel_takes_a_notice_where_anybody_knows_of_it()
    {
        var planned = In(EventStatus.Announced);

        AssertRefused(planned.Cancel(LocalizedText.Empty, Clock.Now), "Notice:event.notice-missing");
        AssertDone(planned.Cancel(_notice, Clock.Later));
        AssertDone(In(EventStatus.Draft).Cancel(LocalizedText.Empty, Clock.Now));

        Assert.Equal((_notice, Clock.Later, true), (planned.Notice, planned.NoticeAt, planned.IsClosed));
    }

    [Fact]
    public void An_event_joins_one_series_also_when_it_is_over()
    {
        var (planned, series) = (In(EventStatus.Archived), Guid.NewGuid());

        AssertRefused(planned.Join(series, 0, Clock.Now), "Edition:series.edition-out-of-range");
        AssertRefused(planned.Join(series, ScoEvent.MaxEdition + 1, Clock.Now), "Edition:series.edition-out-of-range");
        AssertDone(planned.Join(series, 4, Clock.Now));
        AssertRefused(planned.Join(Guid.NewGuid(), 5, Clock.Now), "series.already");

        Assert.Equal((series, 4), (planned.SeriesId, planned.Edition));
    }

    [Fact]
    public void A_clone_is_a_draft_of_its_own_on_as_many_days()
    {
        var planned = In(EventStatus.Cancelled);

        var cloned = planned.Clone("next-2026", LocalizedText.Of(en: "Next"), new DateOnly(2026, 4, 6), Clock.Later).Value;

        Assert.NotEqual(planned.Id, cloned.Id);
        Assert.Equal((planned.Id, EventStatus.Draft, false, "next-2026"), (cloned.ClonedFromId, cloned.Status, cloned.IsPublic, cloned.Slug));
        Assert.Equal(new EventDates(new DateOnly(2026, 4, 6), new DateOnly(2026, 4, 7), DatePrecision.Day), cloned.Dates);
        Assert.Equal(
            (planned.SecretariatId, planned.Type, planned.Format, planned.TimeZone, planned.City, planned.CountryId, planned.DelegationQuota),
            (cloned.SecretariatId, cloned.Type, cloned.Format, cloned.TimeZone, cloned.City, cloned.CountryId, cloned.DelegationQuota));
        Assert.Equal((LocalizedText.Empty, (Guid?)null, (int?)null), (cloned.Notice, cloned.SeriesId, cloned.Edition));
        AssertRefused(planned.Clone("x", LocalizedText.Empty, _firstDay, Clock.Now), "Title:event.title-missing");
    }

    private static Result Do(ScoEvent planned, EventAct act) => act switch
    {
        EventAct.Postpone => planned.Postpone(_notice, (planned.StartsOn ?? _otherDay).AddDays(90), _during),
        EventAct.Resume => planned.Resume(null, _during),
        EventAct.Cancel => planned.Cancel(_notice, _during),
        _ => planned.Take(act, _during),
    };

    private static ScoEvent In(EventStatus status)
    {
        var planned = ScoEvent.Plan(Guid.NewGuid(), "seminar-2025", new EventFacts(
            EventType.Seminar, EventFormat.InPerson, LocalizedText.Of(en: "Seminar"), _firstDay, _firstDay.AddDays(1), "Asia/Kolkata",
            LocalizedText.Of(en: "New Delhi"), Guid.NewGuid(), 12), Clock.Now).Value;
        EventAct[] way = status switch
        {
            EventStatus.Draft => [],
            EventStatus.Announced => [EventAct.Announce],
            EventStatus.Invited => [EventAct.Announce],
            EventStatus.RegistrationOpen => [EventAct.Announce, EventAct.OpenRegistration],
            EventStatus.RegistrationClosed => [EventAct.Announce, EventAct.CloseRegistration],
            EventStatus.InProgress => [EventAct.Announce, EventAct.Begin],
            EventStatus.Concluded => [EventAct.Announce, EventAct.Begin, EventAct.Conclude],
            EventStatus.Archived => [EventAct.Announce, EventAct.Begin, EventAct.Conclude, EventAct.Archive],
            EventStatus.Postponed => [EventAct.Announce, EventAct.Postpone],
            EventStatus.Cancelled => [EventAct.Announce, EventAct.Cancel],
        };
        Assert.All(way, act => AssertDone(Do(planned, act)));
        if (status == EventStatus.Invited)
        {
            AssertDone(planned.MarkInvited(Clock.Now));
        }

        return planned;
    }
}
