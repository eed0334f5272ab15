using System.Globalization;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Tests.States;

public class StatusRosterTests
{
    private const string TenMembers = "BY IN IR KZ CN KG PK RU TJ UZ";

    [Fact]
    public void On_7_December_2021_there_were_eight_members_four_observers_and_six_dialogue_partners() => AssertRoster(
        "2021-12-07",
        members: "IN KZ CN KG PK RU TJ UZ",
        observers: "AF BY IR MN",
        dialoguePartners: "AZ AM KH NP TR LK");

    [Fact]
    public void On_15_June_2001_there_were_the_six_founders() => AssertRoster("2001-06-15", members: "KZ CN KG RU TJ UZ");

    [Fact]
    public void On_14_June_2001_there_was_nobody() => AssertRoster("2001-06-14");

    [Fact]
    public void On_16_April_2016_there_were_six_of_each() => AssertRoster(
        "2016-04-16",
        members: "KZ CN KG RU TJ UZ",
        observers: "AF BY IN IR MN PK",
        dialoguePartners: "AZ AM KH NP TR LK");

    [Fact]
    public void On_16_July_2023_Iran_was_the_ninth_member() => AssertRoster(
        "2023-07-16",
        members: "IN IR KZ CN KG PK RU TJ UZ",
        observers: "AF BY MN",
        dialoguePartners: "AZ AM BH EG KH QA KW MV MM NP AE SA TR LK");

    [Fact]
    public void On_5_July_2024_Belarus_was_the_tenth_member() => AssertRoster(
        "2024-07-05",
        members: TenMembers,
        observers: "AF MN",
        dialoguePartners: "AZ AM BH EG KH QA KW MV MM NP AE SA TR LK");

    [Fact]
    public void On_25_October_2025_there_were_only_members_and_partners() => AssertRoster(
        "2025-10-25",
        members: TenMembers,
        partners: "AZ AM AF BH EG KH QA KW LA MV MN MM NP AE SA TR LK");

    [Fact]
    public void The_last_day_of_observers_and_dialogue_partners_was_31_August_2025()
    {
        var before = On("2025-08-31");
        var after = On("2025-09-01");

        Assert.Equal((10, 2, 14, 0), Counts(before));
        Assert.Equal((10, 0, 0, 17), Counts(after));
    }

    [Fact]
    public void A_procedure_that_was_started_changes_nothing()
    {
        var roster = On("2021-12-07");

        Assert.Contains(roster[StateStatus.Observer], state => state.Iso2 == "IR");
        Assert.DoesNotContain(roster.ByStatus.Values.SelectMany(states => states), state => state.Iso2 is "EG" or "QA" or "SA");
    }

    [Fact]
    public void No_state_holds_two_statuses_on_any_day_and_no_decision_is_later_than_its_effect()
    {
        Assert.Equal(29, ReferenceStates.All.Count);
        foreach (var state in ReferenceStates.All)
        {
            Assert.All(state.Periods, period => Assert.True(period.DecidedOn is null || period.DecidedOn <= period.From, state.Iso2));
            Assert.All(state.Periods.Zip(state.Periods.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From, state.Iso2));
        }
    }

    [Fact]
    public void Every_state_has_a_known_zone_five_names_and_ranks_of_its_own()
    {
        Assert.All(ReferenceStates.All, state => Assert.NotNull(EventZone.Find(state.TimeZone)));
        Assert.All(ReferenceStates.All, state => Assert.Equal(1, state.Names.Completeness(Languages.All)));
        Assert.Equal(Enumerable.Range(1, 29), ReferenceStates.All.Select(state => state.ProtocolRankRussian).Order());
        Assert.Equal(Enumerable.Range(1, 29), ReferenceStates.All.Select(state => state.ProtocolRankEnglish).Order());
    }

    [Fact]
    public void All_members_except_two_are_exactly_the_others()
    {
        var roster = On("2021-12-07");

        Assert.Equal("IN KZ CN KG RU TJ", Codes(roster.AllExcept(StateStatus.Member, "PK", "UZ")));
        Assert.Equal("IN KZ CN KG PK RU TJ UZ", Codes(roster.AllExcept(StateStatus.Member)));
        Assert.Equal("IN KZ CN KG PK RU TJ UZ", Codes(roster.AllExcept(StateStatus.Member, "IR")));
        Assert.Empty(roster.AllExcept(StateStatus.Partner, "PK"));
    }

    [Fact]
    public void A_status_that_nobody_holds_is_there_with_an_empty_list()
    {
        var roster = StatusRoster.AsOf([], new DateOnly(2021, 12, 7));

        Assert.Equal(Enum.GetValues<StateStatus>(), roster.ByStatus.Keys.Order());
        Assert.All(roster.ByStatus.Values, Assert.Empty);
    }

    private static void AssertRoster(string day, string members = "", string observers = "", string dialoguePartners = "", string partners = "")
    {
        var roster = On(day);

        Assert.Equal(members, Codes(roster[StateStatus.Member]));
        Assert.Equal(observers, Codes(roster[StateStatus.Observer]));
        Assert.Equal(dialoguePartners, Codes(roster[StateStatus.DialoguePartner]));
        Assert.Equal(partners, Codes(roster[StateStatus.Partner]));
    }

    // Shuffled, so that the order of a list is the roster's own and not that of the file.
    private static StatusRoster On(string day) => StatusRoster.AsOf(
        ReferenceStates.All.OrderByDescending(state => state.Iso3, StringComparer.Ordinal),
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Codes(IEnumerable<State> states) => string.Join(' ', states.Select(state => state.Iso2));

    private static (int Members, int Observers, int DialoguePartners, int Partners) Counts(StatusRoster roster) =>
        (roster[StateStatus.Member].Count, roster[StateStatus.Observer].Count, roster[StateStatus.DialoguePartner].Count, roster[StateStatus.Partner].Count);
}
