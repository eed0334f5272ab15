using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Tests.Shared;

/// <summary>An event says which language stands in first; its texts follow that for as long as it is the one being read.</summary>
public class ContentFallbackTests
{
    private static readonly LocalizedText _text = LocalizedText.Of(en: "Forum", ru: "Форум", zh: "论坛");

    [Fact]
    public void A_text_falls_back_as_the_event_says_while_it_is_read()
    {
        using (ContentFallback.Use(["zh", "ru"]))
        {
            Assert.Equal(new LocalizedForm("论坛", "zh", IsReaders: false), _text.For("ur"));
            Assert.Equal("Форум", _text.With("zh", null).In("ur"));
            Assert.Equal("Forum", _text.With("zh", null).With("ru", null).In("ur"));
        }

        Assert.Equal("Forum", _text.In("ur"));
    }

    [Fact]
    public void The_readers_own_language_goes_before_every_order()
    {
        using var reading = ContentFallback.Use(["zh", "ru"]);

        Assert.Equal("Forum", _text.In("en"));
        Assert.Equal(["en", "zh", "ru", "hi", "ur"], Languages.FallbackOrder("en"));
        Assert.Equal(["zh", "ru", "en", "hi", "ur"], Languages.FallbackOrder(null));
    }

    [Fact]
    public async Task The_order_goes_with_the_flow_and_ends_with_it()
    {
        using (ContentFallback.Use(["ru"]))
        {
            Assert.Equal("Форум", await Task.Run(() => _text.In("hi")));
            using (ContentFallback.Use(["zh"]))
            {
                Assert.Equal("论坛", _text.In("hi"));
            }

            Assert.Equal("Форум", _text.In("hi"));
        }

        Assert.Empty(ContentFallback.Order);
    }

    [Fact]
    public async Task Who_goes_from_event_to_event_changes_the_order_for_what_flows_on_from_there()
    {
        var reader = new ContentFallback();
        reader.Follow(["ru"]);
        var (first, second) = await Task.Run(() =>
        {
            reader.Enter();
            var before = _text.In("hi");
            reader.Follow(["zh"]);
            return (before, _text.In("hi"));
        });

        Assert.Equal(("Форум", "论坛"), (first, second));
        Assert.Equal("Forum", _text.In("hi"));
    }

    [Fact]
    public void In_a_list_of_events_each_row_has_its_own_order() =>
        Assert.Equal(("Форум", "Forum"), (_text.For("hi", ["ru"])!.Text, _text.For("hi", [])!.Text));
}
