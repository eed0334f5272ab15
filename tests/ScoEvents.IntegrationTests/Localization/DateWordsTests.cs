using ScoEvents.Domain.Events;
using ScoEvents.Web.Features.Events.Public;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("en", "8–9 December 2026")]
    [InlineData("ru", "8–9 декабря 2026 г.")]
    [InlineData("zh", "2026年12月8日至9日")]
    [InlineData("hi", "8–9 दिसंबर 2026")]
    [InlineData("ur", "\u20668–9\u2069 دسمبر 2026")]
    public void Two_days_of_a_month_are_said_as_the_language_does(string language, string expected)
    {
        var dates = EventDates.Exact(new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9)).Value;

        Assert.Equal(expected, DateWords.Of(dates, PortalLanguages.Find(language)!));
    }

    [Theory]
    [InlineData("en", "30–31 December 2026")]
    [InlineData("ru", "30–31 декабря 2026 г.")]
    public void Days_of_two_digits_leave_nothing_behind(string language, string expected)
    {
        var dates = EventDates.Exact(new DateOnly(2026, 12, 30), new DateOnly(2026, 12, 31)).Value;

        Assert.Equal(expected, DateWords.Of(dates, PortalLanguages.Find(language)!));
    }
}
