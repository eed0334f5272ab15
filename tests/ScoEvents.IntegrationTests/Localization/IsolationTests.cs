using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>Names in Latin letters stay together in a line of Urdu.</summary>
public sealed class IsolationTests
{
    [Theory]
    [InlineData("ur", "New Delhi", "\u2068New Delhi\u2069")]
    [InlineData("ur", "", "")]
    [InlineData("ru", "New Delhi", "New Delhi")]
    public void A_name_is_isolated_where_the_line_runs_from_right_to_left(string language, string name, string written) =>
        Assert.Equal(written, PortalLanguages.Find(language)!.Isolate(name));

    [Fact]
    public void A_name_that_is_not_there_leaves_no_comma_behind()
    {
        var urdu = PortalLanguages.Find("ur")!;

        Assert.Equal("UTC+05:30", urdu.Join(urdu.Isolate(""), "UTC+05:30"));
    }
}
