using System.Globalization;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Tests.States;

namespace ScoEvents.Domain.Tests.Delegations;

public class ProtocolOrderTests
{
    [Fact]
    public void Members_come_by_the_Russian_alphabet_also_in_English_texts() => Assert.Equal(
        ["Беларусь", "Индия", "Иран", "Казахстан", "Китай", "Кыргызстан", "Пакистан", "Россия", "Таджикистан", "Узбекистан"],
        Members(ProtocolAlphabet.Russian).Select(state => state.Names["ru"]));

    [Fact]
    public void A_host_may_choose_the_English_alphabet() => Assert.Equal(
        ["Belarus", "China", "India", "Iran", "Kazakhstan", "Kyrgyzstan", "Pakistan", "Russia", "Tajikistan", "Uzbekistan"],
        Members(ProtocolAlphabet.English).Select(state => state.Names["en"]));

    [Fact]
    public void Who_chooses_nothing_has_the_practice_of_the_organisation_in_English_texts_too() => Assert.Equal(
        ["Belarus", "India", "Iran", "Kazakhstan", "China", "Kyrgyzstan", "Pakistan", "Russia", "Tajikistan", "Uzbekistan"],
        Members(ProtocolOrder.Practice).Select(state => state.Names["en"]));

    [Theory]
    [InlineData(ProtocolAlphabet.Russian)]
    [InlineData(ProtocolAlphabet.English)]
    public void Members_come_first_then_observers_dialogue_partners_partners_guests_and_organisations(ProtocolAlphabet alphabet)
    {
        ProtocolKey[] expected =
        [
            StateKey(Capacity.Member, 50), StateKey(Capacity.Observer, 40), StateKey(Capacity.DialoguePartner, 30), StateKey(Capacity.Partner, 20),
            StateKey(Capacity.Guest, 10), OrganisationKey(Capacity.SCOBody, "A"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(By(alphabet)));
    }

    [Fact]
    public void Organisations_come_last_in_whatever_capacity_and_by_their_names()
    {
        ProtocolKey[] expected =
        [
            StateKey(Capacity.Guest, 29), OrganisationKey(Capacity.Media, "Агентство"), OrganisationKey(Capacity.InternationalOrganisation, "ЕАЭС"),
            OrganisationKey(Capacity.Guest, "Ёлка"), OrganisationKey(Capacity.SCOBody, "РАТС"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(By(ProtocolAlphabet.Russian)));
    }

    [Fact]
    public void Within_a_group_the_rank_of_the_chosen_alphabet_decides()
    {
        var china = new ProtocolKey(Capacity.Member, IsState: true, RankRussian: 13, RankEnglish: 7, "Z");
        var india = new ProtocolKey(Capacity.Member, IsState: true, RankRussian: 8, RankEnglish: 9, "A");

        Assert.Equal([india, china], new[] { china, india }.Order(By(ProtocolAlphabet.Russian)));
        Assert.Equal([china, india], new[] { india, china }.Order(By(ProtocolAlphabet.English)));
        Assert.Equal(0, By(ProtocolAlphabet.Russian).Compare(china, china));
    }

    [Fact]
    public void A_whole_event_is_seated_in_one_order()
    {
        var day = new DateOnly(2021, 12, 7);
        var keys = ReferenceStates.All
            .Select(state => (state.Iso2, Key: new ProtocolKey(
                Invitation.CapacityOf(state.StatusOn(day)), IsState: true, state.ProtocolRankRussian, state.ProtocolRankEnglish, state.Names["ru"]!)))
            .Where(pair => pair.Key.Capacity != Capacity.Guest || pair.Iso2 == "VN")
            .Append(("RATS", OrganisationKey(Capacity.SCOBody, "РАТС")))
            .OrderByDescending(pair => pair.Item1, StringComparer.Ordinal);

        Assert.Equal(
            "IN KZ CN KG PK RU TJ UZ AF BY IR MN AZ AM KH NP TR LK VN RATS",
            string.Join(' ', keys.OrderBy(pair => pair.Item2, By(ProtocolAlphabet.Russian)).Select(pair => pair.Item1)));
    }

    private static IEnumerable<State> Members(ProtocolAlphabet alphabet) => StatusRoster.AsOf(ReferenceStates.All, new DateOnly(2025, 10, 25))[StateStatus.Member]
        .OrderByDescending(state => state.Iso2, StringComparer.Ordinal)
        .OrderBy(state => new ProtocolKey(Capacity.Member, IsState: true, state.ProtocolRankRussian, state.ProtocolRankEnglish, ""), By(alphabet));

    private static IComparer<ProtocolKey> By(ProtocolAlphabet alphabet) =>
        ProtocolOrder.By(alphabet, StringComparer.Create(CultureInfo.GetCultureInfo("ru"), ignoreCase: false));

    private static ProtocolKey StateKey(Capacity capacity, int rank) => new(capacity, IsState: true, rank, rank, "");

    private static ProtocolKey OrganisationKey(Capacity capacity, string name) => new(capacity, IsState: false, 0, 0, name);
}
