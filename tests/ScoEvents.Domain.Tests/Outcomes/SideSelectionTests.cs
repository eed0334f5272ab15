using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Tests.States;

namespace ScoEvents.Domain.Tests.Outcomes;

public class SideSelectionTests
{
    private static readonly DateOnly _newDelhi = new(2021, 12, 7);

    [Fact]
    public void All_members_except_two_is_the_exact_list_of_the_day()
    {
        Assert.Equal(["IN", "KZ", "CN", "KG", "PK", "RU"], Codes(new([StateStatus.Member], ["UZ", "TJ"], []), _newDelhi));
        Assert.Equal(["IN", "IR", "KZ", "CN", "KG", "PK", "RU"], Codes(new([StateStatus.Member], ["UZ", "TJ"], []), new DateOnly(2023, 7, 16)));
    }

    [Fact]
    public void Groups_are_joined_members_first_and_others_added()
    {
        Assert.Equal(
            ["IN", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ", "BY", "IR", "MN", "VN"],
            Codes(new([StateStatus.Observer, StateStatus.Member, StateStatus.Member], ["AF"], ["VN", "MN"]), _newDelhi));
    }

    [Fact]
    public void An_exception_that_is_in_no_group_on_the_day_is_refused_by_name()
    {
        var refused = new SideSelection([StateStatus.Member], ["IR", "TJ"], []).On(ReferenceStates.All, _newDelhi);

        var error = Assert.Single(refused.Errors);
        Assert.Equal("attendance.not-in-group", error.Code);
        Assert.Equal("Iran", ((LocalizedText)Assert.Single(error.Arguments))["en"]);
    }

    [Fact]
    public void A_code_that_is_no_state_is_refused() => Assert.Equal(
        ["attendance.unknown-state", "attendance.unknown-state"],
        new SideSelection([StateStatus.Member], ["XX"], ["YY"]).On(ReferenceStates.All, _newDelhi).Errors.Select(error => error.Code));

    [Fact]
    public void Nothing_chosen_is_an_empty_list() => Assert.Empty(Codes(new([], [], []), _newDelhi));

    private static List<string> Codes(SideSelection selection, DateOnly day) =>
        [.. selection.On(ReferenceStates.All, day).Value.Select(state => state.Iso2)];
}
