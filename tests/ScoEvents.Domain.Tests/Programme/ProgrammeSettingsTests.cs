using ScoEvents.Domain.Programme;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Programme;

public class ProgrammeSettingsTests
{
    private static readonly Guid _here = Guid.NewGuid();
    private static readonly Guid _there = Guid.NewGuid();
    private static readonly Guid _beyond = Guid.NewGuid();

    [Theory]
    [InlineData(ConflictKind.RoomOverlap, ConflictSeverity.Block, true)]
    [InlineData(ConflictKind.PersonInTwoPlaces, ConflictSeverity.Block, true)]
    [InlineData(ConflictKind.InterpretersInTwoPlaces, ConflictSeverity.Block, true)]
    [InlineData(ConflictKind.OutsideEvent, ConflictSeverity.Block, false)]
    [InlineData(ConflictKind.RoomClearance, ConflictSeverity.Block, false)]
    [InlineData(ConflictKind.RoomOutsideHours, ConflictSeverity.Acknowledge, false)]
    [InlineData(ConflictKind.PersonUnavailable, ConflictSeverity.Acknowledge, false)]
    [InlineData(ConflictKind.TravelBuffer, ConflictSeverity.Acknowledge, false)]
    [InlineData(ConflictKind.RoomTooSmall, ConflictSeverity.Acknowledge, false)]
    [InlineData(ConflictKind.BoothsMissing, ConflictSeverity.Acknowledge, false)]
    [InlineData(ConflictKind.InterpretersMissing, ConflictSeverity.Warn, false)]
    [InlineData(ConflictKind.ChairMissing, ConflictSeverity.Warn, false)]
    [InlineData(ConflictKind.Unconfirmed, ConflictSeverity.Warn, false)]
    [InlineData(ConflictKind.Untranslated, ConflictSeverity.Warn, false)]
    [InlineData(ConflictKind.Unscheduled, ConflictSeverity.Warn, false)]
    public void Each_kind_has_a_default_and_what_the_database_refuses_is_fixed(ConflictKind kind, ConflictSeverity severity, bool isFixed)
    {
        Assert.Equal((severity, isFixed), (ConflictSeverities.Default(kind), ConflictSeverities.IsFixed(kind)));
        foreach (var chosen in Enum.GetValues<ConflictSeverity>())
        {
            Assert.Equal(isFixed ? ConflictSeverity.Block : chosen, ConflictSeverities.Of(new Dictionary<ConflictKind, ConflictSeverity> { [kind] = chosen }, kind));
        }
    }

    [Fact]
    public void A_chosen_severity_is_that_of_the_conflicts_found_and_what_is_ignored_is_not_found()
    {
        var session = PlannedSessions.Placed(0, 60) with { Chair = null, Expected = 101 };

        var found = ConflictFinder.Find(PlannedSessions.Facts(session) with
        {
            Severities = new Dictionary<ConflictKind, ConflictSeverity> { [ConflictKind.ChairMissing] = ConflictSeverity.Block, [ConflictKind.RoomTooSmall] = ConflictSeverity.Ignore },
        });

        Assert.Equal([new Conflict(ConflictKind.ChairMissing, ConflictSeverity.Block, session.SessionId)], found);
    }

    [Fact]
    public void Settings_keep_what_differs_from_the_defaults_and_languages_in_the_order_of_the_portal()
    {
        var settings = ProgrammeSettings.For(Guid.NewGuid());

        AssertDone(settings.Change(
            new Dictionary<ConflictKind, ConflictSeverity>
            {
                [ConflictKind.RoomOverlap] = ConflictSeverity.Block,
                [ConflictKind.ChairMissing] = ConflictSeverity.Acknowledge,
                [ConflictKind.TravelBuffer] = ConflictSeverity.Acknowledge,
            },
            new TravelRules(240, [new TravelTime(_here, _there, 0), new TravelTime(_here, _beyond, 240)]), ["ur", "en", "ru", "en"]));

        Assert.Equal([KeyValuePair.Create(ConflictKind.ChairMissing, ConflictSeverity.Acknowledge)], settings.Severities);
        Assert.Equal(240, settings.TravelMinutes);
        Assert.Equal([new TravelTime(_here, _there, 0), new TravelTime(_here, _beyond, 240)], settings.TravelTimes);
        Assert.Equal(["en", "ru", "ur"], settings.Languages);
    }

    [Fact]
    public void Wrong_settings_are_refused_beside_their_fields_and_change_nothing()
    {
        var settings = ProgrammeSettings.For(Guid.NewGuid());
        TravelTime[] times = [new(_here, _here, 10), new(_here, _there, 241), new(_there, _here, 5), new(_beyond, _here, -1)];

        AssertRefused(
            settings.Change(new Dictionary<ConflictKind, ConflictSeverity> { [ConflictKind.PersonInTwoPlaces] = ConflictSeverity.Warn }, new TravelRules(-1, times), ["fr"]),
            "Severities:settings.severity-fixed", "TravelMinutes:settings.travel-out-of-range", "TravelTimes[0].To:settings.travel-same-venue",
            "TravelTimes[1].Minutes:settings.travel-out-of-range", "TravelTimes[2].To:settings.travel-twice", "TravelTimes[3].Minutes:settings.travel-out-of-range",
            "Languages:settings.language-unknown");
        AssertRefused(settings.Change(new Dictionary<ConflictKind, ConflictSeverity>(), new TravelRules(241, []), []), "TravelMinutes:settings.travel-out-of-range");

        Assert.Equal((15, 0, 0), (settings.TravelMinutes, settings.TravelTimes.Count, settings.Languages.Count));
    }
}
