using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Tests.States;
using Xunit;

namespace ScoEvents.Domain.Tests.Delegations;

public sealed class NextEditionSidesTests
{
    private static readonly DateOnly _day2021 = new(2021, 12, 7);
    private static readonly DateOnly _day2022 = new(2022, 5, 1);
    private static readonly DateOnly _day2025 = new(2025, 10, 25);

    // The side of a state carries the state's own id here; organisations have ids of their own.
    private static readonly Dictionary<Guid, State> _states = ReferenceStates.All.ToDictionary(state => state.Id);

    [Fact]
    public void Between_two_days_without_a_change_everybody_comes_again_in_the_same_capacity()
    {
        var invited = Invited(Capacity.Member, "CN", "RU").Concat(Invited(Capacity.Observer, "MN")).ToList();

        var proposed = NextEditionSides.Propose(invited, _states, _day2021, _day2022, []);

        Assert.Equal(
            invited.Select(side => new ProposedSide(side.SideId, side.Capacity, side.Capacity, SideChange.Same, side.Quota)), proposed);
    }

    [Fact]
    public void Another_status_gives_another_capacity_and_is_named()
    {
        var invited = Invited(Capacity.Member, "CN").Concat(Invited(Capacity.Observer, "IR", "BY", "MN")).Concat(Invited(Capacity.DialoguePartner, "AM")).ToList();

        var proposed = NextEditionSides.Propose(invited, _states, _day2021, _day2025, []).Take(invited.Count);

        Assert.Equal(
            [
                ("CN", Capacity.Member, SideChange.Same), ("IR", Capacity.Member, SideChange.OtherStatus), ("BY", Capacity.Member, SideChange.OtherStatus),
                ("MN", Capacity.Partner, SideChange.OtherStatus), ("AM", Capacity.Partner, SideChange.OtherStatus),
            ],
            proposed.Select(side => (_states[side.SideId].Iso2, side.Now!.Value, side.Change)));
    }

    [Fact]
    public void States_that_are_new_in_an_invited_group_are_proposed_and_those_left_out_then_are_left_out_again()
    {
        // Of the partners of 2021 only Armenia was invited; Azerbaijan was left out, Egypt was none yet.
        var invited = Invited(Capacity.DialoguePartner, "AM");

        var newcomers = NextEditionSides.Propose(invited, _states, _day2021, _day2025, []).Where(side => side.Change == SideChange.New).Select(side => _states[side.SideId].Iso2).ToList();

        Assert.Contains("EG", newcomers);
        Assert.DoesNotContain("AZ", newcomers);
        Assert.DoesNotContain("IR", newcomers);
        Assert.Equal(newcomers.Count, newcomers.Distinct().Count());
    }

    [Fact]
    public void Of_a_group_that_was_not_invited_nobody_is_proposed_however_many_are_new_in_it()
    {
        var proposed = NextEditionSides.Propose(Invited(Capacity.Member, "CN"), _states, _day2021, _day2025, []);

        Assert.Equal(["CN", "BY", "IR"], proposed.Select(side => _states[side.SideId].Iso2));
        Assert.Equal([SideChange.Same, SideChange.New, SideChange.New], proposed.Select(side => side.Change));
    }

    [Fact]
    public void A_status_that_ended_is_named_and_not_proposed()
    {
        var ended = State.Create(new StateFacts("XA", "XAA", _states.Values.First().Names, _states.Values.First().FormalNames, _states.Values.First().Capital, "Asia/Tashkent", 99, 99, []));
        Refusals.AssertDone(ended.AddPeriod(new StatePeriodFacts(StateStatus.Observer, new DateOnly(2020, 1, 1), new DateOnly(2022, 1, 1), null, null, "https://example.org", "high")));
        var states = new Dictionary<Guid, State> { [ended.Id] = ended };

        var proposed = NextEditionSides.Propose([new InvitedSide(ended.Id, Capacity.Observer, 4)], states, _day2021, _day2022, []);

        Assert.Equal([new ProposedSide(ended.Id, Capacity.Observer, null, SideChange.Ended, 4)], proposed);
    }

    [Fact]
    public void A_guest_stays_a_guest_until_it_has_a_status_of_its_own()
    {
        var invited = Invited(Capacity.Guest, "EG", "VN");

        var proposed = NextEditionSides.Propose(invited, _states, _day2021, _day2025, []);

        Assert.Equal(
            [("EG", (Capacity?)Capacity.Partner, SideChange.OtherStatus), ("VN", Capacity.Guest, SideChange.Same)],
            proposed.Select(side => (_states[side.SideId].Iso2, side.Now, side.Change)));
    }

    [Fact]
    public void Bodies_and_experts_keep_their_capacity()
    {
        InvitedSide[] invited = [new(Guid.NewGuid(), Capacity.SCOBody, 3), new(Guid.NewGuid(), Capacity.Media, 2), new(Of("RU"), Capacity.InvitedExpert, 1)];

        var proposed = NextEditionSides.Propose(invited, _states, _day2021, _day2025, []);

        Assert.Equal(invited.Select(side => new ProposedSide(side.SideId, side.Capacity, side.Capacity, SideChange.Same, side.Quota)), proposed);
    }

    [Fact]
    public void Who_receives_this_time_is_not_invited()
    {
        var proposed = NextEditionSides.Propose(Invited(Capacity.Member, "CN", "UZ"), _states, _day2021, _day2025, [Of("UZ"), Of("IR")]);

        Assert.Equal(
            [("CN", (Capacity?)Capacity.Member, SideChange.Same), ("UZ", null, SideChange.Host), ("BY", Capacity.Member, SideChange.New)],
            proposed.Select(side => (_states[side.SideId].Iso2, side.Now, side.Change)));
    }

    private static List<InvitedSide> Invited(Capacity capacity, params string[] codes) => [.. codes.Select(code => new InvitedSide(Of(code), capacity, 12))];

    private static Guid Of(string iso2) => _states.Values.Single(state => state.Iso2 == iso2).Id;
}
