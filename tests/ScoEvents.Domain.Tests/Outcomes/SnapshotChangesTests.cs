using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Outcomes;

public class SnapshotChangesTests
{
    [Fact]
    public void Equal_lists_have_no_difference() =>
        Assert.Empty(SnapshotChanges.Between([Entries.Of(1), Entries.Of(2)], [Entries.Of(2), Entries.Of(1)]));

    [Fact]
    public void Who_stands_in_the_later_list_only_was_added()
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(1), Entries.Of(2)]));

        Assert.Equal((SnapshotChangeKind.Added, null, Entries.Id(2)), (change.Kind, change.Before, change.After!.DelegateId));
    }

    [Fact]
    public void Who_stands_in_the_earlier_list_only_was_withdrawn()
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1), Entries.Of(2)], [Entries.Of(1)]));

        Assert.Equal((SnapshotChangeKind.Withdrawn, Entries.Id(2), null), (change.Kind, change.Before!.DelegateId, change.After));
        Assert.Same(change.Before, change.Subject);
    }

    [Fact]
    public void Who_took_over_the_place_of_another_replaced_that_person()
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(2, replaces: [1])]));

        Assert.Equal((SnapshotChangeKind.Replaced, Entries.Id(1), Entries.Id(2)), (change.Kind, change.Before!.DelegateId, change.After!.DelegateId));
    }

    [Fact]
    public void Several_substitutions_between_two_lists_are_one()
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(3, replaces: [2, 1])]));

        Assert.Equal((SnapshotChangeKind.Replaced, Entries.Id(1), Entries.Id(3)), (change.Kind, change.Before!.DelegateId, change.After!.DelegateId));
    }

    [Fact]
    public void Who_took_over_from_somebody_in_neither_list_was_added()
    {
        var change = Assert.Single(SnapshotChanges.Between([], [Entries.Of(3, replaces: [2])]));

        Assert.Equal(SnapshotChangeKind.Added, change.Kind);
    }

    [Fact]
    public void Who_still_stands_in_the_list_was_not_replaced()
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(1), Entries.Of(2, replaces: [1])]));

        Assert.Equal((SnapshotChangeKind.Added, Entries.Id(2)), (change.Kind, change.Subject.DelegateId));
    }

    [Fact]
    public void One_place_is_taken_over_once()
    {
        var changes = SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(2, replaces: [1]), Entries.Of(3, replaces: [1])]);

        Assert.Equal([SnapshotChangeKind.Replaced, SnapshotChangeKind.Added], changes.Select(change => change.Kind));
    }

    public static TheoryData<SnapshotField, SnapshotEntry> Changed => new()
    {
        { SnapshotField.Side, Entries.Of(1) with { Side = LocalizedText.Of("Bharat") } },
        { SnapshotField.Side, Entries.Of(1) with { Capacity = Capacity.Guest } },
        { SnapshotField.Role, Entries.Of(1) with { Role = DelegationRole.Head } },
        { SnapshotField.Name, Entries.Of(1) with { FamilyName = "Other" } },
        { SnapshotField.Name, Entries.Of(1) with { GivenNames = "Other" } },
        { SnapshotField.NativeName, Entries.Of(1) with { NativeName = "अन्य" } },
        { SnapshotField.Function, Entries.Of(1) with { Function = LocalizedText.Of("Director") } },
        { SnapshotField.Body, Entries.Of(1) with { Body = LocalizedText.Of("Ministry") } },
        { SnapshotField.Accreditation, Entries.Of(1) with { IsAccredited = false } },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_line_that_reads_differently_says_in_what(SnapshotField field, SnapshotEntry after)
    {
        var change = Assert.Single(SnapshotChanges.Between([Entries.Of(1)], [after]));

        Assert.Equal(SnapshotChangeKind.Changed, change.Kind);
        Assert.Equal([field], change.Fields);
    }

    [Fact]
    public void What_the_reader_does_not_see_is_no_difference() =>
        Assert.Empty(SnapshotChanges.Between([Entries.Of(1)], [Entries.Of(1) with { RankRussian = 3, RegisteredAt = Clock.Now.AddDays(9), Replaces = [Guid.NewGuid()] }]));

    [Fact]
    public void A_list_goes_by_sides_then_roles_then_registration()
    {
        SnapshotEntry[] sorted =
        [
            Entries.Of(9, DelegationRole.Head), Entries.Of(1, DelegationRole.DeputyHead), Entries.Of(2), Entries.Of(3), Entries.Of(4, DelegationRole.Adviser),
            Entries.Of(5, DelegationRole.Expert), Entries.Of(6, DelegationRole.Press),
            Entries.Of(7) with { SideId = Guid.NewGuid(), SideCode = "KZ", RankRussian = 13, RankEnglish = 11 },
            Entries.Of(8) with { SideId = Guid.NewGuid(), SideCode = null, Capacity = Capacity.SCOBody, RankRussian = 0, RankEnglish = 0 },
        ];

        Assert.Equal(sorted, SnapshotOrder.By(sorted.Reverse(), ProtocolAlphabet.Russian, "ru", StringComparer.Ordinal));
    }
}
