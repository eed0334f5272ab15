using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Search;

public sealed class FindingTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly SearchDesk _desk;

    public FindingTests(TestDatabase database) => (_database, _desk) = (database, new SearchDesk(database));

    [Theory]
    [InlineData("Liukmanov")]
    [InlineData("Lyukmanov")]
    [InlineData("LIUKMANOV")]
    [InlineData("Люкманов")]
    [InlineData("люкманов артур")]
    [InlineData("لیوکمانوف")]
    [InlineData("ليوكمانوف")]
    [InlineData("Liuk")]
    [InlineData("Люкм")]
    [InlineData("Lukmanov")]
    [InlineData("Люкмонов")]
    public async Task A_speaker_is_found_in_every_script_and_usual_spelling(string typed)
    {
        var found = (await _desk.FindAsync(typed)).Where(hit => hit.Kind == SearchKind.Person).ToList();

        var speaker = Assert.Single(found);
        Assert.Equal(("Artur Lyukmanov", "/en/events/hanoi-convention-signing-2025"), (speaker.Title.In("en"), speaker.Address));
    }

    [Theory]
    [InlineData("елочный")]
    [InlineData("ЁЛОЧНЫЙ")]
    [InlineData("cafe")]
    [InlineData("CAFÉ kyber")]
    [InlineData("kyber caf")]
    [InlineData("安全论")]
    [InlineData("网络")]
    [InlineData("कलम")]
    [InlineData("क़लम")]
    [InlineData("تحفظ كي")]
    [InlineData("تحفظ کی")]
    [InlineData("كانفرنس")]
    [InlineData("Dušanbe")]
    [InlineData("душанбе")]
    [InlineData("kyberr")]
    [InlineData("елочные")]
    public async Task An_event_is_found_by_any_languages_title_and_city_however_its_letters_are_typed(string typed)
    {
        await EventAsync(
            LocalizedText.Of(en: "Kyber Café", ru: "Ёлочный форум", zh: "网络安全论坛", hi: "क़लम की सुरक्षा", ur: "سائبر تحفظ کی کانفرنس"), new DateOnly(2026, 12, 1),
            city: LocalizedText.Of(en: "Dusanbe", ru: "Душанбе"));

        Assert.Contains("Kyber Café", await _desk.TitlesAsync(SearchKind.Event, typed));
    }

    [Fact]
    public async Task What_is_exactly_so_stands_before_its_beginnings_words_and_misspellings_and_what_comes_before_what_was()
    {
        foreach (var (title, day) in new[] { ("Zephyr exercise", 11), ("Second zephyr", 12), ("Zephyr", 13), ("Xzephyrx", 14) })
        {
            await EventAsync(LocalizedText.Of(en: title), new DateOnly(2026, 12, day));
        }

        await EventAsync(LocalizedText.Of(en: "Zephyr drill"), new DateOnly(2025, 12, 11));
        await EventAsync(LocalizedText.Of(en: "Zephyr training"), new DateOnly(2026, 11, 11));

        Assert.Equal(["Zephyr", "Zephyr training", "Zephyr exercise", "Zephyr drill", "Second zephyr", "Xzephyrx"], await _desk.TitlesAsync(SearchKind.Event, "zephyr"));
        Assert.Contains("Zephyr", await _desk.TitlesAsync(SearchKind.Event, "zefhyr"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("a\\")]
    [InlineData("'; DROP TABLE events; --")]
    [InlineData("a & | ! <-> b:*")]
    [InlineData("((((")]
    [InlineData("\0\u0001")]
    [InlineData("a\u202Eb\u2066c")]
    [InlineData("\uD800")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("😀")]
    [InlineData("ﷺ")]
    [InlineData("|")]
    [InlineData("- 论")]
    public async Task Whatever_is_typed_is_only_looked_for(string typed)
    {
        var answer = await _desk.Queries.FindAsync(Actor.Public, typed, PortalLanguages.English, default);

        Assert.True(answer.Hits.Count <= SearchQueries.MostOfAKind * 6);
        Assert.DoesNotContain(answer.Text.Typed, char.IsControl);
        Assert.DoesNotContain('\u202E', answer.Text.Typed);
    }

    [Fact]
    public async Task A_wildcard_finds_nothing_more_than_what_it_stands_beside()
    {
        await EventAsync(LocalizedText.Of(en: "Quokka meeting"), new DateOnly(2026, 12, 2));

        Assert.Empty(await _desk.TitlesAsync(SearchKind.Event, "qu%xyz"));
        Assert.Empty(await _desk.TitlesAsync(SearchKind.Event, "%"));
        Assert.Contains("Quokka meeting", await _desk.TitlesAsync(SearchKind.Event, "quokka_"));
    }

    [Fact]
    public async Task What_is_too_long_is_cut_and_never_within_a_character()
    {
        var typed = new string('x', SearchText.MaxLength - 1) + "😀😀";

        Assert.Equal(new string('x', SearchText.MaxLength - 1), SearchText.Visible(typed));
        Assert.True(SearchText.IsTooLong(typed));
        Assert.Empty(await _desk.FindAsync(typed));
    }

    [Fact]
    public async Task A_state_is_found_by_its_name_in_any_language_and_by_its_code()
    {
        foreach (var typed in new[] { "Uzbekistan", "узбекистан", "乌兹别克斯坦", "उज़्बेकिस्तान", "उज्बेकिस्तान", "ازبکستان", "UZB" })
        {
            var found = (await _desk.FindAsync(typed)).Where(hit => hit is { Kind: SearchKind.Side, Code: "UZ", Word: "State" });
            Assert.True(found.Any(), typed);
        }
    }

    [Fact]
    public async Task The_database_and_the_portal_fold_letters_alike()
    {
        string[] texts =
        [
            "Ёлки-палки: «Люкманов» É ÇA", "آرٹور لیوکمانوف", "ليوكمانوف إدارة أمن", "ज़मीन क़लम हिन्दी ३४ ۱۲", "100% a_b\\c | O'Brien’s", "Шанхай（上海）ＡＢ", "网络安全、论坛。", "Dušan Łódź Straße Ærø",
            "a\u200Db\u200C c", "Қазақстан Ўзбекистон", "ﻻ", "x—y…z", "  twice  ",
        ];
        foreach (var text in texts)
        {
            await using var source = NpgsqlDataSource.Create(_database.AppConnectionString);
            await using var command = source.CreateCommand("SELECT search.folded($1)");
            command.Parameters.Add(new NpgsqlParameter { Value = text });
            Assert.Equal((string?)await command.ExecuteScalarAsync(), SearchFold.Fold(text).Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Security of Ёлка", "елка", "Ёлка")]
    [InlineData("Café, café", "cafe", "Café|café")]
    [InlineData("网络安全论坛", "安全", "安全")]
    [InlineData("क़लम की बात", "कलम", "क़लम")]
    [InlineData("<script>alert(1)</script>", "script", "script|script")]
    [InlineData("Insecurity", "se", "")]
    public void What_was_found_is_marked_as_it_is_written(string text, string word, string marked)
    {
        var pieces = SearchFold.Mark(text, [word]);

        Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(marked, string.Join('|', pieces.Where(piece => piece.IsFound).Select(piece => piece.Text)));
    }

    [Fact]
    public async Task The_number_of_questions_does_not_grow_with_what_is_found()
    {
        var organiser = await _database.OrganiserAsync();
        var office = new OrganiserDesk(_database);
        await office.EventAsync(organiser, OrganiserDesk.Seminar("Wombat one"));
        var (publicOne, staffOne) = (await CountAsync(Actor.Public), await CountAsync(organiser));
        await office.EventAsync(organiser, OrganiserDesk.Seminar("Wombat two"));
        await office.EventAsync(organiser, OrganiserDesk.Seminar("Wombat three"));

        Assert.Equal((publicOne, staffOne), (await CountAsync(Actor.Public), await CountAsync(organiser)));
        Assert.Equal((9, 12), (publicOne, staffOne));

        Task<int> CountAsync(Actor actor) => CommandCount.OfAsync(() => _desk.FindAsync("wombat", actor));
    }

    [Fact]
    public async Task A_page_of_an_event_is_found_by_the_events_name_however_many_events_are_nearer()
    {
        var organiser = await _database.OrganiserAsync();
        var today = DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime);
        await EventAsync(LocalizedText.Of(en: "Farthest quokka congress"), today.AddDays(900));
        for (var number = 0; number < 201; number++)
        {
            await EventAsync(LocalizedText.Of(en: $"Numbered talks {number}"), today.AddDays(2));
        }

        var found = (await _desk.FindAsync("programme quokka", organiser)).First(hit => hit.Kind == SearchKind.Page);
        Assert.Equal(("Programme", "Farthest quokka congress"), (found.Title.In("en"), found.Event?.In("en")));

        // A name that says nothing of the event is meant for the nearest, even where a farther one has the word in its title.
        await EventAsync(LocalizedText.Of(en: "Programme of the farthest"), today.AddDays(901));
        var nearest = (await _desk.FindAsync("programme", organiser)).Where(hit => hit.Kind == SearchKind.Page && hit.Title.In("en") == "Programme").ToList();
        Assert.Equal(3, nearest.Count);
        Assert.All(nearest, hit => Assert.StartsWith("Numbered talks", hit.Event?.In("en"), StringComparison.Ordinal));
    }

    private async Task EventAsync(LocalizedText title, DateOnly day, LocalizedText? city = null)
    {
        var facts = new EventFacts(EventType.Seminar, EventFormat.InPerson, title, day, day, "Asia/Tashkent", city ?? LocalizedText.Of(en: "Tashkent"), null, 12);
        var planned = ScoEvent.Plan(await _database.SecretariatAsync(), $"event-{Guid.NewGuid():N}", facts, _database.Clock.GetUtcNow()).Value;
        planned.Announce(_database.Clock.GetUtcNow());
        await using var context = await _database.OpenAsync(Actor.Public);
        context.Events.Add(planned);
        await context.SaveChangesAsync();
    }
}
