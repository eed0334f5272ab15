using ScoEvents.Domain.Outcomes;
using static ScoEvents.Domain.Outcomes.SnapshotKind;

namespace ScoEvents.Domain.Tests.Outcomes;

public class SnapshotRulesTests
{
    private static readonly SnapshotEntry[] _one = [Entries.Of(1)];
    private static readonly SnapshotEntry[] _two = [Entries.Of(1), Entries.Of(2)];

    [Fact]
    public void Provisional_lists_come_first_then_one_final_list_then_corrigenda()
    {
        Assert.Equal([Provisional, Final], SnapshotRules.Next([]));
        Assert.Equal([Provisional, Final], SnapshotRules.Next([Provisional, Provisional]));
        Assert.Equal([Corrigendum], SnapshotRules.Next([Provisional, Final]));
        Assert.Equal([Corrigendum], SnapshotRules.Next([Final, Corrigendum]));
        Refusals.AssertDone(SnapshotRules.Check(Provisional, [Provisional], _one, _one));
        Refusals.AssertDone(SnapshotRules.Check(Final, [Provisional], _one, _one));
        Refusals.AssertDone(SnapshotRules.Check(Corrigendum, [Final], _two, _one));
    }

    [Theory]
    [InlineData(Provisional)]
    [InlineData(Final)]
    public void After_the_final_list_only_corrigenda_follow(SnapshotKind kind) =>
        Refusals.AssertRefused(SnapshotRules.Check(kind, [Final], _two, _one), "lists.final-exists");

    [Fact]
    public void There_is_nothing_to_correct_before_the_final_list() =>
        Refusals.AssertRefused(SnapshotRules.Check(Corrigendum, [Provisional], _two, _one), "lists.no-final");

    [Fact]
    public void A_list_of_nobody_is_refused() => Refusals.AssertRefused(SnapshotRules.Check(Provisional, [], [], null), "lists.nobody");

    [Fact]
    public void Only_a_provisional_list_may_name_somebody_who_is_not_accredited()
    {
        SnapshotEntry[] open = [Entries.Of(1) with { IsAccredited = false }];

        Refusals.AssertDone(SnapshotRules.Check(Provisional, [], open, null));
        Refusals.AssertRefused(SnapshotRules.Check(Final, [], open, null), "lists.not-accredited");
        Refusals.AssertRefused(SnapshotRules.Check(Corrigendum, [Final], open, _one), "lists.not-accredited");
    }

    [Fact]
    public void A_corrigendum_that_corrects_nothing_is_refused() =>
        Refusals.AssertRefused(SnapshotRules.Check(Corrigendum, [Final], _one, _one), "lists.nothing-changed");

    [Fact]
    public void An_erased_person_still_counts_and_is_nobody()
    {
        var erased = Entries.Of(1).Erased();

        Assert.Equal((true, "", null), (erased.IsErased, erased.DisplayName, erased.NativeName));
        Assert.True(erased.Function.IsEmpty && erased.Body.IsEmpty);
        Assert.Equal((Entries.Of(1).SideId, Entries.Of(1).Role), (erased.SideId, erased.Role));
    }
}
