using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Organisations;

public class OrganisationTests
{
    private static readonly DateOnly _founded = new(2017, 1, 1);
    private static readonly DateOnly _renamed = new(2023, 1, 1);

    [Fact]
    public void A_body_is_called_by_the_name_of_the_day()
    {
        var ministry = Ministry();

        Assert.Equal("Today", ministry.NamesOn(null).In("en"));
        Assert.Equal("Today", ministry.NamesOn(_renamed).In("en"));
        Assert.Equal("Second", ministry.NamesOn(_renamed.AddDays(-1)).In("en"));
        Assert.Equal("Second", ministry.NamesOn(_founded).In("en"));
        Assert.Equal("First", ministry.NamesOn(_founded.AddDays(-1)).In("en"));
        Assert.Equal("First", ministry.NamesOn(DateOnly.MinValue).In("en"));
    }

    [Fact]
    public void A_day_between_two_known_names_has_the_name_of_today()
    {
        var body = Organisation.Create(Facts([new NamePeriod(_founded, _founded.AddDays(1), LocalizedText.Of(en: "One day"), LocalizedText.Empty, null)]), null, null);

        Assert.Equal("One day", body.NamesOn(_founded).In("en"));
        Assert.Equal("Today", body.NamesOn(_founded.AddDays(1)).In("en"));
        Assert.Equal("Today", body.NamesOn(_founded.AddDays(-1)).In("en"));
    }

    [Fact]
    public void An_open_name_period_is_valid_from_its_first_day_on()
    {
        var period = new NamePeriod(_founded, null, LocalizedText.Of(en: "x"), LocalizedText.Empty, null);

        Assert.False(period.Covers(_founded.AddDays(-1)));
        Assert.True(period.Covers(_founded));
        Assert.True(period.Covers(DateOnly.MaxValue));
    }

    [Fact]
    public void A_body_takes_over_what_is_known_of_it_but_keeps_its_key()
    {
        var (state, parent) = (Guid.NewGuid(), Guid.NewGuid());
        var body = Ministry();
        var id = body.Id;
        var facts = new OrganisationFacts("other-key", "Agency", LocalizedText.Of(en: "New"), LocalizedText.Of(en: "N"), LocalizedText.Of(en: "Tashkent"), []);

        body.Describe(facts, state, parent);

        Assert.Equal((id, "ministry", "Agency", state, parent), (body.Id, body.Key, body.Kind, body.StateId, body.ParentId));
        Assert.Equal((facts.Names, facts.Abbreviations, facts.SeatCity), (body.Names, body.Abbreviations, body.SeatCity));
        Assert.Empty(body.NameHistory);
    }

    [Fact]
    public void An_equal_name_history_is_not_replaced()
    {
        var body = Ministry();
        var history = body.NameHistory;

        body.Describe(Facts([.. history.Select(period => period with { Names = LocalizedText.Of(en: period.Names.In("en")) })]), null, null);

        Assert.Same(history, body.NameHistory);
    }

    [Fact]
    public void A_secretariat_bears_the_key_of_its_organisation()
    {
        var body = Ministry();

        var secretariat = Secretariat.Of(body);

        Assert.Equal((body.Id, "ministry"), (secretariat.OrganisationId, secretariat.Slug));
    }

    [Fact]
    public void A_side_is_either_a_state_or_an_organisation()
    {
        var body = Ministry();
        var state = States.ReferenceStates.All[0];

        var (ofBody, ofState) = (Side.Of(body), Side.Of(state));

        Assert.Equal((null, body.Id), (ofBody.StateId, ofBody.OrganisationId));
        Assert.Equal((state.Id, null), (ofState.StateId, ofState.OrganisationId));
        Assert.NotEqual(ofBody.Id, ofState.Id);
    }

    private static Organisation Ministry() => Organisation.Create(
        Facts(
        [
            new NamePeriod(null, _founded, LocalizedText.Of(en: "First"), LocalizedText.Empty, null),
            new NamePeriod(_founded, _renamed, LocalizedText.Of(en: "Second"), LocalizedText.Empty, null),
        ]),
        stateId: null,
        parentId: null);

    private static OrganisationFacts Facts(IReadOnlyList<NamePeriod> history) =>
        new("ministry", "Ministry", LocalizedText.Of(en: "Today"), LocalizedText.Empty, LocalizedText.Empty, history);
}
