using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Events;

public class EventSlugTests
{
    private static readonly DateOnly _day = new(2021, 12, 7);

    [Theory]
    [InlineData("Practical Seminar", "practical-seminar-2021")]
    [InlineData("  Securing -- Cyberspace!  ", "securing-cyberspace-2021")]
    [InlineData("Café Zürich Ñandú", "cafe-zurich-nandu-2021")]
    [InlineData("Forum 2021", "forum-2021")]
    [InlineData("Forum 2020", "forum-2020-2021")]
    [InlineData("2021", "2021")]
    [InlineData("A/B?c=d&e#f%20", "a-b-c-d-e-f-20-2021")]
    [InlineData("../..", "event-2021")]
    [InlineData("Семинар", "event-2021")]
    [InlineData("Семинар NSCS", "nscs-2021")]
    public void A_title_becomes_lower_case_words_with_hyphens_and_the_year(string title, string slug) =>
        Assert.Equal(slug, EventSlug.From(LocalizedText.Of(en: title), _day));

    [Fact]
    public void A_title_without_Latin_letters_is_called_event()
    {
        Assert.Equal("event-2021", EventSlug.From(LocalizedText.Of(ru: "Семинар", zh: "研讨会"), _day));
        Assert.Equal("event-2021", EventSlug.From(LocalizedText.Empty, _day));
    }

    [Theory]
    [InlineData(1, "forum-2021")]
    [InlineData(2, "forum-2021-2")]
    [InlineData(11, "forum-2021-11")]
    public void A_further_attempt_is_appended(int attempt, string slug) => Assert.Equal(slug, EventSlug.From(LocalizedText.Of(en: "Forum"), _day, attempt));

    [Fact]
    public void A_long_title_is_cut_without_a_hyphen_at_the_cut()
    {
        Assert.Equal(new string('a', 59) + "-2021", EventSlug.From(LocalizedText.Of(en: new string('a', 59) + " " + new string('b', 100)), _day));
        Assert.Equal(new string('a', 60) + "-2021", EventSlug.From(LocalizedText.Of(en: new string('a', 300)), _day));
    }

    [Fact]
    public void The_longest_name_stays_within_its_bound() =>
        Assert.True(EventSlug.From(LocalizedText.Of(en: new string('a', 300)), DateOnly.MaxValue, int.MaxValue).Length <= EventSlug.MaxLength);
}
