using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Events;

public class EventLanguagesTests
{
    [Fact]
    public void While_nobody_has_said_the_languages_of_the_title_are_wanted()
    {
        var planned = Planned();

        Assert.Empty(planned.WantedLanguages);
        Assert.Equal(["en", "ru"], planned.LanguagesInUse);
    }

    [Fact]
    public void Wanted_languages_are_kept_in_the_order_of_the_portal_and_the_fallback_in_that_of_the_event()
    {
        var planned = Planned();

        AssertDone(planned.SetLanguages(["ur", "ru", "en"], ["ru", "en"], Clock.Now));

        Assert.Equal(["en", "ru", "ur"], planned.WantedLanguages);
        Assert.Equal(planned.WantedLanguages, planned.LanguagesInUse);
        Assert.Equal(["ru", "en"], planned.FallbackOrder);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en", "ru")]
    [InlineData("en", "ru", "zh", "hi", "ur")]
    public void A_fallback_that_says_what_the_portal_says_is_not_kept(params string[] fallback)
    {
        var planned = Planned();

        AssertDone(planned.SetLanguages(["en"], fallback, Clock.Now));

        Assert.Empty(planned.FallbackOrder);
    }

    [Fact]
    public void What_is_no_list_of_the_portals_languages_is_refused_and_changes_nothing()
    {
        var planned = Planned();

        AssertRefused(planned.SetLanguages([], ["de"], Clock.Now), "Wanted:event.language-missing", "Fallback:event.language-unknown");
        AssertRefused(planned.SetLanguages(["fr"], ["ru", "ru"], Clock.Now), "Wanted:event.language-unknown", "Fallback:event.language-twice");
        AssertRefused(planned.SetLanguages(["ru", "ru"], [], Clock.Now), "Wanted:event.language-twice");
        Assert.Empty(planned.WantedLanguages);
        Assert.Empty(planned.FallbackOrder);
    }

    [Fact]
    public void A_closed_event_keeps_its_languages()
    {
        var planned = Planned();
        AssertDone(planned.Cancel(LocalizedText.Of(en: "Called off"), Clock.Now));

        AssertRefused(planned.SetLanguages(["ru"], ["ru"], Clock.Now), "event.closed");
    }

    [Fact]
    public void The_next_edition_speaks_as_the_one_before()
    {
        var (before, next) = (Planned(), Planned());
        AssertDone(before.SetLanguages(["ru"], ["ru", "en"], Clock.Now));

        next.SpeakAs(before);

        Assert.Equal((before.WantedLanguages, before.FallbackOrder), (next.WantedLanguages, next.FallbackOrder));
    }

    private static ScoEvent Planned() => ScoEvent.Plan(
        Guid.NewGuid(), "forum", new EventFacts(EventType.Forum, EventFormat.InPerson, LocalizedText.Of(en: "Forum", ru: "Форум"), new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9), "Asia/Tashkent", LocalizedText.Empty, null, 5), Clock.Now).Value;
}
