using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.States;

public class StateTests
{
    private static readonly DateOnly _first = new(2015, 7, 10);
    private static readonly DateOnly _second = new(2024, 7, 4);

    [Fact]
    public void A_new_state_has_no_status()
    {
        var state = Sample();

        Assert.Empty(state.Periods);
        Assert.Null(state.StatusOn(_first));
    }

    [Fact]
    public void A_state_takes_over_what_is_known_of_it_but_keeps_its_code()
    {
        var state = Sample();
        var id = state.Id;
        var facts = new StateFacts("XX", "BLR", LocalizedText.Of(en: "B"), LocalizedText.Of(en: "Republic"), LocalizedText.Of(en: "Minsk"), "Europe/Minsk", 3, 4, []);

        state.Describe(facts);

        Assert.Equal((id, "BY", "BLR", "Europe/Minsk", 3, 4), (state.Id, state.Iso2, state.Iso3, state.TimeZone, state.ProtocolRankRussian, state.ProtocolRankEnglish));
        Assert.Equal((facts.Names, facts.FormalNames, facts.Capital), (state.Names, state.FormalNames, state.Capital));
    }

    [Fact]
    public void A_period_counts_from_its_first_day_until_before_its_last()
    {
        var state = Sample();
        AssertDone(state.AddPeriod(Period(StateStatus.Observer, _first, _second)));

        Assert.Null(state.StatusOn(_first.AddDays(-1)));
        Assert.Equal(StateStatus.Observer, state.StatusOn(_first));
        Assert.Equal(StateStatus.Observer, state.StatusOn(_second.AddDays(-1)));
        Assert.Null(state.StatusOn(_second));
    }

    [Fact]
    public void An_open_period_stands_for_ever()
    {
        var state = Sample();
        AssertDone(state.AddPeriod(Period(StateStatus.Member, _second, null)));

        Assert.Equal(StateStatus.Member, state.StatusOn(DateOnly.MaxValue));
        Assert.Null(state.StatusOn(_second.AddDays(-1)));
    }

    [Fact]
    public void A_decision_changes_nothing_before_the_period_begins()
    {
        var state = Sample();
        AssertDone(state.AddPeriod(Period(StateStatus.DialoguePartner, _first, null) with { DecidedOn = _first.AddYears(-1) }));

        Assert.Null(state.StatusOn(_first.AddYears(-1)));
        Assert.Null(state.StatusOn(_first.AddDays(-1)));
    }

    [Fact]
    public void Periods_that_touch_follow_each_other()
    {
        var state = Sample();

        AssertDone(state.AddPeriod(Period(StateStatus.Member, _second, null)));
        AssertDone(state.AddPeriod(Period(StateStatus.Observer, _first, _second)));

        Assert.Equal([StateStatus.Observer, StateStatus.Member], state.Periods.Select(period => period.Status));
        Assert.Equal(StateStatus.Member, state.StatusOn(_second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_without_a_day_is_refused(int days)
    {
        var state = Sample();

        AssertRefused(state.AddPeriod(Period(StateStatus.Observer, _first, _first.AddDays(days))), "state.period-empty");

        Assert.Empty(state.Periods);
    }

    [Fact]
    public void A_period_of_one_day_is_allowed() =>
        AssertDone(Sample().AddPeriod(Period(StateStatus.Observer, _first, _first.AddDays(1))));

    [Theory]
    [InlineData("2015-07-09", "2015-07-11")]
    [InlineData("2015-07-10", "2024-07-04")]
    [InlineData("2024-07-03", null)]
    [InlineData("2010-01-01", null)]
    [InlineData("2016-01-01", "2016-01-02")]
    public void Two_statuses_on_one_day_are_refused(string from, string? to)
    {
        var state = Sample();
        AssertDone(state.AddPeriod(Period(StateStatus.Observer, _first, _second)));

        AssertRefused(state.AddPeriod(Period(StateStatus.Partner, Day(from), to is null ? null : Day(to))), "state.period-overlap");

        Assert.Single(state.Periods);
    }

    [Fact]
    public void A_period_after_an_open_one_is_refused()
    {
        var state = Sample();
        AssertDone(state.AddPeriod(Period(StateStatus.Observer, _first, null)));

        AssertRefused(state.AddPeriod(Period(StateStatus.Member, _second, null)), "state.period-overlap");
    }

    [Fact]
    public void A_period_keeps_everything_that_is_known_of_it()
    {
        var state = Sample();
        var facts = new StatePeriodFacts(StateStatus.DialoguePartner, _first, _second, _first.AddDays(-9), "Memorandum", "https://example.org", "medium");

        AssertDone(state.AddPeriod(facts));

        var period = Assert.Single(state.Periods);
        Assert.Equal(state.Id, period.StateId);
        Assert.Equal(facts, new StatePeriodFacts(period.Status, period.From, period.To, period.DecidedOn, period.Basis, period.Source, period.Confidence));
    }

    [Fact]
    public void Setting_periods_keeps_those_that_did_not_change()
    {
        var state = Sample();
        var observer = Period(StateStatus.Observer, _first, _second);
        AssertDone(state.SetPeriods([observer, Period(StateStatus.Member, _second, null)]));
        var kept = state.Periods[0].Id;

        AssertDone(state.SetPeriods([Period(StateStatus.Partner, _second, null), observer]));

        Assert.Equal(kept, state.Periods[0].Id);
        Assert.Equal([StateStatus.Observer, StateStatus.Partner], state.Periods.Select(period => period.Status));
    }

    [Fact]
    public void Setting_the_same_periods_again_changes_nothing()
    {
        var state = Sample();
        StatePeriodFacts[] facts = [Period(StateStatus.Observer, _first, _second), Period(StateStatus.Member, _second, null)];
        AssertDone(state.SetPeriods(facts));
        var ids = state.Periods.Select(period => period.Id).ToList();

        AssertDone(state.SetPeriods(facts));

        Assert.Equal(ids, state.Periods.Select(period => period.Id));
    }

    [Fact]
    public void Refused_periods_leave_the_old_ones_as_they_were()
    {
        var state = Sample();
        AssertDone(state.SetPeriods([Period(StateStatus.Observer, _first, _second), Period(StateStatus.Member, _second, null)]));
        var ids = state.Periods.Select(period => period.Id).ToList();

        AssertRefused(state.SetPeriods([Period(StateStatus.Partner, _first, null), Period(StateStatus.Observer, _second, null)]), "state.period-overlap");
        AssertRefused(state.SetPeriods([Period(StateStatus.Partner, _first, _first)]), "state.period-empty");

        Assert.Equal(ids, state.Periods.Select(period => period.Id));
    }

    [Fact]
    public void A_state_is_called_by_the_name_of_the_day()
    {
        var renamed = new DateOnly(2022, 6, 1);
        var state = State.Create(Facts() with
        {
            Names = LocalizedText.Of(en: "Türkiye"),
            NameHistory = [new NamePeriod(null, renamed, LocalizedText.Of(en: "Turkey"), LocalizedText.Empty, null)],
        });

        Assert.Equal("Turkey", state.NamesOn(renamed.AddDays(-1)).In("en"));
        Assert.Equal("Türkiye", state.NamesOn(renamed).In("en"));
        Assert.Equal("Türkiye", state.NamesOn(null).In("en"));
    }

    [Fact]
    public void An_equal_name_history_is_not_replaced()
    {
        NamePeriod[] history = [new(null, _first, LocalizedText.Of(en: "Old"), LocalizedText.Empty, null)];
        var state = State.Create(Facts() with { NameHistory = history });

        state.Describe(Facts() with { NameHistory = [new(null, _first, LocalizedText.Of(en: "Old"), LocalizedText.Empty, null)] });
        Assert.Same(history, state.NameHistory);

        state.Describe(Facts());
        Assert.Empty(state.NameHistory);
    }

    private static State Sample() => State.Create(Facts());

    private static StateFacts Facts() =>
        new("BY", "BLR", LocalizedText.Of(en: "Belarus"), LocalizedText.Empty, LocalizedText.Empty, "Europe/Minsk", 1, 1, []);

    private static StatePeriodFacts Period(StateStatus status, DateOnly from, DateOnly? to) => new(status, from, to, null, null, "source", "high");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
